"""Who went home, and when → the end of the visit of which the page tells somewhere else.

Comes in: sentences in order, then the visits of the page. Goes out: for every visit of somebody
who is told to have gone home, a draft of it with its last day: 12일 귀국했다. … 지난 9일 평양에
도착한 상무위원은 …. Invariant: only a day ends a stay, and only the last visit begun before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, ParticipantRole, Status
from haengbo.model.span import Span
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.delegations import leader_of, means_visitors
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.periods import days_before
from haengbo.reading.events.scene.placing import places_in
from haengbo.reading.events.scene.points import is_point
from haengbo.reading.events.world import World

_ACTING = {Case.SUBJECT, Case.TOPIC}
_WHERE_TO = {Case.TO, Case.BY}
_TOLD = {Ending.FINAL, Ending.QUOTATIVE, Ending.CONNECTIVE}
#: 예방한 뒤.
_AFTER = ("ᆫ 뒤 ", "은 뒤 ", "ᆫ 후 ", "은 후 ")
_DAY = len("2024-01-01")
#: How many days somebody who came may stay before it is told that he left.
_STAYS = 15


@dataclass(frozen=True, slots=True)
class Homeward:
    """That somebody went home.

    Attributes:
        names: Who.
        day: When.
        span: The clause that says so.
        sentence: Index of the sentence.
    """

    names: frozenset[str]
    day: str
    span: Span
    sentence: int


def gone_home(clauses: Clauses, carried: Iterable[str], world: World) -> Iterator[Homeward]:
    """12일 귀국했다, 12일 귀국길에 올랐다, 방문을 마치고 12일 베이징에 도착했다.

    Args:
        clauses: The sentence.
        carried: Who the sentence before was about: 대표단은.
        world: Who is whom.
    """
    for at, verb in enumerate(clauses.items):
        if not isinstance(verb, Verb) or verb.ending not in _TOLD or not verb.past or verb.negated:
            continue
        own, joined = _clauses(clauses, at)
        subject = next((p for p in reversed([*joined, *own]) if p.case in _ACTING), None)
        if subject is None:
            continue
        names = frozenset(_people(clauses, subject)) or _visitors(clauses, subject, carried)
        day = _day(clauses, own) or _day(clauses, joined)
        if names and day is not None and _leads_home(clauses, verb, own, names, world):
            yield Homeward(names, day, subject.span.hull(verb.span), clauses.sentence.index)


def ended_by(gone: Iterable[Homeward], visits: Sequence[Draft], world: World) -> Iterator[Draft]:
    """지난 9일 평양에 도착했다, where the page tells elsewhere that he went home on the 12th."""
    began = [d for d in visits if _begins(d)]
    for home in gone:
        if any(_is_known(draft, home) for draft in visits):
            continue
        own = [d for d in began if _is_of(d, home, world)]
        last = max(own, key=lambda d: d.date or "", default=None)
        if last is not None:
            date = f"../{home.day}"
            yield replace(last, date=date, span=home.span, sentence=home.sentence, main=False)


def _begins(draft: Draft) -> bool:
    """Whether it tells of a visit by the day on which it began."""
    happened = draft.status is Status.OCCURRED and not draft.recalled and not draft.caption
    own = draft.dated is not None and draft.has_day and not draft.dated.before
    return draft.frame.mode == "visit" and draft.frame.bound is None and happened and own


def _is_known(draft: Draft, home: Homeward) -> bool:
    """Whether the visit has that last day already."""
    ends = draft.frame.mode == "visit" and (draft.date or "").endswith(f"/{home.day}")
    return ends and bool(home.names & set(draft.roles))


def _is_of(visit: Draft, home: Homeward, world: World) -> bool:
    """Whether it is the visit from which somebody went home on that day."""
    guests = {n for n, role in visit.roles.items() if role is ParticipantRole.SOURCE}
    hosts = {world.state_of(n) for n, r in visit.roles.items() if r is ParticipantRole.TARGET}
    abroad = not hosts & {world.state_of(name) for name in home.names}
    began = visit.date or ""
    near = began < home.day and not days_before(began, home.day, _STAYS)
    return bool(guests & home.names) and abroad and near


def _clauses(clauses: Clauses, at: int) -> tuple[list[Phrase], list[Phrase]]:
    """The phrases right before a verb, and those of the clauses joined to it before them.

    12일 방문을 마치고 …, 이날 총리를 예방한 뒤 …
    """
    own: list[Phrase] = []
    joined: list[Phrase] = []
    last = True
    for item in reversed(clauses.items[:at]):
        if isinstance(item, Phrase):
            (own if last else joined).insert(0, item)
        elif item.ending is Ending.CONNECTIVE or item.tail.startswith(_AFTER):
            last = False
        else:
            break
    return own, joined


def _people(clauses: Clauses, subject: Phrase) -> Iterator[str]:
    leader = leader_of(clauses, subject)
    for phrase in (subject, leader) if leader is not None else (subject,):
        yield from (m.name for m in heads(clauses, phrase) if m.kind is ActorKind.PERSON)


def _visitors(clauses: Clauses, subject: Phrase, carried: Iterable[str]) -> frozenset[str]:
    """대표단은 12일 돌아왔다: those whom the sentence before was about."""
    return frozenset(carried) if means_visitors(clauses, subject) else frozenset()


def _day(clauses: Clauses, own: list[Phrase]) -> str | None:
    """The one day that the clause names."""
    times = (t for p in own for t in clauses.document.times_in(p.span) if is_point(clauses, t, p))
    days = {time.value.partition("T")[0] for time in times}
    day = days.pop() if len(days) == 1 else ""
    return day if len(day) == _DAY and "/" not in day else None


def _leads_home(
    clauses: Clauses, verb: Verb, own: list[Phrase], names: frozenset[str], world: World
) -> bool:
    """귀국하다, 귀로에 오르다; 떠나다, 도착하다 only where it is said to one's own country."""
    words = clauses.words.words
    homes = {world.state_of(name) for name in names} - {None}
    towards = [p for p in own if p.case in _WHERE_TO]
    places = [world.state_of(m.name or "") for p in towards for m in places_in(clauses, p.span)]
    if any(state not in homes for state in places if state is not None):
        return False
    home = bool(homes & set(places))
    ways = any(clauses.text(phrase.span).endswith(words["ways-home"]) for phrase in own)
    if verb.lemma in words["returning"] or ways:
        return True
    return home and verb.lemma in {*words["departing"], *words["arriving"]}
