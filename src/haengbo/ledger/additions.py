"""Findings that people add by hand to a page, laid over what the machine read.

Comes in: a decision of the kind ``add`` (a quotation of the page and what it tells). Goes out: the
page's reading with it. Invariant: what was added is marked ``added:NAME`` in its rule, so that the
machine's own reading can always be told apart and had back; an addition whose words are no longer
on the page waits and is never dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.ledger.articles import find_page, present_reading
from haengbo.ledger.decisions import By, record, undone_numbers
from haengbo.ledger.records import decode, encode
from haengbo.ledger.tables import DecisionRow
from haengbo.model.collation import Anchor
from haengbo.model.decision import ADDED, STATEMENT, Decision, DecisionKind
from haengbo.model.reading import EventReport, Reading, Statement
from haengbo.model.span import Span


@dataclass(frozen=True, slots=True)
class Added:
    """A finding with the words of the page that it stands on; an event or a statement."""

    quote: str
    event: EventReport | None = None
    statement: Statement | None = None

    @property
    def finding(self) -> EventReport | Statement:
        """Whichever it is."""
        found = self.event or self.statement
        if found is None:
            raise UsageError("더할 것이 없다")
        return found


def add(session: Session, key: str, added: Added, by: By) -> int:
    """Say that a page tells something that the machine did not find.

    Args:
        session: Of the ledger.
        key: Name or hash of the page.
        added: What it tells; its rule is set here.
        by: Who says so, and why.

    Raises:
        UsageError: No such page, or its text does not hold the words at that place.
    """
    row = find_page(session, key)
    reading = present_reading(session, row.sha256) if row is not None else None
    if row is None or reading is None:
        raise UsageError(f"그런 쪽이 없다: {key}")
    span = added.finding.span
    if not added.quote or span.of(reading.article.text) != added.quote:
        raise UsageError("고른 대목이 이 쪽의 글과 맞지 않는다")
    rule = ADDED + by.who
    marked = Added(
        added.quote,
        replace(added.event, rule=rule) if added.event else None,
        replace(added.statement, rule=rule) if added.statement else None,
    )
    decision = Decision(
        DecisionKind.ADD,
        (Anchor(row.sha256, span.start, span.end, _what(marked)),),
        value=encode(marked),
        after=added.quote,
        who=by.who,
        why=by.why,
    )
    return record(session, decision, None)


def _what(added: Added) -> str:
    event = added.event
    if event is None:
        return STATEMENT
    return f"{event.type}/{event.mode}" if event.mode else event.type


def on_page(session: Session, page: str) -> tuple[Added, ...]:
    """What people added to a page (hash) and did not take back, oldest first."""
    undone = undone_numbers(session)
    rows = session.scalars(
        select(DecisionRow)
        .where(DecisionRow.kind == DecisionKind.ADD.value, DecisionRow.record.contains(page))
        .order_by(DecisionRow.id)
    )
    made = (decode(row.record, Decision) for row in rows if row.id not in undone)
    return tuple(
        decode(d.value, Added) for d in made if d.value and any(a.page == page for a in d.anchors)
    )


def not_laid_over(session: Session, pages: Iterable[str]) -> list[str]:
    """Those of these pages (hashes) whose present reading lacks an addition or has one too many."""
    wanted = set(pages)
    rows = session.scalars(select(DecisionRow).where(DecisionRow.kind == DecisionKind.ADD.value))
    concerned = {anchor.page for row in rows for anchor in decode(row.record, Decision).anchors}
    found = []
    for page in sorted(wanted & concerned):
        reading = present_reading(session, page)
        if reading is None:
            continue
        if _marks(reading) != _marks(lay_over(reading, on_page(session, page))):
            found.append(page)
    return found


def _marks(reading: Reading) -> list[tuple[str, int, int, str]]:
    """What people added to a reading: who, where, what."""
    events = ((e.rule, e.span, f"{e.type}/{e.mode}") for e in reading.events)
    said = ((s.rule, s.span, STATEMENT) for s in reading.statements)
    return sorted(
        (rule, span.start, span.end, what)
        for rule, span, what in (*events, *said)
        if rule.startswith(ADDED)
    )


def lay_over(reading: Reading, added: Sequence[Added]) -> Reading:
    """A reading with these additions and no others.

    Args:
        reading: Of the machine, or with additions made earlier.
        added: Those that hold; one whose words are gone from the text is left out.
    """
    events = [e for e in reading.events if not e.rule.startswith(ADDED)]
    statements = [s for s in reading.statements if not s.rule.startswith(ADDED)]
    for item in added:
        span = _standing(item, reading.article.text)
        if span is None:
            continue
        if item.event:
            events.append(
                replace(item.event, id=f"e{len(events) + 1}", span=span, evidence=(span,))
            )
        if item.statement:
            statements.append(replace(item.statement, id=f"s{len(statements) + 1}", span=span))
    return replace(reading, events=tuple(events), statements=tuple(statements))


def _standing(item: Added, text: str) -> Span | None:
    """Where the quotation stands now, nearest to where it stood."""
    span = item.finding.span
    if span.of(text) == item.quote:
        return span
    places = []
    at = text.find(item.quote)
    while at >= 0:
        places.append(at)
        at = text.find(item.quote, at + 1)
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - span.start))
    return Span(start, start + len(item.quote))
