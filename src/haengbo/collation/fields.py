"""Reports of an event → one line for each field: what most origins say, the others beside it.

A value that only says less (2024-06 beside 2024-06-19, 평양 beside 평양 만수대의사당) supports the
more precise one and is no dissent; silence is none either. Copies count once: what is counted is
origins, not pages. Invariant: every page stands in exactly one value of a field or is silent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from haengbo.collation.lore import Lore
from haengbo.collation.origins import Originals, origin_of
from haengbo.collation.places import fits, more_precise, site_of
from haengbo.model import edtf
from haengbo.model.collation import EventField, FieldValue, Told
from haengbo.model.reading import Status


@dataclass(frozen=True, slots=True)
class Said:
    """A value, and the page and origin that say it."""

    value: str
    page: str
    origin: str


@dataclass(frozen=True, slots=True)
class Rule:
    """How values of a field compare.

    Attributes:
        supports: Whether the first, said alone, does not contradict the second and says no more.
        excludes: Whether the two cannot both be true.
        rank: Of equally supported values the one with the smallest rank is shown.
    """

    supports: Callable[[str, str], bool]
    excludes: Callable[[str, str], bool]
    rank: Callable[[str], object]


def said_by(
    told: Iterable[Told], originals: Originals, value: Callable[[Told], str | None]
) -> list[Said]:
    """What each report says of a field; silent ones are left out."""
    out = []
    for item in told:
        found = value(item)
        if found is not None:
            origin = origin_of(item, originals)
            out.append(Said(found, item.source.name, origin[0] if origin else item.source.name))
    return out


def values_of(said: Sequence[Said], rule: Rule) -> tuple[FieldValue, ...]:
    """Distinct values, the one that most origins support first."""
    values = sorted({item.value for item in said})

    def support(value: str) -> int:
        return len({s.origin for s in said if s.value == value or rule.supports(s.value, value)})

    pages = Counter(item.value for item in said)
    ordered = sorted(values, key=lambda v: (-support(v), rule.rank(v), -pages[v], v))
    return tuple(
        FieldValue(
            value,
            tuple(sorted({s.page for s in said if s.value == value})),
            tuple(sorted({s.origin for s in said if s.value == value})),
        )
        for value in ordered
    )


def line_of(name: str, said: Sequence[Said], pages: Iterable[str], rule: Rule) -> EventField:
    """The line of one field."""
    values = values_of(said, rule)
    spoken = {item.page for item in said}
    conflicting = any(
        rule.excludes(a.value, b.value) for i, a in enumerate(values) for b in values[i + 1 :]
    )
    silent = tuple(sorted(set(pages) - spoken))
    return EventField(name, values[0].value if values else None, values, silent, conflicting)


def _date_rank(value: str) -> object:
    days = edtf.parse_or_none(value)
    if days is None or days.is_open:
        return (99_999, value)
    return ((days.latest - days.earliest).days, value)


def _covers(outer: str, inner: str) -> bool:
    if edtf.parse_or_none(outer) is None or edtf.parse_or_none(inner) is None:
        return False
    return outer != inner and edtf.contains(outer, inner)


def _overlap(one: str, other: str) -> bool:
    if edtf.parse_or_none(one) is None or edtf.parse_or_none(other) is None:
        return True
    return edtf.overlaps(one, other)


DATES = Rule(
    supports=_covers, excludes=lambda one, other: not _overlap(one, other), rank=_date_rank
)


def place_rule(lore: Lore) -> Rule:
    """How places compare, by the pack."""

    def supports(less: str, more: str) -> bool:
        one, other = site_of(less, lore), site_of(more, lore)
        return fits(one, other) and more_precise(other, one)

    def excludes(one: str, other: str) -> bool:
        return not fits(site_of(one, lore), site_of(other, lore))

    def rank(value: str) -> object:
        site = site_of(value, lore)
        return (site.venue is None or site.bare, -len(site.names), -len(value))

    return Rule(supports, excludes, rank)


_CERTAIN = list(Status)
_AGAINST = {Status.DENIED.value, Status.NOT_OCCURRED.value}
_FOR = {Status.OCCURRED.value, Status.ALLEGED.value}

STATUSES = Rule(
    supports=lambda _less, _more: False,
    excludes=lambda one, other: (
        (one in _AGAINST and other in _FOR) or (one in _FOR and other in _AGAINST)
    ),
    rank=lambda value: _CERTAIN.index(Status(value)),
)
PLAIN = Rule(
    supports=lambda _less, _more: False, excludes=lambda _one, _other: False, rank=lambda _v: 0
)
DISTINCT = Rule(
    supports=lambda _less, _more: False,
    excludes=lambda one, other: one != other,
    rank=lambda _value: 0,
)


def fields_of(told: Sequence[Told], originals: Originals, lore: Lore) -> tuple[EventField, ...]:
    """Lines for date, place, status and participants."""
    pages = {item.source.name for item in told}

    def said(value: Callable[[Told], str | None]) -> list[Said]:
        return said_by(told, originals, value)

    names = [
        Said(part.name, s.page, s.origin)
        for item in told
        for s in said_by([item], originals, lambda _: "")
        for part in item.parts
    ]
    return (
        line_of("date", said(lambda t: t.report.date), pages, DATES),
        line_of("place", said(lambda t: t.report.place), pages, place_rule(lore)),
        line_of("status", said(lambda t: t.report.status.value), pages, STATUSES),
        line_of("participants", names, pages, PLAIN),
    )


def by_name(lines: Iterable[EventField]) -> Mapping[str, EventField]:
    """Lines by their field."""
    return {line.name: line for line in lines}
