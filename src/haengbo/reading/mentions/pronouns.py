"""Lines and the mentions so far → whom 그는, 양측, 신문은, 정부는 and 우리 나라 denote.

Comes in: lines in order and the sorted mentions of names. Goes out: mentions with rule
``pronoun``. Invariant: an antecedent stands earlier in the text; where two are possible, none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from haengbo.knowledge.outlets import OutletRow
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.words import Word

_SUBJECT = ("은", "는", "이", "가", "께서", "께서는", "도")
_TYPES = {
    "paper-words": {"paper", "party-organ", "online", "magazine"},
    "agency-words": {"wire"},
    "broadcast-words": {"broadcaster"},
}
#: Sentences back in which an antecedent is looked for.
_REACH = 4


@dataclass(frozen=True, slots=True)
class Resolver:
    """Antecedents of one page.

    Attributes:
        lines: All lines, in order.
        mentions: Of names, sorted.
        lexicon: The pack.
        home: State of the outlet.
    """

    lines: tuple[Line, ...]
    mentions: tuple[Mention, ...]
    lexicon: Lexicon
    home: str

    def resolve(self) -> Iterable[Mention]:
        """All pronoun mentions of the page."""
        for number, line in enumerate(self.lines):
            for index, word in enumerate(line.words):
                yield from self._word(number, line, index, word)

    def _word(self, number: int, line: Line, index: int, word: Word) -> Iterable[Mention]:
        if word.text in self.lexicon.words("third-person") and word.tail.startswith(_CASES):
            yield from self._one(number, line, word)
        for key, types in _TYPES.items():
            if word.text in self.lexicon.words(key) and word.tail and self._opens(line, index):
                yield from self._medium(word.stem, types)
        if word.text in self.lexicon.words("government-words") and word.tail.startswith(_SUBJECT):
            yield from self._government(line, index, word)
        yield from self._pair(number, line, index, word)

    def _opens(self, line: Line, index: int) -> bool:
        """No noun before it belongs to it: 신문은, not 당 기관지 신문은."""
        return index == 0 or not line.words[index - 1].bare or not line.words[index].joined

    def _one(self, number: int, line: Line, word: Word) -> Iterable[Mention]:
        quote = line.sentence.quote_at(word.span.start)
        for back in range(number, max(number - _REACH, -1), -1):
            people = [
                m
                for m in self._people_of(self.lines[back])
                if m.span.end <= word.span.start
                and self.lines[back].sentence.quote_at(m.span.start) in {None, quote}
            ]
            subjects = [m for m in people if self._is_subject(m, line.text)]
            chosen = subjects or people
            if chosen:
                names = {m.name for m in chosen}
                last = chosen[-1] if subjects or len(names) == 1 else None
                if last is not None:
                    yield _pronoun(word.stem, last.name, last.kind, 0.7)
                return

    def _people_of(self, line: Line) -> list[Mention]:
        return [
            m
            for m in self.mentions
            if m.kind is ActorKind.PERSON
            and line.sentence.span.start <= m.span.start < line.sentence.span.end
        ]

    def _is_subject(self, mention: Mention, text: str) -> bool:
        after = text[mention.span.end : mention.span.end + 6]
        honorific = self.lexicon.starting("honorifics", after) or ""
        return after[len(honorific) :].startswith(_SUBJECT)

    def _medium(self, span: Span, types: set[str]) -> Iterable[Mention]:
        for mention in reversed(self.mentions):
            if mention.span.start < span.start and mention.kind is ActorKind.MEDIUM:
                rows = self.lexicon.names.named(mention.name)
                fits = any(isinstance(row, OutletRow) and row.type in types for row in rows)
                if fits and not mention.weak:
                    yield _pronoun(span, mention.name, ActorKind.MEDIUM, 0.85)
                    return

    def _government(self, line: Line, index: int, word: Word) -> Iterable[Mention]:
        if self._opens(line, index) and line.sentence.quote_at(word.span.start) is None:
            yield _pronoun(word.stem, self.home, ActorKind.STATE, 0.7, rule="government")

    def _pair(self, number: int, line: Line, index: int, word: Word) -> Iterable[Mention]:
        span = self._pair_span(line, index, word)
        if span is None:
            return
        people = span.of(line.text) in self.lexicon.words("both-people")
        pair = self._last_pair(number, span, ActorKind.PERSON if people else ActorKind.STATE)
        for name in pair:
            kind = ActorKind.PERSON if people else ActorKind.STATE
            yield _pronoun(span, name, kind, 0.65)

    def _pair_span(self, line: Line, index: int, word: Word) -> Span | None:
        words = self.lexicon.words("both-sides") | self.lexicon.words("both-people")
        if word.text in words:
            return word.stem
        if index + 1 < len(line.words):
            following = line.words[index + 1]
            span = Span(word.span.start, following.stem.end)
            if span.of(line.text) in words:
                return span
        return None

    def _last_pair(self, number: int, span: Span, kind: ActorKind) -> tuple[str, ...]:
        """The two of a kind named last before: one compound, or one sentence with just two."""
        for back in range(number, max(number - _REACH, -1), -1):
            sentence = self.lines[back].sentence.span
            named = [
                m
                for m in self.mentions
                if m.kind is kind and sentence.start <= m.span.start < min(sentence.end, span.start)
            ]
            compound = [m for m in named if m.rule == "compound"]
            if compound and kind is ActorKind.STATE:
                last = compound[-1].span
                return tuple(dict.fromkeys(m.name for m in compound if m.span == last))[:2]
            names = tuple(dict.fromkeys(m.name for m in named))
            if len(names) == 2:  # noqa: PLR2004 - a pair
                return names
        return ()


_CASES = (*_SUBJECT, "의", "에게", "를", "와", "께")


def _pronoun(
    span: Span, name: str, kind: ActorKind, confidence: float, rule: str = "pronoun"
) -> Mention:
    return Mention(span, name, kind, rule, confidence, span)
