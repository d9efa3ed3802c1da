"""What people decided about findings; laid over what the machine says, never into it.

A decision is anchored on evidence (page and span), not on ids, so that it survives a new reading
and new code: whoever applies it looks for the report that now stands at, or overlaps, the anchor.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from haengbo.model.collation import Anchor

#: What an anchor of a statement is called, where reports have their type and mode.
STATEMENT = "statement"


class DecisionKind(StrEnum):
    """What a person can decide."""

    MERGE = "merge"
    SPLIT = "split"
    CORRECT = "correct"
    PREFER = "prefer"
    REJECT = "reject"
    CONFIRM = "confirm"
    NOTE = "note"
    TAG = "tag"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    Attributes:
        kind: What was decided.
        anchors: Reports it is about: of one event (merge), the ones taken out (split), the one
            rejected, any of the event's (correct, confirm, note, tag).
        others: The other event's reports (merge), the ones that stay (split).
        field: For correct and prefer: date, place, status, type, mode, channel, participants,
            label_ko or label_en.
        value: The value set, the note or the tag.
        before: What stood before, in words.
        after: What was decided, in words.
        who: Name.
        why: Reason.
    """

    kind: DecisionKind
    anchors: tuple[Anchor, ...]
    others: tuple[Anchor, ...] = ()
    field: str | None = None
    value: str | None = None
    before: str = ""
    after: str = ""
    who: str = ""
    why: str = ""
