"""Article → document with sentences, quotations and tokens.

Every block of ``NEWS_KINDS`` is split by itself; all sentences of the article are analysed in
one batch. A quotation belongs to the sentence in which it opens.
"""

from __future__ import annotations

from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.korean.morphemes import analyser
from haengbo.korean.quotes import Quote, find_quotes, shifted
from haengbo.korean.sentences import split
from haengbo.model.article import NEWS_KINDS, Article, Block
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence


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
    plan = [
        (index, block, span, quotes)
        for index, block in enumerate(article.blocks)
        if block.kind in NEWS_KINDS
        for span, quotes in _sentences_of(article, block)
    ]
    tokens = analyser(gazetteer(knowledge).user_words).analyse(
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
