"""Texts → phrases that the program finds to recur: runs of morphemes that several texts share.

Nothing is known of them beforehand. A phrase begins and ends with a content word, stands in at
least ``least`` texts, and no longer phrase stands in all of the same texts. North spelling is
folded into the South's. Invariant: every phrase names all texts that hold it, in their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from haengbo.analysis.texts import Text
from haengbo.analysis.wording import formulas_of, pattern_of
from haengbo.knowledge import Knowledge
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.knowledge.orthography import speller
from haengbo.korean.morphemes import Token, analyser
from haengbo.korean.sentences import split

#: Content words, at which a phrase may end; at its beginning a determiner may stand too (두 나라).
_CONTENT = {"NNG", "NNP", "XR", "SL", "SH"}
_BEGINNING = _CONTENT | {"MM", "NR"}
#: A phrase never runs over these.
_STOPS = {"SF", "SP", "SS", "SSO", "SSC", "SE", "SO", "SW", "EF"}
#: Longest phrase in morphemes.
LONGEST = 8
_SHORTEST = 3

Gram = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words that recurs.

    Attributes:
        words: As one of the texts has it, the first.
        texts: The texts that hold it, in order.
        known: Whether a formula of the pack is in it, or it in one.
    """

    words: str
    texts: tuple[Text, ...]
    known: bool

    @property
    def first(self) -> str:
        """Day of the first text that holds it."""
        return self.texts[0].day

    @property
    def last(self) -> str:
        """Day of the last text that holds it."""
        return self.texts[-1].day


@dataclass(frozen=True, slots=True)
class _Line:
    """A stretch without a stop: which text it is of, its folded words, its morphemes."""

    text: int
    words: str
    tokens: tuple[Token, ...]


def recurring(texts: Sequence[Text], knowledge: Knowledge, least: int = 3) -> tuple[Phrase, ...]:
    """Phrases that stand in at least ``least`` texts, those of most texts and most words first.

    Args:
        texts: In order of their days.
        knowledge: For spellings, names and the formulas that are known already.
        least: In how many texts a phrase must stand, at least two.

    Example:
        Of three texts with 다극화된 세계의 수립 the phrase 다극화된 세계의 수립 is found.
    """
    lines = [line for number, text in enumerate(texts) for line in _lines(number, text, knowledge)]
    found = _maximal(_frequent(lines, max(least, 2)))
    known = [pattern_of(term) for term in formulas_of(knowledge)]
    forms = {form for term in formulas_of(knowledge) for form in term.forms}
    phrases = []
    for gram, holders in found.items():
        words = _words(gram, lines)
        old = any(p.search(words) for p in known) or any(words in form for form in forms)
        phrases.append((len(gram), Phrase(words, tuple(texts[n] for n in sorted(holders)), old)))
    ordered = sorted(phrases, key=lambda item: (-len(item[1].texts), -item[0], item[1].words))
    return tuple(phrase for _, phrase in ordered)


def _lines(number: int, text: Text, knowledge: Knowledge) -> Iterator[_Line]:
    folded = speller(knowledge).fold(text.words).text
    sentences = [span.of(folded) for span in split(folded)]
    read = analyser(gazetteer(knowledge).user_words).analyse(sentences)
    for words, tokens in zip(sentences, read, strict=True):
        run: list[Token] = []
        for token in tokens:
            if token.tag in _STOPS:
                yield _Line(number, words, tuple(run))
                run = []
            else:
                run.append(token)
        yield _Line(number, words, tuple(run))


def _gram(tokens: Sequence[Token]) -> Gram:
    return tuple((token.form, token.tag) for token in tokens)


def _frequent(lines: Sequence[_Line], least: int) -> dict[Gram, frozenset[int]]:
    """Every run that begins and ends with a content word and stands in enough texts.

    A run is only looked at where both runs that are one shorter were frequent.
    """
    found: dict[Gram, frozenset[int]] = {}
    before: set[Gram] | None = None
    for size in range(1, LONGEST + 1):
        holders: dict[Gram, set[int]] = {}
        for line in lines:
            for start in range(len(line.tokens) - size + 1):
                gram = _gram(line.tokens[start : start + size])
                if before is None or (gram[1:] in before and gram[:-1] in before):
                    holders.setdefault(gram, set()).add(line.text)
        frequent = {gram: frozenset(h) for gram, h in holders.items() if len(h) >= least}
        found |= {
            gram: texts
            for gram, texts in frequent.items()
            if size >= _SHORTEST and gram[0][1] in _BEGINNING and gram[-1][1] in _CONTENT
        }
        before = set(frequent)
    return found


def _maximal(found: dict[Gram, frozenset[int]]) -> dict[Gram, frozenset[int]]:
    """Without the runs that a longer one in the same texts holds."""
    held = {
        (gram[start : start + size], texts)
        for gram, texts in found.items()
        for size in range(_SHORTEST, len(gram))
        for start in range(len(gram) - size + 1)
    }
    return {gram: texts for gram, texts in found.items() if (gram, texts) not in held}


def _words(gram: Gram, lines: Sequence[_Line]) -> str:
    """The run as the first line has it."""
    size = len(gram)
    for line in lines:
        for start in range(len(line.tokens) - size + 1):
            tokens = line.tokens[start : start + size]
            if _gram(tokens) == gram:
                return " ".join(tokens[0].span.hull(tokens[-1].span).of(line.words).split())
    return " ".join(form for form, _ in gram)
