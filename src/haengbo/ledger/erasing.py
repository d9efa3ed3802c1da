"""A page taken out of the ledger: text and quotations go; facts, reference and reason stay.

For when whoever owns a text asks for it, or a page should never have been taken in. Invariant:
after ``erase`` no word of the page's text is left in the ledger, past versions of events
included; who erased it, when and why is left, and it does not come in again by itself.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.ledger.articles import find_page, present_reading
from haengbo.ledger.audit import note
from haengbo.ledger.decisions import By
from haengbo.ledger.dialects import put_words
from haengbo.ledger.intake import forget_derived, log, mark_dirty
from haengbo.ledger.records import decode, encode, now
from haengbo.ledger.sealing import seal_erased
from haengbo.ledger.tables import (
    CopyRow,
    DecisionRow,
    EventRow,
    EventVersionRow,
    ReadingRow,
    VersionRow,
)
from haengbo.ledger.tombstones import keep_facts
from haengbo.ledger.versions import versioned_with
from haengbo.model.collation import ERASED, Discrepancy, Event
from haengbo.model.decision import STATEMENT, Decision, DecisionKind


class ErasedAlreadyError(UsageError):
    """The page was erased before; what hangs on that may still be to do."""


def erase(session: Session, key: str, by: By) -> str:
    """Erase a page; the events it reported are looked at again at the next collation.

    Args:
        session: In a transaction.
        key: Name, hash or unique beginning of a hash.
        by: Who erases it and why.

    Returns:
        The page's hash.

    Raises:
        UsageError: There is no such page.
        ErasedAlreadyError: It is erased already.
    """
    row = find_page(session, key)
    if row is None:
        raise UsageError(f"그런 쪽이 없다: {key}")
    if row.erased is not None:
        raise ErasedAlreadyError(f"이미 지운 쪽이다: {row.name}")
    reading = present_reading(session, row.sha256)
    told_elsewhere = _told_elsewhere(session, row.sha256)
    if reading is None or told_elsewhere:
        forget_derived(session, row.sha256)
    session.execute(
        delete(CopyRow).where((CopyRow.page == row.sha256) | (CopyRow.of == row.sha256))
    )
    mark_dirty(session, versioned_with(session, [row.sha256]) - {row.sha256})
    session.execute(delete(VersionRow).where(VersionRow.page == row.sha256))
    row.data = None
    row.erased = now()
    moment = row.erased
    session.execute(
        update(ReadingRow).where(ReadingRow.page == row.sha256).values(record="", superseded=moment)
    )
    if reading is not None and not told_elsewhere:
        keep_facts(session, reading)
    put_words(session.connection(), row.sha256, ())
    _erase_quotations(session, row.sha256)
    _erase_from_decisions(session, row.sha256)
    log(session, row.name, row.sha256, "erased", f"{by.who}: {by.why}")
    note(session, by.who, "remove-page", f"{row.sha256[:12]}: {by.why}")
    session.flush()
    return row.sha256


def _told_elsewhere(session: Session, page: str) -> bool:
    """Whether a copy or another version of the article tells the same: then that one is enough."""
    copy = select(CopyRow.page).where((CopyRow.page == page) | (CopyRow.of == page))
    version = select(VersionRow.page).where(VersionRow.page == page)
    return any(session.scalar(query.limit(1)) is not None for query in (copy, version))


def _erase_quotations(session: Session, page: str) -> None:
    """Take the page's sentences out of every state of every event, past and present."""
    past = session.scalars(
        select(EventVersionRow).where(EventVersionRow.record.contains(page, autoescape=True))
    )
    for row in past:
        row.record = encode(_without(decode(row.record, Event), page))
    # The present ones are made anew by collation, but nothing may be left if it never comes
    present = session.scalars(
        select(EventRow).where(EventRow.record.contains(page, autoescape=True))
    )
    for event in present:
        left = _without(decode(event.record, Event), page)
        event.record, event.sentence = encode(left), left.sentence


def _erase_from_decisions(session: Session, page: str) -> None:
    """Take its words out of what people decided on them; that they decided, and why, stays."""
    rows = session.scalars(
        select(DecisionRow).where(DecisionRow.record.contains(page, autoescape=True))
    )
    for row in rows:
        decision = decode(row.record, Decision)
        added = row.kind == DecisionKind.ADD.value
        if added or any(a.page == page and a.what == STATEMENT for a in decision.anchors):
            row.record = encode(
                replace(
                    decision,
                    before=ERASED,
                    after=ERASED if added else decision.after,
                    value=None if added else decision.value,
                )
            )
            seal_erased(session, row)


def _without(event: Event, page: str) -> Event:
    sentence = ERASED if event.sentence_at.page == page else event.sentence
    return replace(
        event,
        sentence=sentence,
        discrepancies=tuple(_unquoted(item) for item in event.discrepancies),
    )


def _unquoted(item: Discrepancy) -> Discrepancy:
    """Wordings are quotations; dates, places and names are not."""
    if item.field != "wording":
        return item
    return replace(item, values=tuple(replace(value, value=ERASED) for value in item.values))
