"""What a program wants decided → a decision in the ledger, and events that follow it.

What forms of the site ask for is in ``deciding``; both write the same decisions.

Used by the JSON API and by the assistants' tools. Invariant: when a decision is in, the events it
concerns have been collated anew.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.knowledge import load
from haengbo.ledger import Ledger, decisions
from haengbo.ledger.decisions import CORRECTABLE, By
from haengbo.ledger.outcomes import decide_outcome
from haengbo.ledger.views import DecisionView
from haengbo.model.decision import DecisionKind, Outcome
from haengbo.model.edtf import parse_or_none
from haengbo.pipeline import collate

_ID = Annotated[str, StringConstraints(min_length=1, max_length=300, pattern=r"^[^\x00]*$")]
_WORDS = Annotated[str, StringConstraints(max_length=2000, pattern=r"^[^\x00]*$")]
#: Greatest number of a decision that both databases take.
_GREATEST = 2**63 - 1


class _Reasoned(BaseModel):
    model_config = ConfigDict(extra="forbid")
    why: _WORDS = Field("", description="The reason; it is kept with the decision.")


class Merge(_Reasoned):
    """Two events are one."""

    kind: Literal["merge"]
    event: _ID
    other: _ID


class Split(_Reasoned):
    """The reports on some pages are about another happening."""

    kind: Literal["split"]
    event: _ID
    pages: list[_ID] = Field(min_length=1, max_length=1000)


class Correct(_Reasoned):
    """A field has another value; the reports' own stay beside it."""

    kind: Literal["correct"]
    event: _ID
    field: Literal[CORRECTABLE]  # type: ignore[valid-type] # the list is kept in one place
    value: _WORDS


class Reject(_Reasoned):
    """The one report on a page was read wrongly."""

    kind: Literal["reject"]
    event: _ID
    page: _ID


class RejectStatement(_Reasoned):
    """A statement was read wrongly."""

    kind: Literal["reject-statement"]
    statement: _ID


class Annotate(_Reasoned):
    """An event is right, has a note, or has a tag."""

    kind: Literal["confirm", "note", "tag"]
    event: _ID
    text: _WORDS = ""


class Judge(_Reasoned):
    """What became of a forecast, plan or pledge, and the event that decided it."""

    kind: Literal["outcome"]
    expectation: _ID
    outcome: Outcome
    event: _ID | None = None


class Undo(_Reasoned):
    """A decision is taken back; the row stays."""

    kind: Literal["undo"]
    decision: int = Field(ge=1, le=_GREATEST)


Wish = Annotated[
    Merge | Split | Correct | Reject | RejectStatement | Annotate | Judge | Undo,
    Field(discriminator="kind"),
]


def fulfil(ledger: Ledger, wish: Wish, who: str) -> DecisionView:
    """Write a decision and bring the events up to date with it.

    Args:
        ledger: Open.
        wish: What is decided.
        who: By whom.

    Raises:
        UsageError: It names what is not there, or cannot be decided.
        LedgerError: The database refuses.
    """
    by = By(who, wish.why)
    with ledger.writing() as session:
        before = decisions.newest_number(session)
        number = _written(ledger, session, wish, by)
        pages = decisions.pages_since(session, before)
    collate(ledger, load(), pages)
    return next(view for view in ledger.decisions() if view.id == number)


def _written(ledger: Ledger, session: Session, wish: Wish, by: By) -> int:
    """Number of the decision."""
    if isinstance(wish, Split | Reject):
        return _about_reports(ledger, session, wish, by)
    if isinstance(wish, Merge | Correct | Annotate):
        return _about_event(session, wish, by)
    if isinstance(wish, RejectStatement):
        return decisions.reject_statement(session, wish.statement, by)
    if isinstance(wish, Judge):
        return decide_outcome(session, wish.expectation, wish.outcome, by, wish.event)
    return decisions.undo(session, wish.decision, by)


def _about_event(session: Session, wish: Merge | Correct | Annotate, by: By) -> int:
    if isinstance(wish, Merge):
        return decisions.merge(session, wish.event, wish.other, by)
    if isinstance(wish, Correct):
        return _corrected(session, wish, by)
    return decisions.annotate(session, wish.event, DecisionKind(wish.kind), wish.text, by)


def _corrected(session: Session, wish: Correct, by: By) -> int:
    if wish.field == "date" and parse_or_none(wish.value) is None:
        raise UsageError(f"날짜를 알아볼 수 없다: {wish.value} (예: 2025-06-04, 2025-06)")
    return decisions.correct(session, wish.event, wish.field, wish.value, by)


def _about_reports(ledger: Ledger, session: Session, wish: Split | Reject, by: By) -> int:
    """A decision on what single pages report of an event."""
    detail = ledger.event(wish.event)
    if isinstance(wish, Split):
        return decisions.split(session, wish.event, decisions.reports_on(detail, wish.pages), by)
    reports = decisions.reports_on(detail, [wish.page])
    if len(reports) != 1:
        raise UsageError(f"{wish.page}: 그 사건의 보도가 하나가 아니다 ({len(reports)})")
    return decisions.reject(session, reports[0], by)
