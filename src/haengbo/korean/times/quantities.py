"""Spelt lengths of time → amounts: 75일, 석 달, 1년 3개월, 다섯 달 반, 보름.

Comes in: text and a position. Goes out: an ``Amount`` and where it ends. Invariant: an amount has
one leading unit, the one that decides how exact a date counted with it can be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NATIVE = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6,
    "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열한": 11, "열두": 12, "스무": 20,
}  # fmt: skip
_DAYS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7,
    "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15, "일주일": 7,
}  # fmt: skip
_UNITS = {
    "일": "day", "주일": "week", "주간": "week", "주": "week", "개월": "month", "달": "month",
    "년": "year", "해": "year",
}  # fmt: skip
#: Mean length in days, for comparing a stated length with two dates.
LENGTH = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_SLACK = {"day": 1.0, "week": 3.0, "month": 20.0, "year": 200.0}

_NUMBER = "|".join(sorted(_NATIVE, key=len, reverse=True))
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
#: How every amount begins.
ONE_UNIT = re.compile(
    rf"(?P<days>{'|'.join(_DAYS)})|(?P<half>반년)"
    rf"|(?P<number>[0-9]{{1,3}}|{_NUMBER})(?P<more>여)?\s?(?P<unit>{_UNIT})"
)
_AND_MONTHS = re.compile(rf"\s?(?P<number>[0-9]{{1,2}}|{_NUMBER})\s?(?:개월|달)")
#: 한 달 보름, 석 달 열흘, 두 달 20일 만: days behind months, where no date begins.
_AND_DAYS = re.compile(
    rf"\s(?:(?P<word>{'|'.join(_DAYS)})"
    r"|(?P<number>[0-9]{1,2})일(?=여?\s?(?:만|전|뒤|동안)))"
)
_HALF = re.compile(r"\s?반(?![가-힣])|\s?반(?=(?:만|전|뒤|후|간|동안|사이)(?![가-힣]{2}))")
_ABOUT = re.compile(r"여(?=$|[^가-힣]|만|전|뒤|후|간|동안|안)|\s남짓|가량")


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time.

    Attributes:
        unit: ``day``, ``week``, ``month`` or ``year``: the unit it is stated in; the smaller one
            for 1년 3개월.
        number: How many of them, halves as .5.
        more: Whether it says 여, 남짓: a little more than that.
    """

    unit: str
    number: float
    more: bool = False

    @property
    def days(self) -> float:
        """About how many days."""
        return self.number * LENGTH[self.unit]

    def fits(self, days: float) -> bool:
        """Whether a distance in days may be called this amount."""
        slack = _SLACK[self.unit]
        above = slack + (LENGTH[self.unit] if self.more else 0)
        return -slack <= days - self.days <= above


def _number(text: str) -> int:
    return _NATIVE[text] if text in _NATIVE else int(text)


def read_amount(text: str, position: int) -> tuple[Amount, int] | None:
    """The amount that begins at a position, and where it ends.

    Example:
        ``read_amount("1년 3개월 만", 0)`` gives 15 months, end 6.
    """
    match = ONE_UNIT.match(text, position)
    if match is None:
        return None
    if match["days"]:
        about = _ABOUT.match(text, match.end())
        days = _DAYS[match["days"]]
        return Amount("day", days, about is not None), about.end() if about else match.end()
    if match["half"]:
        return Amount("month", 6), match.end()
    unit, number, end = _UNITS[match["unit"]], float(_number(match["number"])), match.end()
    if number == 0:
        return None
    if unit == "year" and (months := _AND_MONTHS.match(text, end)):
        unit, number, end = "month", number * 12 + _number(months["number"]), months.end()
    if unit == "month" and (behind := _AND_DAYS.match(text, end)):
        days = _DAYS[behind["word"]] if behind["word"] else int(behind["number"])
        number, end = number + days / LENGTH["month"], behind.end()
    if half := _HALF.match(text, end):
        number, end = number + 0.5, half.end()
        if unit == "year":
            unit, number = "month", number * 12
    about = _ABOUT.match(text, end)
    more = about is not None or match["more"] is not None
    return Amount(unit, number, more), about.end() if about else end
