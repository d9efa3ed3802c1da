"""What has been told so far → the day, month and year that 이날, 그달, 그해 hang on.

Comes in: resolved expressions one by one, with the place where each stands. Goes out: the next
``Narrative``. A day takes over as the day being told of only if it stands in the line of the
story: not in a quotation or parenthesis, not as the end of a span (29일부터, 26일까지), not ahead,
not as the day on which the press reported (5일 보도했다), not in passing (23일 방북한 장관은), not
in what is spoken of (국무부가 9일 제재를 발표한 데 대해), not recalled from long ago inside a story
of these days (두 사람은 지난 6월 17일 처음 만났다).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec.structs import replace

from haengbo.korean.syllables import closed_in
from haengbo.korean.times.arithmetic import shift_days
from haengbo.korean.times.tense import Tense, closes_past, tense_after
from haengbo.model.span import Span

_SPAN_END = re.compile(r"(?:부터|까지|이후|이래|\s이후|\s이래|자(?=\s)|\s전까지)")
_REPORTED = re.compile(
    r"발(?=[\s)])|(?:자로?|에)?\s(?:[가-힣]{1,8}(?<!고)\s){0,2}(?:보도|전했|전하였|알렸|공개|발표|배포|게재)"
)
_MEDIUM = re.compile(
    r"(?:통신|신문|방송|매체|뉴스|텔레비전|텔레비죤|TV|보도)(?:사)?(?:은|는|이|가|도)\s$"
)
#: "28일 북한 관영매체인 조선중앙통신은", "13일 노동신문에 따르면"; not "12일 도착했다고 통신이".
_MEDIUM_AFTER = re.compile(
    r"\s(?:[가-힣()A-Z·]{1,12}(?<![고에서을를은는])\s){0,3}[가-힣]{0,8}(?:통신|신문|방송|매체|텔레비전)(?:\([A-Za-z]{1,8}\))?"
    r"(?:은|는|이|가|에\s따르면|에\s의하면|을\s인용)"
)
#: An adnominal verb within three words, none of them a subject: 23일 평양을 방문한 장관은.
_IN_PASSING = re.compile(
    r"(?:\s[가-힣]{1,9}[가-힣](?<![은는])){0,2}?\s[가-힣]{0,9}(?:한|된|던|난|린|온|간|연|진|낸|든|친)"
    r"(?<!\s북한)(?<!\s남한)(?<!주한)(?<!대한)(?<!인한)(?<!관한)(?<!시간)(?<!기간)\s[가-힣]"
)
_OF_TODAY = re.compile(
    r"\s[가-힣]{1,6}(?:한|된|린|온|난)\s|(?<=[오후전침녁밤낮벽])|(?<=[시분])(?=[께에쯤\s])"
)
#: 외무성이 8일 회의를 비난한 것을 두고, 지난 3일 핵실험을 한 데 대한: what the sentence is about.
_WITH_N, _WITH_L = closed_in(4), closed_in(8)
_ABOUT = r"(?:에\s(?:대해|대하여|대한|관해|관한)|을\s두고|를\s두고|[과와]\s관련)"
_SUBORDINATE = re.compile(
    rf"(?:(?!(?:[은는이가]|께서)\s)[^.,\"“”‘’]){{0,60}}?[{_WITH_N}]\s(?:데(?:에|\s대|\s따|\s이어|\s반발|\s맞서|\s항의)"
    r"|(?:것|점|일|사실)(?:을|를|에|과|도)(?![가-힣])"
    rf"|(?:[가-힣0-9]{{1,10}}\s){{0,3}}[가-힣0-9]{{1,10}}{_ABOUT})"
)
#: 대변인은 8일 나온 담화를 두고: right before a verb that modifies.
_MODIFYING = re.compile(rf"\s[가-힣]{{0,5}}[{_WITH_N}]\s[가-힣]")
#: 대변인은 이날 정례브리핑에서, 관계자는 이날 …를 묻는 말에: done for the press of the page's day.
_FOR_THE_PRESS = re.compile(
    r"(?:\s[^\s,.“”\"]{1,10}){0,4}?\s(?:[가-힣]{0,4}브리핑|[가-힣]{0,2}회견|기자들|취재진|기자단"
    r"|(?:[^\s,.“”\"]{1,8}(?:냐|지)는|묻는)\s(?:질문|말|물음|질의))"
)
#: 7일 결의를 채택한 직후다, 6일 쏜 지 이틀 만이다: only counted from.
_COUNTED_FROM = re.compile(
    rf"[{_WITH_N}]\s(?:직후|직전|뒤|다음|지\s[^.,]{{1,12}}만)(?:에\s나온\s것)?"
    r"(?:이다|다|였다|이었다|의\s일이다|입니다)[.\s”\"]{0,3}$"
)
#: 회담을 21일 열자고 제의했다, 8일 열겠다고 밝혔다: the day of what is proposed.
_PROPOSED = re.compile(
    r"[^.,\"“”‘’]{1,30}?(?:자고|[으이]?라고|겠다고|[가-힣]기로|할 것(?:을|이라고))\s"
)
#: 19일 대통령을 만날 예정이다, 21일 떠날 계획이라고 통신이 전했다.
_PLANNED = re.compile(
    rf"[^.\"“”]{{1,60}}?[{_WITH_L}]\s(?:예정|계획)(?:이다|이며|이고|이라고|입니다)"
)
#: 8일 열자고, 8일 판문점에서 만나자”며, 12일 만날 것을 제의했다; not 당초 …자고 했으나.
_ASKED_FOR = re.compile(
    rf"(?:(?!\d일)[^.,\"“”]){{1,40}}?(?:자[\"”]?(?:고|며|는)\s|[{_WITH_L}]\s것을\s(?:제의|제안))"
)
_ASKED_BEFORE = re.compile(r"당초|애초|앞서|[으]나\s|지만\s|[가-힣]는데\s")
#: 머물 것으로 알려졌다, 될 것으로 전해졌습니다: nobody is said to have said so on that day.
_EXPECTED = re.compile(
    rf"[{_WITH_L}]\s것으로\s(?:알려|전해|예상[됐되]|전망[됐되]|관측[됐되]|보였)[^.,]{{0,8}}[.\s”\"]{{0,3}}$"
)
_NOT_OF_SAYING = re.compile(r"(?:[을를에로]|에서)\s$")
#: What may stand before a date that opens its sentence.
_OPENING = re.compile(r"[\s▲△■◇“\"'-]*(?:(?:앞서|그러나|이에 앞서|그런데|당초|애초|이어|또)\s)?")
_OPENING_REACH = 20
#: 시정연설에서 “올해 말까지 …”: what is quoted was said there.
_SAID_THERE = re.compile(r"(?:에서|통해|통하여|[가-힣]{2}에)[\s,]{0,2}[“\"]$")
_MARKS = '“"'
_AROUND_HEADING = " \t■□▲△◆◇●○▶▷·-[]()<>〈〉【】"
#: Words for the day before the one that the sentence tells of.
_EVES = ("전날", "전일", "하루 전날", "그 전날")
#: What opens a bracket with a time in it: whose clock shows it.
_CLOCK = re.compile(r"\((?:[가-힣]{2,3}\s?시[간각](?:으로)?\s?)?\s?$")
_CLOSES = re.compile(
    r"\s?(?:(?:새벽|오전|오후|낮|밤|저녁|아침)\s?)?(?:\d{1,2}시\s?(?:\d{1,2}분)?)?[)\]】]"
)
#: [새솔 서울 [2월 23일]]: what stands before the day of a dateline.
_DATELINE = re.compile(r"\s{0,3}[\[(【][가-힣A-Za-z·=/ ]{2,16}")
_CLOCK_REACH = 12
_RECENT = 14
#: State media tell of what happened in the last few days.
_TOLD_WITHIN = 3
_LOOK_BACK = 14


class Narrative(msgspec.Struct, frozen=True):
    """The line of the story.

    Attributes:
        day: Day being told of.
        eve_of: Where ``day`` was given as 전날: the day it was the eve of; a second 전날 is the
            same day again.
        report: Day on which the press last reported.
        month: Year and month named last.
        year: Year named last.
        speaks_of_months: Whether the expression named last is a month.
        lead: The first day told of: what the headline and the pictures are about.
    """

    day: date | None = None
    eve_of: date | None = None
    report: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    speaks_of_months: bool = False
    lead: date | None = None

    def told(self, day: date, *, eve_of: date | None = None, leads: bool = True) -> Narrative:
        """The story has come to a day; a day counted from publication does not lead."""
        return replace(self, day=day, eve_of=eve_of, lead=self.lead or (day if leads else None))

    def named(self, year: int | None, month: int | None) -> Narrative:
        """A year, or a month of it, was named."""
        if year is None:
            return self
        if month is None:
            return replace(self, year=year)
        return replace(self, year=year, month=(year, month))


class Place(msgspec.Struct, frozen=True):
    """Where an expression stands in its sentence.

    Attributes:
        text: The sentence.
        span: The expression.
        quoted: Whether it stands in a quotation.
    """

    text: str
    span: Span
    quoted: bool

    @property
    def medium_speaks(self) -> bool:
        """``통신은 …``: a medium is the subject right before."""
        start = max(0, self.span.start - _LOOK_BACK)
        return _MEDIUM.search(self.text[start : self.span.start]) is not None

    @property
    def dates_a_report(self) -> bool:
        """``5일 보도했다``, ``신문은 5일``, ``5일 신문에 따르면``."""
        after = (_REPORTED, _MEDIUM_AFTER)
        return self.medium_speaks or any(p.match(self.text, self.span.end) for p in after)

    @property
    def ends_a_span(self) -> bool:
        """``29일부터``, ``26일까지``, ``21일 이후``."""
        return _SPAN_END.match(self.text, self.span.end) is not None

    @property
    def starts_a_span(self) -> bool:
        """``9일부터 사흘간 방북해 이튿날``: what follows in the sentence is counted from it."""
        return self.text.startswith("부터", self.span.end)

    @property
    def in_parentheses(self) -> bool:
        """``러시아(4월 26일)``, ``30일 오후(한국시간 1일 새벽)``."""
        before = self.text[max(0, self.span.start - _CLOCK_REACH) : self.span.start]
        closed = _CLOSES.match(self.text, self.span.end) is not None
        return closed and (_CLOCK.search(before) is not None or self._of_dateline)

    @property
    def _of_dateline(self) -> bool:
        """``[새솔 서울 2월 23일] …``: whence and when it was sent, at its head."""
        head = self.text[: self.span.start] if self.span.start <= _OPENING_REACH else ""
        return _DATELINE.fullmatch(head) is not None

    @property
    def in_passing(self) -> bool:
        """``23일 방북한 장관은``: the sentence opens with it, before an adnominal verb."""
        passing = _IN_PASSING.match(self.text, self.span.end) is not None
        return passing and (self.opens or self.behind_topic_eve)

    @property
    def of_eve(self) -> bool:
        """``전날``, ``전일``: the eve of another day."""
        return self.span.of(self.text).startswith(_EVES)

    @property
    def of_this_day(self) -> bool:
        """``이날``, ``이날 오후``."""
        return self.span.of(self.text).startswith("이날")

    @property
    def is_eve(self) -> bool:
        """``전날 베이징을 출발해 이날 도착했다``: 이날 behind it is the day after it."""
        return not self.aside and self.of_eve

    @property
    def besides(self) -> bool:
        """``한편 전날``, ``한편 이날``: right behind the word that turns to other news."""
        return self.text[: self.span.start].strip() in {"한편", "한편,"}

    @property
    def of_a_guest(self) -> bool:
        """``차관은 전날 방북한 국장과 회담하고 …``: only when the other one came."""
        return self.behind_topic_eve and self.in_passing

    @property
    def behind_topic_eve(self) -> bool:
        """``차관은 전날``."""
        behind = self.text[: self.span.start].endswith(("은 ", "는 "))
        return behind and self.span.of(self.text) == "전날"

    @property
    def heads(self) -> bool:
        """``■ 14일(목)``: a heading that is only a day, for what stands below."""
        rest = self.text[: self.span.start] + self.text[self.span.end :]
        return not rest.strip(_AROUND_HEADING)

    @property
    def ends_in_past(self) -> bool:
        """``…했다.``, ``…밝혔습니다.``: how the sentence closes."""
        end = self.text.rstrip('”" .')
        past = closes_past(end.removesuffix("다").removesuffix("습니")[-1:] or "다")
        return past and end.endswith("다")

    @property
    def to_come(self) -> bool:
        """``이날 만찬에도 참석한다``: of what is still to come, and not said by somebody."""
        return tense_after(self.text, self.span.end) is Tense.FUTURE and not self.ends_in_past

    @property
    def asked_for(self) -> bool:
        """``29일 “접촉을 8일 열자”고 제의했다``: on which somebody would have something done."""
        matter = self.text[: self.span.start].endswith(("을 ", "를 "))
        asked = matter and _ASKED_FOR.match(self.text, self.span.end) is not None
        return asked and _ASKED_BEFORE.search(self.text) is None

    @property
    def planned(self) -> bool:
        """``19일에는 대통령을 만날 예정이다``: a day that the story has not come to."""
        if self.of_saying or self.ends_a_span or _PLANNED.match(self.text, self.span.end) is None:
            return False
        return tense_after(self.text, self.span.end) is Tense.FUTURE

    @property
    def of_saying(self) -> bool:
        """``대변인은 4일 …한다고 밝혔다``: right behind the topic of a sentence about the past.

        Not of one about what is expected: 특사는 8일 도착할 것으로 알려졌다.
        """
        said = self.ends_in_past and self.text[: self.span.start].endswith(("은 ", "는 "))
        return said and _EXPECTED.search(self.text, self.span.end) is None

    @property
    def subordinate(self) -> bool:
        """``외무성이 8일 비난한 것을 두고``: in a clause that is only spoken of.

        A day behind the topic (대변인은 8일 …한 데 대해) or before a subject is none of it.
        """
        topic = self.text[: self.span.start].endswith(("은 ", "는 "))
        if topic and _MODIFYING.match(self.text, self.span.end) is None:
            return False
        return _SUBORDINATE.match(self.text, self.span.end) is not None

    @property
    def for_the_press(self) -> bool:
        """``대변인은 이날 정례브리핑에서``: right behind who speaks to the press."""
        topic = self.text[: self.span.start].endswith(("은 ", "는 ", "도 "))
        besides = self.text.lstrip().startswith("한편 ")
        return topic and (besides or _FOR_THE_PRESS.match(self.text, self.span.end) is not None)

    @property
    def counted_from(self) -> bool:
        """``안보리가 7일 결의를 채택한 직후다``: the sentence tells of what came after."""
        tail = self.text[max(self.span.end, len(self.text) - _OPENING_REACH * 2) :]
        return _COUNTED_FROM.search(tail) is not None

    @property
    def opens(self) -> bool:
        """Whether it opens the sentence."""
        early = self.span.start <= _OPENING_REACH
        return early and _OPENING.fullmatch(self.text[: self.span.start]) is not None

    @property
    def said_there(self) -> bool:
        """``지난해 4월 시정연설에서 “올해 말까지 …”``: quoted from a speech or a text."""
        opened = max(self.text.rfind(mark, 0, self.span.start) for mark in _MARKS)
        return self.quoted and _SAID_THERE.search(self.text, 0, opened + 1) is not None

    @property
    def looks_back(self) -> bool:
        """``앞서 전날 …``."""
        return self.text.lstrip().startswith(("앞서", "이에 앞서"))

    @property
    def today_is_a_date(self) -> bool:
        """``“오늘 서명한 조약”`` is a day, ``“오늘 두 나라는 …”`` means these days."""
        return not self.quoted or _OF_TODAY.match(self.text, self.span.end) is not None

    @property
    def proposed(self) -> bool:
        """``국방부는 17일 회담을 21일 열자고 제의했다``: behind what it is to be done to."""
        behind = _NOT_OF_SAYING.search(self.text[: self.span.start]) is not None
        return behind and _PROPOSED.match(self.text, self.span.end) is not None

    @property
    def aside(self) -> bool:
        """Whether a day here never takes over the story."""
        return self.quoted or self.ends_a_span or self.in_parentheses or self.proposed


class Spoken(msgspec.Struct, frozen=True):
    """A day as it was named.

    Attributes:
        day: The day.
        place: Where it stands.
        recalled: Whether it is recalled in a story of other days.
        holiday: Whether it is told by a holiday's name.
        of_word: Whether it is told by a word, a length or a holiday, not by a figure.
    """

    day: date
    place: Place
    recalled: bool
    holiday: bool = False
    of_word: bool = False


def recalls(now: Narrative, place: Place, day: date, *, today: date | None, dated: bool) -> bool:
    """Whether a day is only recalled: 두 사람은 지난 6월 17일 처음 만났다.

    Args:
        now: So far.
        place: Where it stands; what opens a sentence is never recalled.
        day: The day.
        today: The day of publication.
        dated: Whether it is given with 지난 or a month.
    """
    return not place.opens and of_other_days(now, day, today=today, dated=dated)


def of_other_days(now: Narrative, day: date, *, today: date | None, dated: bool) -> bool:
    """Whether a day lies apart from a story of these days; see ``recalls``."""
    if today is None or now.day is None or day == now.day:
        return False
    of_these_days = (today - now.day).days <= _RECENT
    only_reported = now.day == now.report
    return of_these_days and ((dated and not only_reported) or (today - day).days > _RECENT)


def _just_reported(now: Narrative, day: date) -> bool:
    """A medium's own words tell of the day: 통신은 20일 “10월 19일 … 접견하시였다”고 보도했다."""
    if now.report is None or now.day != now.report:
        return False
    return 0 <= (now.report - day).days <= _TOLD_WITHIN


def advance(now: Narrative, spoken: Spoken, *, other_day: bool) -> Narrative:
    """The narrative after a day was named at a place.

    Args:
        now: So far.
        spoken: The day, and where.
        other_day: Whether the same sentence told of another day before.
    """
    place, day = spoken.place, spoken.day
    if place.aside:
        told_by_medium = place.quoted and not place.ends_a_span and _just_reported(now, day)
        return now.told(day) if told_by_medium else now
    if place.dates_a_report:
        now = replace(now, report=day)
        return now if other_day or now.day is not None else now.told(day, leads=False)
    ahead = now.day is not None and day > now.day and place.planned
    aside = ahead or place.in_passing or place.subordinate or place.counted_from or spoken.recalled
    if now.day is not None and aside:
        return now
    return now.told(day)


def told_in_words(place: Place, named: Iterable[Spoken]) -> date | None:
    """“14일 떠났다”며 “이날 도착했다”고: 이날 is the day that the same words named before."""
    if not place.quoted or not place.of_this_day:
        return None
    said = [s for s in named if s.place.quoted and not s.place.ends_a_span]
    if not said:
        return None
    return shift_days(said[-1].day, 1) if said[-1].place.of_eve else said[-1].day
