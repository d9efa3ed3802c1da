"""Pack → everything that is wrong with it, one problem per row.

Comes in: ``Knowledge``. Goes out: ``Problem``s; an empty tuple is a sound pack. What a single row
can show (unknown fields, wrong types) is refused on load with ``PackError``; this module checks
what only all tables together show: references, dates, and forms that two rows claim.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any

from haengbo.errors import PackError
from haengbo.knowledge.actors import ActorRow, RoleRow
from haengbo.knowledge.chronicle import EraRow, KnownEventRow
from haengbo.knowledge.frames import FrameRow, SynonymRow
from haengbo.knowledge.gazetteer import Gazetteer, Strength, gazetteer
from haengbo.knowledge.offices import ChannelRow, RankRow, TitleRow
from haengbo.knowledge.outlet_pages import OutletPageRow, xpath_of
from haengbo.knowledge.outlets import OutletRow, VoiceRow
from haengbo.knowledge.packs import Knowledge
from haengbo.knowledge.tables import TABLES
from haengbo.model import edtf


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong.

    Attributes:
        table: Name of the table.
        row: Id of the row, or the form.
        message: What is wrong, for people.
    """

    table: str
    row: str
    message: str


def find_problems(knowledge: Knowledge) -> tuple[Problem, ...]:
    """Everything wrong with a pack, in the order of the checks; empty if it is sound."""
    unreadable = tuple(_unreadable(knowledge))
    if unreadable:
        return unreadable
    return tuple(problem for check in CHECKS for problem in check(knowledge))


def _unreadable(knowledge: Knowledge) -> Iterator[Problem]:
    for name, kind in TABLES:
        try:
            knowledge.table(name, kind)
        except PackError as error:
            yield Problem(name, "", str(error))


def texts_of(value: object) -> Iterator[str]:
    """Every string in a row's field, in nested tuples too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for member in value:
            yield from texts_of(member)


def not_normal(knowledge: Knowledge) -> Iterator[Problem]:
    """Texts that are not in Unicode normal form C, or have space at their ends."""
    for table, kind in TABLES:
        rows: tuple[Any, ...] = knowledge.table(table, kind)
        for row in rows:
            for field in fields(row):
                for text in texts_of(getattr(row, field.name)):
                    if text != unicodedata.normalize("NFC", text):
                        yield Problem(table, row.id, f"{field.name}: {text!r} is not NFC")
                    if text != text.strip() and kind in {ActorRow, OutletRow, TitleRow, RoleRow}:
                        yield Problem(table, row.id, f"{field.name}: {text!r} has outer space")


def unreadable_selectors(knowledge: Knowledge) -> Iterator[Problem]:
    """Selectors of outlets' pages that are neither XPath nor plain CSS."""
    for row in knowledge.table("outlet_pages", OutletPageRow):
        for selector in row.selectors:
            try:
                xpath_of(selector)
            except ValueError as error:
                yield Problem("outlet_pages", row.id, str(error))


def claimed_twice(knowledge: Knowledge) -> Iterator[Problem]:
    """Strong forms that several rows claim without being marked ``ambiguous``."""
    for form, claims in gazetteer(knowledge).claims():
        rows = claims.get(Strength.STRONG, ())
        if len(rows) > 1 and not all(getattr(row, "ambiguous", False) for row in rows):
            ids = ", ".join(row.id for row in rows)
            yield Problem("actors", form, f"claimed as strong by {ids}")


def repeated_ids(knowledge: Knowledge) -> Iterator[Problem]:
    """Ids shared by actors, media and places: look-ups by id need one."""
    seen: set[str] = set()
    for row in gazetteer(knowledge).rows:
        if row.id in seen:
            yield Problem("actors", row.id, "the id is used in two tables")
        seen.add(row.id)


def loose_references(knowledge: Knowledge) -> Iterator[Problem]:
    """Names and ids that point to no row."""
    names = gazetteer(knowledge)
    yield from _loose_states(names)
    yield from _loose_roles(names, knowledge.table("roles", RoleRow))
    voices = {row.id for row in knowledge.table("voices", VoiceRow)}
    for row in names.rows:
        voice = getattr(row, "voice", None)
        if voice is not None and voice not in voices:
            yield Problem("outlets", row.id, f"unknown voice {voice!r}")
    yield from _loose_titles(knowledge)
    yield from _loose_synonyms(knowledge)


def _loose_states(names: Gazetteer) -> Iterator[Problem]:
    for row in names.rows:
        state = getattr(row, "state", None)
        if state is not None and not names.named(state):
            yield Problem("actors", row.id, f"unknown state {state!r}")
        town = getattr(row, "town", None)
        if town is not None and not names.named(town):
            yield Problem("places", row.id, f"unknown town {town!r}")


def _loose_roles(names: Gazetteer, roles: Iterable[RoleRow]) -> Iterator[Problem]:
    for role in roles:
        if names.by_id(role.actor) is None:
            yield Problem("roles", role.id, f"unknown actor {role.actor!r}")
        if not names.named(role.of):
            yield Problem("roles", role.id, f"unknown body {role.of!r}")


def _loose_titles(knowledge: Knowledge) -> Iterator[Problem]:
    ranks = {row.id for row in knowledge.table("ranks", RankRow)}
    channels = {row.id for row in knowledge.table("channels", ChannelRow)}
    for title in knowledge.table("titles", TitleRow):
        stated = {title.rank, *(pair.partition("=")[2] for pair in title.ranks)} - {None}
        for rank in sorted(str(rank) for rank in stated - ranks):
            yield Problem("titles", title.id, f"unknown rank {rank!r}")
        if title.channel is not None and title.channel not in channels:
            yield Problem("titles", title.id, f"unknown channel {title.channel!r}")


def _loose_synonyms(knowledge: Knowledge) -> Iterator[Problem]:
    frames = knowledge.table("event_frames", FrameRow)
    known = {predicate for frame in frames for predicate in frame.predicates}
    for row in knowledge.table("event_synonyms", SynonymRow):
        predicate = row.like or row.id
        if predicate not in known:
            message = f"no frame has the predicate {predicate!r}: name one in 'like'"
            yield Problem("event_synonyms", row.id, message)


def wrong_dates(knowledge: Knowledge) -> Iterator[Problem]:
    """Dates that are not EDTF, and ends before their beginnings."""
    for role in knowledge.table("roles", RoleRow):
        yield from _period("roles", role.id, role.since, role.until)
    for era in knowledge.table("eras", EraRow):
        yield from _period("eras", era.id, era.since, era.until)
    for event in knowledge.table("events", KnownEventRow):
        if edtf.parse_or_none(event.date) is None:
            yield Problem("events", event.id, f"{event.date!r} is no EDTF date")


def _period(table: str, row: str, since: str | None, until: str | None) -> Iterator[Problem]:
    for end in (since, until):
        if end is not None and edtf.parse_or_none(end) is None:
            yield Problem(table, row, f"{end!r} is no EDTF date")
            return
    if since is not None and until is not None and until[: len(since)] < since[: len(until)]:
        yield Problem(table, row, f"until {until} is before since {since}")


#: Every check, in the order of the report.
CHECKS: tuple[Callable[[Knowledge], Iterator[Problem]], ...] = (
    unreadable_selectors,
    not_normal,
    repeated_ids,
    claimed_twice,
    loose_references,
    wrong_dates,
)
