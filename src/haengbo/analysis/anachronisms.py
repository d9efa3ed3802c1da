"""Readings and events → claims that dated knowledge, another event or the calendar rules out.

Each finding names its rule, what was claimed, what it collides with, and where it stands. A finding
is a question to a person, never a correction: the page, the pack or the reading may be wrong.
Method and limits: docs/anachronisms.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from haengbo.analysis.exchanges import land_of
from haengbo.analysis.impossible import Evidence, Impossibility, Rule
from haengbo.analysis.periods import misplaced
from haengbo.knowledge import Knowledge
from haengbo.knowledge.actors import RoleRow
from haengbo.knowledge.chronicle import EraRow
from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.ledger.views import EventLine
from haengbo.model import edtf
from haengbo.model.collation import Event
from haengbo.model.reading import (
    Actor,
    ActorKind,
    EventReport,
    ParticipantRole,
    Reading,
    Role,
    Status,
)
from haengbo.model.span import Span

#: The title belongs to another time (전 국방장관, 당시 외무상, 신임 대사가 될).
_FORMER = re.compile(r"(?:전|前|전직|당시|옛|구|역대|초대|차기|후임|내정자?|지명자?|출신)[\s·(]?$")
#: How the reading words an actor in a war that was over before it existed.
_WAR = re.compile(r"([^:]{1,60}): ([0-9-]{4,10})까지\. ([^:]{1,60}): ([0-9-]{4,10})부터\.")
#: What one is at in person; a call or a letter binds nobody to a place.
_PRESENT = {"meeting", "visit", "ceremony", "reception", "multilateral", "sign"}
_AHEAD = {Status.PLANNED, Status.PREDICTED}
#: Whom something is dedicated to may be long dead.
_ACTING = {ParticipantRole.SOURCE, ParticipantRole.PARTY}
#: A source that nobody checked.
_UNCHECKED = {None, "memory"}


@lru_cache(maxsize=4)
def _lifetimes(knowledge: Knowledge) -> dict[str, EraRow]:
    return {row.name: row for row in knowledge.table("eras", EraRow) if row.kind == "lifetime"}


def check_reading(
    reading: Reading, knowledge: Knowledge, name: str | None = None
) -> tuple[Impossibility, ...]:
    """What one page claims and cannot be, in order of the text.

    Args:
        reading: Of the page.
        knowledge: The pack.
        name: What to call the page; the reading's id if omitted.
    """
    page = name or reading.id
    found = (
        *_wars(reading, page),
        *(item for e in reading.events for item in _of_event(e, reading, knowledge, page)),
        *_statements(reading, page),
        *_offices(reading, knowledge, page),
        *misplaced(reading, knowledge, page),
        *_apart(_stays_of_reading(reading, gazetteer(knowledge), page)),
    )
    return tuple(sorted(found, key=lambda i: (_start(i), i.rule, i.subject)))


def _start(item: Impossibility) -> int:
    span = item.evidence[0].span
    return span.start if span is not None else 0


def _evidence(page: str, span: Span, reading: Reading) -> tuple[Evidence, ...]:
    return (Evidence(page, span, " ".join(span.of(reading.article.text).split())),)


def _wars(reading: Reading, page: str) -> Iterator[Impossibility]:
    """What the reading itself noticed: an actor in a war that was over before it existed."""
    for finding in reading.findings:
        if finding.code == "anachronism" and finding.span is not None:
            evidence = _evidence(page, finding.span, reading)
            said = _WAR.fullmatch(finding.message)
            war, until, actor, since = said.groups() if said else (finding.message, "", "", "")
            claimed, known = f"{war}: –{until}", f"{actor}: {since}–"
            yield Impossibility(Rule.WAR, actor, claimed, known, evidence)


def _of_event(
    event: EventReport, reading: Reading, knowledge: Knowledge, page: str
) -> Iterator[Impossibility]:
    days = edtf.parse_or_none(event.date)
    if days is None or days.start is None:
        return
    evidence = _evidence(page, event.span, reading)
    yield from _publication(event, days, reading, evidence)
    for part in event.participants:
        life = _lifetimes(knowledge).get(part.name)
        if life is not None and part.role in _ACTING and event.status is Status.OCCURRED:
            yield from _outside(event, days, life, evidence)


def _outside(
    event: EventReport, days: edtf.DateRange, life: EraRow, evidence: tuple[Evidence, ...]
) -> Iterator[Impossibility]:
    since, until = edtf.parse_or_none(life.since), edtf.parse_or_none(life.until)
    claimed = f"{event.date}: {event.type}{f'/{event.mode}' if event.mode else ''}"
    if since is not None and days.latest < since.earliest:
        rule, known = Rule.BEFORE_EXISTENCE, f"{life.name}: {life.since}–{life.until or ''}"
        yield Impossibility(rule, life.name, claimed, known, evidence, (event.id,))
    if until is not None and days.earliest > until.latest:
        rule, known = Rule.AFTER_END, f"{life.name}: {life.since or ''}–{life.until}"
        yield Impossibility(rule, life.name, claimed, known, evidence, (event.id,))


def _publication(
    event: EventReport, days: edtf.DateRange, reading: Reading, evidence: tuple[Evidence, ...]
) -> Iterator[Impossibility]:
    published = edtf.parse_or_none(reading.article.published_day)
    if published is None:
        return
    known = reading.article.published_day or ""
    claimed = f"{event.date}: {event.status.value}"
    subject = ", ".join(part.name for part in event.participants)
    if event.status is Status.OCCURRED and days.earliest > published.latest:
        rule = Rule.AFTER_PUBLICATION
        yield Impossibility(rule, subject, claimed, known, evidence, (event.id,))
    if event.status in _AHEAD and days.latest < published.earliest:
        yield Impossibility(Rule.PLANNED_PAST, subject, claimed, known, evidence, (event.id,))


def _statements(reading: Reading, page: str) -> Iterator[Impossibility]:
    """Words dated later than the page that quotes them."""
    published = edtf.parse_or_none(reading.article.published_day)
    for said in reading.statements:
        days = edtf.parse_or_none(said.date)
        if published is None or days is None or days.earliest <= published.latest:
            continue
        yield Impossibility(
            Rule.AFTER_PUBLICATION,
            ", ".join(said.speaker),
            said.date or "",
            reading.article.published_day or "",
            _evidence(page, said.span, reading),
            (said.id,),
        )


def _offices(reading: Reading, knowledge: Knowledge, page: str) -> Iterator[Impossibility]:
    names = gazetteer(knowledge)
    for actor in reading.actors:
        for role in actor.roles:
            before = reading.article.text[max(0, role.span.start - 5) : role.span.start]
            if not _FORMER.search(before) and not _FORMER.match(role.title[:2]):
                yield from _office(actor, role, reading, names, page)


def _office(
    actor: Actor, role: Role, reading: Reading, names: Gazetteer, page: str
) -> Iterator[Impossibility]:
    """An office that none of the days it may be spoken of allows."""
    rows = [row for row in names.roles_of(actor.name) if _same_office(row, role, names)]
    days = _days_of(actor, reading)
    if not rows or not days or any(row.held_on(day) for row in rows for day in days):
        return
    row = min(rows, key=lambda r: r.since or "")
    early = all(row.since is not None and day < row.since for day in days)
    if not early and not _moved_on(row, names.roles_of(actor.name)):
        return
    held = f"{row.since or ''}–{row.until or ''}"
    yield Impossibility(
        Rule.OFFICE_EARLY if early else Rule.OFFICE_LATE,
        actor.name,
        f"{role.title} ({', '.join(days)})",
        f"{row.title}: {held}" + (f" [{row.source}]" if row.source else ""),
        _evidence(page, role.span, reading),
        unchecked=row.source in _UNCHECKED,
    )


def _moved_on(row: RoleRow, others: Iterable[RoleRow]) -> bool:
    """Whether a later office is known: the dead and the retired keep their last one in print."""
    return any((other.since or "") >= (row.until or "9999") for other in others)


def _same_office(row: RoleRow, role: Role, names: Gazetteer) -> bool:
    if row.title != role.title and not row.title.endswith(f" {role.title}"):
        return False
    return role.of is None or row.of == role.of or names.state_of(row.of) == names.state_of(role.of)


def _days_of(actor: Actor, reading: Reading) -> list[str]:
    """Days of which a title may speak: publication, and the events that the actor takes part in."""
    told = [
        days.earliest.isoformat()
        for event in reading.events
        if any(part.name == actor.name for part in event.participants)
        if (days := edtf.parse_or_none(event.date)) is not None and days.start is not None
    ]
    published = reading.article.published_day
    return sorted({*told, *([published] if published else [])})


@dataclass(frozen=True, slots=True)
class _Stay:
    """Somebody in a state on a day, by one event."""

    name: str
    day: str
    land: str
    event: str
    words: str
    evidence: Evidence


def two_places(lines: Iterable[EventLine], knowledge: Knowledge) -> tuple[Impossibility, ...]:
    """People who were in two states on one day, by the events of a ledger, oldest first.

    A day of travel may hold both; the pair is listed so that somebody looks.
    """
    names = gazetteer(knowledge)
    return _apart(stay for line in lines for stay in _stays_of_line(line, names))


def _stays_of_line(line: EventLine, names: Gazetteer) -> Iterator[_Stay]:
    event = line.event
    land = _land(event, names)
    for part in event.participants:
        if land is not None and part.kind == "person" and part.role in _ACTING:
            evidence = Evidence(line.page.name, None, event.sentence)
            words = f"{event.date} {event.place}: {event.label_ko}"
            yield _Stay(part.name, event.date or "", land, event.id, words, evidence)


def _stays_of_reading(reading: Reading, names: Gazetteer, page: str) -> Iterator[_Stay]:
    people = {actor.name for actor in reading.actors if actor.kind is ActorKind.PERSON}
    for event in reading.events:
        land = _land(event, names)
        for part in event.participants:
            if land is not None and part.name in people and part.role in _ACTING:
                (evidence,) = _evidence(page, event.span, reading)
                words = f"{event.date} {event.place}: {event.type}/{event.mode}"
                yield _Stay(part.name, event.date or "", land, event.id, words, evidence)


def _land(event: EventReport | Event, names: Gazetteer) -> str | None:
    """The state in which people were on one known day, if the event needs them to be there."""
    days = edtf.parse_or_none(event.date)
    present = event.mode in _PRESENT and event.status is Status.OCCURRED
    if not present or days is None or not days.is_day or event.place is None:
        return None
    return land_of(event.place, names)


def _apart(stays: Iterable[_Stay]) -> tuple[Impossibility, ...]:
    """Pairs of stays of one person and day in two states, once for each pair of states."""
    seen: dict[tuple[str, str], dict[str, _Stay]] = {}
    for stay in sorted(stays, key=lambda s: (s.day, s.name, s.land, s.event)):
        seen.setdefault((stay.day, stay.name), {}).setdefault(stay.land, stay)
    return tuple(
        Impossibility(
            Rule.TWO_PLACES,
            one.name,
            one.words,
            other.words,
            (one.evidence, other.evidence),
            (one.event, other.event),
        )
        for lands in seen.values()
        for one, other in combinations(lands.values(), 2)
    )
