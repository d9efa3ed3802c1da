"""What a time expression says, before anything is counted from anywhere.

Goes out of ``scan``, comes into ``resolve``. Invariant: ``span`` is the surface without particles,
in the text that was scanned.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from haengbo.korean.times.quantities import Amount
from haengbo.korean.times.words import Word
from haengbo.model.span import Span

#: 마지막 날: the last day of its month, or of its year.
LAST_DAY = -1


class Direction(StrEnum):
    """지난, 오는, 이번 before a day, month, weekday or season."""

    LAST = "last"
    NEXT = "next"
    THIS = "this"


class Relation(StrEnum):
    """How a counted length hangs on a date."""

    SINCE = "since"  # 5개월만
    AGO = "ago"  # 사흘 전
    LATER = "later"  # 보름 뒤
    WITHIN = "within"  # 2년 안
    PAST = "past"  # 지난 3개월 반


class Dated(msgspec.Struct, frozen=True):
    """A place in the calendar: 지난달 29일, 2025년 5월, 다음 주 초, 이날 저녁, 내년 봄.

    Attributes:
        span: Surface.
        direction: 지난/오는/이번, or ``None``.
        year: Number, word or ``None``.
        month: Number (1–12), word or ``None``.
        week: Word or ``None``.
        day: Number (1–31, ``LAST_DAY``), word or ``None``.
        weekday: 0 (Monday) – 6, or ``None``.
        part: 초, 중순, 상반기, 3분기, 봄, 안 …, or ``None``.
        until: The second end of a stated interval.
        decade: Whether the year is a decade (1990년대).
        short: Whether the year is two figures without a mark (98년): on an old page alone.
    """

    span: Span
    direction: Direction | None = None
    year: int | Word | None = None
    month: int | Word | None = None
    week: Word | None = None
    day: int | Word | None = None
    weekday: int | None = None
    part: str | None = None
    until: Dated | None = None
    decade: bool = False
    short: bool = False


class Counted(msgspec.Struct, frozen=True):
    """A length of time that hangs on a date: 5개월만, 사흘 전, 지난 3개월 반."""

    span: Span
    amount: Amount
    relation: Relation


class Hour(msgspec.Struct, frozen=True):
    """A time of day that stands for the day being told of: 저녁에는."""

    span: Span


Expression = Dated | Counted | Hour
