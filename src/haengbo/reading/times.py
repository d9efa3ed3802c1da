"""Document → resolved time expressions.

Every sentence is a passage for ``korean.times``; titles and subtitles are headlines. The result is
sorted and does not overlap; the slice at each span is the surface without particles.
"""

from __future__ import annotations

from haengbo.knowledge.calendar import calendar
from haengbo.korean.times import Kind, Passage, resolve_passages
from haengbo.model.article import BlockKind
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
    )


def find_times(document: Document) -> tuple[TimeExpression, ...]:
    """Every expression that denotes a date or period, resolved against dateline and narrative.

    Example:
        On a page of 2 November 2024, ``지난달 29일부터`` gives ``지난달 29일`` = 2024-10-29.
    """
    return resolve_passages(
        [_passage(document, sentence) for sentence in document.sentences],
        anchor=document.article.published_day,
        calendar=calendar(document.knowledge),
    )
