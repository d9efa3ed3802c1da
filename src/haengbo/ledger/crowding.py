"""Which blocking keys are crowded, and which reports that changes with a page.

Comes in: keys as collation makes them, pages that are collated or taken away. Goes out: keys of
months and years under which more days stand than a report without a day can be placed among; the
reports that stand under keys which just became so, or just ceased to be so. Invariant: what is
crowded is asked of all reports that the ledger holds, collated or not, so that it is the same once
all are.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from haengbo.ledger.chunks import GIVEN, chunks, given
from haengbo.ledger.dialects import many_keys
from haengbo.ledger.tables import ReportKeyRow, ReportRow
from haengbo.model import crowds


class Crowds:
    """Says which keys are crowded; asks of each once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._known: dict[str, bool] = {}

    def __call__(self, keys: Iterable[str]) -> set[str]:
        """Those of these keys that are crowded, as far as reports stand under them."""
        wanted = {key for key in keys if crowds.stretch_of(key) is not None}
        unknown = _asked_of(self._session, wanted - self._known.keys())
        crowded = _crowded(self._session, unknown)
        self._known |= {key: key in crowded for key in wanted - self._known.keys()}
        return {key for key in wanted if self._known[key]}


def newly_crowded(session: Session, pages: Iterable[str]) -> set[str]:
    """Keys that became crowded, or filled, by reports on these pages, which are not yet collated.

    Others that are not yet collated either count with them: whichever comes first says it for all.
    """
    now = _crowded(session, _around(session, pages))
    return {crowds.stored_as(key) for key in now - _crowded(session, now, settled=True)}


def loosened_by(session: Session, page: str) -> set[str]:
    """Pages of reports without a day that may be placed otherwise when those of this are gone."""
    crowded = _crowded(session, _around(session, [page]))
    days = sum(1 for key in _keys(session, [page]) if crowds.is_of_a_day(key))
    left = crowded - _crowded(session, crowded, more=days)
    return _all(session, _STANDING, {crowds.stored_as(key) for key in left})


def _around(session: Session, pages: Iterable[str]) -> set[str]:
    """Keys of the months and years of days on these pages, as far as reports stand under them."""
    around = {
        wide
        for key in _keys(session, pages)
        if crowds.is_of_a_day(key)
        for wide in crowds.around_day(key)
    }
    nobody = {crowds.counted_for(key) for key in around}
    return _asked_of(session, around | nobody)


def _keys(session: Session, pages: Iterable[str]) -> set[str]:
    return _all(session, _KEYS, pages)


def _asked_of(session: Session, keys: Iterable[str]) -> set[str]:
    """Of these keys those under which reports stand, whatever is asked of them."""
    asked: dict[str, set[str]] = {}
    for key in keys:
        asked.setdefault(crowds.stored_as(key), set()).add(key)
    return {key for stored in _all(session, _STOOD_UNDER, asked) for key in asked[stored]}


_JOINED = ReportKeyRow.report == ReportRow.id
_KEYS = select(ReportKeyRow.key).join(ReportRow, _JOINED).where(given(ReportRow.page)).distinct()
_STANDING = (
    select(ReportRow.page).join(ReportKeyRow, _JOINED).where(given(ReportKeyRow.key)).distinct()
)
_STOOD_UNDER = select(ReportKeyRow.key).where(given(ReportKeyRow.key)).distinct()


def _all(session: Session, asked: Select[str], values: Iterable[str]) -> set[str]:
    """What is asked of these values, each once."""
    return {found for part in chunks(values) for found in session.scalars(asked, {GIVEN: part})}


def _crowded(
    session: Session, keys: Iterable[str], *, more: int = 0, settled: bool = False
) -> set[str]:
    """Of these keys those under whose days stands more than is allowed, and so many more."""
    by_most: dict[int, dict[str, tuple[str, str]]] = {}
    for key in keys:
        by_most.setdefault(crowds.most_under(key) + more, {})[key] = _stretch(key)
    return {
        key
        for most, stretches in by_most.items()
        for key in many_keys(session, stretches, most, settled=settled)
    }


def _stretch(key: str) -> tuple[str, str]:
    stretch = crowds.stretch_of(crowds.counted_as(key))
    if stretch is None:
        raise ValueError(f"no month or year: {key}")
    return stretch
