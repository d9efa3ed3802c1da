"""How sure an event is: by how it is told.

Measured on the evaluation's and the samples' pages: what a verb tells with a date of its own is
right more often than what is only named, what happened more often than what is expected.
"""

from __future__ import annotations

from collections.abc import Sequence

from haengbo.model.reading import Status
from haengbo.reading.events.draft import Draft

#: (told by a verb, dated by an expression of its own) → confidence.
_BASES = {(True, True): 0.95, (True, False): 0.88, (False, True): 0.85, (False, False): 0.7}
_AGAIN = 0.03
_MOST = 0.97
_UNSURE = {Status.PREDICTED: 0.9, Status.ALLEGED: 0.8, Status.PLANNED: 0.95}


def confidence_of(drafts: Sequence[Draft], status: Status) -> float:
    """Confidence of the event that these drafts make, 0..1."""
    told = any(d.told for d in drafts)
    dated = any(d.dated is not None for d in drafts)
    base = _BASES[told, dated]
    again = _AGAIN if len({d.sentence for d in drafts}) > 1 else 0.0
    return round(min(base + again, _MOST) * _UNSURE.get(status, 1.0), 2)
