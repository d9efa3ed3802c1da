"""The ledger's pages, or statements, as columns, newest first: what a search needs but the texts.

Comes in: a session. Goes out: a ``Shelf`` of the state that it sees. Of each are held the number of
its page's reading, by which the index of words knows the page, its day, and what tells it from
others of the day, twenty bytes in all. After pages were taken in only those are read. Invariant:
the order is that of the ledger's own queries: newest day first, those without a day last, by hash
or id within a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Text, cast, func, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from haengbo.ledger.tables import ArticleRow, ReadingRow, StatementRow

Numbers = NDArray[np.int64]
Marks = NDArray[np.bool_]

#: Hashes as numbers, or ids.
Keys = NDArray[Any]
#: Of what is read: readings, days, keys; in any order.
_Rows = tuple[Numbers, Numbers, Keys]
#: Digits of the hash that are held: two pages of a day that are alike in these there are not.
_DIGITS = 16


def numbers(text: str | None) -> Numbers:
    """``"3,5,8"`` as an array: a database gives ten thousands of numbers faster so than as rows."""
    return np.fromstring(text or "", dtype=np.int64, sep=",")


class Kind(Protocol):
    """Reads what stands on a shelf."""

    def __call__(self, session: Session, where: ColumnElement[bool]) -> _Rows:
        """All that is told by articles of which this is true."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Pages or statements, newest first.

    Attributes:
        last: Greatest number of a reading when this was made; 0 of an empty ledger.
        reading: Number of the present reading of each one's page.
        day: ``20241102``; 0 where it has none.
        key: Beginning of the page's hash; id of the statement.
    """

    last: int
    reading: Numbers
    day: Numbers
    key: Keys
    kind: Kind

    @classmethod
    def made(cls, session: Session, kind: Kind) -> Shelf:
        """The shelf of all that the ledger has of a kind."""
        last = session.scalar(select(func.max(ReadingRow.id))) or 0
        return cls(last, *_ordered(*kind(session, true())), kind)

    def next(self, session: Session) -> Shelf:
        """The shelf after what was taken in since; itself if that is nothing."""
        last = session.scalar(select(func.max(ReadingRow.id))) or 0
        if last == self.last:
            return self
        again = select(ReadingRow.page).where(ReadingRow.id > self.last)
        former = session.scalars(
            select(ReadingRow.id).where(ReadingRow.page.in_(again), ReadingRow.id <= self.last)
        )
        stays = ~np.isin(self.reading, np.array(former.all(), dtype=np.int64))
        come = _ordered(*self.kind(session, ArticleRow.reading > self.last))
        here = self.reading[stays], self.day[stays], self.key[stays]
        at = _places(here[1], here[2], come[1], come[2])
        reading, day, key = (np.insert(*pair) for pair in zip(here, (at,) * 3, come, strict=True))
        return Shelf(last, reading, day, key, self.kind)

    def newest(self, held: Marks) -> Numbers:
        """Readings of what is marked, by the numbers of the readings; newest first."""
        found: Numbers = self.reading[held[self.reading]]
        return found


def _day(column: InstrumentedAttribute[str | None]) -> ColumnElement[str]:
    return func.replace(func.coalesce(column, "0"), "-", "")


def _reading() -> ColumnElement[str]:
    return func.aggregate_strings(cast(ArticleRow.reading, Text), ",")


def pages(session: Session, where: ColumnElement[bool]) -> _Rows:
    """Pages by their hashes."""
    columns = (
        *(_reading(), func.aggregate_strings(_day(ArticleRow.day), ",")),
        func.aggregate_strings(func.substr(ArticleRow.page, 1, _DIGITS), ""),
    )
    readings, days, keys = session.execute(select(*columns).where(where)).one()
    key = np.frombuffer(bytes.fromhex(keys or ""), dtype=">u8").astype(np.uint64)
    return numbers(readings), numbers(days), key


def statements(session: Session, where: ColumnElement[bool]) -> _Rows:
    """Statements by their ids."""
    columns = (
        *(_reading(), func.aggregate_strings(_day(StatementRow.day), ",")),
        func.aggregate_strings(StatementRow.id, ","),
    )
    joined = select(*columns).join(ArticleRow, ArticleRow.page == StatementRow.page)
    readings, days, ids = session.execute(joined.where(where)).one()
    key = np.array(ids.split(",") if ids else [], dtype=np.bytes_)
    return numbers(readings), numbers(days), key


def _ordered(reading: Numbers, day: Numbers, key: Keys) -> _Rows:
    order = np.lexsort((key, -day))
    return reading[order], day[order], key[order]


def _places(day: Numbers, key: Keys, days: Numbers, keys: Keys) -> list[int]:
    """Before which of those that stand in order each of the others belongs."""
    falling = -day
    places = []
    for one, mine in zip(days.tolist(), keys, strict=True):
        start, end = np.searchsorted(falling, (-one, 1 - one))
        places.append(int(start + np.searchsorted(key[start:end], mine)))
    return places
