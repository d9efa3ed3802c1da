"""Article → document with sentences, quotations and tokens.

Every block of ``NEWS_KINDS`` is split by itself; all sentences of the article are analysed in
one batch. A quotation belongs to the sentence in which it opens. Invariant: what is analysed is
bounded, whatever the page: the cost of a reading grows with the square of both bounds.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.korean.morphemes import Analyser, analyser
from haengbo.korean.quotes import Quote, find_quotes, shifted
from haengbo.korean.sentences import split
from haengbo.model.article import NEWS_KINDS, Article, Block, Finding
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence

#: Characters. The longest sentence of news that we met has some 700, a list of delegates 1,500.
SENTENCE_LONGEST = 4_000
#: A long speech has 600 sentences, a white paper 1,500.
SENTENCES_MOST = 2_000


class _Planned(NamedTuple):
    """A sentence before its morphemes are known."""

    place: int
    block: Block
    span: Span
    quotes: tuple[Quote, ...]


def _sentences_of(article: Article, block: Block) -> list[tuple[Span, tuple[Quote, ...]]]:
    text = block.span.of(article.text)
    quotes = find_quotes(text)
    found = []
    for span in split(text):
        inside = tuple(
            shifted(quote, block.span.start)
            for quote in quotes
            if span.start <= quote.outer.start < span.end
        )
        found.append((span.shifted(block.span.start), inside))
    return found


def prepare(article: Article, knowledge: Knowledge) -> Document:
    """Split the news blocks into sentences with their tokens and quotations.

    Example:
        A body line ``“함께 간다”고 했다. 회담은 길었다.`` becomes two sentences, the first with one
        quotation.
    """
    plan = list(islice((one for one in _plan(article) if _is_sentence(one)), SENTENCES_MOST))
    tokens = _analyser_of(knowledge).analyse(
        [span.of(article.text) for _, _, span, _ in plan], [span.start for _, _, span, _ in plan]
    )
    return Document(
        article,
        knowledge,
        tuple(
            Sentence(number, span, block, index, tokens[number], quotes)
            for number, (index, block, span, quotes) in enumerate(plan)
        ),
    )


@lru_cache(maxsize=2)
def _analyser_of(knowledge: Knowledge) -> Analyser:
    """The analyser that knows a pack's names, looked up by the pack, not by thousands of words."""
    return analyser(gazetteer(knowledge).user_words)


def _plan(article: Article) -> Iterator[_Planned]:
    for index, block in enumerate(article.blocks):
        if block.kind in NEWS_KINDS:
            for span, quotes in _sentences_of(article, block):
                yield _Planned(index, block, span, quotes)


def _is_sentence(planned: _Planned) -> bool:
    return len(planned.span) <= SENTENCE_LONGEST


def find_unread(article: Article) -> tuple[Finding, ...]:
    """What of an article is not read because it is no sentence, or beyond the most that is read."""
    if len(article.text) <= SENTENCE_LONGEST:
        return ()
    found = []
    plan = list(_plan(article))
    long = [one.span for one in plan if not _is_sentence(one)]
    if long:
        where = f"{len(long)}곳, {SENTENCE_LONGEST}자 넘음"
        message = f"문장으로 보기에 너무 긴 글({where})은 읽지 않았다."
        found.append(Finding("sentence-too-long", message, long[0]))
    rest = len(plan) - len(long) - SENTENCES_MOST
    if rest > 0:
        message = f"처음 {SENTENCES_MOST}문장만 읽었다. 나머지 {rest}문장은 읽지 않았다."
        found.append(Finding("text-too-long", message))
    return tuple(found)
