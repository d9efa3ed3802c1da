"""Texts in order → resolved time expressions: the narrative and what hangs on it.

Comes in: passages (sentences with their place and kind), the date of publication, a calendar of
holidays. Goes out: ``TimeExpression`` values in order, spans in the whole text. Invariant: spans
slice the text and do not overlap; what cannot be counted with certainty is left out.

The body is read first, in order; headlines and captions after it, seen from the day that the
lead tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import zip_longest

from haengbo.korean.quotes import find_quotes
from haengbo.korean.sentences import split
from haengbo.korean.times import arithmetic as cal
from haengbo.korean.times.anchors import Today, today_of
from haengbo.korean.times.choose import year_of_day
from haengbo.korean.times.counted import resolve_counted
from haengbo.korean.times.dated import Resolved, Setting, resolve_dated
from haengbo.korean.times.expressions import Counted, Dated, Expression, Hour, Relation
from haengbo.korean.times.gather import in_order
from haengbo.korean.times.holidays import Calendar, Found, day_of, whose
from haengbo.korean.times.narrative import Narrative, Place, advance
from haengbo.korean.times.tense import Tense, tense_after
from haengbo.korean.times.words import Word
from haengbo.model.reading import TimeExpression

_DATELINE = re.compile(
    r"\([가-힣]{2,8}\s(?:(?P<year>[0-9]{4})년\s)?(?P<month>[0-9]{1,2})월\s?(?P<day>[0-9]{1,2})일발"
)
_GENERIC_REACH = 60


class Kind(StrEnum):
    """What a passage is: it decides what its dates hang on."""

    BODY = "body"
    HEADLINE = "headline"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence.

    Attributes:
        text: The sentence.
        offset: Where it begins in the whole text.
        kind: Body, headline or caption.
        around: Its paragraph, for telling whose holiday is meant.
    """

    text: str
    offset: int = 0
    kind: Kind = Kind.BODY
    around: str = ""


class _Reader:
    """Walks the passages and keeps the state of the narrative."""

    def __init__(self, anchor: str | None, calendar: Calendar, lead: date | None = None) -> None:
        self.lead = lead
        self.published = today_of(anchor)
        self.today = self.published
        self.calendar = calendar
        self.narrative = Narrative()
        self.days: list[date] = []

    def read(self, passage: Passage) -> Iterator[TimeExpression]:
        """Resolve one passage and move the narrative on."""
        self._dateline(passage)
        quoted = [q.outer for q in find_quotes(passage.text) if q.kind == "double"]
        before: list[tuple[Resolved, Place]] = []
        items = list(in_order(passage.text, self.calendar))
        for item, following in zip_longest(items, items[1:]):
            place = Place(
                passage.text, item.span, any(quote.contains(item.span) for quote in quoted)
            )
            resolved = self._resolve(item, place, passage, before)
            resolved = self._apposition(item, following, place, passage, before) or resolved
            if resolved is None or _posted(item, place, passage.kind):
                continue
            before.append((resolved, place))
            self._move_on(item, resolved, before, passage.kind)
            yield TimeExpression(
                item.span.shifted(passage.offset),
                resolved.value,
                resolved.anchor,
                resolved.rule,
                resolved.confidence,
            )

    def _dateline(self, passage: Passage) -> None:
        """``(평양 5월 27일발 …)``: what follows is told from that day."""
        match = _DATELINE.search(passage.text) if passage.kind is Kind.BODY else None
        if match is None:
            return
        month, number = int(match["month"]), int(match["day"])
        year = int(match["year"]) if match["year"] else None
        if year is None and self.published is not None:
            year = year_of_day(month, number, self.published, None, Tense.PAST)
        day = cal.make_day(year, month, number) if year else None
        if day is not None:
            self.today = Today(day, "day")
            self.narrative = replace(self.narrative, day=None, eve_of=None, report=None)

    def _setting(
        self, place: Place, kind: Kind, before: Sequence[tuple[Resolved, Place]]
    ) -> Setting:
        now = self.narrative
        told = (now.day or self.lead) if kind is Kind.BODY else (now.lead or self.lead)
        story = told
        eve = told if kind is not Kind.BODY or now.eve_of is None else now.eve_of
        literal = [
            resolved.day
            for resolved, where in before
            if resolved.day and not (where.aside or self._ahead(resolved.day))
        ]
        if literal:
            told = eve = literal[-1]
            if now.eve_of is not None and literal[-1] == now.day:
                eve = now.eve_of
        elif place.medium_speaks and now.report is not None:
            told = eve = now.report
        published = self.today.day if self.today and self.today.exact else None
        ends = [*reversed(literal), story or published]
        return Setting(
            self.today,
            now,
            told or published,
            eve or published,
            tense_after(place.text, place.span.end),
            place.quoted,
            tuple(resolved for resolved, _ in before),
            tuple(day for day in ends if day is not None),
            place.today_is_a_date,
        )

    def _ahead(self, day: date) -> bool:
        today = self.today
        return today is not None and today.exact and not today.inferred and day > today.day

    def _resolve(
        self,
        item: Expression | Found,
        place: Place,
        passage: Passage,
        before: Sequence[tuple[Resolved, Place]],
    ) -> Resolved | None:
        setting = self._setting(place, passage.kind, before)
        if isinstance(item, Found):
            return self._holiday(item, passage, setting, before)
        if isinstance(item, Counted):
            headline = passage.kind is Kind.HEADLINE and item.relation is not Relation.SINCE
            return None if headline else resolve_counted(item, setting, self.days)
        if isinstance(item, Hour):
            day = self.narrative.day if passage.kind is Kind.BODY else None
            return (
                Resolved(cal.day_text(day), "narrative:hour", 0.6, cal.day_text(day), day)
                if day
                else None
            )
        return resolve_dated(item, setting)

    def _apposition(
        self,
        item: Expression | Found,
        following: Expression | Found | None,
        place: Place,
        passage: Passage,
        before: Sequence[tuple[Resolved, Place]],
    ) -> Resolved | None:
        """``전날인 6일``, ``나흘 뒤인 27일``, ``오늘(14일)``: the figure tells the day."""
        word = isinstance(item, Dated) and isinstance(item.day, Word)
        moved = isinstance(item, Counted) and item.relation in {Relation.AGO, Relation.LATER}
        if not (word or moved) or not isinstance(following, Dated) or following.until:
            return None
        between = passage.text[item.span.end : following.span.start]
        if not isinstance(following.day, int) or between not in {"인 ", "(", "인 지난 ", ", "}:
            return None
        figure = resolve_dated(following, self._setting(place, passage.kind, before))
        if figure is None or figure.day is None:
            return None
        return replace(figure, rule="day:apposition", anchor=figure.value)

    def _holiday(
        self,
        found: Found,
        passage: Passage,
        setting: Setting,
        before: Sequence[tuple[Resolved, Place]],
    ) -> Resolved | None:
        if found.era is not None:
            value = cal.interval(found.era.since[:4], found.era.until[:4])
            return Resolved(value, "era:during", 0.8)
        if found.generic:
            return _just_named(found, before)
        if self.today is None:
            return None
        months = [resolved.month for resolved in setting.before if resolved.month]
        month = months[-1] if months else None
        row = whose(found, passage.text, around=passage.around, today=self.today.day, month=month)
        if row is None:
            return None
        years = [r.year for r in setting.before if r.year and r.month in {None, row.month}]
        year = years[-1] if years else None
        day = day_of(row, found, today=self.today.day, year=year, tense=setting.tense)
        if day is None:
            return None
        rule = "holiday:anniversary" if found.years is not None else "holiday:named"
        return Resolved(cal.day_text(day), rule, 0.85, str(self.today), day, day.year, day.month)

    def _move_on(
        self,
        item: Expression | Found,
        resolved: Resolved,
        before: Sequence[tuple[Resolved, Place]],
        kind: Kind,
    ) -> None:
        """Tell the narrative what was named; first full date where publication is unknown."""
        if self.today is None and resolved.rule == "day:full" and resolved.day:
            self.today = Today(resolved.day, "day", inferred=True)
        if resolved.day is not None:
            self.days.append(resolved.day)
        if kind is not Kind.BODY or isinstance(item, Found):
            return
        place = before[-1][1]
        if isinstance(item, Dated):
            year = resolved.year if resolved.says_year or resolved.month else None
            self.narrative = replace(
                self.narrative.named(year, resolved.month),
                speaks_of_months=resolved.day is None and resolved.month is not None,
            )
        if resolved.day is None or self._ahead(resolved.day):
            return
        if isinstance(item, Dated) and isinstance(item.day, Word):
            eve = item.day.origin == "told" and item.day.shift < 0
            if not place.quoted:
                after = cal.shift_days(resolved.day, 1) if eve else None
                self.narrative = self.narrative.told(resolved.day, eve_of=after, leads=False)
            return
        if isinstance(item, Counted):
            if not place.aside:
                self.narrative = self.narrative.told(resolved.day, leads=False)
            return
        told_before = any(r.day and not where.aside for r, where in before[:-1])
        today = self.today.day if self.today and self.today.exact else None
        self.narrative = advance(
            self.narrative, place, resolved.day, today=today, other_day=told_before
        )


def _posted(item: Expression | Found, place: Place, kind: Kind) -> bool:
    """``… 만났다 (2024. 11. 30.)`` in a headline: the day it was posted."""
    full = isinstance(item, Dated) and isinstance(item.year, int) and isinstance(item.day, int)
    before = place.text[: item.span.start].rstrip().endswith("(")
    return kind is Kind.HEADLINE and full and before


def _just_named(found: Found, before: Sequence[tuple[Resolved, Place]]) -> Resolved | None:
    """``오는 19일 조약 체결 1주년``: the day was named just before."""
    for resolved, place in reversed(before):
        near = found.span.start - place.span.end <= _GENERIC_REACH
        if resolved.day is not None and near:
            return Resolved(resolved.value, "holiday:just-named", 0.7, resolved.value, resolved.day)
    return None


def resolve_passages(
    passages: Iterable[Passage], *, anchor: str | None, calendar: Calendar | None = None
) -> tuple[TimeExpression, ...]:
    """Resolve the time expressions of a whole page.

    Args:
        passages: Its sentences in order.
        anchor: Date of publication (EDTF), or ``None``; then expressions that hang on it are left
            out, unless the text gives a full date before them.
        calendar: Holidays and eras.

    Returns:
        Sorted by span.
    """
    reader = _Reader(anchor, calendar or Calendar())
    listed = list(passages)
    body = [passage for passage in listed if passage.kind is Kind.BODY]
    rest = [passage for passage in listed if passage.kind is not Kind.BODY]
    found = [time for passage in body for time in reader.read(passage)]
    if reader.narrative.lead is not None:
        # 이날 or 당일 before any day was told: the lead tells it later
        again = _Reader(anchor, reader.calendar, reader.narrative.lead)
        found = [time for passage in body for time in again.read(passage)]
        reader = again
    reader.today = reader.published or reader.today
    found += [time for passage in rest for time in reader.read(passage)]
    return tuple(sorted(found, key=lambda time: time.span))


def resolve(
    text: str, *, anchor: str | None = None, calendar: Calendar | None = None
) -> tuple[TimeExpression, ...]:
    """Resolve the time expressions of one text.

    Args:
        text: One or several sentences of running text.
        anchor: Date of publication (EDTF), or ``None``.
        calendar: Holidays and eras.

    Returns:
        Time expressions with spans in ``text``, in order.

    Example:
        ``resolve("최 외무상은 지난달 29일 떠났다", anchor="2024-11-02")[0].value`` is
        ``"2024-10-29"``.
    """
    passages = [Passage(span.of(text), span.start, around=text) for span in split(text)]
    return resolve_passages(passages, anchor=anchor, calendar=calendar)
