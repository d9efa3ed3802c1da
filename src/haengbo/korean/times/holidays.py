"""Holidays and anniversaries: rows of a calendar → days, and whose day it is.

Comes in: a text, rows (data: the pack's table ``holidays``), the day of publication. Goes out:
which row a place in the text denotes, and in which year. Invariant: a name that several peoples
use (전승절) is resolved only where the text says whose it is, or only one fits the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ahocorasick_rs import AhoCorasick

from haengbo.korean.times.arithmetic import make_day
from haengbo.korean.times.tense import Tense
from haengbo.model.span import Span


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that comes back every year.

    Attributes:
        names: What denotes the day itself: 태양절, 노동당 창건일.
        founded: What denotes it with a number of years: 노동당 창건 (80주년).
        month: 1–12; 0 for a movable day.
        day: 1–31; 0 for a movable day.
        since: Year of the happening, for counting years; ``None`` if it has none.
        whose: Name of the state or people that keeps it.
        cues: Words near by that tell whose it is: 모스크바, 붉은광장.
        dates: The days of a movable holiday, in EDTF.
    """

    names: tuple[str, ...]
    founded: tuple[str, ...] = ()
    month: int = 0
    day: int = 0
    since: int | None = None
    whose: str = ""
    cues: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()

    def in_year(self, year: int) -> date | None:
        """Its day in a year."""
        if self.dates:
            found = (date.fromisoformat(text) for text in self.dates if text[:4] == f"{year:04d}")
            return next(found, None)
        return make_day(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Era:
    """A period with a name: 제2차 세계대전 (당시)."""

    forms: tuple[str, ...]
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A dated meeting that pages name by month and words: 6월 평양 정상회담.

    Attributes:
        year: Its year.
        month: Its month.
        words: What stands behind the month, all of them: (평양, 정상회담).
    """

    year: int
    month: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A holiday or era in a text.

    Attributes:
        span: Surface.
        rows: The holidays that it may denote.
        years: Its number of years (80주년), or ``None``.
        era: The era, for 제2차 세계대전 당시.
        generic: Whether only 체결 1주년 is said, without a row.
    """

    span: Span
    rows: tuple[Holiday, ...] = ()
    years: int | None = None
    era: Era | None = None
    generic: bool = False


_UNITS = ("주년", "주기", "돌", "돐")
_COUNT = rf"\s?[0-9]{{1,3}}\s?(?:{'|'.join(_UNITS)})"
_YEARS = rf"\s?(?P<years>[0-9]{{1,3}})\s?(?:{'|'.join(_UNITS)})"
_BEHIND = (
    r"(?!\s?연휴)(?=$|[^가-힣0-9]|을|를|의|이|은|는|과|와|에|도|로|인|때|부터|까지|기념|경축|맞이)"
)
_BIRTHDAY = "생일"
#: 김일성 주석의 100회 생일.
_AGE = rf"(?:의)?\s(?P<years>[0-9]{{1,3}})\s?(?:회|번째|{'|'.join(_UNITS)})\s?{_BIRTHDAY}"
_DURING = r"\s?(?:당시|때|시기|시절|기간|중)(?=$|[^가-힣]|에|의|인)"
#: Happenings that are counted in years wherever their day was just named: (조약) 체결 1주년.
_GENERIC = re.compile(
    r"(?<![가-힣])(?:체결|수교|창립|설립|창설|취임|발효|개통|개관|해방|출범)" + _YEARS + _BEHIND
)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))


#: Without a tense a holiday is the nearest only within so many days, else this year's.
_NEAR = 60
#: Of several anniversaries a page speaks of one within so many days.
_FAR = 240
#: A holiday of these days is meant whatever the tense: a telegram on the eve of it.
_THESE_DAYS = 20


class Calendar:
    """Holidays and eras, ready to be looked for; and meetings known by their month."""

    def __init__(
        self,
        holidays: Iterable[Holiday] = (),
        eras: Iterable[Era] = (),
        meetings: Iterable[Meeting] = (),
    ) -> None:
        self.holidays = tuple(holidays)
        self.meetings = tuple(meetings)
        self._rows: dict[str, list[Holiday]] = {}
        self._founded: dict[str, list[Holiday]] = {}
        for holiday in self.holidays:
            for name in holiday.names:
                self._rows.setdefault(name, []).append(holiday)
            for name in (*holiday.names, *holiday.founded):
                if holiday.since is not None:
                    self._founded.setdefault(name, []).append(holiday)
        self._births: dict[str, list[Holiday]] = {}
        for name, rows in self._rows.items():
            if (person := name.removesuffix(_BIRTHDAY).removesuffix("의").strip()) != name:
                self._births.setdefault(person, []).extend(
                    row for row in rows if row not in self._births.get(person, [])
                )
        self._eras = {form: era for era in eras for form in era.forms}
        owners = _any(h.whose for h in self.holidays if h.whose)
        owner = rf"(?:(?<![가-힣])(?P<owner>{owners})(?:의)?\s)?" if owners else "(?P<owner>(?!))?"
        founded, names = _any(self._founded), _any(self._rows)
        self._patterns = tuple(
            (kind, re.compile(pattern))
            for kind, words, pattern in (
                ("founded", self._founded, f"{owner}(?P<name>{founded}){_YEARS}{_BEHIND}"),
                ("named", self._rows, f"(?<![가-힣]){owner}(?P<name>{names})(?!{_COUNT}){_BEHIND}"),
                (
                    "born",
                    self._births,
                    f"(?P<owner>(?!))?(?P<name>{_any(self._births)}){_AGE}{_BEHIND}",
                ),
                ("era", self._eras, f"(?<![가-힣])(?P<name>{_any(self._eras)}){_DURING}"),
            )
            if words
        )
        # Sentences without any of the words are most of a page; the patterns are for the rest
        self._words = AhoCorasick({*self._founded, *self._rows, *self._births, *self._eras})

    def year_of_meeting(self, month: int, behind: str, today: date) -> int | None:
        """Year of the last meeting of a month that the words behind it name.

        Example:
            ``6월`` before ``평양 정상회담에서`` is of 2024, whatever the year of publication.
        """
        years = {
            meeting.year
            for meeting in self.meetings
            if meeting.month == month
            and (meeting.year, month) <= (today.year, today.month)
            and all(word in behind for word in meeting.words)
        }
        return max(years, default=None)

    def find(self, text: str) -> Iterator[Found]:
        """Holidays, anniversaries and eras of a text, in order, without overlap."""
        found = sorted(
            (*self._find_all(text), *self._find_generic(text)),
            key=lambda item: (item.span.start, -item.span.end),
        )
        end = 0
        for item in found:
            if item.span.start >= end:
                end = item.span.end
                yield item

    def _find_all(self, text: str) -> Iterator[Found]:
        if not self._words.find_matches_as_indexes(text):
            return
        tables = {"founded": self._founded, "named": self._rows, "born": self._births}
        for kind, pattern in self._patterns:
            for match in pattern.finditer(text):
                span, name = Span(*match.span()), match["name"]
                if kind == "era":
                    yield Found(span, era=self._eras[name])
                    continue
                rows = tables[kind][name]
                owned = [row for row in rows if row.whose and row.whose == match["owner"]]
                years = int(match["years"]) if kind != "named" else None
                yield Found(span, tuple(owned or rows), years)

    @staticmethod
    def _find_generic(text: str) -> Iterator[Found]:
        if not any(unit in text for unit in _UNITS):
            return
        for match in _GENERIC.finditer(text):
            yield Found(Span(*match.span()), years=int(match["years"]), generic=True)


def _distance(text: str, span: Span, cues: Iterable[str]) -> int | None:
    """Code points to the nearest cue."""
    places = [
        (max(span.start - match.end(), match.start() - span.end, 0))
        for cue in cues
        for match in re.finditer(re.escape(cue), text)
    ]
    return min(places, default=None)


def _candidates(found: Found, today: date) -> list[Holiday]:
    """The rows whose day would not be far from today; of several, those that are near."""
    if found.years is None:
        return list(found.rows)
    days = [
        (row, row.in_year(row.since + found.years)) for row in found.rows if row.since is not None
    ]
    fit = [(row, day) for row, day in days if day and abs(day.year - today.year) <= 1]
    near = [row for row, day in fit if abs((day - today).days) <= _FAR]
    return near or [row for row, _ in fit]


def whose(
    found: Found, text: str, *, around: str, today: date, month: int | None
) -> Holiday | None:
    """The one holiday that is meant, or ``None`` if two readings remain.

    Args:
        found: As ``Calendar.find`` gave it.
        text: The sentence that it stands in.
        around: The paragraph or more, where the sentence does not tell.
        today: Day of publication.
        month: A month that the sentence names (지난 9월 … 전승절).

    Example:
        In "모스크바에서 열린 전승절 80주년 열병식" it is the Russian one.
    """
    rows = _candidates(found, today)
    if len(rows) <= 1:
        return rows[0] if rows else None
    in_month = [row for row in rows if row.month == month]
    if month is not None and len(in_month) == 1:
        return in_month[0]
    for place, span in ((text, found.span), (around, Span(0, len(around)))):
        near = [(_distance(place, span, row.cues), row) for row in rows]
        seen = sorted(((d, row) for d, row in near if d is not None), key=lambda item: item[0])
        if len(seen) == 1 or (len(seen) > 1 and seen[0][0] < seen[1][0]):
            return seen[0][1]
        if seen:
            return None
    return None


def day_of(
    row: Holiday, found: Found, *, today: date, year: int | None, tense: Tense | None
) -> date | None:
    """The day that is meant: by its number of years, the year named, the tense, or the nearest."""
    if found.years is not None and row.since is not None:
        return row.in_year(row.since + found.years)
    if year is not None:
        return row.in_year(year)
    around = [row.in_year(today.year + shift) for shift in (-1, 0, 1)]
    days = [day for day in around if day is not None]
    near = [day for day in days if abs((day - today).days) <= _THESE_DAYS]
    if near:
        return near[0]
    if tense is Tense.PAST:
        days = [day for day in days if day <= today]
    elif tense is Tense.FUTURE:
        days = [day for day in days if day >= today]
    nearest = min(days, key=lambda day: abs((day - today).days), default=None)
    if tense is None and nearest and abs((nearest - today).days) > _NEAR:
        return row.in_year(today.year)
    return nearest
