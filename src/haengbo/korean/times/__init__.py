"""Korean time expressions → EDTF. A package that knows nothing of diplomacy.

``resolve(text, anchor="2024-11-02")`` for a text, ``resolve_passages`` for a page whose headlines,
captions and body are known. Holidays come in as a ``Calendar``; words that count from a day
(이날, 지난달) stand in ``words.tsv``.
"""

from __future__ import annotations

from haengbo.korean.times.arithmetic import is_long_past
from haengbo.korean.times.holidays import Calendar, Era, Holiday, Meeting
from haengbo.korean.times.passages import Kind, Passage
from haengbo.korean.times.resolve import resolve, resolve_passages, story_days
from haengbo.korean.times.scan import days_named

__all__ = [
    "Calendar",
    "Era",
    "Holiday",
    "Kind",
    "Meeting",
    "Passage",
    "days_named",
    "is_long_past",
    "resolve",
    "resolve_passages",
    "story_days",
]
