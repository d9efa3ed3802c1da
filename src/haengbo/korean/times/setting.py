"""What an expression is counted from, and what comes out of counting it.

``Setting`` comes from the reader of the page, ``Resolved`` goes back to it. Invariant: a
``Resolved`` with a ``day`` has that day as its value.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from haengbo.korean.times.anchors import NEWS_DAYS, Today
from haengbo.korean.times.narrative import Narrative
from haengbo.korean.times.tense import Tense


class Setting(msgspec.Struct, frozen=True):
    """What an expression is counted from.

    Attributes:
        today: Publication, or the dateline that the text gives; ``None`` if unknown.
        narrative: So far.
        told: The day that 같은 날 means here, ``None`` if none was told.
        story: The day that 이날 means here.
        ends: Days at which a count (5개월만) may end, the likeliest first.
        eve: The day that 전날 means here.
        tense: Of the clause behind it.
        quoted: Whether it stands in a quotation.
        earlier: What the sentence before named.
        listed_year: Year that holds for the entries of a list (▲ 2023.7.25 …, ▲ 9.13 …).
        listed_month: Year and month that do (9월, ▲ 13일 …).
        of_saying: Whether it dates the saying that the sentence tells of (대변인은 4일 …고 밝혔다).
        gap: Code points since the expression before, in the same sentence.
        marked: Months and days in the names of the sentence (2·29 합의).
        marked_anywhere: The same for the whole page.
        known_year: Year of a month by the meeting that is named behind it.
        figure: The day that a figure right behind tells (전날인 6일), or ``None``.
        today_is_a_date: Whether 오늘 is a day here, not these days.
        said_in: Year of the speech or text, now past, that the quotation here is from.
        before: What the sentence named before, in order.
        asked_for: Whether on that day somebody would have something done (8일 열자고 제의했다).
    """

    today: Today | None
    narrative: Narrative
    told: date | None
    story: date | None
    eve: date | None
    tense: Tense | None = None
    quoted: bool = False
    before: tuple[Resolved, ...] = ()
    ends: tuple[date, ...] = ()
    today_is_a_date: bool = True
    said_in: int | None = None
    figure: Resolved | None = None
    earlier: tuple[Resolved, ...] = ()
    known_year: Callable[[int], int | None] | None = None
    gap: int | None = None
    listed_year: int | None = None
    listed_month: tuple[int, int] | None = None
    of_saying: bool = False
    marked: tuple[tuple[int, int], ...] = ()
    marked_anywhere: tuple[tuple[int, int], ...] = ()
    asked_for: bool = False

    @property
    def now(self) -> date | None:
        """The day that 오늘 means: publication, in a quotation the day told of.

        “오늘 떠난다”고 했다. 지난 12일에는 …: what the page comes to only later, long past, is not.
        """
        published = self.today.day if self.today and self.today.exact else None
        if not self.quoted or published is None or self.story is None:
            return published if not self.quoted else self.story or published
        later = self.narrative.day is None and (published - self.story).days > NEWS_DAYS
        return published if later else self.story


class Resolved(msgspec.Struct, frozen=True):
    """A resolved expression.

    Attributes:
        value: EDTF.
        rule: Name of the rule.
        confidence: 0..1.
        anchor: What it was counted from, EDTF, or ``None``.
        day: The day, if it is one.
        year: Year that it names.
        month: Month that it names.
        says_year: Whether the year is stated, by figure or word.
        says_month: Whether the month is.
        first: EDTF of its first end.
    """

    value: str
    rule: str
    confidence: float
    anchor: str | None = None
    day: date | None = None
    year: int | None = None
    month: int | None = None
    says_year: bool = False
    says_month: bool = False
    first: str | None = None
