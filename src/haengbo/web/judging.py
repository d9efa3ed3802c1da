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


def _key(anchor: Anchor) -> str:
    if anchor.what == STATEMENT:
        return statement_key(Span(anchor.start, anchor.end))
    return anchor.text


def judged(page: str, decided: Iterable[tuple[DecisionView, Decision]]) -> dict[str, Judged]:
    """Report anchor or statement key → the latest decision on it that holds.

    Args:
        page: Hash of the page.
        decided: Decisions that rest on it, oldest first.
    """
    said = {}
    for view, decision in decided:
        if view.undone or decision.kind not in _SHOWN:
            continue
        for anchor in decision.anchors:
            if anchor.page == page:
                said[_key(anchor)] = Judged(view.kind, view.id, view.who)
    return said
