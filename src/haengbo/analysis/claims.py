"""An expectation and the reading of its page → what would have to happen for it to come true.

The claim is made of what the reading found inside the clause: who is named, which happening was
read there (predicted, planned), where, by when; and whether the clause says that it will *not*
come about. Nothing is guessed: where the clause names nobody, the claim names nobody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from haengbo.analysis.exchanges import land_of
from haengbo.knowledge import Knowledge
from haengbo.knowledge.chances import chance_in, denies
from haengbo.knowledge.foresight import ChanceRow
from haengbo.knowledge.frames import FrameRow
from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.ledger.views import ArticleDetail, ExpectationLine
from haengbo.model import edtf
from haengbo.model.decider import parse
from haengbo.model.reading import ActorKind, EventReport, Mention, Reading

_ACTING = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}
#: A word of one syllable (만남's 만) would be found everywhere.
_SHORTEST_WORD = 2


@dataclass(frozen=True, slots=True)
class Claim:
    """What an expectation is about.

    Attributes:
        line: The expectation.
        said: Day on which it was said: the page's.
        persons: Named in the clause or taking part in a happening read there.
        states: States named, or that the persons and places belong to.
        kinds: Type and mode of the happenings; the mode may be ``None``.
        kinds_read: Whether an event was read in the clause; else its words name the kind.
        places: Places named.
        lands: States in which those places lie.
        horizon: When, or ``None``.
        negative: Whether it says that something will not come about.
        own_events: Present ids of the events read in the clause.
        told_events: Ids of all events that the page itself reports.
    """

    line: ExpectationLine
    said: dt.date | None
    persons: frozenset[str]
    states: frozenset[str]
    kinds: frozenset[tuple[str, str | None]]
    kinds_read: bool
    places: frozenset[str]
    lands: frozenset[str]
    horizon: edtf.DateRange | None
    negative: bool
    own_events: frozenset[str]
    told_events: frozenset[str]


@lru_cache(maxsize=4)
def _kind_words(knowledge: Knowledge) -> tuple[tuple[str, tuple[str, str | None]], ...]:
    """Words that by themselves name a kind of happening, longest first."""
    words: dict[str, tuple[str, str | None]] = {}
    for frame in knowledge.table("event_frames", FrameRow):
        if frame.needs or frame.nominal == "never":
            continue
        stems = (p.removesuffix("하다").removesuffix("되다") for p in frame.predicates)
        for word in (*frame.nouns, *(stem for stem in stems if not stem.endswith("다"))):
            if len(word) >= _SHORTEST_WORD:
                words.setdefault(word, (frame.type, frame.mode))
    return tuple(sorted(words.items(), key=lambda item: (-len(item[0]), item[0])))


def chance_of(line: ExpectationLine, knowledge: Knowledge) -> ChanceRow | None:
    """The rung of the scale that the hedge stands on, or ``None`` for a bare statement."""
    return chance_in(line.text, line.expectation.hedge, knowledge)


def is_negative(line: ExpectationLine, knowledge: Knowledge) -> bool:
    """Whether the clause says that something will not come about."""
    return denies(line.text, line.expectation.hedge, knowledge)


def claim_of(line: ExpectationLine, page: ArticleDetail, knowledge: Knowledge) -> Claim:
    """What would have to happen for the expectation to come true.

    Args:
        line: The expectation.
        page: The page that it stands on.
        knowledge: The pack.
    """
    inside = _events_inside(line, page.reading)
    mentions = _mentions_inside(line, page.reading)
    names = gazetteer(knowledge)
    read = frozenset((e.type, e.mode) for e in inside)
    persons = {m.name for m in mentions if m.kind is ActorKind.PERSON}
    persons |= {p.name for e in inside for p in e.participants if _is_person(p.name, page.reading)}
    places = frozenset(
        {m.name for m in mentions if m.kind is ActorKind.PLACE}
        | {e.place for e in inside if e.place}
    )
    named = _named_decider(line)
    persons |= {n for n in named if _is_person(n, page.reading)}
    ids = dict(page.events)
    days = edtf.parse_or_none(page.page.day)
    return Claim(
        line=line,
        said=days.earliest if days else None,
        persons=frozenset(persons),
        states=frozenset(_states(mentions, inside, names)),
        kinds=read or _kind_decided(line) or _kinds_named(line.text, knowledge),
        kinds_read=bool(read),
        places=places,
        lands=frozenset(land for p in places if (land := land_of(p, names))),
        horizon=edtf.parse_or_none(line.expectation.horizon),
        negative=is_negative(line, knowledge),
        own_events=frozenset(ids[e.id] for e in inside if e.id in ids),
        told_events=frozenset(ids.values()),
    )


def _events_inside(line: ExpectationLine, reading: Reading) -> list[EventReport]:
    span = line.expectation.span
    return [
        event
        for event in reading.events
        if any(s.start < span.end and span.start < s.end for s in event.evidence)
    ]


def _mentions_inside(line: ExpectationLine, reading: Reading) -> list[Mention]:
    span = line.expectation.span
    return [m for m in reading.mentions if span.start <= m.span.start < span.end]


def _kind_decided(line: ExpectationLine) -> frozenset[tuple[str, str | None]]:
    """The kind of event that the reading says would decide it."""
    decider = parse(line.expectation.decided_by)
    return frozenset({(decider.type, decider.mode)} if decider is not None else ())


def _named_decider(line: ExpectationLine) -> tuple[str, ...]:
    """Who takes part in the event that would decide it."""
    decider = parse(line.expectation.decided_by)
    return (*decider.acting, *decider.targets) if decider is not None else ()


def _is_person(name: str, reading: Reading) -> bool:
    return any(a.name == name and a.kind is ActorKind.PERSON for a in reading.actors)


def _states(
    mentions: Iterable[Mention], events: Iterable[EventReport], names: Gazetteer
) -> Iterable[str]:
    for mention in mentions:
        if mention.kind in _ACTING or mention.kind is ActorKind.PLACE:
            state = names.state_of(mention.name)
            if state is not None:
                yield state
    for event in events:
        for part in event.participants:
            state = names.state_of(part.name)
            if state is not None:
                yield state


def _kinds_named(text: str, knowledge: Knowledge) -> frozenset[tuple[str, str | None]]:
    """The kind that the longest such word of the clause names."""
    found = next((kind for word, kind in _kind_words(knowledge) if word in text), None)
    return frozenset() if found is None else frozenset({found})
