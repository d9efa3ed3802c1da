"""Article → the same article as a reader sees it, and the way back.

Comes in: an ``Article``. Goes out: one without characters that nobody sees, in which a paragraph
that mail or an old page broke into lines is one block again, and the ``Sight`` that leads its
spans back. Invariant: every span of the shown article slices its text; led back, the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.korean.morphemes import analyser
from haengbo.model.article import WRAPPED, WRAPPED_ANYWHERE, Article, Block
from haengbo.model.span import Span
from haengbo.model.unseen import Sight

_CONTINUED = {WRAPPED, WRAPPED_ANYWHERE}


def shown(article: Article, knowledge: Knowledge) -> tuple[Article, Sight]:
    """What is read of an article.

    Args:
        article: As cleaned.
        knowledge: Its names are words to the analyser, which says where a broken word goes on.

    Example:
        Of the lines ``…북한 대`` and ``사가 참석했다.`` one block ``…북한 대사가 참석했다.``
    """
    paragraphs = list(_paragraphs(article.blocks))
    sight = Sight(article.text, _breaks(article.text, paragraphs, knowledge))
    if sight.whole:
        return article, sight
    blocks = tuple(
        replace(lines[0], span=sight.ahead(lines[0].span.hull(lines[-1].span)))
        for lines in paragraphs
    )
    return replace(article, text=sight.text, blocks=blocks, findings=()), sight


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Blocks with those that go on from them."""
    starts = 0
    numbered = []
    for block in blocks:
        starts += block.rule not in _CONTINUED
        numbered.append((starts, block))
    for _, lines in groupby(numbered, key=lambda one: one[0]):
        yield [block for _, block in lines]


def _breaks(
    text: str, paragraphs: Sequence[Sequence[Block]], knowledge: Knowledge
) -> Iterator[tuple[Span, bool]]:
    """The end of every line that the next goes on from, and whether a word ends there."""
    for lines in paragraphs:
        if len(lines) == 1:
            continue
        ends: Sequence[bool] = [True] * (len(lines) - 1)
        if lines[-1].rule == WRAPPED_ANYWHERE:
            words = analyser(gazetteer(knowledge).user_words)
            ends = words.words_end([block.span.of(text).strip() for block in lines])
        for before, after, end in zip(lines, lines[1:], ends, strict=False):
            first, second = before.span.of(text), after.span.of(text)
            start = before.span.start + len(first.rstrip())
            gap = Span(start, after.span.end - len(second.lstrip()))
            spaced = first.endswith(" ") or second.startswith(" ")
            yield gap, end or spaced
