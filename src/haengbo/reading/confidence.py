"""A reading → the same reading with confidences that were counted, not guessed.

Each item's confidence becomes the share of right items of its rule, as counted on annotated pages
(table ``confidence``); a rule that was hardly seen takes the figure of its family, then of its
kind. Invariant: nothing but ``confidence`` changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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

    def rated(items: tuple[Item, ...], kind: Callable[[Item], str]) -> tuple[Item, ...]:
        return tuple(
            with_confidence(item, worth(counted, kind(item), item.rule, item.confidence))
            for item in items
        )

    return replace(
        reading,
        actors=rated(reading.actors, lambda _: "actors"),
        times=rated(reading.times, lambda _: "times"),
        events=rated(reading.events, lambda _: "events"),
        statements=rated(reading.statements, kind_of),
        expectations=rated(reading.expectations, lambda e: f"{e.kind.value}s"),
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


def worth(counted: Mapping[str, float], kind: str, rule: str, otherwise: float) -> float:
    """The counted share of the narrowest family of a rule that was counted, else what it says."""
    for family in families(rule):
        value = counted.get(f"{kind} {family}")
        if value is not None:
            return value
    return otherwise
