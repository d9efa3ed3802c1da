"""Article → whether it can matter, before anything costly is done with it.

Comes in: an ``Article``. Goes out: a yes or no. The vocabulary is the pack's: the words of
``gate.yaml`` and the names of foreign states, their organs, armies, people and media, and of
international bodies. Invariant: a page that names none of them in its news blocks has nothing
of foreign affairs; when in doubt the page is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from haengbo.knowledge import Knowledge
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Named, Strength, gazetteer, is_homograph
from haengbo.knowledge.lists import BlockerRow, ThemeRow
from haengbo.knowledge.outlets import OutletRow
from haengbo.knowledge.places import PlaceRow
from haengbo.knowledge.vocabulary import Vocabulary
from haengbo.model.article import NEWS_KINDS, Article

#: What a page must reach: one word of weight 2, or two different ones of weight 1.
_ENOUGH = 2
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_TAG = re.compile(r"<[^<>]{0,1000}>")
#: Whose names say nothing about foreign affairs: the readers' own country.
_HOME = "한국"


@dataclass(frozen=True, slots=True)
class Gate:
    """The theme's vocabulary.

    Attributes:
        words: Finds the words, the longest at each place.
        weights: Of each word.
    """

    words: Vocabulary
    weights: dict[str, int]

    def passes(self, *texts: str) -> bool:
        """Whether texts together hold enough of the vocabulary; looks no further once they do.

        Example:
            ``passes("北 외무상, 모스크바 도착")`` is true, ``passes("주말 내내 맑음")`` is not.
        """
        found: set[str] = set()
        for text in texts:
            found.update([text[start:end] for start, end in self.words.places(text)])
            if sum([self.weights[word] for word in found]) >= _ENOUGH:
                return True
        return False


@lru_cache(maxsize=4)
def gate_of(knowledge: Knowledge) -> Gate:
    """The gate of a pack, built once."""
    weights = {row.id: 0 for row in knowledge.table("blockers", BlockerRow)}
    for form, claims in gazetteer(knowledge).claims():
        rows = claims.get(Strength.STRONG, ())
        if len(form) > 1 and rows and all(map(_foreign, rows)):
            weights[form] = 1 if any(is_homograph(row, form) for row in rows) else _ENOUGH
    weights |= {row.id: row.weight for row in knowledge.table("gate", ThemeRow)}
    return Gate(Vocabulary(weights), weights)


def _foreign(row: Named) -> bool:
    if isinstance(row, PlaceRow | OutletRow):
        return row.state not in {None, _HOME}
    return _HOME not in {row.state, row.name} and _acts_abroad(row)


def _acts_abroad(row: ActorRow) -> bool:
    return row.kind != "organisation" or row.type not in {"university", "institute", "company"}


def may_matter(text: str, knowledge: Knowledge) -> bool:
    """Whether a page can be on the theme, by everything that stands on it, markup included.

    Costs a look through the characters, before anything is parsed: for archives of which most pages
    are somebody else's. Furniture counts, so that some pages pass that ``on_theme`` puts aside;
    no page that ``on_theme`` keeps fails.

    Args:
        text: The decoded page. Entities and escapes of scripts are resolved.
        knowledge: Whose vocabulary decides.
    """
    gate = gate_of(knowledge)
    if gate.passes(text):
        return True
    plain = unescape(text) if "&" in text else text
    if "\\u" in plain:
        plain = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), plain)
    # An element in the middle of a word parts it: 북<b>한</b>
    return gate.passes(_TAG.sub("", plain))


def on_theme(article: Article, knowledge: Knowledge) -> bool:
    """Whether the article's news blocks name anything of foreign affairs.

    Args:
        article: Any article; furniture (related headlines, tickers) does not count.
        knowledge: Whose vocabulary decides.
    """
    gate = gate_of(knowledge)
    return gate.passes(
        *(block.span.of(article.text) for block in article.blocks if block.kind in NEWS_KINDS)
    )
