"""Texts in order → resolved time expressions: the narrative and what hangs on it.

Comes in: passages (sentences with their place and kind), the date of publication, a calendar of
holidays. Goes out: ``TimeExpression`` values in order, spans in the whole text. Invariant: spans
slice the text and do not overlap; what cannot be counted with certainty is left out.

The body is read first, in order; headlines and captions after it, seen from the day that the
lead tells of; captions of older pictures from the day that is printed behind them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from msgspec.structs import replace

from haengbo.korean.sentences import split
from haengbo.korean.times.around import around
from haengbo.korean.times.holidays import Calendar
from haengbo.korean.times.passages import Kind, Looked, Passage, looked_through
from haengbo.korean.times.reader import Reader
from haengbo.korean.times.scan import half_width
from haengbo.korean.times.stamped import stamp_of
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
    times, _ = _read(list(passages), anchor, calendar or Calendar())
    return tuple(sorted(times, key=lambda time: time.span))


def story_days(
    passages: Iterable[Passage], *, anchor: str | None, calendar: Calendar | None = None
) -> tuple[date | None, ...]:
    """The day that the story has come to, for each passage: what 이날 would mean right after it.

    Args:
        passages: As for ``resolve_passages``.
        anchor: Date of publication (EDTF), or ``None``.
        calendar: Holidays and eras.

    Returns:
        One day for each passage, ``None`` before any was told; for headlines and captions the
        day of the lead.

    Example:
        For ``총리는 17일 왔다.`` and ``공항에는 장관이 나왔다.`` it is the 17th both times.
    """
    _, days = _read(list(passages), anchor, calendar or Calendar())
    return days


def _read(
    passages: list[Passage], anchor: str | None, calendar: Calendar
) -> tuple[list[TimeExpression], tuple[date | None, ...]]:
    """Body first, in order, then the rest as seen from the lead."""
    listed = [
        looked_through(replace(passage, text=half_width(passage.text)), calendar)
        for passage in passages
    ]
    body = [number for number, line in enumerate(listed) if line.passage.kind is Kind.BODY]
    said = around(
        (line.passage.text for line in listed if line.passage.kind is Kind.HEADLINE),
        (line.passage.text for line in listed),
    )
    reader = Reader(anchor, calendar, around=said)
    found, days = _walk(reader, listed, body)
    if reader.narrative.lead is not None:
        # 이날 or 당일 before any day was told: the lead tells it later
        again = Reader(anchor, calendar, reader.narrative.lead, said)
        again.days.extend(reader.days)
        found, days = _walk(again, listed, body)
        reader = again
    reader.today = reader.published or reader.today
    lead = reader.narrative.lead
    old = {
        number: stamp
        for number, line in enumerate(listed)
        if (stamp := stamp_of(line.passage, reader.published))
    }
    for number, line in enumerate(listed):
        if line.passage.kind is not Kind.BODY and number not in old:
            found += reader.read(line)
            days[number] = lead
    for (stamp, _), group in groupby(old, lambda n: (old[n], listed[n].passage.paragraph)):
        # a picture of another day tells a story of its own
        told, of_picture = _walk(Reader(stamp, calendar), _as_story(listed), list(group))
        found += told
        days.update(of_picture)
    return found, tuple(days[number] for number in range(len(listed)))


def _as_story(lines: list[Looked]) -> list[Looked]:
    return [replace(line, passage=replace(line.passage, kind=Kind.BODY)) for line in lines]


def _walk(
    reader: Reader, lines: list[Looked], numbers: list[int]
) -> tuple[list[TimeExpression], dict[int, date | None]]:
    found: list[TimeExpression] = []
    days: dict[int, date | None] = {}
    for number in numbers:
        found += reader.read(lines[number])
        days[number] = reader.narrative.day
    return found, days


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
