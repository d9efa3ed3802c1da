"""Texts in order → resolved time expressions: the narrative and what hangs on it.

Comes in: passages (sentences with their place and kind), the date of publication, a calendar of
holidays. Goes out: ``TimeExpression`` values in order, spans in the whole text. Invariant: spans
slice the text and do not overlap; what cannot be counted with certainty is left out.

The body is read first, in order; headlines and captions after it, seen from the day that the
lead tells of.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from haengbo.korean.sentences import split
from haengbo.korean.times.holidays import Calendar
from haengbo.korean.times.reader import Kind, Passage, Reader
from haengbo.korean.times.scan import half_width
from haengbo.model.reading import TimeExpression


def resolve_passages(
    passages: Iterable[Passage], *, anchor: str | None, calendar: Calendar | None = None
) -> tuple[TimeExpression, ...]:
    """Resolve the time expressions of a whole page.

    Args:
        passages: Its sentences in order.
        anchor: Date of publication (EDTF), or ``None``; then expressions that hang on it are left
            out, unless the text gives a full date before them.
        calendar: Holidays and eras.

    Returns:
        Sorted by span.
    """
    reader = Reader(anchor, calendar or Calendar())
    listed = [replace(passage, text=half_width(passage.text)) for passage in passages]
    body = [passage for passage in listed if passage.kind is Kind.BODY]
    rest = [passage for passage in listed if passage.kind is not Kind.BODY]
    found = [time for passage in body for time in reader.read(passage)]
    if reader.narrative.lead is not None:
        # 이날 or 당일 before any day was told: the lead tells it later
        again = Reader(anchor, reader.calendar, reader.narrative.lead)
        again.days.extend(reader.days)
        found = [time for passage in body for time in again.read(passage)]
        reader = again
    reader.today = reader.published or reader.today
    found += [time for passage in rest for time in reader.read(passage)]
    return tuple(sorted(found, key=lambda time: time.span))


def resolve(
    text: str, *, anchor: str | None = None, calendar: Calendar | None = None
) -> tuple[TimeExpression, ...]:
    """Resolve the time expressions of one text.

    Args:
        text: One or several sentences of running text.
        anchor: Date of publication (EDTF), or ``None``.
        calendar: Holidays and eras.

    Returns:
        Time expressions with spans in ``text``, in order.

    Example:
        ``resolve("최 외무상은 지난달 29일 떠났다", anchor="2024-11-02")[0].value`` is
        ``"2024-10-29"``.
    """
    passages = [
        Passage(span.of(text), span.start, around=text, paragraph=text.count("\n", 0, span.start))
        for span in split(text)
    ]
    return resolve_passages(passages, anchor=anchor, calendar=calendar)
