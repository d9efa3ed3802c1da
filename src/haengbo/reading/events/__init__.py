"""Document → reports of happenings, by the frames of the pack.

``find_events`` reads every sentence of body and captions into clauses, finds the verbs and nouns
that the pack's frames name, asks who takes part, how it stands, when and where, and merges what the
page tells of one happening. When a frame's slots stay empty it abstains; ``find_refusals`` says
why.
"""

from __future__ import annotations

from haengbo.model.reading import EventReport
from haengbo.reading.attribution import Attributions
from haengbo.reading.document import Document
from haengbo.reading.events.drafts import find_drafts, find_refusals
from haengbo.reading.events.page.merging import merge
from haengbo.reading.events.refusal import Condition, Refusal
from haengbo.reading.events.world import world_of

__all__ = ["Condition", "Refusal", "find_events", "find_refusals"]


def find_events(document: Document, attributions: Attributions) -> tuple[EventReport, ...]:
    """One report per happening told on the page, in order of the text.

    Example:
        ``왕이 부장은 6일 베이징에서 리룡남 대사를 접견했다.`` gives one CONSULT meeting with both
        as participants, the day and 베이징.
    """
    return merge(find_drafts(document, attributions), world_of(document))
