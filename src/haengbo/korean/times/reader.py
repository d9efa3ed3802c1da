"""Reads the passages of a page in order and keeps the state of the narrative.

Comes in: passages, the date of publication, a calendar. Goes out: ``TimeExpression`` values. The
reader is the one place that changes as it goes; everything that it asks is a pure function.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from datetime import date
from itertools import zip_longest

from msgspec.structs import replace

from haengbo.korean.times import arithmetic as cal
from haengbo.korean.times.anchors import Today, day_of_news, is_old, today_of
from haengbo.korean.times.around import Around, marked_days
from haengbo.korean.times.body_counts import BodyCounts
from haengbo.korean.times.choose import year_of_day
from haengbo.korean.times.counted import resolve_counted
from haengbo.korean.times.dated import resolve_dated
from haengbo.korean.times.expressions import Counted, Dated, Expression, Hour, Relation
from haengbo.korean.times.holidays import Calendar, Found, Holiday, day_of, whose
from haengbo.korean.times.joining import joined
from haengbo.korean.times.narrative import (
    Narrative,
    Place,
    Spoken,
    advance,
    of_other_days,
    recalls,
    told_in_words,
)
from haengbo.korean.times.passages import Kind, Looked, Passage
from haengbo.korean.times.setting import Resolved, Setting
from haengbo.korean.times.tense import Tense, tense_after
from haengbo.korean.times.words import Word
from haengbo.model.reading import TimeExpression

#: (1982년 ~ ), 1950년생: when somebody lived is no year of what is told.
_LIFE = re.compile(r"\s?(?:[~∼～–-]\s?(?:\d{4}년?)?\s?\)|생(?:[^가-힣]|의|인|으로)|출생)")
_DATELINE = re.compile(
    r"[(\[（][가-힣]{2,8}\s(?:(?P<year>[0-9]{4})년\s)?(?P<month>[0-9]{1,2})월\s?(?P<day>[0-9]{1,2})일발"
)
#: 시정연설에서 “올해 말까지 …”: what is quoted was said there.
_SAID_THERE = re.compile(r"(?:에서|통해|통하여|[가-힣]{2}에)[\s,]{0,2}[“\"]$")
_MARKS = '“"'
#: (새솔신문 1994년 10월 3일[자]): around the day of the print.
_PRINT, _OF_PRINT = re.compile(r"\([가-힣 ]{2,20}$"), re.compile(r"자\s?\)")
_GENERIC_REACH = 30
#: How many expressions of a sentence, and days of a page, are looked back on.
_REMEMBERED = 24
_NAME_REACH = 16
#: 그보다 이틀 앞선 2일.
_PRIOR = "앞선"


class _Line:
    """A passage as far as it has been read.

    Attributes:
        passage: The passage.
        before: What was resolved in it.
        days: The days that it named.
        end: Where its last expression ended.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.before: deque[Resolved] = deque(maxlen=_REMEMBERED)
        self.days: deque[Spoken] = deque(maxlen=_REMEMBERED)
        self.end: int | None = None


class Reader:
    """Walks the passages and keeps the state of the narrative."""

    def __init__(
        self,
        anchor: str | None,
        calendar: Calendar,
        lead: date | None = None,
        around: Around | None = None,
    ) -> None:
        self.lead = lead
        self.around = around or Around()
        self.body_counts = BodyCounts()
        self.published = today_of(anchor)
        self.today = self.published
        self.calendar = calendar
        self.narrative = Narrative()
        self.days: deque[date] = deque(maxlen=_REMEMBERED)
        self.last_days: list[date] = []
        self.last_named: tuple[Resolved, ...] = ()
        self.only_reported = False
        self.known: dict[tuple[Holiday, ...], Holiday] = {}
        self.paragraph = self.told_in = 0
        self.of_paragraph: set[date] = set()
        self.kept: Narrative | None = None
        self.plan: date | None = None
        self.listed_year: int | None = None
        self.listed_month: tuple[int, int] | None = None

    def read(self, looked: Looked) -> list[TimeExpression]:
        """Resolve one passage and move the narrative on."""
        passage = looked.passage
        self._turn(passage)
        self._dateline(passage)
        return joined(self._read(looked), passage.text, passage.offset)

    def _turn(self, passage: Passage) -> None:
        """A look back to other days ends with its paragraph."""
        if passage.paragraph == self.paragraph:
            return
        if self.kept is not None:
            day, eve_of = self.kept.day, self.kept.eve_of
            self.narrative = replace(self.narrative, day=day, eve_of=eve_of)
            self.kept = None
        self.paragraph, self.of_paragraph = passage.paragraph, set()

    def _read(self, looked: Looked) -> Iterator[TimeExpression]:
        passage, items = looked.passage, looked.items
        line = _Line(passage)
        for item, following in zip_longest(items, items[1:]):
            place = Place(passage.text, item.span, looked.quoted.at(item.span.start))
            setting = self._setting(place, line, self._figure(item, following, place, line))
            resolved = self._resolve(item, setting, line)
            if resolved is None or _posted(item, place, passage.kind):
                continue
            self._move_on(item, resolved, place, line)
            line.end = item.span.end
            yield TimeExpression(
                item.span.shifted(passage.offset),
                resolved.value,
                resolved.anchor,
                resolved.rule,
                resolved.confidence,
            )
        told = [spoken for spoken in line.days if not self._off(spoken)]
        if self.narrative.day is not None:
            told = [spoken for spoken in told if not spoken.place.subordinate]
        main = [spoken for spoken in told if not spoken.place.dates_a_report]
        self.only_reported, main = bool(told) and not main, main or told
        self.last_days = [spoken.day for spoken in main]
        self.of_paragraph.update(self.last_days)
        self._lead_from(line)
        self.last_named = tuple(line.before)
        self._list_from(line)

    def _lead_from(self, line: _Line) -> None:
        """The first sentence that tells of a day leads, be it only the day of a report."""
        now, figures = self.narrative, any(not spoken.of_word for spoken in line.days)
        if line.passage.kind is Kind.BODY and now.lead is None and figures:
            self.narrative = replace(now, lead=now.day)

    def _list_from(self, line: _Line) -> None:
        """▲ 2023.7.25 …, ▲ 9.13 …: a year once said holds for the entries after it."""
        first = line.before[0] if line.before else None
        if not line.passage.listed:
            if line.passage.kind is Kind.BODY:
                self.listed_year = self.listed_month = None
            return
        if first is not None and first.says_year:
            self.listed_year = first.year
        if first is not None and first.says_month and first.year and first.month:
            self.listed_month = (first.year, first.month)

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

    def _setting(self, place: Place, line: _Line, figure: Resolved | None = None) -> Setting:
        """What an expression at a place is counted from."""
        now = self.narrative
        body = line.passage.kind is Kind.BODY
        told = (now.day or self.lead) if body else (now.lead or self.lead)
        ends = [*self.last_days[-1:], told] if body else [told]
        # 전날 before any day was told is the eve of publication, not of the lead
        eve = (now.eve_of or now.day) if body else told
        if body and self.only_reported and now.eve_of is None:
            eve = now.report or eve  # 통신은 20일 …고 전했다. 총리는 전날 접견했다
        story = told
        if body and self.last_days and self.narrative.day is not None:
            told = self.last_days[-1]
        elif body and len(self.of_paragraph) == 1:
            # 멕시코는 9월 7일 추방했다. …고 했다. 대사는 이튿날 떠났다, in a story of the 18th
            (told,) = self.of_paragraph
        here = [spoken for spoken in line.days if not self._off(spoken)]
        main = [s.day for s in here if not (s.recalled or s.place.of_a_guest)]
        if here:
            told = here[-1].day
            eve = now.eve_of if now.eve_of is not None and told == now.day else told
        elif place.medium_speaks and now.report is not None:
            told = eve = story = now.report
        else:
            told = next((s.day for s in line.days if s.place.starts_a_span), told)
        if here and here[-1].place.is_eve:
            story = cal.shift_days(here[-1].day, 1)
        else:
            story = main[-1] if main else self._day_for_the_press(place, line) or story
            story = self._planned_day(place, line) or story
            story = told_in_words(place, line.days) or story
        if not here and body and place.besides and is_old(now.day, self.today):
            # 지난달 3일 왔다. 한편 전날 국방부는 …: the news goes on, not what was long before
            story = eve = day_of_news(now.lead or self.lead, self.today)
        published = self.today.day if self.today and self.today.exact else None
        given = [figure.day] if figure else []
        ends = [*given, *(spoken.day for spoken in reversed(here)), *ends]
        return Setting(
            self.today,
            now,
            told or published,
            story or published,
            eve or published,
            tense_after(place.text, place.span.end),
            place.quoted,
            tuple(line.before),
            tuple(day for day in ends if day is not None) or ((published,) if published else ()),
            place.today_is_a_date,
            self._said_in(place, line),
            figure,
            self.last_named if body else (),
            self._known_year(place),
            None if line.end is None else place.span.start - line.end,
            self.listed_year if line.passage.listed else None,
            self.listed_month if line.passage.listed else None,
            place.of_saying,
            marked_days(place.text),
            self.around.marked,
            place.asked_for,
        )

    def _day_for_the_press(self, place: Place, line: _Line) -> date | None:
        """대변인은 이날 정례브리핑에서: the page's day, whatever day was told of before."""
        lead, today = self.narrative.lead, self.today
        if lead is None or today is None or lead != today.day or line.passage.kind is not Kind.BODY:
            return None
        elsewhere = self.told_in != line.passage.paragraph
        return lead if elsewhere and place.for_the_press else None

    def _planned_day(self, place: Place, line: _Line) -> date | None:
        """20일 만날 예정이다. 이날 만찬도 열린다: the day of the plan right before."""
        just = self.plan in {named.day for named in self.last_named}
        return self.plan if just and not line.days and place.to_come else None

    def _said_in(self, place: Place, line: _Line) -> int | None:
        """Year of the speech or text, now past, that a quotation is from."""
        year = line.before[0].year if line.before else None
        over = year is not None and self.today is not None and year < self.today.year
        return year if over and place.said_there else None

    def _known_year(self, place: Place) -> Callable[[int], int | None] | None:
        """Year of a month by the meeting named behind a place."""
        today = self.today
        if today is None or not self.calendar.meetings:
            return None
        behind = place.text[place.span.end : place.span.end + _NAME_REACH]
        return lambda month: self.calendar.year_of_meeting(month, behind, today.day)

    def _off(self, spoken: Spoken) -> bool:
        """Whether a day is no part of what is told: in a quotation, ahead."""
        return spoken.place.aside or self._ahead(spoken.day)

    def _ahead(self, day: date) -> bool:
        today = self.today
        return today is not None and today.exact and not today.inferred and day > today.day

    def _resolve(self, item: Expression | Found, setting: Setting, line: _Line) -> Resolved | None:
        if isinstance(item, Found):
            return self._holiday(item, setting, line)
        if isinstance(item, Counted):
            return self._counted(item, setting, line)
        if isinstance(item, Hour):
            day = self.narrative.day if line.passage.kind is Kind.BODY else None
            text = cal.day_text(day) if day else ""
            return Resolved(text, "narrative:hour", 0.6, text, day) if day else None
        if isinstance(item.day, Word) and setting.figure is not None:
            return replace(setting.figure, rule="day:apposition", anchor=setting.figure.value)
        return resolve_dated(item, setting)

    def _counted(self, item: Counted, setting: Setting, line: _Line) -> Resolved | None:
        if item.relation is Relation.SINCE:
            return self._since(item, setting, line)
        if setting.figure is not None:
            return replace(setting.figure, rule="day:apposition", anchor=setting.figure.value)
        lead = self.narrative.lead or self.lead
        if lead and self.around.told_in_headline(line.passage.text, item.span.start):
            setting = replace(setting, story=lead, told=lead)  # 발사 이틀 전, 회담 하루 뒤
        resolved = resolve_counted(item, setting, self.days)
        if line.passage.kind is Kind.HEADLINE and item.relation is Relation.LATER:
            return self._later_in_headline(item, resolved)
        return resolved

    def _since(self, item: Counted, setting: Setting, line: _Line) -> Resolved | None:
        """``8년 만에 몽골행``: a headline counts what the body counts or names."""
        if line.passage.kind is Kind.HEADLINE and setting.ends:
            told = self.body_counts.since(item.amount, setting.ends[-1])
            if told is not None:
                return told
        return resolve_counted(item, setting, self.days)

    def _later_in_headline(self, item: Counted, resolved: Resolved | None) -> Resolved | None:
        """``총참모장 먼저, 중앙위는 이틀 뒤``: the later of two days that the page gives."""
        lead = self.narrative.lead or self.lead
        if lead is None or resolved is None or resolved.day is None:
            return None
        length = round(item.amount.days)
        before = cal.shift_days(lead, -length)
        later = lead if before in self.days else resolved.day
        if later not in self.days:
            return None
        text = cal.day_text(later)
        return Resolved(text, "count:later-headline", 0.7, text, later)

    def _figure(
        self,
        item: Expression | Found,
        following: Expression | Found | None,
        place: Place,
        line: _Line,
    ) -> Resolved | None:
        """``전날인 6일``, ``나흘 뒤인 27일``, ``오늘(14일)``: the day of the figure behind."""
        word = isinstance(item, Dated) and isinstance(item.day, Word)
        if not (word or isinstance(item, Counted)) or not isinstance(following, Dated):
            return None
        between = place.text[item.span.end : following.span.start]
        plain = isinstance(following.day, int) and following.until is None
        before = place.text.endswith(_PRIOR, 0, item.span.end) and between == " "
        if not plain or (between not in {"인 ", "(", " (", "인 지난 ", ", "} and not before):
            return None
        setting = self._setting(place, line)
        figure = resolve_dated(following, setting)
        told = self._led_to(item, setting)
        if told is not None and told.day is not None and told.day.day == following.day:
            return told  # 7월 12일 …. 다음날인 13일: the day after, in whatever month
        return figure if figure is not None and figure.day is not None else None

    def _led_to(self, item: Expression | Found, setting: Setting) -> Resolved | None:
        """다음날인 13일, 그보다 이틀 앞선 2일: the day that the word or the count leads to."""
        if isinstance(item, Dated):
            return resolve_dated(item, setting)
        if not isinstance(item, Counted) or item.relation is Relation.SINCE:
            return None
        return resolve_counted(item, setting, self.days)

    def _holiday(self, found: Found, setting: Setting, line: _Line) -> Resolved | None:
        if found.era is not None:
            value = cal.interval(found.era.since[:4], found.era.until[:4])
            return Resolved(value, "era:during", 0.8)
        if found.generic:
            return _just_named(found, line)
        if self.today is None:
            return None
        today, text = self.today.day, line.passage.text
        months = [resolved.month for resolved in line.before if resolved.month]
        month = months[-1] if months else None
        row = whose(found, text, around=line.passage.around, today=today, month=month)
        if row is None:
            row = self.known.get(found.rows)
        if row is None:
            return _just_named(found, line) if found.years is not None else None
        self.known[found.rows] = row
        years = [r.year for r in line.before if r.year and r.month in {None, row.month}]
        year = years[-1] if years else None
        day = day_of(row, found, today=today, year=year, tense=setting.tense)
        if day is None:
            return None
        counted = found.years is not None
        rule, confidence = ("holiday:anniversary", 0.93) if counted else ("holiday:named", 0.7)
        return Resolved(
            cal.day_text(day), rule, confidence, str(self.today), day, day.year, day.month
        )

    def _move_on(
        self, item: Expression | Found, resolved: Resolved, place: Place, line: _Line
    ) -> None:
        """Tell the narrative what was named; first full date where publication is unknown."""
        if not _LIFE.match(place.text, item.span.end):
            line.before.append(resolved)
        if line.passage.kind is Kind.BODY:
            self.body_counts.note(item, resolved)
        if self.today is None and resolved.rule == "day:full" and resolved.day:
            self.today = Today(resolved.day, "day", inferred=True)
        if isinstance(item, Dated) and line.passage.kind is Kind.BODY:
            year = resolved.year if resolved.says_year or resolved.month else None
            self.narrative = replace(
                self.narrative.named(year, resolved.month),
                speaks_of_months=resolved.day is None and resolved.month is not None,
            )
        if resolved.day is not None:
            self._tell(item, resolved, place, line)

    def _tell(
        self, item: Expression | Found, resolved: Resolved, place: Place, line: _Line
    ) -> None:
        """Move the narrative on to a day."""
        day, now = resolved.day, self.narrative
        if day is None:
            return
        today = self.today.day if self.today and self.today.exact else None
        dated = isinstance(item, Dated) and (resolved.says_month or item.direction is not None)
        recalled = recalls(now, place, day, today=today, dated=dated)
        of_word = not (isinstance(item, Dated) and isinstance(item.day, int))
        self.told_in = line.passage.paragraph
        spoken = Spoken(day, place, recalled, isinstance(item, Found), of_word)
        told_before = any(not (self._off(other) or other.holiday) for other in line.days)
        self.days.append(day)
        line.days.append(spoken)
        if line.passage.kind is Kind.HEADLINE and place.heads and not self._ahead(day):
            self.narrative = now.told(day, leads=False)
        if line.passage.kind is not Kind.BODY:
            return
        self.plan = day if place.planned else None
        if self._ahead(day):
            return
        if isinstance(item, Found):
            if place.text.startswith(("에 ", "에는 "), place.span.end) and item.years is None:
                self.narrative = now.told(day, leads=False)
        elif isinstance(item, Dated) and isinstance(item.day, Word):
            self._tell_of_word(item.day, day, place, line)
        elif isinstance(item, Dated):
            self.narrative = advance(now, spoken, other_day=told_before)
            other = of_other_days(self.kept or now, day, today=today, dated=dated)
            self._keep(now, look_back=place.looks_back or other)
        elif not place.aside:
            self.narrative = now.told(day, leads=False)
            ago = isinstance(item, Counted) and item.relation is Relation.AGO
            self._keep(now, look_back=ago and resolved.rule != "day:apposition")

    def _keep(self, before: Narrative, *, look_back: bool) -> None:
        """Remember what the story was before it looked back; forget it when it goes on."""
        if self.narrative.day == before.day:
            return
        if not look_back:
            self.kept = None
        elif self.kept is None and before.day is not None:
            self.kept = before

    def _tell_of_word(self, word: Word, day: date, place: Place, line: _Line) -> None:
        """이날, 전날, 이튿날: the story goes on there, unless it only looks back.

        장관은 [4일] 전날 나온 보도에 …고 답했다: the sentence tells of the day before its 전날.
        """
        eve_of = cal.shift_days(day, 1) if word.origin == "told" and word.shift < 0 else None
        looks_back = place.looks_back and eve_of is not None and eve_of != self.narrative.report
        told = (s.place for s in line.days if s.day == eve_of)
        looks_back = looks_back or any(not (p.aside or p.dates_a_report) for p in told)
        about = place.subordinate or place.in_passing
        about = about and self.narrative.day is not None
        if not (place.quoted or looks_back or about):
            before = self.narrative
            self.narrative = before.told(day, eve_of=eve_of, leads=False)
            # 통신은 24일 장관이 전날 떠났다고 보도했다, in a story of the 26th: the next paragraph
            # is back on the 26th; a story that is only the report's goes on from the eve
            # 지난 6일 도착해 이튿날 만났다: what is counted on from a day looked back to is so too
            looks_back = eve_of is not None and before.day != before.report
            counted_on = word.origin == "told" and word.shift > 0
            earlier = counted_on and before.day is not None and day < before.day
            self._keep(before, look_back=looks_back or earlier)


def _posted(item: Expression | Found, place: Place, kind: Kind) -> bool:
    """``… 만났다 (2024. 11. 30.)`` in a headline: the day it was posted.

    Or of the print, behind the news: ``(새솔신문 1994년 10월 3일자).``
    """
    full = isinstance(item, Dated) and isinstance(item.year, int) and isinstance(item.day, int)
    before = place.text[: item.span.start]
    printed = _PRINT.search(before) and _OF_PRINT.match(place.text, item.span.end)
    posted = kind is Kind.HEADLINE and before[-3:].rstrip().endswith("(")
    return full and (posted or bool(printed))


def _just_named(found: Found, line: _Line) -> Resolved | None:
    """``오는 19일 조약 체결 1주년``: the day was named just before."""
    for spoken in reversed(line.days):
        if not spoken.holiday and found.span.start - spoken.place.span.end <= _GENERIC_REACH:
            text = cal.day_text(spoken.day)
            return Resolved(text, "holiday:just-named", 0.7, text, spoken.day)
    return None
