"""A caption that closes with a date of its own → the day that its 29일 and 전날 hang on.

Comes in: passages and the date of publication. Goes out: for each caption of an older picture the
EDTF day printed at its end. Invariant: a picture of the page's own day is read with the page.
"""

from __future__ import annotations

import re
from datetime import timedelta

from haengbo.korean.times.anchors import Today, today_of
from haengbo.korean.times.passages import Kind, Passage

#: …고 보도했다. 2024.1.30: behind the sentence, at most a credit after it.
_STAMP = re.compile(
    r"[.)\]”\"]\s?(?P<year>(?:19|20)\d{2})[.-]\s?(?P<month>\d{1,2})[.-]\s?(?P<day>\d{1,2})\.?"
    r"(?![\d.-])(?P<rest>[^\n]{0,80})$"
)
_REACH = 120
#: Pictures of a page are taken up to the eve.
_OWN = timedelta(days=1)


def stamp_of(passage: Passage, today: Today | None) -> str | None:
    """The day printed behind a caption, where it is not that of the page.

    Example:
        On a page of March ``대사가 지난 29일 신임장을 냈다. 2024.1.30`` gives ``2024-01-30``.
    """
    if passage.kind is not Kind.CAPTION:
        return None
    match = _STAMP.search(passage.around.rstrip()[-_REACH:])
    if match is None:
        return None
    stamp = f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"
    day = today_of(stamp)
    if day is None or (today is not None and abs(today.day - day.day) <= _OWN):
        return None
    return stamp
