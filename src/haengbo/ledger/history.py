"""Past states of the ledger: as it stood at a moment, numbered releases, what changed between two.

Comes in: a day, a time or the name of a release. Goes out: events as they stood then. Nothing is
reconstructed: every state of every event was kept when it was superseded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from haengbo.errors import UsageError
from haengbo.ledger.records import decode, now
from haengbo.ledger.rows import first_day, last_day
from haengbo.ledger.tables import EventIdRow, EventVersionRow, ReleaseRow
from haengbo.ledger.views import EventFilter
from haengbo.model.collation import Event

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?")
#: Fields that a change log names.
_COMPARED = ("type", "mode", "status", "date", "place", "channel", "label_ko")


@dataclass(frozen=True, slots=True)
class Release:
    """A numbered state.

    Attributes:
        name: ``2025-1``.
        made: UTC time.
        note: What for.
        code_version: Of the program that made it.
        pack_version: Of the knowledge.
    """

    name: str
    made: str
    note: str
    code_version: str
    pack_version: str


@dataclass(frozen=True, slots=True)
class Change:
    """One event that differs between two states.

    Attributes:
        kind: added, removed, moved (to another id) or changed.
        event: Its id in the later state, or in the earlier one if it was removed or moved.
        label: Korean label.
        details: ``date: 2024-07-23 → 2024-07-24``; the new id of a moved one.
    """

    kind: str
    event: str
    label: str
    details: tuple[str, ...] = ()


def moment_of(session: Session, given: str) -> str:
    """The moment that a day (its end, UTC), a time or the name of a release denotes.

    Raises:
        UsageError: None of these.
    """
    release = session.get(ReleaseRow, given)
    if release is not None:
        return release.made
    if _DAY.fullmatch(given):
        return f"{given}T23:59:59.999999Z"
    if _TIME.fullmatch(given):
        return given if given.endswith("Z") else f"{given}Z"
    raise UsageError(f"날짜도 판 이름도 아니다: {given}")


def events_at(session: Session, moment: str) -> dict[str, Event]:
    """Every event as it stood at a moment."""
    rows = session.execute(
        select(EventVersionRow.event, EventVersionRow.record).where(
            EventVersionRow.since <= moment,
            or_(EventVersionRow.until.is_(None), EventVersionRow.until > moment),
        )
    )
    return {key: decode(record, Event) for key, record in rows}


def matches(event: Event, wanted: EventFilter) -> bool:
    """Whether a past state of an event passes a filter; the text of pages is not looked at."""
    named = {part.name for part in event.participants}
    chosen = (
        (event.type, wanted.types),
        (event.mode, wanted.modes),
        (event.channel, wanted.channels),
        (event.status, wanted.statuses),
    )
    return (
        set(wanted.who) <= named
        and all(not values or value in values for value, values in chosen)
        and (not wanted.place or wanted.place in (event.place or ""))
        and (not wanted.only_conflicting or bool(event.discrepancies))
        and _within(event, wanted)
    )


def _within(event: Event, wanted: EventFilter) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    first, last = first_day(event.date), last_day(event.date)
    if first is None and last is None:
        return False
    return (last or "9999") >= (wanted.since or "") and (first or "") <= (wanted.until or "9999")


def release(session: Session, name: str, note: str, versions: Sequence[str]) -> Release:
    """Number the present state.

    Args:
        session: In a transaction.
        name: Not used before.
        note: What for.
        versions: Of code and pack.

    Raises:
        UsageError: There is such a release already.
    """
    if session.get(ReleaseRow, name) is not None:
        raise UsageError(f"그 이름의 판이 이미 있다: {name}")
    code, pack = versions
    row = ReleaseRow(name=name, made=now(), note=note, code_version=code, pack_version=pack)
    session.add(row)
    session.flush()
    return Release(name, row.made, note, code, pack)


def releases(session: Session) -> tuple[Release, ...]:
    """All releases, oldest first."""
    rows = session.scalars(select(ReleaseRow).order_by(ReleaseRow.made))
    return tuple(Release(r.name, r.made, r.note, r.code_version, r.pack_version) for r in rows)


def changes(session: Session, first: str, second: str) -> tuple[Change, ...]:
    """What differs between two moments, removed and moved ones first."""
    before = events_at(session, moment_of(session, first))
    after = events_at(session, moment_of(session, second))
    return (
        *_gone(session, before, after),
        *(Change("added", key, after[key].label_ko) for key in sorted(after) if key not in before),
        *_changed(before, after),
    )


def _gone(session: Session, before: dict[str, Event], after: dict[str, Event]) -> Iterator[Change]:
    for key in sorted(before.keys() - after.keys()):
        row = session.get(EventIdRow, key)
        target = row.target if row is not None else None
        if target is not None and target in after:
            yield Change("moved", key, before[key].label_ko, (f"→ {target}",))
        else:
            yield Change("removed", key, before[key].label_ko)


def _changed(before: dict[str, Event], after: dict[str, Event]) -> Iterator[Change]:
    for key in sorted(before.keys() & after.keys()):
        details = [
            f"{name}: {getattr(before[key], name)} → {getattr(after[key], name)}"
            for name in _COMPARED
            if getattr(before[key], name) != getattr(after[key], name)
        ]
        one, other = len(before[key].members), len(after[key].members)
        if one != other:
            details.append(f"reports: {one} → {other}")
        if details:
            yield Change("changed", key, after[key].label_ko, tuple(details))
