"""Article → the same article as a reader sees it, and the way back.

Comes in: an ``Article``. Goes out: one without characters that nobody sees, in which a paragraph
that mail or an old page broke into lines is one block again, and the ``Sight`` that leads its
spans back. Invariant: every span of the shown article slices its text; led back, the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import Gazetteer, gazetteer
from haengbo.korean.morphemes import analyser
from haengbo.korean.sentences import ends_sentence
from haengbo.model.article import WRAPPED, Article, Block
from haengbo.model.reading import Actor
from haengbo.model.span import Span
from haengbo.model.unseen import Sight

#: A full stop inside a word.
_STOP = re.compile(r"(?<=[가-힣])\.(?=[가-힣])")
#: The word before it; names are no longer.
_NAME = 20
_BEFORE = re.compile(r"[가-힣]{1,20}\Z")


def shown(article: Article, knowledge: Knowledge) -> tuple[Article, Sight]:
    """What is read of an article.

    Args:
        article: As cleaned.
        knowledge: Its names are words to the analyser, which says where a broken word goes on.

    Example:
        Of the lines ``…북한 대`` and ``사가 참석했다.`` one block ``…북한 대사가 참석했다.``;
        ``한.미.일 회담`` is read as ``한·미·일 회담``.
    """
    paragraphs = list(_paragraphs(article.blocks))
    joints = _joints(article.text, gazetteer(knowledge))
    sight = Sight(article.text, _breaks(article.text, paragraphs, knowledge), joints)
    if sight.whole:
        return article, sight
    blocks = tuple(
        replace(lines[0], span=sight.ahead(lines[0].span.hull(lines[-1].span)))
        for lines in paragraphs
    )
    found = sight.forth(replace(article, blocks=(), findings=()))
    return replace(found, text=sight.text, blocks=blocks), sight


def as_printed(actors: Iterable[Actor], source: str) -> tuple[Actor, ...]:
    """Actors of the shown text with their spellings as the page has them: 북·일 → 북.일."""
    return tuple(
        replace(actor, surfaces=tuple(_printed(surface, source) for surface in actor.surfaces))
        for actor in actors
    )


def _printed(surface: str, source: str) -> str:
    if "·" not in surface or surface in source:
        return surface
    printed = surface.replace("·", ".")
    return printed if printed in source else surface


def _joints(text: str, names: Gazetteer) -> Iterator[int]:
    """Full stops that only join words, as agencies long set them: 북.미 회담, 우간다.가봉.세네갈.

    Papers also leave out the blank behind a sentence (…말했다.이 신문은): a word that may end one
    must be a name.
    """
    for match in _STOP.finditer(text):
        before = _BEFORE.search(text, max(0, match.start() - _NAME), match.start())
        word = before.group() if before is not None else ""
        if names.claimed(word) is not None or not ends_sentence(word):
            yield match.start()


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Blocks with those that go on from them."""
    starts = 0
    numbered = []
    for block in blocks:
        starts += block.rule != WRAPPED
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
        words = analyser(gazetteer(knowledge).user_words)
        ends = words.words_end([block.span.of(text).strip() for block in lines])
        for before, after, end in zip(lines, lines[1:], ends, strict=False):
            first, second = before.span.of(text), after.span.of(text)
            start = before.span.start + len(first.rstrip())
            gap = Span(start, after.span.end - len(second.lstrip()))
            spaced = first.endswith(" ") or second.startswith(" ")
            yield gap, end or spaced
