"""2018년 싱가포르, 2019년 하노이에서 만났다 → one meeting for each time.

Comes in: a ``Draft`` with its clauses. Goes out: the draft, and the same once more for every other
time that the sentence lists beside its own. Invariant: only what stands right before, joined by
와/과 or a comma, is listed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec.structs import replace

from haengbo.model.reading import ParticipantRole, Status, TimeExpression
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase
from haengbo.reading.events.scene.periods import next_day
from haengbo.reading.events.scene.placing import name_of_place
from haengbo.reading.events.scene.points import is_point
from haengbo.reading.events.setting import Roles
from haengbo.reading.events.world import World

_HELD = {"meeting", "visit", "multilateral", "phone", "letter", "missile-test"}
_DAY = len("2024-01-01")
#: How far behind the second day it may be told that they are one.
_TOLD_WITHIN = 8


def each_time(clauses: Clauses, draft: Draft, world: World) -> Iterator[Draft]:
    """The draft and one for each other time of its list.

    Example:
        ``두 정상은 2018년 싱가포르와 2019년 하노이에서 만났다`` tells of two meetings.
    """
    if draft.frame.mode not in _HELD or draft.dated is None or draft.status is Status.DENIED:
        yield draft
        return
    things = draft.frame.mode == "missile-test"
    listed = tuple(_listed(clauses, draft.dated.time, things=things))
    days = _running(clauses, draft, listed)
    yield draft if days is None else replace(draft, date=days)
    for time, place in listed if days is None else ():
        value = time.value.partition("T")[0]
        hosts = _hosts_at(draft, place, world)
        if value == draft.date or (hosts == draft.roles and _is_one_stay(draft, value)):
            continue
        dated = replace_time(draft, time)
        yield replace(dated, date=value, place=place or draft.place, roles=hosts)


def _hosts_at(draft: Draft, place: str | None, world: World) -> Roles:
    """11일 베이징, 13일 모스크바를 방문했다: each time the state in which the town lies."""
    state = world.state_of(place.split()[-1]) if place is not None else None
    targets = [n for n, role in draft.roles.items() if role is ParticipantRole.TARGET]
    if draft.frame.mode != "visit" or state is None or len(targets) != 1:
        return draft.roles
    if not world.is_state(targets[0]):
        return draft.roles
    roles = {n: r for n, r in draft.roles.items() if n != targets[0]}
    return roles | {state: ParticipantRole.TARGET}


def _running(
    clauses: Clauses, draft: Draft, listed: tuple[tuple[TimeExpression, str | None], ...]
) -> str | None:
    """11일과 12일 양일간 회담을 열었다: from the first to the last of days running."""
    if draft.dated is None or draft.date is None or len(listed) != 1 or listed[0][1] is not None:
        return None
    first = listed[0][0].value.partition("T")[0]
    behind = clauses.document.text[draft.dated.time.span.end :][:_TOLD_WITHIN].lstrip()
    told = behind.startswith(clauses.words.words["two-days"])
    one = told or draft.frame.mode == "visit"
    day = min(len(first), len(draft.date)) == _DAY == max(len(first), len(draft.date))
    return f"{first}/{draft.date}" if one and day and next_day(first) == draft.date else None


def replace_time(draft: Draft, time: TimeExpression) -> Draft:
    """The draft dated by another expression."""
    dated = draft.dated
    return draft if dated is None else replace(draft, dated=type(dated)(time, dated.case, own=True))


def _is_one_stay(draft: Draft, value: str) -> bool:
    """3일과 4일 방문했다: two days running are one visit."""
    if draft.frame.mode != "visit" or draft.date is None:
        return False
    if len(value) != _DAY or len(draft.date) != _DAY:
        return False
    between = dt.date.fromisoformat(draft.date) - dt.date.fromisoformat(value)
    return abs(between.days) <= 1


def _listed(
    clauses: Clauses, own: TimeExpression, *, things: bool
) -> Iterator[tuple[TimeExpression, str | None]]:
    """Times listed left of the draft's own, each with its place if it has one.

    Args:
        clauses: The sentence.
        own: The draft's own time.
        things: Whether each may have a thing of its own (18일 위성, 20일 미사일을 발사했다).
    """
    items = clauses.items
    at = next(
        (n for n, i in enumerate(items) if isinstance(i, Phrase) and i.span.contains(own.span)),
        None,
    )
    while at:
        at -= 1
        member = items[at]
        if not isinstance(member, Phrase) or not _joins(member):
            return
        place = None
        time = _time_of(clauses, member)
        if time is None and at:
            place = _place_alone(clauses, member)
        if time is None and at and (place is not None or things):
            at -= 1
            before = items[at]
            bare = isinstance(before, Phrase) and before.case is Case.BARE and not before.comma
            time = _time_of(clauses, before) if bare and isinstance(before, Phrase) else None
        if time is None:
            return
        yield time, place


def _joins(phrase: Phrase) -> bool:
    """3월과, 싱가포르, : what is followed by another of its list."""
    return phrase.case is Case.WITH or (
        phrase.comma and phrase.case in {Case.BARE, Case.TO, Case.AT}
    )


def _place_alone(clauses: Clauses, phrase: Phrase) -> str | None:
    """싱가포르: the place that is the whole phrase, not 러시아 대표단 접견."""
    if clauses.words.noun_ending(clauses.text(phrase.span).replace(" ", "")) is not None:
        return None
    ends = {m.span.end for m in clauses.document.mentions_in(phrase.span)}
    place = name_of_place(clauses, phrase) if phrase.span.end in ends else None
    venue = clauses.text(phrase.span).endswith(clauses.words.venues)
    return place or (name_of_place(clauses, phrase) if venue else None)


def _time_of(clauses: Clauses, phrase: Phrase) -> TimeExpression | None:
    """The expression that is the whole phrase, if it says when."""
    for time in clauses.document.times_in(phrase.span):
        whole = time.span.start == phrase.span.start and time.span.end >= phrase.span.end
        if whole and "/" not in time.value and is_point(clauses, time, phrase):
            return time
    return None
