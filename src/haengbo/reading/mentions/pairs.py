"""Lines and mentions → which two 양측, 두 나라, 두 정상 and 두 사람 denote.

Comes in: lines in order and the sorted mentions of names. Goes out: two mentions with rule
``pronoun`` and one span. Invariant: both stand earlier in the text; if the sentences before do not
give exactly two, the two states that the page is about, or nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line

_PAIR = 2
#: The longest word that denotes two has so many parts.
_WORDS = 3
#: How far behind a name what belongs to it is looked at, in code points.
_NEXT = 6
#: 오가람 당시 외무상 이후 처음이다: recalled, and none of the two who meet now.
_FORMER = re.compile(r"\s(?:당시|전)\s")
#: 부차관보와, 부차관보와의: with whom somebody talks.
_WITH = re.compile(r"(?:와|과)의?\s")
#: Sentences back in which a pair is looked for.
_REACH = 4
#: Word set → classes of titles that its people bear; none: anybody.
_CLASSES = {"both-heads": {"head"}, "both-ministers": {"minister"}, "both-people": set[str]()}


@dataclass(frozen=True, slots=True)
class PairFinder:
    """Pairs of one page.

    Attributes:
        lines: All lines, in order.
        mentions: Of names, sorted.
        lexicon: The pack.
    """

    lines: tuple[Line, ...]
    mentions: tuple[Mention, ...]
    lexicon: Lexicon

    @property
    def firsts(self) -> frozenset[str]:
        """First letters of the words that denote two: no other word need be asked about."""
        return frozenset().union(*(self.lexicon.firsts[key] for key in ("both-sides", *_CLASSES)))

    def at(self, number: int, index: int) -> Iterable[Mention]:
        """The pair that begins with a word of a line, if it is such a word.

        Args:
            number: Of the line.
            index: Of the word in it.
        """
        first = self.lines[number].words[index].text[:1]
        for key in (*_CLASSES, "both-sides"):  # 양국 장관: two ministers, if there are two
            if first not in self.lexicon.firsts[key]:
                continue
            span = self._span(number, index, key)
            if span is None:
                continue
            states = key == "both-sides"
            names = self._states(number, span) if states else self._people(number, span, key)
            kind = ActorKind.STATE if states else ActorKind.PERSON
            for name in names:
                yield Mention(span, name, kind, "pronoun", 0.65, span)
            if names:
                return

    def _span(self, number: int, index: int, key: str) -> Span | None:
        """One word (양측), two (두 나라) or three (두 나라 정상) of a word set."""
        line = self.lines[number]
        word = line.words[index]
        if word.text in self.lexicon.words(key):
            return word.stem
        for last in line.words[index + 1 : index + _WORDS]:
            span = Span(word.span.start, last.stem.end)
            if span.of(line.text) in self.lexicon.words(key):
                return span
        return None

    def _states(self, number: int, span: Span) -> tuple[str, ...]:
        for back in range(number, max(number - _REACH, -1), -1):
            met = self._of_two_who_met(back, span)
            if met:
                return met
            named = self._before(back, span, ActorKind.STATE)
            compounds = [m for m in named if m.rule == "compound"]
            if compounds:
                last = compounds[-1].span
                names = tuple(dict.fromkeys(m.name for m in compounds if m.span == last))
            else:
                names = tuple(dict.fromkeys(m.name for m in named))
            if len(names) == _PAIR:
                return names
            if len(names) > _PAIR:
                break
        return self._of_page()

    def _of_two_who_met(self, back: int, span: Span) -> tuple[str, ...]:
        """본부장은 미국 부차관보와 북한 문제를 협의했다. 양측은: theirs, whoever else is named."""
        text, names = self.lines[back].text, self.lexicon.names
        people = [m for m in self._before(back, span, ActorKind.PERSON) if not m.weak]
        if len(people) != _PAIR or not any(_WITH.match(text, m.span.end) for m in people):
            return ()
        of = [names.state_of(m.of) if m.of else names.state_of(m.name) for m in people]
        states = tuple(dict.fromkeys(state for state in of if state is not None))
        return states if len(states) == _PAIR else ()

    def _of_page(self) -> tuple[str, ...]:
        """The two states that the page is about: each named often, a third one seldom."""
        counts = Counter(m.name for m in self.mentions if m.kind is ActorKind.STATE)
        ranked = counts.most_common(_PAIR + 1)
        if len(ranked) < _PAIR or ranked[1][1] < _PAIR:
            return ()
        if len(ranked) > _PAIR and 2 * ranked[_PAIR][1] > ranked[1][1]:
            return ()
        return tuple(name for name, _ in ranked[:_PAIR])

    def _people(self, number: int, span: Span, key: str) -> tuple[str, ...]:
        """The last two people before, those of the sentence itself last; owners left out."""
        names: dict[str, None] = {}
        for back in range(number, max(number - _REACH, -1), -1):
            text = self.lines[back].text
            there = [
                m
                for m in self._before(back, span, ActorKind.PERSON)
                if self._in_same_words(m, back, number, span)
                and not _FORMER.search(m.span.of(text))
                and self._bears(m, _CLASSES[key])
            ]
            named = [m for m in there if not self._owns(m, text)]
            if len(named) == 1 and not names and key == "both-heads":
                named = there  # 총리는 총비서의 제안을 거절했다: before whoever was told of earlier
            if named and len(names) == 1 and self._opens(back + 1):
                other = self._of_state_named(back + 1, number, span, next(iter(names)), key)
                names |= dict.fromkeys(other or (m.name for m in named))
                break
            names |= dict.fromkeys(m.name for m in named)
            if len(names) >= _PAIR:
                break
        if len(names) < _PAIR and _CLASSES[key]:
            return self._told_on_page(number, span, _CLASSES[key])
        return tuple(names) if len(names) == _PAIR else ()

    def _in_same_words(self, mention: Mention, back: int, number: int, span: Span) -> bool:
        """서기는 “주석께 감사한다”고 했다. 두 사람은: of whom somebody spoke has not met him."""
        quote = self.lines[back].sentence.quote_at(mention.span.start)
        return quote in {None, self.lines[number].sentence.quote_at(span.start)}

    def _opens(self, number: int) -> bool:
        """Whether a line begins a paragraph."""
        sentences = [line.sentence for line in self.lines[number - 1 : number + 1]]
        return sentences[0].block is not sentences[-1].block

    def _of_state_named(
        self, first: int, last: int, span: Span, one: str, key: str
    ) -> tuple[str, ...]:
        """북한은 요구했으나 총리는 거절했다. 두 정상은: the head told of before of the other state.

        The paragraph names one head, and besides one other state that has a head on the page.
        """
        state_of = self.lexicon.names.state_of
        lines = range(first, last + 1)
        states = {m.name for n in lines for m in self._before(n, span, ActorKind.STATE)}
        told = (m for n in range(first) for m in self._before(n, span, ActorKind.PERSON))
        heads = dict.fromkeys(m.name for m in told if self._bears(m, _CLASSES[key]))
        others = [n for n in heads if n != one and state_of(n) in states - {state_of(one)}]
        return tuple(others) if len(others) == 1 else ()

    def _told_on_page(self, number: int, span: Span, classes: set[str]) -> tuple[str, ...]:
        """두 정상의 만남은: the only two heads that the body told of, however far back."""
        told = (m for back in range(number + 1) for m in self._before(back, span, ActorKind.PERSON))
        names = dict.fromkeys(m.name for m in told if self._bears(m, classes))
        return tuple(names) if len(names) == _PAIR else ()

    def _owns(self, mention: Mention, text: str) -> bool:
        """장관의 방문이: only whose it is; 외무상의 영접을: who does it is there."""
        after = text[mention.span.end : mention.span.end + _NEXT]
        acts = tuple(self.lexicon.words("acts-of-hosts"))
        return after.startswith("의") and not after[1:].lstrip().startswith(acts)

    def _before(self, number: int, span: Span, kind: ActorKind) -> list[Mention]:
        sentence = self.lines[number].sentence.span
        end = min(sentence.end, span.start)
        return [m for m in self.mentions if m.kind is kind and sentence.start <= m.span.start < end]

    def _bears(self, mention: Mention, classes: set[str]) -> bool:
        """Whether a person bears a title of the classes, on the page or in the pack."""
        if not classes:
            return True
        titles = [role.title for role in self.lexicon.names.roles_of(mention.name)]
        titles += [m.title for m in self.mentions if m.name == mention.name and m.title]
        rows = [self.lexicon.names.title_in(title) for title in titles]
        return any(row is not None and row.cls in classes for row in rows)
