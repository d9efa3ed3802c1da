"""What a page says all over it, that a count may hang on: names with a day in them, headlines.

Comes in: the texts of a page. Goes out: ``Around``. A name such as 2·29 합의 tells the day that
보름 만 is counted from; what the headline speaks of is the happening that 발사 이틀 전 lies before.
Invariant: a name tells a day only where its distance is the one that is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import msgspec

from haengbo.korean.times import arithmetic as cal
from haengbo.korean.times.quantities import Amount

#: 2·29 합의, 10.4 선언; not 3.5 배, not 2025.10.9.
_MARKED = re.compile(
    r"(?<![0-9.·ㆍ])(?P<month>1[0-2]|[1-9])[·ㆍ.](?P<day>3[01]|[12][0-9]|[1-9])(?=\s?[가-힣]{2})"
    r"(?!\s?(?:배|만|억|조|대|명|톤)(?:[^가-힣]|[로의가를나을이은는]|$))"
)
#: The happening right before a count: 발사 이틀 전, 회담 하루 뒤.
_HAPPENING = re.compile(r"(?:^|[\s‘“\"'])(?P<noun>[가-힣]{2,8})\s$")
_REACH = 12
#: So many years back may the day of a name lie.
_OLDEST = 130


class Around(msgspec.Struct, frozen=True):
    """What is said all over a page.

    Attributes:
        headlines: Texts of title and subtitles.
        marked: Months and days of the names with a day in them.
    """

    headlines: tuple[str, ...] = ()
    marked: tuple[tuple[int, int], ...] = ()

    def told_in_headline(self, text: str, position: int) -> bool:
        """Whether the word right before a position is one of the headline's."""
        before = _HAPPENING.search(text, max(0, position - _REACH), position)
        return before is not None and any(before["noun"] in line for line in self.headlines)


def marked_days(text: str) -> tuple[tuple[int, int], ...]:
    """Months and days in the names of a text.

    Example:
        ``marked_days("9·19 합의와 10.4 선언")`` is ``((9, 19), (10, 4))``.
    """
    return tuple((int(found["month"]), int(found["day"])) for found in _MARKED.finditer(text))


def around(headlines: Iterable[str], texts: Iterable[str]) -> Around:
    """What the headlines and all texts of a page say."""
    marked = dict.fromkeys(day for text in texts for day in marked_days(text))
    return Around(tuple(headlines), tuple(marked))


def counted_back(marked: Iterable[tuple[int, int]], end: date, amount: Amount) -> date | None:
    """The day of a name that lies an amount before a day.

    Example:
        15 days before 16 March 2012 lies, among ``[(2, 29)]``, 29 February.
    """
    years = range(end.year, max(1, end.year - min(_OLDEST, int(amount.days / 365) + 1)) - 1, -1)
    days = [
        day for month, number in marked for y in years if (day := cal.make_day(y, month, number))
    ]
    fit = [day for day in days if day < end and amount.fits((end - day).days)]
    return min(fit, key=lambda day: abs((end - day).days - amount.days), default=None)
