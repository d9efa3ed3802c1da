"""What collation reads from and writes to the ledger.

Comes in: dirty pages, blocking keys, events as collation made them. Goes out: ``Told``s, rows of
events, a version for each event that changed, and a target for every id an event ever had.
Invariant: after ``store`` each report of the pages concerned belongs to exactly one event.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.orm import Session, aliased, undefer

from haengbo.ledger.chunks import GIVEN, chunks, given
from haengbo.ledger.counting import count_in
from haengbo.ledger.intake import mark_dirty
from haengbo.ledger.records import decode, encode, now
from haengbo.ledger.rows import first_day, last_day
from haengbo.ledger.tables import (
    ArticleRow,
    CollationRow,
    CopyRow,
    EventIdRow,
    EventPartRow,
    EventRow,
    EventVersionRow,
    LoosenedRow,
    PageRow,
    RelationRow,
    ReportRow,
    SketchRow,
)
from haengbo.model.collation import Anchor, CopyGroup, Event, Source, Told

#: Sampled shingles that two pages must share to be compared.
SHARED = 2
#: A shingle on more pages is a title or a name (조선중앙통신): pages do not meet by it. Only a text
#: made of hardly anything else could be found or missed by the order in which its copies came.
EVERYWHERE = 2_000


@dataclass(frozen=True, slots=True)
class Body:
    """The letters of an article's body, as the recognition of copies needs them."""

    source: Source
    letters: str


def dirty_pages(session: Session, only: Collection[str] | None = None) -> list[str]:
    """Pages that collation has not seen in their present state, sorted; of some pages only."""
    query = select(ArticleRow.page).where(ArticleRow.dirty.is_(True))
    if only is None:
        return list(session.scalars(query.order_by(ArticleRow.page)))
    parts = (session.scalars(query.where(ArticleRow.page.in_(part))) for part in chunks(only))
    return sorted(page for part in parts for page in part)


def clean(session: Session, pages: Iterable[str]) -> None:
    """Say that collation has seen these pages."""
    for part in chunks(pages):
        session.execute(update(ArticleRow).where(ArticleRow.page.in_(part)).values(dirty=False))


def sharing_sketch(session: Session, pages: Iterable[str]) -> set[str]:
    """The pages and all others that share two sampled shingles with one of them."""
    found: set[str] = set(pages)
    for part in chunks(found):
        found.update(session.scalars(_SHARING, {GIVEN: part}))
    return found


def _sharing() -> Select[str]:
    mine, theirs, all_ = aliased(SketchRow), aliased(SketchRow), aliased(SketchRow)
    everywhere = select(all_.page).where(all_.shingle == mine.shingle).limit(1).offset(EVERYWHERE)
    return (
        select(theirs.page)
        .join(mine, mine.shingle == theirs.shingle)
        .where(given(mine.page), ~everywhere.exists())
        .group_by(mine.page, theirs.page)
        .having(func.count() >= SHARED)
    )


_SHARING = _sharing()


def sketched(session: Session, pages: Iterable[str]) -> set[str]:
    """Those of the pages of which there is a sketch."""
    found: set[str] = set()
    for part in chunks(pages):
        rows = session.scalars(select(SketchRow.page).where(SketchRow.page.in_(part)).distinct())
        found.update(rows)
    return found


_SKETCHES = select(SketchRow.page, SketchRow.shingle).where(given(SketchRow.page))


def sketches(session: Session, pages: Iterable[str]) -> dict[str, frozenset[str]]:
    """Page → its sampled shingles, of those pages that have a sketch."""
    found: dict[str, set[str]] = {}
    for part in chunks(pages):
        for page, shingle in session.execute(_SKETCHES, {GIVEN: part}):
            found.setdefault(page, set()).add(shingle)
    return {page: frozenset(sample) for page, sample in found.items()}


_ROOTS = select(CopyRow.root).where(given(CopyRow.page) | given(CopyRow.root))
_COPIED = select(CopyRow.page, CopyRow.root).where(CopyRow.root.in_(_ROOTS))


def copied_with(session: Session, pages: Iterable[str]) -> set[str]:
    """The pages and all that are in one group of copies with them."""
    found = set(pages)
    return found | in_groups_with(session, found)


def in_groups_with(session: Session, pages: Iterable[str]) -> set[str]:
    """All pages of the groups of copies in which these are; none of those that are in no group."""
    found: set[str] = set()
    for part in chunks(pages):
        found.update(page for row in session.execute(_COPIED, {GIVEN: part}) for page in row)
    return found


def bodies(session: Session, pages: Iterable[str]) -> list[Body]:
    """Letters of articles, in order of the hash."""
    out: list[Body] = []
    for part in chunks(pages):
        rows = session.execute(
            select(ArticleRow, PageRow.name)
            .join(PageRow, PageRow.sha256 == ArticleRow.page)
            .where(ArticleRow.page.in_(part))
            .options(undefer(ArticleRow.letters))
            .order_by(ArticleRow.page)
        )
        out.extend(Body(source_of(article, name), article.letters) for article, name in rows)
    return out


def source_of(article: ArticleRow, name: str) -> Source:
    """What collation must know of an article."""
    return Source(
        article.page, name, article.outlet, article.wire, article.published, article.title
    )


_ROOT_OF = select(CopyRow.page, CopyRow.root).where(given(CopyRow.page))


def copy_roots(session: Session, pages: Iterable[str]) -> dict[str, str]:
    """For each of these pages that is a copy, the original of its group."""
    roots: dict[str, str] = {}
    for part in chunks(pages):
        roots.update((page, root) for page, root in session.execute(_ROOT_OF, {GIVEN: part}))
    return roots


def store_copies(session: Session, pages: Iterable[str], groups: Iterable[CopyGroup]) -> None:
    """Replace what is known of copies among ``pages``; pages whose original changed are dirty."""
    pages = list(pages)
    before = copy_roots(session, pages)
    for part in chunks(pages):
        session.execute(delete(CopyRow).where(CopyRow.page.in_(part)))
    after: dict[str, str] = {}
    for group in groups:
        root = group.pages[0]
        for link in group.links:
            after[link.page] = root
            session.add(
                CopyRow(page=link.page, of=link.of, root=root, score=link.score, reason=link.reason)
            )
    session.flush()
    changed = {p for p in {*before, *after} if before.get(p) != after.get(p)}
    mark_dirty(session, changed | {r for p in changed for r in (before.get(p), after.get(p)) if r})


_TOLD = select(ReportRow.record).where(given(ReportRow.page)).order_by(ReportRow.id)


def told_of_pages(session: Session, pages: Iterable[str]) -> list[Told]:
    """Reports of these pages, in order of their anchors' text."""
    out: list[Told] = []
    for part in chunks(pages):
        out.extend(decode(record, Told) for record in session.scalars(_TOLD, {GIVEN: part}))
    return out


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of collation says about itself."""

    code_version: str
    pack_version: str
    reports: int
    largest_block: int


def started(session: Session, run: Run) -> CollationRow:
    """Note a run; gives its row, with its number and moment."""
    collation = CollationRow(
        made=now(),
        code_version=run.code_version,
        pack_version=run.pack_version,
        reports=run.reports,
        largest_block=run.largest_block,
    )
    session.add(collation)
    session.flush()
    return collation


def store(
    session: Session,
    told: Sequence[Told],
    events: Sequence[Event],
    run: Run,
    pages: Collection[str] = (),
) -> list[Event]:
    """Make ``events`` the present account of ``told``.

    What relates two events depends on these alone. So those that changed have lost their relations
    and must be related anew, and those of the pages that were read anew as well: other rules may
    have read them. Any other event, looked at because it is like one of them, keeps those it has.

    Args:
        session: In a transaction.
        told: All reports that were clustered.
        events: Every one of them is a member of exactly one.
        run: About this run.
        pages: Those that changed.

    Returns:
        The events whose neighbours are to be looked for.
    """
    collation = started(session, run)
    moment = collation.made
    placed = _placed(session, [t.anchor.text for t in told])
    gone = {event for event in placed.values() if event is not None} | _orphans(session)
    # A block of a thousand reports has hundreds of events of which one changes
    kept = _unchanged(session, events, placed)
    read_anew = frozenset(pages)
    again = {
        event.id
        for event in events
        if event.id in kept and any(m.anchor.page in read_anew for m in event.members)
    }
    _forget_relations(session, again)
    changed, gone = [event for event in events if event.id not in kept], gone - kept
    before = _take_away(session, gone | {event.id for event in changed})
    _put_events(session, changed)
    _put_versions(session, before, changed, collation)
    _put_ids(session, changed, gone, moment)
    return [*changed, *(event for event in events if event.id in again)]


_PLACED = select(ReportRow.id, ReportRow.event).where(given(ReportRow.id))


def _placed(session: Session, reports: Sequence[str]) -> dict[str, str | None]:
    """Report → the event that it belongs to."""
    found: dict[str, str | None] = {}
    for part in chunks(reports):
        found.update((report, event) for report, event in session.execute(_PLACED, {GIVEN: part}))
    return found


def _unchanged(
    session: Session, events: Sequence[Event], placed: Mapping[str, str | None]
) -> set[str]:
    """Events that are stored as they are, with all their reports."""
    stored = _records(session, (event.id for event in events))
    return {
        event.id
        for event in events
        if all(placed.get(member.anchor.text) == event.id for member in event.members)
        and stored.get(event.id) == encode(event)
    }


_RECORD = select(EventRow.id, EventRow.record).where(given(EventRow.id))


def _records(session: Session, ids: Iterable[str]) -> dict[str, str]:
    records: dict[str, str] = {}
    for part in chunks(ids):
        records.update((key, record) for key, record in session.execute(_RECORD, {GIVEN: part}))
    return records


def _forget_relations(session: Session, ids: Iterable[str]) -> None:
    """Take away what related these events to others: it is told anew."""
    for part in chunks(ids):
        session.execute(
            delete(RelationRow).where(RelationRow.event.in_(part) | RelationRow.other.in_(part))
        )


def _orphans(session: Session) -> set[str]:
    """Events whose reports are all gone after a new reading; they are looked at once."""
    loosened = set(session.scalars(select(LoosenedRow.event)))
    session.execute(delete(LoosenedRow))
    found: set[str] = set()
    for part in chunks(loosened):
        there = set(session.scalars(select(EventRow.id).where(EventRow.id.in_(part))))
        found |= there - set(
            session.scalars(select(ReportRow.event).where(ReportRow.event.in_(part)).distinct())
        )
    return found


def _take_away(session: Session, ids: set[str]) -> dict[str, str]:
    before = _records(session, ids)
    _forget_relations(session, ids)
    for part in chunks(ids):
        count_in(session, part, sign=-1)
        session.execute(delete(EventPartRow).where(EventPartRow.event.in_(part)))
        session.execute(delete(EventRow).where(EventRow.id.in_(part)))
        session.execute(
            update(ReportRow).where(ReportRow.event.in_(part)).values(event=None, earlier=False)
        )
    return before


def _put_events(session: Session, events: Sequence[Event]) -> None:
    session.add_all([EventRow(**event_values(event)) for event in events])
    session.flush()
    session.add_all(EventPartRow(**row) for event in events for row in part_values(event))
    session.flush()
    for part in chunks(event.id for event in events):
        count_in(session, part, sign=1)
    placed = [
        {
            "id": member.anchor.text,
            "event": event.id,
            "score": member.score,
            "reasons": encode(member.reasons),
            "earlier": member.earlier,
        }
        for event in events
        for member in event.members
    ]
    if placed:
        session.execute(update(ReportRow), placed)


def event_values(event: Event) -> dict[str, Any]:
    """What a row of ``events`` holds."""
    first, last = first_day(event.date), last_day(event.date)
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "sides": event.sides,
        "status": event.status.value,
        "channel": event.channel.value if event.channel else None,
        "date": event.date,
        "day": first or last,
        "first_day": first,
        "last_day": last,
        "place": event.place,
        "sentence": event.sentence,
        "pages": len({m.anchor.page for m in event.members if not m.earlier}),
        "origins": len(event.origins),
        "voices": len(event.voices),
        "discrepancies": len(event.discrepancies),
        "decided": event.decided,
        "record": encode(event),
    }


def part_values(event: Event) -> list[dict[str, Any]]:
    """What rows of ``event_parts`` hold: one for each name."""
    names = {part.name: part for part in reversed(event.participants)}
    return [
        {
            "event": event.id,
            "name": part.name,
            "role": part.role.value,
            "kind": part.kind,
            "state": part.state,
            "first_day": first_day(event.date),
            "last_day": last_day(event.date),
        }
        for part in names.values()
    ]


def _put_versions(
    session: Session, before: dict[str, str], events: Sequence[Event], run: CollationRow
) -> None:
    """Close the versions that no longer hold, open one for each event that changed."""
    after = {event.id: encode(event) for event in events}
    changed = [key for key in {*before, *after} if before.get(key) != after.get(key)]
    for part in chunks(changed):
        # By its number: a database that may begin with what is open reads all that is
        rows = session.execute(
            select(EventVersionRow.id, EventVersionRow.until).where(EventVersionRow.event.in_(part))
        )
        standing = [number for number, until in rows if until is None]
        if standing:
            closed = update(EventVersionRow).where(EventVersionRow.id.in_(standing))
            session.execute(closed.values(until=run.made))
        session.add_all(
            EventVersionRow(event=key, since=run.made, run=run.id, record=after[key])
            for key in part
            if key in after
        )
    session.flush()


def _put_ids(session: Session, events: Sequence[Event], gone: set[str], moment: str) -> None:
    """Every id leads to the event that now holds its anchor."""
    known: set[str] = set()
    for part in chunks(event.id for event in events):
        known.update(session.scalars(select(EventIdRow.id).where(EventIdRow.id.in_(part))))
    for event in events:
        if event.id not in known:
            anchor = min(member.anchor for member in event.members)
            session.add(
                EventIdRow(
                    id=event.id,
                    page=anchor.page,
                    anchor=anchor.text,
                    target=event.id,
                    first_seen=moment,
                )
            )
    session.flush()
    _retarget(session, gone | {event.id for event in events})


def _retarget(session: Session, touched: set[str]) -> None:
    """Have each id that led to a touched event, or to none, lead to where its anchor is now."""
    rows: dict[str, EventIdRow] = {}
    for part in chunks(touched):
        found = session.scalars(
            select(EventIdRow).where(EventIdRow.target.in_(part) | EventIdRow.id.in_(part))
        )
        rows.update((row.id, row) for row in found)
    lost = session.scalars(select(EventIdRow).where(EventIdRow.target.is_(None)))
    rows.update((row.id, row) for row in lost)
    exact: dict[str, str | None] = {}
    for part in chunks(row.anchor for row in rows.values()):
        placed = session.execute(
            select(ReportRow.id, ReportRow.event).where(ReportRow.id.in_(part))
        )
        exact.update((report, event) for report, event in placed)
    for row in rows.values():
        if row.anchor in exact:
            row.target = exact[row.anchor]
        else:
            row.target = _near_by(session, Anchor.parse(row.anchor))
    session.flush()


def _near_by(session: Session, anchor: Anchor) -> str | None:
    """The event of the report that overlaps an anchor that moved, the nearest first."""
    near: list[tuple[bool, int, str, str]] = []
    for row in session.scalars(select(ReportRow).where(ReportRow.page == anchor.page)):
        other = Anchor.parse(row.id)
        if other.start < anchor.end and anchor.start < other.end and row.event is not None:
            shift = abs(other.start - anchor.start) + abs(other.end - anchor.end)
            near.append((other.what != anchor.what, shift, row.id, row.event))
    return min(near)[3] if near else None
