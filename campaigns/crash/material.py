"""What the operations work on: pages that were read once, so that a kill costs little.

Reading is a pure function of the page: a kill inside it can leave nothing behind. Here it is done
once, before any child is forked, and given back from memory; everything that writes is real.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from dataclasses import dataclass

from campaigns import articles
from haengbo import pipeline
from haengbo.capture import collect
from haengbo.knowledge import Knowledge, load
from haengbo.korean.morphemes import Token
from haengbo.ledger import Ledger
from haengbo.ledger.words import SearchWords
from haengbo.model.article import Article
from haengbo.model.page import Page
from haengbo.model.reading import Reading
from haengbo.samples import pages_folder

_MADE = 5
#: Pages of one transaction: fewer than usual, so that there are many borders to be killed at.
_AT_ONCE, _COLLATED = 3, 5


@dataclass(frozen=True, slots=True)
class Material:
    """Pages and the pack.

    Attributes:
        knowledge: The shipped pack.
        pages: Some samples and some made up, on the theme and off it.
        readings: Of each page, by hash.
    """

    knowledge: Knowledge
    pages: tuple[Page, ...]
    readings: dict[str, tuple[Reading, tuple[Token, ...]]]

    def opened(self, location: str) -> Ledger:
        """The ledger at a location, with an index that analyses each article once."""
        ledger = Ledger.open(location, knowledge=self.knowledge)
        ledger.words = _WORDS
        return ledger


class RememberedWords(SearchWords):
    """Words of articles, from memory where they were asked for before."""

    def __init__(self, knowledge: Knowledge) -> None:
        super().__init__(knowledge)
        self._known: dict[tuple[str, bool], tuple[str, ...]] = {}

    def of_article(
        self, article: Article, *, on_theme: bool, tokens: Sequence[Token] = ()
    ) -> tuple[str, ...]:
        """As its parent, once for each article."""
        key = article.sha256, on_theme
        if key not in self._known:
            self._known[key] = super().of_article(article, on_theme=on_theme, tokens=tokens)
        return self._known[key]


_WORDS = RememberedWords(load())


def prepared(samples: int) -> Material:
    """Read the pages, and have the pipeline give these readings from memory from now on.

    Args:
        samples: How many of the sample pages are among them.
    """
    knowledge = load()
    found = [item for item in collect([str(pages_folder())]) if isinstance(item, Page)]
    made = [articles.page(number, theme=number % 2 == 0) for number in range(_MADE)]
    pages = (*found[:samples], *made)
    readings = {page.sha256: pipeline.read_for_search(page, knowledge) for page in pages}
    for reading, tokens in readings.values():
        for on_theme in (True, reading.on_theme):
            _WORDS.of_article(reading.article, on_theme=on_theme, tokens=tokens)

    def from_memory(page: Page, _knowledge: Knowledge) -> tuple[Reading, tuple[Token, ...]]:
        return readings[page.sha256]

    pipeline.read_for_search = from_memory  # type: ignore[assignment]
    pipeline.TAKEN_AT_ONCE = _AT_ONCE
    pipeline.COLLATED_AT_ONCE = _COLLATED
    # What is there now is never collected: children need not copy it to look through it
    gc.freeze()
    return Material(knowledge, pages, readings)
