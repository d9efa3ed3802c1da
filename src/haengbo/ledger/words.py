"""Text and queries → the words of the search index.

Content morphemes (nouns, roots, predicates in dictionary form, foreign words, figures) plus, for
each name of the pack, the words of its canonical form, so that 러시아 finds 로씨야 and 리젠코프
finds 리젠코브. Queries go through the same function of the same analyser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.gazetteer import Gazetteer, Hit, Strength, gazetteer
from haengbo.korean.morphemes import Analyser, Token, analyser
from haengbo.korean.sentences import split
from haengbo.ledger.dialects import Alternatives
from haengbo.ledger.romanised import RomanisedNames
from haengbo.model.article import NEWS_KINDS, Article
from haengbo.model.span import Span

#: “…” or "…": words that must stand together as written.
_PHRASE = re.compile(r'"([^"]{1,300})"|“([^”]{1,300})”')
_QUOTES = str.maketrans("", "", '"“”')
_TAGS = ("NN", "NR", "NP", "XR", "SL", "SH", "SN", "VV", "VA", "MAG")
_PREDICATES = ("VV", "VA")


class SearchWords:
    """The analyser of the index, for one state of the pack."""

    def __init__(self, knowledge: Knowledge | None = None) -> None:
        self._knowledge = knowledge

    @cached_property
    def _gazetteer(self) -> Gazetteer:
        return gazetteer(self._knowledge or load())

    @cached_property
    def _romanised(self) -> RomanisedNames:
        return RomanisedNames(self._gazetteer.rows)

    @property
    def _analyser(self) -> Analyser:
        # The same words as reading teaches its analyser, so that one of them is loaded, not two
        return analyser(self._gazetteer.user_words)

    def of_article(
        self, article: Article, *, on_theme: bool, tokens: Sequence[Token] = ()
    ) -> tuple[str, ...]:
        """Words of the news blocks; off the theme only the title's characters, two by two.

        The cheapest page is the one never analysed, the next the one analysed once.

        Args:
            article: Whose words.
            on_theme: Whether it is read.
            tokens: Of its news, if it has just been read; else it is analysed here.
        """
        if not on_theme:
            return bigrams(article.title or "")
        texts = [b.span.of(article.text) for b in article.blocks if b.kind in NEWS_KINDS]
        return self.of_texts(texts, tokens)

    def of_texts(self, texts: Iterable[str], tokens: Sequence[Token] = ()) -> tuple[str, ...]:
        """Words of several texts, with repetitions; ``tokens``: theirs, if they are known."""
        blocks = list(texts)
        if not tokens:
            sentences = [span.of(text) for text in blocks for span in split(text)]
            tokens = [token for found in self._analyser.analyse(sentences) for token in found]
        words = _content(tokens)
        for text in blocks:
            for hit in self._gazetteer.find(text, short=False):
                words.extend(_canonical(hit))
        return tuple(words)

    def for_search(self, text: str) -> tuple[Alternatives, ...]:
        """The words of a query, each with its characters two by two as an alternative.

        Pages off the theme are found by those: of them nothing else is indexed.
        """
        return tuple(
            ((word,), pairs) if (pairs := bigrams(word)) != (word,) else ((word,),)
            for word in self.of_query(text)
        )

    def of_query(self, text: str) -> tuple[str, ...]:
        """Words that a page must hold, without repetition.

        Example:
            ``of_query("로씨야 대표단")`` is ``("러시아", "대표단")``, ``of_query("Lavrov")`` is
            ``("세르게이", "라브로프")``.
        """
        text = self._romanised.in_korean(text)
        hits = self._names(text)
        words = [word for hit in hits for word in _canonical(hit)]
        tokens = self._analyser.analyse([text])[0] if text.strip() else ()
        free = [t for t in tokens if not _inside(t.span, hits)]
        words.extend(_content(free))
        return tuple(dict.fromkeys(words)) or bigrams(text)

    def forms_of_query(self, text: str) -> tuple[str, ...]:
        """What to mark in a text that was found: the words and all spellings of the names."""
        text = self._romanised.in_korean(text)
        forms = [*phrases_of(text), *text.translate(_QUOTES).split()]
        for hit in self._names(text):
            for row in hit.rows:
                forms += [row.name, *row.strong, *([row.kp] if row.kp else [])]
        return tuple(dict.fromkeys(form for form in forms if len(form) > 1))

    def written(self, text: str) -> tuple[tuple[str, ...], ...]:
        """Each word of a query in all the ways in which a text may write it.

        Example:
            ``written("러시아 조약")`` is ``(("러시아", "로씨야", …), ("조약",))``.
        """
        text = self._romanised.in_korean(text).translate(_QUOTES)
        hits = self._names(text)
        names = [
            tuple(
                dict.fromkeys(f for row in hit.rows for f in (row.name, *row.strong, row.kp) if f)
            )
            for hit in hits
        ]
        tokens = self._analyser.analyse([text])[0] if text.strip() else ()
        free = [t for t in tokens if not _inside(t.span, hits) and t.tag.startswith(_TAGS)]
        return tuple(dict.fromkeys([*names, *((token.form,) for token in free)]))

    def _names(self, text: str) -> list[Hit]:
        hits = self._gazetteer.find(text, short=False)
        return [h for h in hits if h.strength is Strength.STRONG and h.row is not None]


def phrases_of(text: str) -> tuple[str, ...]:
    """Quoted phrases of a query, which a page must hold as they stand.

    Example:
        ``phrases_of('조약 "공동의 핵심이익"')`` is ``("공동의 핵심이익",)``.
    """
    found = (a.strip() or b.strip() for a, b in _PHRASE.findall(text))
    return tuple(phrase for phrase in found if phrase)


def _content(tokens: Iterable[Token]) -> list[str]:
    return [
        token.lemma if token.tag in _PREDICATES else token.form
        for token in tokens
        if token.tag.startswith(_TAGS)
    ]


def _canonical(hit: Hit) -> list[str]:
    return hit.row.name.split() if hit.row is not None else []


def _inside(span: Span, hits: Iterable[Hit]) -> bool:
    return any(hit.span.overlaps(span) for hit in hits)


def bigrams(text: str) -> tuple[str, ...]:
    """Every two neighbouring characters of each word.

    Example:
        ``bigrams("냉면 값")`` is ``("냉면", "값")``.
    """
    words: list[str] = []
    for word in text.split():
        words += [word[i : i + 2] for i in range(max(1, len(word) - 1))]
    return tuple(words)
