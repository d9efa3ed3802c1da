"""A claim about the future and the later events of the ledger → which of them may decide it.

A candidate is a proposal with its reasons, each by a named rule; a person decides. Invariant: an
event that the page of the claim itself reports as past is no candidate, nor is one that lies before
the claim was made.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from haengbo.analysis.claims import Claim
from haengbo.analysis.exchanges import land_of
from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.ledger.views import EventLine
from haengbo.model import edtf
from haengbo.model.collation import Event
from haengbo.model.decision import Outcome
from haengbo.model.reading import Status


class Rule(StrEnum):
    """Why an event may decide a claim."""

    SAME_EVENT = "same-event"
    PERSONS = "persons"
    SOME_PERSONS = "some-persons"
    STATES = "states"
    KIND = "kind"
    TYPE = "type"
    PLACE = "place"
    IN_TIME = "in-time"
    EARLY = "early"
    LATE = "late"
    NOT_OCCURRED = "not-occurred"
    ALLEGED = "alleged"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: the rule, and in Korean words what it rests on."""

    rule: Rule
    words: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that may have decided an expectation.

    Attributes:
        line: The event.
        suggests: The outcome that it speaks for.
        points: Sum of the weights of its reasons; comparable within one expectation.
        reasons: Heaviest first.
    """

    line: EventLine
    suggests: Outcome
    points: int
    reasons: tuple[Reason, ...]


#: What a reason weighs. Persons and kind are enough, states and kind need time or place besides.
WEIGHTS = {
    Rule.SAME_EVENT: 6,
    Rule.PERSONS: 3,
    Rule.KIND: 3,
    Rule.STATES: 2,
    Rule.PLACE: 2,
    Rule.IN_TIME: 2,
    Rule.SOME_PERSONS: 1,
    Rule.TYPE: 1,
}
#: Least points of a candidate.
ENOUGH = 7
#: A happening so long after the horizon is another one.
LATE_DAYS = 183
#: Where no horizon is given, what comes within a year of the claim.
AFTER_DAYS = 366
_HAPPENED = {Status.OCCURRED, Status.NOT_OCCURRED, Status.DENIED, Status.ALLEGED}


def _sides(event: Event) -> set[str]:
    return {name for p in event.participants for name in (p.name, p.state) if name}


def _same_event(claim: Claim, event: Event) -> Reason | None:
    if event.id in claim.own_events:
        return Reason(Rule.SAME_EVENT, "이 말이 내다본 사건이 뒤에 보도되었다")
    return None


def _persons(claim: Claim, event: Event) -> Reason | None:
    shared = sorted(claim.persons & {p.name for p in event.participants})
    if not shared:
        return None
    rule = Rule.PERSONS if len(shared) == len(claim.persons) else Rule.SOME_PERSONS
    return Reason(rule, f"같은 사람: {', '.join(shared)}")


def _states(claim: Claim, event: Event) -> Reason | None:
    shared = sorted(claim.states & _sides(event))
    enough = len(shared) > 1 or (len(shared) == 1 and len(claim.states) == 1)
    return Reason(Rule.STATES, f"같은 나라: {', '.join(shared)}") if enough else None


def _kind(claim: Claim, event: Event) -> Reason | None:
    if (event.type, event.mode) in claim.kinds:
        return Reason(Rule.KIND, f"같은 갈래: {event.type}{f'/{event.mode}' if event.mode else ''}")
    if event.type in {type_ for type_, _ in claim.kinds}:
        return Reason(Rule.TYPE, f"같은 유형: {event.type}")
    return None


def _place(claim: Claim, event: Event) -> Reason | None:
    here = event.place
    if here and any(here in place or place in here for place in claim.places):
        return Reason(Rule.PLACE, f"같은 곳: {here}")
    return None


def _time(claim: Claim, event: Event) -> Reason | None:
    days = edtf.parse_or_none(event.date)
    if days is None or claim.horizon is None:
        return None
    if days.earliest <= claim.horizon.latest and claim.horizon.earliest <= days.latest:
        return Reason(Rule.IN_TIME, f"기한 안: {event.date} ({claim.horizon})")
    if days.earliest > claim.horizon.latest:
        return Reason(Rule.LATE, f"기한 뒤: {event.date} ({claim.horizon})")
    return Reason(Rule.EARLY, f"기한 앞: {event.date} ({claim.horizon})")


def _status(_: Claim, event: Event) -> Reason | None:
    if event.status in {Status.NOT_OCCURRED, Status.DENIED}:
        return Reason(Rule.NOT_OCCURRED, "그 일이 없었다고 보도되었다")
    if event.status is Status.ALLEGED:
        return Reason(Rule.ALLEGED, "주장으로만 보도되었다")
    return None


def _negation(claim: Claim, _: Event) -> Reason | None:
    return Reason(Rule.DENIES, "그런 일이 없으리라는 말이었다") if claim.negative else None


RULES: tuple[Callable[[Claim, Event], Reason | None], ...] = (
    *(_same_event, _persons, _states, _kind, _place, _time, _status, _negation),
)


def _admissible(claim: Claim, event: Event, names: Gazetteer) -> bool:
    """Whether the event came later, near enough, in the right place, and is no background."""
    days = edtf.parse_or_none(event.date)
    if event.status not in _HAPPENED or days is None or days.start is None:
        return False
    told_elsewhere = any(m.anchor.page != claim.line.page.sha256 for m in event.members)
    background = event.id in claim.told_events - claim.own_events
    if background or not told_elsewhere or days.latest < (claim.said or dt.date.min):
        return False
    land = land_of(event.place, names) if event.place else None
    if land is not None and claim.lands and land not in claim.lands:
        return False
    if claim.horizon is None or claim.horizon.end is None:
        return claim.said is not None and (days.earliest - claim.said).days <= AFTER_DAYS
    return (days.earliest - claim.horizon.latest).days <= LATE_DAYS


def _enough(claim: Claim, rules: set[Rule], points: int) -> bool:
    if Rule.SAME_EVENT in rules:
        return True
    if claim.persons and not rules & {Rule.PERSONS, Rule.SOME_PERSONS}:
        return False
    if Rule.LATE in rules and Rule.PERSONS not in rules:
        return False
    if claim.negative or Rule.LATE in rules or (claim.kinds and not claim.persons):
        about = Rule.KIND in rules
    elif claim.kinds:
        about = bool(rules & {Rule.KIND, Rule.TYPE})
    else:
        about = {Rule.PERSONS, Rule.PLACE} <= rules
    return about and bool(rules & {Rule.PERSONS, Rule.STATES}) and points >= ENOUGH


def _suggested(claim: Claim, rules: set[Rule]) -> Outcome:
    if Rule.ALLEGED in rules:
        return Outcome.UNDECIDABLE
    happened = Rule.NOT_OCCURRED not in rules and Rule.LATE not in rules
    if claim.negative:
        return Outcome.NOT_MET if happened else Outcome.MET
    if not happened:
        return Outcome.NOT_MET
    whole = not rules & {Rule.TYPE, Rule.EARLY, Rule.SOME_PERSONS}
    return Outcome.MET if whole else Outcome.PARTLY


def _judged(claim: Claim, line: EventLine) -> Candidate | None:
    reasons = [reason for rule in RULES if (reason := rule(claim, line.event)) is not None]
    rules = {reason.rule for reason in reasons}
    points = sum(WEIGHTS.get(rule, 0) for rule in rules)
    if not _enough(claim, rules, points):
        return None
    heaviest = sorted(reasons, key=lambda r: (-WEIGHTS.get(r.rule, 0), r.rule))
    return Candidate(line, _suggested(claim, rules), points, tuple(heaviest))


class EventIndex:
    """Events by who takes part, so that a claim is held against few of a large ledger.

    ``near`` leaves out only what ``candidates`` would: what shares nobody with the claim.
    """

    def __init__(self, lines: Iterable[EventLine]) -> None:
        self._by_side: dict[str, list[EventLine]] = {}
        self._by_id: dict[str, EventLine] = {}
        for line in lines:
            self._by_id[line.id] = line
            for name in _sides(line.event):
                self._by_side.setdefault(name, []).append(line)

    def near(self, claim: Claim) -> tuple[EventLine, ...]:
        """Events that share a person with a claim, or a state where it names no person."""
        names = claim.persons or claim.states
        found = {line.id: line for name in names for line in self._by_side.get(name, ())}
        found |= {key: self._by_id[key] for key in claim.own_events if key in self._by_id}
        return tuple(found[key] for key in sorted(found))


def candidates(
    claim: Claim, lines: Iterable[EventLine], knowledge: Knowledge, most: int = 5
) -> tuple[Candidate, ...]:
    """Later events that may have decided a claim, the strongest first.

    Args:
        claim: What would have to happen.
        lines: Events of the ledger, in any order.
        knowledge: For the states that places lie in.
        most: How many at most.

    Example:
        ``푸틴 대통령은 3월 대선 뒤 평양에 갈 공산이 크다`` and the visit of 19 June 2024: same
        person, kind and place, after the horizon; it speaks for ``not-met``.
    """
    names = gazetteer(knowledge)
    found: Iterator[Candidate | None] = (
        _judged(claim, line) for line in lines if _admissible(claim, line.event, names)
    )
    ordered = sorted(
        (c for c in found if c is not None), key=lambda c: (-c.points, c.line.day or "", c.line.id)
    )
    return tuple(ordered[:most])
