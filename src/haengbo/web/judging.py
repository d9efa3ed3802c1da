"""Decisions that rest on a page → what was decided about each of its findings.

A report is known by its anchor, a statement by its place. The latest decision that holds is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from haengbo.ledger.views import DecisionView
from haengbo.model.collation import Anchor
from haengbo.model.decision import STATEMENT, Decision, DecisionKind
from haengbo.model.span import Span

_SHOWN = {DecisionKind.CONFIRM, DecisionKind.REJECT, DecisionKind.ADD}


@dataclass(frozen=True, slots=True)
class Judged:
    """What people decided about a finding.

    Attributes:
        kind: confirm, reject or add.
        number: Of the decision, to take it back.
        who: Who decided.
    """

    kind: str
    number: int
    who: str


def statement_key(span: Span) -> str:
    """How a statement is known here."""
    return f"{STATEMENT}:{span.start}-{span.end}"


def added_key(span: Span) -> str:
    """How a statement that a person added is known here: another may stand at its place."""
    return f"added-{statement_key(span)}"


def _keys(anchor: Anchor, decision: Decision) -> tuple[str, ...]:
    if anchor.what != STATEMENT:
        return (anchor.text,)
    span = Span(anchor.start, anchor.end)
    if decision.kind is DecisionKind.ADD:
        return (added_key(span),)
    return (statement_key(span), decision.value or "")


def judged(page: str, decided: Iterable[tuple[DecisionView, Decision]]) -> dict[str, Judged]:
    """Report anchor or statement key → the latest decision on it that holds.

    Args:
        page: Hash of the page.
        decided: Decisions that rest on it, oldest first.
    """
    said: dict[str, Judged] = {}
    for view, decision in decided:
        if view.undone or decision.kind not in _SHOWN:
            continue
        for anchor in decision.anchors:
            if anchor.page == page:
                found = Judged(view.kind, view.id, view.who)
                said |= dict.fromkeys(_keys(anchor, decision), found)
    return said
