"""The working value of a reading: sentences with their tokens, mentions and times so far.

Comes in: an ``Article``. Each step of the reading returns its finds; the pipeline puts them into
the next ``Document`` with ``dataclasses.replace``; nothing is mutated. All spans count in
``article.text``. Only blocks of ``NEWS_KINDS`` have sentences.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from haengbo.knowledge import Knowledge
from haengbo.korean.morphemes import Token
from haengbo.korean.predicates import Predicate, predicates
from haengbo.korean.quotes import Quote
from haengbo.model.article import Article, Block, BlockKind
from haengbo.model.reading import Mention, TimeExpression
from haengbo.model.span import Span

__all__ = ["Document", "Quote", "Sentence"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a news block; a quotation inside never ends it.

    Attributes:
        index: Position among the document's sentences.
        span: In ``article.text``.
        block: The line or paragraph it stands in.
        block_index: Position of that block among ``article.blocks``.
        tokens: Its morphemes, spans in ``article.text``.
        quotes: Its quotations, outermost, in order.
    """

    index: int
    span: Span
    block: Block
    block_index: int
    tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...]
    # Where tokens begin and how far the longest one reaches: a page asks ten thousands of times
    # which tokens lie in a stretch.
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _reach: int = field(init=False, repr=False, compare=False)
    # Found once, at first need: who speaks and what happened both go by them
    _predicates: list[tuple[Predicate, ...]] = field(
        init=False, repr=False, compare=False, default_factory=list
    )

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", tuple([t.span.start for t in self.tokens]))
        lengths = [t.span.end - t.span.start for t in self.tokens]
        object.__setattr__(self, "_reach", max(lengths, default=0))

    @property
    def kind(self) -> BlockKind:
        """Kind of the block it stands in."""
        return self.block.kind

    def predicates(self) -> tuple[Predicate, ...]:
        """The predicates of all its tokens."""
        if not self._predicates:
            self._predicates.append(predicates(self.tokens))
        return self._predicates[0]

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """Tokens that begin inside ``span``."""
        low = bisect_left(self._starts, span.start)
        return self.tokens[low : bisect_left(self._starts, span.end, low)]

    def tokens_at(self, span: Span) -> tuple[Token, ...]:
        """Tokens that share a code point with ``span``; a long one counts in each of its words."""
        low = bisect_left(self._starts, span.start - self._reach)
        high = bisect_left(self._starts, span.end, low)
        return tuple([t for t in self.tokens[low:high] if t.span.end > span.start])

    def quote_at(self, position: int) -> Quote | None:
        """The quotation that covers a position, or ``None``."""
        for quote in self.quotes:
            if quote.outer.start <= position < quote.outer.end:
                return quote
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """An article on its way to a reading.

    Attributes:
        article: Whose text all spans count in.
        knowledge: What it is read with.
        sentences: In order of the text.
        mentions: Sorted by span; do not overlap, except compounds (북러) and weak mentions.
        times: Sorted by span; do not overlap.
    """

    article: Article
    knowledge: Knowledge
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    _mention_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _time_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_mention_starts", tuple([m.span.start for m in self.mentions]))
        object.__setattr__(self, "_time_starts", tuple([t.span.start for t in self.times]))

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """Mentions that begin inside ``span``, in order."""
        low = bisect_left(self._mention_starts, span.start)
        return self.mentions[low : bisect_left(self._mention_starts, span.end, low)]

    def times_in(self, span: Span) -> tuple[TimeExpression, ...]:
        """Time expressions that begin inside ``span``, in order."""
        low = bisect_left(self._time_starts, span.start)
        return self.times[low : bisect_left(self._time_starts, span.end, low)]

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that covers a position, or ``None`` (furniture, gaps)."""
        index = bisect_right(self.sentences, position, key=lambda s: s.span.start) - 1
        if index < 0 or self.sentences[index].span.end <= position:
            return None
        return self.sentences[index]
