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
#: The same for an expectation.
EXPECTATION = "expectation"
#: Anchors that stand for no report of an event.
NO_REPORT = frozenset({STATEMENT, EXPECTATION})
#: Begins the rule of whatever a person added.
ADDED = "added:"


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
    OUTCOME = "outcome"
    ADD = "add"
    UNDO = "undo"


class Outcome(StrEnum):
    """What became of a forecast, plan or pledge.

    Without a decision it is ``OPEN`` until its time has passed, then ``LAPSED``: nobody recorded
    what became of it.
    """

    OPEN = "open"
    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    LAPSED = "lapsed"
    UNDECIDABLE = "undecidable"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision.

    Attributes:
        kind: What was decided.
        anchors: Reports it is about: of one event (merge), the ones taken out (split), the one
            rejected, any of the event's (correct, confirm, note, tag); the expectation (outcome).
        others: The other event's reports (merge), the ones that stay (split), those of the event
            that decided (outcome).
        field: For correct and prefer: date, place, status, type, mode, channel, participants,
            label_ko or label_en.
        value: The value set, the note, the tag or the outcome; for an addition the finding itself.
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
