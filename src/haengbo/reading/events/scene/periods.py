"""Two dates of accounts of perhaps one happening: whether they may agree, and the better of both.

Dates are EDTF values as the reading of times gives them: days, months, years, intervals with an
open end. Invariant: ``near`` is symmetric; ``precise`` of a value and ``None`` is the value.
"""

from __future__ import annotations

import datetime as dt


def near(left: str | None, right: str | None) -> bool:
    """Whether two EDTF values may be the same time: equal, one inside the other, or one unknown.

    Example:
        ``near("2024-11", "2024-11-29")`` and ``near("../2024-11-30", "2024-11-29")`` are true.
    """
    if left is None or right is None or left == right:
        return True
    a, b = _ends(left), _ends(right)
    return a[0] <= b[1] and b[0] <= a[1]


def _ends(value: str) -> tuple[str, str]:
    start, slash, end = value.partition("/")
    if not slash:
        end = start
    low = "0000" if start in {"", ".."} else start
    high = "9999" if end in {"", ".."} else end + "~"
    return low, high


def precise(left: str | None, right: str | None) -> str | None:
    """The better of two dates that may be the same: an interval from both ends, else the finer.

    Example:
        ``precise("2024-07-23", "../2024-07-26")`` is ``"2024-07-23/2024-07-26"``.
    """
    if left is None or right is None:
        return left or right
    bounded = _bounded(left, right) or _bounded(right, left)
    if bounded is not None:
        return bounded
    if ("/" in left) != ("/" in right):
        return left if "/" in left else right
    return right if len(right) > len(left) else left


def _bounded(start: str, end: str) -> str | None:
    """An arrival and the end of the stay make the stay."""
    if not end.startswith("../") or "/" in start:
        return None
    last = end.removeprefix("../")
    if last == start:
        return start
    return f"{start}/{last}" if start < last else end


def is_whole(date: str | None) -> bool:
    """Whether both ends of a period are known."""
    start, slash, end = (date or "").partition("/")
    return bool(slash) and start[:1].isdigit() and end[:1].isdigit()


def days_before(start: str, published: str, days: int) -> bool:
    """Whether a day or month lies more than so many days before the page."""
    if not start[:1].isdigit():
        return False
    day = dt.date.fromisoformat(published) - dt.timedelta(days=days)
    return start < day.isoformat()[: len(start)]


def next_day(day: str) -> str:
    """The day after a day."""
    return (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()


#: How many days a visitor is taken to stay where only the day of arrival is told.
_STAYS = 4


def within(day: str, stay: str | None) -> bool:
    """Whether a day is one of a stay's.

    Example:
        ``within("2024-07-24", "2024-07-23/2024-07-26")`` and ``within("2024-07", "2024-07")``.
    """
    if stay is None:
        return False
    start, _, end = stay.partition("/")
    return day == stay or (_is_day(day) and _is_day(start) and start <= day <= (end or start))


def lasts_over(stay: str | None, day: str) -> bool:
    """Whether somebody who came then is still there on a day: within the stay or soon after.

    Example:
        ``lasts_over("2024-07-23", "2024-07-25")``; not ``lasts_over("2024-07-23", "2024-08-02")``.
    """
    if stay is None or not _is_day(day):
        return False
    if within(day, stay) or within(day, stay.replace("/..", "/9999-12-31")):
        return True
    if not _is_day(stay):
        return False
    gone = dt.date.fromisoformat(day) - dt.date.fromisoformat(stay)
    return dt.timedelta(0) <= gone <= dt.timedelta(_STAYS)


def _is_day(value: str) -> bool:
    return len(value) == len("2024-01-01") and value[:1].isdigit()
