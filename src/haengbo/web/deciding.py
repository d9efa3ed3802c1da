"""A form that was sent → the decision that it asks for, the same that the command line writes.

Invariant: every kind of decision has one function here, from the form's fields to a number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from starlette.datastructures import FormData

from haengbo.errors import UsageError
from haengbo.knowledge import load
from haengbo.ledger import Ledger, additions, answers, articles, decisions, outcomes
from haengbo.ledger.decisions import By
from haengbo.model.collation import Anchor
from haengbo.model.decision import DecisionKind, Outcome
from haengbo.model.edtf import parse_or_none
from haengbo.pipeline import collate
from haengbo.web.adding import added_of
from haengbo.web.query import whole

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Deciding = Callable[["Session", FormData, By], int]


def text_of(form: FormData, name: str) -> str:
    """A field's words; empty where there is none."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def _texts(form: FormData, name: str) -> list[str]:
    return [value for value in form.getlist(name) if isinstance(value, str) and value]


def _needed(form: FormData, name: str, said: str) -> str:
    value = text_of(form, name)
    if not value:
        raise UsageError(said)
    return value


def _anchors(form: FormData) -> tuple[Anchor, ...]:
    return tuple(anchor_of(text) for text in _texts(form, "report"))


def anchor_of(text: str) -> Anchor:
    """A report's anchor from the form's field.

    Raises:
        UsageError: It is none.
    """
    try:
        return Anchor.parse(text)
    except ValueError as error:
        raise UsageError("보도를 알아볼 수 없다") from error


def _correct(session: Session, form: FormData, by: By) -> int:
    field = _needed(form, "field", "고칠 항목을 고르지 않았다")
    value = _needed(form, "value", "맞는 값을 적지 않았다")
    if field == "date" and parse_or_none(value) is None:
        raise UsageError(
            f"날짜를 알아볼 수 없다: {value} (2025-06-04, 2025-06, 2025-06-04/2025-06-06)"
        )
    return decisions.correct(session, text_of(form, "event"), field, value, by)


def _merge(session: Session, form: FormData, by: By) -> int:
    other = _needed(form, "other", "합칠 사건을 고르지 않았다")
    return decisions.merge(session, text_of(form, "event"), _event_in(other), by)


def _split(session: Session, form: FormData, by: By) -> int:
    if not _anchors(form):
        raise UsageError("떼어 낼 보도를 고르지 않았다")
    return decisions.split(session, text_of(form, "event"), _anchors(form), by)


def _reject(session: Session, form: FormData, by: By) -> int:
    reports = _anchors(form)
    if not reports:
        if form.get("some"):
            raise UsageError("버릴 보도를 고르지 않았다")
        return answers.reject_event(session, text_of(form, "event"), by)
    return [decisions.reject(session, report, by) for report in reports][-1]


def _confirm(session: Session, form: FormData, by: By) -> int:
    reports = _anchors(form)
    if reports:
        return answers.confirm_report(session, reports[0], by)
    if text_of(form, "statement"):
        return answers.confirm_statement(session, text_of(form, "statement"), by)
    return decisions.annotate(
        session, text_of(form, "event"), DecisionKind.CONFIRM, text_of(form, "value"), by
    )


def _annotation(kind: DecisionKind) -> Deciding:
    def decide(session: Session, form: FormData, by: By) -> int:
        value = _needed(form, "value", "적을 말이 없다")
        return decisions.annotate(session, text_of(form, "event"), kind, value, by)

    return decide


def _reject_statement(session: Session, form: FormData, by: By) -> int:
    return decisions.reject_statement(session, text_of(form, "statement"), by)


def _add(session: Session, form: FormData, by: By) -> int:
    page = text_of(form, "page")
    reading = articles.present_reading(session, page)
    if reading is None:
        raise UsageError(f"그런 쪽이 없다: {page}")
    number = additions.add(session, page, added_of(form, reading.article.text), by)
    if instead := text_of(form, "instead"):
        # Said anew: what the machine read there no longer holds
        decisions.reject_statement(session, instead, by)
    return number


def _outcome(session: Session, form: FormData, by: By) -> int:
    value = text_of(form, "value")
    if value not in list(Outcome):
        raise UsageError("전망의 결말을 고르지 않았다")
    event = _event_in(text_of(form, "event")) or None
    key = text_of(form, "expectation")
    return outcomes.decide_outcome(session, key, Outcome(value), by, event)


def _event_in(text: str) -> str:
    """An event's id; its address may be pasted whole."""
    return text.split("?", maxsplit=1)[0].split("#", maxsplit=1)[0].rstrip("/").rpartition("/")[2]


def _undo(session: Session, form: FormData, by: By) -> int:
    number = whole(text_of(form, "decision"))
    if number is None:
        raise UsageError("되돌릴 결정의 번호가 없다")
    return decisions.undo(session, number, by)


#: Kind in the address → what it writes.
KINDS: dict[str, Deciding] = {
    "confirm": _confirm,
    "correct": _correct,
    "merge": _merge,
    "split": _split,
    "reject": _reject,
    "reject-statement": _reject_statement,
    "note": _annotation(DecisionKind.NOTE),
    "tag": _annotation(DecisionKind.TAG),
    "add": _add,
    "outcome": _outcome,
    "undo": _undo,
}


def decide(ledger: Ledger, kind: str, form: FormData, by: By) -> int:
    """Write the decision that a form asks for and bring the events up to date with it.

    Returns:
        The decision's number.

    Raises:
        UsageError: It cannot be decided so.
    """
    with ledger.writing() as session:
        before = decisions.newest_number(session)
        number = KINDS[kind](session, form, by)
        pages = decisions.pages_since(session, before)
    collate(ledger, load(), pages)
    return number
