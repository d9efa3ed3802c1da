"""A reading → the same reading with confidences that were counted, not guessed.

Each item's confidence becomes the share of right items of its rule, as counted on annotated pages
(table ``confidence``); a rule that was hardly seen takes the figure of its family, then of its
kind. What else can be seen of the item (an event with a place, a speaker who is only described)
raises or lowers that by as much as such items are better or worse than others of their kind.
Invariant: nothing but ``confidence`` changes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, TypeVar

from haengbo.knowledge import Knowledge
from haengbo.knowledge.confidence import ConfidenceRow
from haengbo.model.reading import (
    Actor,
    EventReport,
    Expectation,
    Form,
    Omission,
    Reading,
    Statement,
    TimeExpression,
    WordingChange,
)

Item = TypeVar(
    "Item", Actor, EventReport, Expectation, Omission, Statement, TimeExpression, WordingChange
)
#: No share counts for less, or for more than one less it.
_LEAST = 0.01
_WORD_OF_RULE = re.compile(r":[^+]*")


@lru_cache(maxsize=4096)
def families(rule: str) -> tuple[str, ...]:
    """The rule, then ever larger families it belongs to.

    Example:
        ``said:말하다+subject`` → itself, ``said+subject``, ``said``, ``*``.
    """
    general = _WORD_OF_RULE.sub("", rule)
    return tuple(dict.fromkeys((rule, general, general.split("+")[0], "*")))


@lru_cache(maxsize=4)
def _counted(knowledge: Knowledge) -> Mapping[str, float]:
    return {row.id: row.value for row in knowledge.table("confidence", ConfidenceRow)}


def kind_of(statement: Statement) -> str:
    """Indirect speech is counted apart from quotations."""
    return "indirect" if statement.form is Form.INDIRECT else "statements"


def calibrated(reading: Reading, knowledge: Knowledge) -> Reading:
    """The reading with counted confidences; unchanged where the pack has none."""
    counted = _counted(knowledge)
    if not counted:
        return reading
    actors = frozenset(actor.name for actor in reading.actors)

    def rated(
        items: tuple[Item, ...],
        kind: Callable[[Item], str],
        traits: Callable[[Item], tuple[str, ...]] = lambda _: (),
    ) -> tuple[Item, ...]:
        return tuple(
            with_confidence(i, worth(counted, kind(i), i.rule, i.confidence, traits(i)))
            for i in items
        )

    return replace(
        reading,
        actors=rated(reading.actors, lambda _: "actors"),
        times=rated(reading.times, lambda _: "times"),
        events=rated(
            reading.events,
            lambda _: "events",
            lambda e: event_traits(e.place, len(e.participants)),
        ),
        statements=rated(reading.statements, kind_of, lambda s: speech_traits(s.speaker, actors)),
        expectations=rated(
            reading.expectations,
            lambda e: f"{e.kind.value}s",
            lambda e: expectation_traits(e.horizon),
        ),
        wording_changes=rated(reading.wording_changes, lambda _: "wording_changes"),
        omissions=rated(reading.omissions, lambda _: "omissions"),
    )


def with_confidence(item: Item, confidence: float) -> Item:
    """The item with another confidence; as ``replace`` makes it, in a fifth of the time.

    A page has dozens of items, and ``replace`` asks each for the names of its fields.
    """
    kind: Any = type(item)
    names, values = _fields_of(kind)
    fields: dict[str, Any] = dict(zip(names, values(item), strict=True))
    fields["confidence"] = confidence
    changed: Item = kind(**fields)
    return changed


@cache
def _fields_of(kind: Any) -> tuple[tuple[str, ...], attrgetter[tuple[Any, ...]]]:  # noqa: ANN401
    """Names of the fields of a kind of items, and what gets their values."""
    names = tuple(field.name for field in dataclass_fields(kind))
    return names, attrgetter(*names)


def event_traits(place: str | None, participants: int) -> tuple[str, ...]:
    """What can be seen of an event: whether the page says where, and how many took part."""
    return ("placed" if place else "unplaced", "several" if participants > 1 else "alone")


def speech_traits(speakers: Sequence[str], actors: Collection[str]) -> tuple[str, ...]:
    """Whether who speaks is an actor of the page, or only described (정부 소식통)."""
    named = bool(speakers) and all(name in actors for name in speakers)
    return ("named" if named else "described",)


def expectation_traits(horizon: str | None) -> tuple[str, ...]:
    """Whether it says by when."""
    return ("ahead" if horizon else "timeless",)


def worth(
    counted: Mapping[str, float],
    kind: str,
    rule: str,
    otherwise: float,
    traits: Sequence[str] = (),
) -> float:
    """What an item is worth, by its rule and by what else can be seen of it.

    Args:
        counted: ``kind family`` and ``kind +trait`` → share right.
        kind: ``events``, ``indirect`` …
        rule: The narrowest family of it that was counted gives the share to begin with.
        otherwise: What the item says, if its kind was never counted.
        traits: Each moves the share as far as such items lie from their kind's.

    Example:
        A rule right in .9 of cases with a trait of .8, in a kind of .9, is worth .8.
    """
    keys = (f"{kind} {family}" for family in families(rule))
    share = next((counted[key] for key in keys if key in counted), None)
    if share is None:
        return otherwise
    usual = counted.get(f"{kind} *", share)
    shares = [counted[key] for trait in traits if (key := f"{kind} +{trait}") in counted]
    if not shares:
        return share
    moved = _odds(share) + sum(_odds(value) - _odds(usual) for value in shares)
    return round(1 / (1 + math.exp(-moved)), 3)


def _odds(share: float) -> float:
    """Log odds; nothing is wholly sure or unsure."""
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept))
