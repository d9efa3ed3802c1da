"""Dates as pages print them → EDTF.

Comes in: a line. Goes out: ``Stamp``s with their place and the label before them. These are dates
*of the page* (posted, approved, sent); dates in the news itself are ``korean.times``' business.
Invariant: a stamp is a real calendar date between 1990 and 2100.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from haengbo.article.cues import Cues, alternatives
from haengbo.model.span import Span

KST = timezone(timedelta(hours=9))
_TIME = (
    r"(?:[\sT(]{0,3}(?P<half>오전|오후|AM|PM|am|pm)?\s?"
    r"(?P<hour>\d{1,2})\s?[:시]\s?(?P<minute>\d{2})(?:\s?분)?"
    r"(?:\s?:\s?(?P<second>\d{2})|\s?(?P<second_word>\d{1,2})초)?(?:\.\d+)?"
    r"(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_WEEKDAY = r"(?:\s?\(?[월화수목금토일](?:요일)?\)?(?![가-힣]))?"
_DATES = (
    (
        r"(?<!\d)(?P<year>(?:19|20)\d{2}|\d{2}(?=[-.]\d{2}[-.]\d{2}\b))\s?[-./]\s?"
        r"(?P<month>\d{1,2})\s?[-./]\s?(?P<day>\d{1,2})(?!\d)\.?"
    ),
    # 23.11.2024, as Russian media write
    r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d{2})(?!\d)",
    r"(?<!\d)(?P<year>(?:19|20)\d{2})년\s?(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일",
    r"주체\s?\d{2,3}\s?\((?P<year>(?:19|20)\d{2})\)\s?년\s?(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일",
)
_JUCHE = re.compile(
    r"주체\s?(?P<juche>\d{2,3})(?:\.\s?(?P<month>\d{1,2})\.\s?(?P<day>\d{1,2})\.?"
    r"|\s?년\s?(?P<month_word>\d{1,2})월\s?(?P<day_word>\d{1,2})일)"
)
#: The first year of the North's count is 1912.
_JUCHE_ZERO = 1911
#: 23:11 23.11.2024: Russian media put the time before the day.
_TIME_FIRST = re.compile(
    r"(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d{2})\s(?P<day>\d{1,2})\.(?P<month>\d{1,2})\."
    r"(?P<year>(?:19|20)\d{2})(?!\d)(?P<half>)(?P<second>)(?P<second_word>)(?P<zone>)"
)
#: Letters of the short name of a month.
_SHORT = 3
#: The names do not hang on the locale of the process, as those of ``calendar`` do.
#: September 29, 2025; 29 Sept. 2025; 09:40, September 29, 2025: as English and Chinese sites write.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_NAMES = (*_MONTHS, "Sept", *(name[:_SHORT] for name in _MONTHS))
_BY_NAME = {name[:_SHORT]: number for number, name in enumerate(_MONTHS, 1)}
_MONTH = rf"(?P<name>{'|'.join(_NAMES)})\.?"
_CLOCK_FIRST = r"(?:(?P<hour>\d{1,2}):(?P<minute>\d{2})(?:\s?(?P<half>AM|PM|am|pm))?,?\s)?"
_NO_MORE = r"(?!\d)(?P<second>)(?P<second_word>)(?P<zone>)"
_ENGLISH = tuple(
    re.compile(rf"(?<![\w:]){_CLOCK_FIRST}{day},?\s(?P<year>(?:19|20)\d{{2}}){_NO_MORE}")
    for day in (rf"{_MONTH}\s(?P<day>\d{{1,2}})", rf"(?P<day>\d{{1,2}})\s{_MONTH}")
)
_STAMPS = (*(re.compile(form + _WEEKDAY + _TIME) for form in _DATES), _TIME_FIRST, *_ENGLISH)
#: What every date has: four digits of a year, three pairs of digits, or 주체.
_YEAR = re.compile(r"(?:19|20)\d{2}|\d{2}[-.]\d{2}[-.]\d{2}|주체")
_COMPACT = re.compile(r"(?<!\d)(?P<year>20\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)")
#: ``20250504091000``; seconds or milliseconds since 1970 (2001 to 2033).
_DIGITS = re.compile(
    r"(?P<year>20\d{2})(?P<month>[01]\d)(?P<day>[0-3]\d)(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)"
    r"(?P<second>[0-5]\d)?(?P<second_word>)(?P<half>)(?P<zone>)"
)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_PATH = re.compile(r"/(?P<year>20\d{2})/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)(?=[/_-])")
_FIRST_YEAR, _LAST_YEAR, _NOON = 1990, 2100, 12

#: 2024.9.11~9.17, 2024. 9. 11.(수)-17.: behind the first day of a period.
_UNTIL = re.compile(
    r"\s?(?:\([월화수목금토일]\))?\s?[~∼～〜–-]\s?(?:(?P<month>1[0-2]|0?[1-9])\s?[./월]\s?)?"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?=\.?\s?(?:일|까지|[(\]),>】]|$))"
)

#: Characters before a date in which its label ends.
_NEAR = 40


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date on a page.

    Attributes:
        span: In the line it was found in, label excluded.
        value: EDTF, +09:00 where a time is given, seconds only where printed and not zero.
        label: ``published``, ``posted``, ``updated``, ``print`` or ``None``.
        juche: Whether it is written in the North's count of years.
    """

    span: Span
    value: str
    label: str | None = None
    juche: bool = False

    @property
    def day(self) -> str:
        """Without the time."""
        return self.value[:10]


def stamps_in(text: str, cues: Cues | None = None) -> tuple[Stamp, ...]:
    """All dates of a line, in order.

    Args:
        text: One line.
        cues: Gives the labels; without it no stamp has one.

    Example:
        ``입력 2024.07.25 오후 1:40`` is ``2024-07-25T13:40+09:00``, label ``published``.
    """
    found: list[Stamp] = []
    taken: set[int] = set()
    if not _YEAR.search(text):
        return ()
    for pattern in reversed(_STAMPS):
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            value = _value(match)
            if value and taken.isdisjoint(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                juche = match.group().startswith("주체")
                found.append(Stamp(span, value, _label(text, span, cues), juche))
    for match in _JUCHE.finditer(text):
        value = _juche_value(match)
        if value:
            span = Span(match.start(), match.end())
            found.append(Stamp(span, value, _label(text, span, cues), juche=True))
    return tuple(sorted(found, key=lambda stamp: stamp.span))


def period_from(text: str, stamp: Stamp) -> Stamp | None:
    """The last day of a period that begins with a date, with the place of all of it.

    Example:
        Of ``주간 동향(2024.9.11~9.17)`` it is 2024-09-17.
    """
    until = _UNTIL.match(text, stamp.span.end)
    if until is None or "T" in stamp.value:
        return None
    month = int(until["month"] or stamp.day[5:7])
    last = f"{stamp.day[:4]}-{month:02}-{int(until['day']):02}"
    real = last > stamp.day and stamps_in(last)
    return Stamp(Span(stamp.span.start, until.end()), last) if real else None


def _juche_value(match: re.Match[str]) -> str | None:
    """``주체114.5.4.`` counts from 1912 and names no other year."""
    month = match.group("month") or match.group("month_word")
    day = match.group("day") or match.group("day_word")
    try:
        return date(_JUCHE_ZERO + int(match.group("juche")), int(month), int(day)).isoformat()
    except ValueError:
        return None


@lru_cache(maxsize=4)
def _beside(cues: Cues) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a label right before a date, and right after it."""
    names = alternatives(cues.dates)
    before = re.compile(rf"({names})\s?[:：|]?\s?$")
    # (수정: 21:05 12.07.2025) is the label of the day that follows it
    return before, re.compile(rf"\s?\(?({names})(?![가-힣]|\s?[:：]?\s?\d)")


def _label(text: str, span: Span, cues: Cues | None) -> str | None:
    """The label right before the date, or right after it (… 송고)."""
    if cues is None:
        return None
    before, after = _beside(cues)
    match = before.search(text[max(0, span.start - _NEAR) : span.start])
    match = match or after.match(text, span.end)
    return cues.dates[match.group(1)] if match else None


def _value(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    year = int(part["year"]) + (2000 if len(part["year"]) == 2 else 0)  # noqa: PLR2004
    if not _FIRST_YEAR <= year < _LAST_YEAR:
        return None
    try:
        day = datetime(year, _month(part), int(part["day"]), tzinfo=KST)
        return _with_time(day, part)
    except ValueError:
        return None


def _month(part: dict[str, str | None]) -> int:
    name = part.get("name")
    return _BY_NAME[name[:_SHORT]] if name else int(part["month"] or 0)


def _with_time(day: datetime, part: dict[str, str | None]) -> str:
    if part.get("hour") is None:
        return day.date().isoformat()
    hour = int(part["hour"] or 0)
    if part["half"] in ("오후", "PM", "pm") and hour < _NOON:
        hour += _NOON
    elif part["half"] in ("오전", "AM", "am") and hour == _NOON:
        hour = 0
    second = int(part["second"] or part["second_word"] or 0)
    moment = day.replace(hour=hour, minute=int(part["minute"] or 0), second=second)
    return edtf(moment, part["zone"])


def edtf(moment: datetime, zone: str | None = None) -> str:
    """A moment as EDTF in Korean time; ``zone`` is the printed offset if it is not Korean."""
    if zone == "Z":
        moment = moment.replace(tzinfo=UTC).astimezone(KST)
    elif zone:
        digits = zone.replace(":", "")
        offset = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
        sign = -1 if digits[0] == "-" else 1
        moment = moment.replace(tzinfo=timezone(sign * offset)).astimezone(KST)
    form = "%Y-%m-%dT%H:%M:%S" if moment.second else "%Y-%m-%dT%H:%M"
    return moment.strftime(form) + "+09:00"


def stamp_of_machine(text: str) -> str | None:
    """EDTF of a machine's date: ISO 8601 or RFC 2822-like.

    Example:
        ``2024-10-23T23:02:00Z`` is ``2024-10-24T08:02+09:00``, and so are ``20241024080200``
        and ``1729724520000``.
    """
    stamps = stamps_in(text.strip())
    if stamps:
        return stamps[0].value
    digits = text.strip()
    timed = _DIGITS.fullmatch(digits)
    if timed:
        return _value(timed)
    if _EPOCH.fullmatch(digits):
        return edtf(datetime.fromtimestamp(int(digits[:10]), KST))
    match = _COMPACT.match(digits)
    return _value(match) if match else None


def day_of_path(path: str) -> str | None:
    """The day that a path names, as picture servers and news addresses do.

    Example:
        ``https://img.example/news/cms/2025/06/06/a.jpg`` is ``2025-06-06``.
    """
    match = _PATH.search(path) or _COMPACT.search(path)
    return _value(match) if match else None
