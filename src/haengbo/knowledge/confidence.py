"""Rows of ``korea/confidence.tsv``: how often a rule was right on pages it was not fitted to.

Written by ``python -m evaluation.calibration --write``; read by the last step of a reading.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConfidenceRow:
    """What an item found by a rule is worth.

    Attributes:
        id: ``kind rule``: ``times day:last``; the rule may be shortened (``said+subject``,
            ``said``) or ``*`` for the whole kind, or ``+`` and a trait (``events +placed``).
        value: Share of the rule's items that were right, as far as the counts vouch for it (0..1).
        n: Items it was counted on.
    """

    id: str
    value: float
    n: int
