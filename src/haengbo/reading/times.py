"""Document → resolved time expressions.

Every sentence is a passage for ``korean.times``; titles and subtitles are headlines. The result is
sorted and does not overlap; the slice at each span is the surface without particles.
"""

from __future__ import annotations

from haengbo.knowledge.calendar import calendar
from haengbo.korean.times import Kind, Passage, resolve_passages, story_days
from haengbo.model.article import CHRONOLOGY, BlockKind
from haengbo.model.reading import TimeExpression
from haengbo.reading.document import Document, Sentence

_KINDS = {
    BlockKind.TITLE: Kind.HEADLINE,
    BlockKind.SUBTITLE: Kind.HEADLINE,
    BlockKind.CAPTION: Kind.CAPTION,
}


def _passage(document: Document, sentence: Sentence) -> Passage:
    return Passage(
        sentence.span.of(document.text),
        sentence.span.start,
        _KINDS.get(sentence.kind, Kind.BODY),
        sentence.block.span.of(document.text),
        sentence.block_index,
        sentence.block.rule == CHRONOLOGY,
    )


def _passages(document: Document) -> list[Passage]:
    return [_passage(document, sentence) for sentence in document.sentences]


def find_times(document: Document) -> tuple[TimeExpression, ...]:
    """Every expression that denotes a date or period, resolved against dateline and narrative.

    Example:
        On a page of 2 November 2024, ``지난달 29일부터`` gives ``지난달 29일`` = 2024-10-29.
    """
    return resolve_passages(
        _passages(document),
        anchor=document.article.published_day,
        calendar=calendar(document.knowledge),
    )


def story_days_of(document: Document) -> tuple[str | None, ...]:
    """For each sentence the day that the story has come to (EDTF): what 이날 would mean after it.

    Example:
        After ``장관은 17일 도착했다.`` a sentence without a date is still told of the 17th; it is
        ``None`` until a day was told.
    """
    days = story_days(
        _passages(document),
        anchor=document.article.published_day,
        calendar=calendar(document.knowledge),
    )
    return tuple(day.isoformat() if day else None for day in days)
