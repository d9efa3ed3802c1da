"""Text → time expressions as they stand, longest first, left to right, without overlap.

Comes in: one sentence or any text. Goes out: ``Dated`` and ``Counted`` expressions. Nothing is
resolved here; what is only a length (사흘간, 30일 휴전, 2박 3일) or a name (6·15, 당일치기) is not
taken. Invariant: spans slice the text, are in order and do not overlap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haengbo.korean.times import patterns
from haengbo.korean.times.arithmetic import WEEKDAYS
from haengbo.korean.times.expressions import (
    LAST_DAY,
    Counted,
    Dated,
    Direction,
    Expression,
    Hour,
    Relation,
)
from haengbo.korean.times.quantities import ONE_UNIT, Amount, read_amount
from haengbo.korean.times.words import Word, words
from haengbo.model.span import Span


def _unnamed(pattern: re.Pattern[str]) -> str:
    """The same expression without names of groups, as a part of a larger one."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern)


_OPENING = (
    *(patterns.DIRECTION, patterns.YEAR, patterns.MONTH, patterns.DAY),
    *(patterns.WEEK, patterns.WEEKDAY, patterns.ALONE, ONE_UNIT),
)
#: Where an expression may begin: at a figure, or at a word with which one of the parts begins.
#: Trying all parts at every word of a page took two thirds of the time for dates.
_MAY_BEGIN = re.compile(
    f"{patterns.START.pattern}(?=[0-9'’‘]|약 |지난 |{'|'.join(map(_unnamed, _OPENING))})"
)


_SEASON = re.compile(patterns.SEASON)


def _value(match: re.Match[str] | None) -> int | Word | None:
    if match is None:
        return None
    word = match.groupdict().get("word")
    return words()[word] if word else int(match["number"])


def _year(match: re.Match[str]) -> int | Word:
    if match["word"]:
        return words()[match["word"]]
    if match["juche"]:
        return int(match["of"]) if match["of"] else int(match["juche"]) + patterns.JUCHE
    if match["two"] or match["past"] or match["short"]:
        two = int(match["two"] or match["past"] or match["short"])
        return two + (2000 if two < 45 else patterns.CENTURY)  # noqa: PLR2004 - nobody recalls 1944
    return int(match["four"])


def _closed(text: str, position: int) -> bool:
    return patterns.CLOSED.match(text, position) is not None


class _Reader:
    """Reads one dated expression from left to right."""

    def __init__(self, text: str, position: int) -> None:
        self.text = text
        self.start = self.at = position
        self.direction: Direction | None = None
        self.year: int | Word | None = None
        self.month: int | Word | None = None
        self.week: Word | None = None
        self.day: int | Word | None = None
        self.weekday: int | None = None
        self.part: str | None = None
        self.decade = self.short = False

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Match here, after at most one space once something was read; move behind it."""
        at = self.at
        if at > self.start and self.text[at : at + 1] == " ":
            at += 1
        match = pattern.match(self.text, at)
        if match and match.end() > at:
            self.at = match.end()
            return match
        return None

    def take_closed(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """As ``take``, but only if a word ends behind it."""
        before = self.at
        match = self.take(pattern)
        if match and not _closed(self.text, self.at):
            self.at = before
            return None
        return match

    def read(self) -> Dated | None:
        """The expression that begins at the start, or ``None``."""
        if match := self.take(patterns.DIRECTION):
            self.direction = Direction(match.lastgroup or "this")
            self.at = match.end()
        if not (self._read_weeks() or self._read_calendar() or self._read_alone()):
            return None
        exact = self.day is not None or self.weekday is not None
        if exact and (clock := patterns.CLOCK.match(self.text, self.at)):
            self.at = clock.end()
        if self.direction is Direction.THIS and self.part is None and self.weekday is None:
            return None
        return Dated(
            Span(self.start, self.at),
            self.direction,
            self.year,
            self.month,
            self.week,
            self.day,
            self.weekday,
            self.part,
            None,
            self.decade,
            self.short,
        )

    def _read_weeks(self) -> bool:
        """다음 주 초, 지난주 금요일, 오는 금요일, 지난 주말."""
        match = self.take(patterns.WEEK)
        if match:
            self.week = words()[match["word"]]
            if part := self.take_closed(patterns.WEEK_PART):
                self.part = part["part"]
        beside = self.text[max(0, self.start - 2) : self.start].strip().endswith(("일", "("))
        if not beside and (day := self.take_closed(patterns.WEEKDAY)):
            self.weekday = WEEKDAYS.index(day["day"])
        if self.week and not self.weekday and not _closed(self.text, self.at):
            self.week, self.at = None, self.start
        return self.week is not None or self.weekday is not None

    def _read_calendar(self) -> bool:
        """Year, month, day and their parts; at least one of them."""
        if match := self.take(patterns.YEAR):
            self.year, self.decade = _year(match), bool(match["decade"])
            self.short = bool(match["short"])
        if match := self.take(patterns.MONTH):
            self.month = _value(match)
        if self.month is not None:
            self.part = self._part(patterns.MONTH_PART)
        elif self.year is not None:
            self.part = self._part(patterns.YEAR_PART)
        last_day = self.text.startswith((" 마지막", "마지막"), self.at)
        if self.part is None and (self.year is None or self.month is not None or last_day):
            self._read_day()
        if self.day is None and not _closed(self.text, self.at):
            return False
        bare_prefix = self.year == words()["올"] and self.text[self.at - 1] == "올"
        bare_prefix = bare_prefix and not self.text.startswith(" 들어", self.at)
        return not bare_prefix and not (
            self.year is None and self.month is None and self.day is None
        )

    def _part(self, pattern: re.Pattern[str]) -> str | None:
        match = self.take_closed(pattern)
        return patterns.ALONE_PARTS.get(match["part"], match["part"]) if match else None

    def _read_day(self) -> None:
        before = self.at
        match = self.take(patterns.DAY)
        if match is None:
            return
        clock = patterns.CLOCK.match(self.text, self.at)
        end = clock.end() if clock else self.at
        if match["last"] and self.month is None and self.year is None:
            self.at = before
            return
        bare = self.month is None and match["number"] is not None
        counts = bare and patterns.COUNTS_DAYS.match(self.text, self.at) and not self._between()
        day_trip = match["word"] == "당일" and self.text.startswith(" 일정", self.at)
        these_days = match["word"] == "오늘" and patterns.THESE_DAYS.match(self.text, self.at)
        joined = match["number"] is not None and patterns.JOINED.match(self.text, self.at)
        ended = _closed(self.text, self.at) or end > self.at or joined
        if counts or day_trip or these_days or not ended:
            self.at = before
            return
        self.day = LAST_DAY if match["last"] else _value(match)

    def _between(self) -> bool:
        """12일부터 16일 사이: the second end of two."""
        before = self.text[max(0, self.start - patterns.FROM_REACH) : self.start]
        ends = patterns.BETWEEN.match(self.text, self.at)
        return ends is not None and patterns.FROM_BEFORE.search(before) is not None

    def _read_alone(self) -> bool:
        """연초, 하반기, 지난겨울, 봄이 되자."""
        self.at = self.start
        self.year = self.month = self.day = None
        if self.direction and (match := self.take(patterns.DIRECTION)):
            self.at = match.end()
            season = _SEASON.match(self.text, self.at)
            if season and _closed(self.text, season.end()):
                self.part, self.at = season.group(), season.end()
                return True
        match = patterns.ALONE.match(self.text, self.at)
        if match is None or not _closed(self.text, match.end()):
            return False
        found = match["part"] or match["season"]
        self.part, self.at = patterns.ALONE_PARTS.get(found, found), match.end()
        return True


def _replace(dated: Dated, end: int, until: Dated) -> Dated:
    return Dated(
        Span(dated.span.start, end),
        dated.direction,
        dated.year,
        dated.month,
        dated.week,
        dated.day,
        dated.weekday,
        dated.part,
        until,
        dated.decade,
    )


def _same_grain(left: Dated, right: Dated) -> bool:
    def grain(dated: Dated) -> str:
        if dated.day is not None:
            return "day"
        return "month" if dated.month is not None else "year"

    plain = (left.part is None) == (right.part is None) and right.direction is None
    return plain and left.week is None and right.week is None and grain(left) == grain(right)


def _left_of_range(text: str, position: int) -> tuple[Dated, int] | None:
    """28~29일, 5~9월, 2018~2019년, 28·29일: the first figure has no unit of its own."""
    reader = _Reader(text, position)
    if match := reader.take(patterns.DIRECTION):
        reader.at, reader.direction = match.end(), Direction(match.lastgroup or "this")
    if match := reader.take(patterns.YEAR):
        reader.year = _year(match)
    if match := reader.take(patterns.MONTH):
        reader.month = _value(match)
    left = reader.take(patterns.LEFT)
    if left is None:
        return None
    first, second = int(left["a"]), int(left["b"])
    if left["list"] and second != first + 1:
        return None
    field = {"년": "year", "월": "month", "일": "day"}[left["unit"]]
    if getattr(reader, field) is not None:
        return None
    setattr(reader, field, first)
    dated = Dated(
        Span(position, left.end()), reader.direction, reader.year, reader.month, day=reader.day
    )
    return dated, left.end()


def _read_dated(text: str, position: int) -> Dated | None:
    if found := _left_of_range(text, position):
        left, at = found
        right = _Reader(text, at).read()
        if right and right.span.start == at and _same_grain(left, right):
            return _replace(left, right.span.end, right)
    dated = _Reader(text, position).read()
    if dated is None:
        return None
    for pattern, closing in ((patterns.DASH, None), (patterns.FROM, patterns.UNTIL)):
        link = pattern.match(text, dated.span.end)
        right = _Reader(text, link.end()).read() if link else None
        if right is None or not _same_grain(dated, right):
            continue
        parts = dated.part is not None and dated.month is not None
        closed = closing.match(text, right.span.end) if closing is not None else None
        if closing is None or parts or closed is not None:
            between = closed is not None and closed["between"] is not None
            end = closed.end() if closed is not None and between else right.span.end
            return _replace(dated, end, right)
    return dated


def _read_full(text: str, position: int) -> Dated | None:
    """2024. 11. 30., 2024-11-30, '24.11.30."""
    match = patterns.FULL.match(text, position)
    if match and match["m3"]:
        month, day = int(match["m3"]), int(match["d3"])
        return Dated(Span(position, match.end()), month=month, day=day)
    if match:
        year = int(match["y"]) if match["y"] else 2000 + int(match["y2"])
        month, day = int(match["m"] or match["m2"]), int(match["d"] or match["d2"])
        full = Dated(Span(position, match.end()), year=year, month=month, day=day)
        return _until(full, patterns.FULL_END.match(text, match.end()))
    if match := patterns.ENTRY_MONTH.match(text, position):
        return Dated(Span(position, match.end()), year=int(match["y"]), month=int(match["m"]))
    if match := _entry_day(text, position) or _marked_day(text, position):
        return _entry_days(match)
    if match := patterns.LISTED_YEAR.match(text, position):
        return Dated(Span(position, match.end()), year=int(match["y"]))
    return None


def _until(dated: Dated, end: re.Match[str] | None) -> Dated:
    """2019.2.27∼28: with the second end, if there is one."""
    if end is None:
        return dated
    month = int(end["m"]) if end["m"] else None
    return _replace(dated, end.end(), Dated(Span(*end.span()), month=month, day=int(end["d"])))


def _entry_days(match: re.Match[str]) -> Dated:
    """▲ 4.24 = …, ▲ 4.24∼26 = …: the day or days of an entry."""
    dated = Dated(Span(match.start(), match.end()), month=int(match["m"]), day=int(match["d"]))
    if match["d_end"] is None:
        return dated
    month = int(match["m_end"]) if match["m_end"] else None
    end = Dated(Span(*match.span("d_end")), month=month, day=int(match["d_end"]))
    return _replace(dated, match.end(), end)


def _entry_day(text: str, position: int) -> re.Match[str] | None:
    """○ 1.26. 외무상, …: month and day at the head of an entry of a chronology."""
    match = patterns.ENTRY_DAY.match(text, position)
    before = text[max(0, position - patterns.ENTRY_REACH) : position]
    opens = position <= patterns.ENTRY_REACH or "\n" in before
    mark = before.rpartition("\n")[2].strip()
    if match is None or not opens or (mark and mark not in patterns.ENTRY_MARKS):
        return None
    # 1.5 배 늘었다 may begin a line: without a mark, point or weekday must tell
    return match if mark or match["sure"] is not None else None


def _marked_day(text: str, position: int) -> re.Match[str] | None:
    """7.26.(금) anywhere; ○ 외무상, 대사 접견(9.12): in parentheses of a note."""
    match = patterns.WEEKDAY_DAY.match(text, position)
    if match is not None or text[position - 1 : position] != "(":
        return match
    line = text[text.rfind("\n", 0, position) + 1 : position].lstrip()
    if line[:1] in patterns.ENTRY_MARKS:
        return patterns.NOTED_DAY.match(text, position)
    days = patterns.NOTED_DAYS.match(text, position)
    later = days is not None and (days["m_end"] or int(days["d"]) < int(days["d_end"]))
    return days if later else None  # 격차(2.5∼2): no days


def _read_counted(text: str, position: int) -> Counted | None:
    at, past = position, False
    if text.startswith("약 ", at):
        at += 2
    elif text.startswith("지난 ", at):
        at, past = at + 3, True
    found = read_amount(text, at)
    if found is None:
        return None
    amount, end = found
    match = patterns.SUFFIX.match(text, end)
    if match and not past:
        # "알리면 1년 뒤": a condition, not a date
        if patterns.CONDITION.search(text[max(0, position - 4) : position]):
            return None
        relation = Relation((match.lastgroup or "since").removesuffix("2"))
        if _hangs_elsewhere(text, position, match.end(), amount, relation):
            return None
        return Counted(Span(position, match.end()), amount, relation)
    # 지난 94년 합의: a year, not how long
    named = patterns.YEAR.match(text, at) if past else None
    spent = None if named and named["past"] else patterns.SPENT.match(text, end)
    if not past or spent is None or (amount.unit == "day" and not spent["long"]):
        return None
    return Counted(Span(position, end), amount, Relation.PAST)


def _hangs_elsewhere(
    text: str, position: int, end: int, amount: Amount, relation: Relation
) -> bool:
    """Whether a length hangs on what is not said: when something began, when a term was set.

    시작된 지 1년 뒤; 방문하기 두 달 전; 취임 후 일주일 만에; 사흘 안에 떠나라고; 60일 안에.
    """
    if relation is Relation.AGO:
        before = patterns.BEFORE_EVENT.search(text[max(0, position - 8) : position])
        named = text.startswith("인 ", end) or patterns.DATED_DAY.search(text[:position])
        return before is not None and amount.unit in {"month", "year"} and not named
    if relation is Relation.LATER:
        return patterns.SINCE_EVENT.search(text[max(0, position - 8) : position]) is not None
    if relation is Relation.SINCE:
        only = patterns.ONLY.search(text[max(0, position - 3) : position])
        if only and text[end : end + 1] == " ":
            return True
        after = patterns.AFTER_EVENT.search(text[max(0, position - 12) : position])
        return after is not None and patterns.DATED.search(text[:position]) is None
    if relation is not Relation.WITHIN:
        return False
    counted = amount.unit == "day" and amount.number >= patterns.COUNTED_TERM
    return counted or patterns.TERM_SET.match(text, end) is not None


def _read_at(text: str, position: int) -> Expression | None:
    if text[max(0, position - 3) : position].endswith(("박 ", "다음 ")):
        return None
    candidates: list[Expression | None] = [
        _read_full(text, position),
        _read_counted(text, position),
        _read_dated(text, position),
    ]
    found = [
        candidate
        for candidate in candidates
        if candidate is not None and not patterns.WEEK_OF_MONTH.match(text, candidate.span.end)
    ]
    return max(found, key=lambda expression: len(expression.span), default=None)


def half_width(text: str) -> str:
    """The text with figures of one width (４월 → 4월), as long as before."""
    return text.translate(patterns.FULL_WIDTH)


def days_named(text: str) -> tuple[int, ...]:
    """Days of the month that a text names without a month: ``27일``, ``29~30일``.

    Example:
        ``days_named("오는 29~30일 회의")`` is ``(29, 30)``.
    """
    return tuple(
        end.day
        for expression in scan(text)
        if isinstance(expression, Dated)
        for end in (expression, expression.until)
        if end is not None and isinstance(end.day, int) and end.month is None
    )


def scan(text: str) -> Iterator[Expression]:
    """Find the time expressions of a text.

    Example:
        ``scan("지난달 29일부터 머문다")`` yields one ``Dated`` with month:last and day 29.
    """
    if match := patterns.HOUR_ALONE.match(text.lstrip()):
        lead = len(text) - len(text.lstrip())
        yield Hour(Span(lead + match.start("hour"), lead + match.end("hour")))
    end = 0
    addresses = [match.span() for match in patterns.ADDRESS.finditer(text)]
    for start in _MAY_BEGIN.finditer(text):
        if start.start() < end or any(a <= start.start() < b for a, b in addresses):
            continue
        expression = _read_at(text, start.start())
        if expression is None or len(expression.span) == 0:
            continue
        end = expression.span.end
        if not text[max(0, start.start() - 3) : start.start()].endswith("음력 "):
            yield expression
