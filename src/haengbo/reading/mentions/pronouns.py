"""Lines and the mentions so far → whom 그는, 민은, 양측, 신문은 and 정부는 denote.

Comes in: lines in order and the sorted mentions of names. Goes out: mentions with rule
``pronoun`` or ``government``. Invariant: an antecedent stands earlier in the text; where two are
possible, or somebody unnamed has spoken since, none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from haengbo.knowledge.outlets import OutletRow
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.pairs import PairFinder
from haengbo.reading.mentions.words import Word

_ACTING = ("topic-particles", "subject-particles")
_MEDIA = {
    "paper-words": frozenset({"paper", "party-organ", "online", "magazine"}),
    "agency-words": frozenset({"wire"}),
    "broadcast-words": frozenset({"broadcaster"}),
    "media-words": frozenset[str](),
}
#: Tags of a family name alone; ordinary words of one syllable (강, 양) are none of the analyser's.
_NAME = ("NNP",)
#: Words that denote somebody by themselves, besides those of media.
_ALONE = ("third-person", "government-words", "army-alone")
#: The same kinds → how the names of such media end.
_BY_NAME = {
    _MEDIA["paper-words"]: ("paper-words", "paper-heads"),
    _MEDIA["agency-words"]: ("agency-words",),
    _MEDIA["broadcast-words"]: ("broadcast-words", "broadcast-heads"),
}
#: 방문 이후 18년 만, 이래 처음.
_COUNTED = re.compile(r"[^,.]{0,8}\s(?:이후|이래)\s[^,.]{0,10}(?:만|처음|첫)")
#: 초청하면 [그를], 왔을 때 [그를].
_CLAUSE_OVER = re.compile(r"(?:면|자|때|는데|지만|으나)[,\s]")
#: 중앙방송[과] 평양방송, 중앙방송[·]평양방송.
_BESIDE = re.compile(r"[’'”\"》]?\s?(?:와|과|및|[·,ㆍ])\s?[‘'“\"《]?")
#: Before a word for a medium: it was named before.
_THIS = {"이", "그", "같은", "해당"}
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
        pairs = PairFinder(self.lines, self.mentions, self.lexicon)
        alone = frozenset().union(*map(self.lexicon.words, (*_ALONE, *_MEDIA)))
        two = pairs.firsts
        for number, line in enumerate(self.lines):
            for index, word in enumerate(line.words):
                if word.text in alone:
                    yield from self._word(number, line, index, word)
                elif len(word.text) == 1 and word.tags == _NAME:
                    yield from self._family(number, line, index, word)
                if word.text[:1] in two:
                    yield from pairs.at(number, index)

    def _word(self, number: int, line: Line, index: int, word: Word) -> Iterable[Mention]:
        third = word.text in self.lexicon.words("third-person")
        if third and self._marked(word.tail, *_ACTING, "other-particles"):
            yield from self._one(number, line, word)
        for key, types in _MEDIA.items():
            known = word.text in self.lexicon.words(key) and opens(line, index)
            known = known and not self._ours(line, index)
            if known and (word.tail or self._brings(line, index)):
                yield from self._medium(word.stem, types)
        governs = word.text in self.lexicon.words("government-words")
        if governs and self._marked(word.tail, *_ACTING):
            yield from self._government(line, index, word)
        if word.text in self.lexicon.words("army-alone") and self._marked(word.tail, *_ACTING):
            yield from self._army(line, index, word)

    def _family(self, number: int, line: Line, index: int, word: Word) -> Iterable[Mention]:
        """민은 …고 했다 after 민가람 대사: a family name alone, as papers go on about somebody.

        Only as the topic, and where one person so called was named shortly before.
        """
        families = self.lexicon.words("surnames")
        topic = word.text in families and self._marked(word.tail, "topic-particles")
        if not topic or not opens(line, index):
            return
        near = (
            m
            for earlier in self.lines[max(number - _REACH, 0) : number + 1]
            for m in self._people_of(earlier)
            if m.span.end <= word.span.start and " " not in m.name
        )
        called = dict.fromkeys(m.name for m in near if m.name.startswith(word.text))
        if len(called) == 1:
            yield _pronoun(word.stem, next(iter(called)), ActorKind.PERSON, 0.7)

    def _ours(self, line: Line, index: int) -> bool:
        """본 통신과의 대담에서, 우리 방송에: the paper itself, none named before."""
        before = line.words[index - 1] if index and line.words[index].joined else None
        return before is not None and before.span.of(line.text) in self.lexicon.words("our-medium")

    def _brings(self, line: Line, index: int) -> bool:
        """떠났다는 [통신] 보도, 이 [매체] 인터뷰에서: of a medium named before; not 방송 보도는."""
        if index == 0 or index + 1 >= len(line.words) or not line.words[index + 1].joined:
            return False
        before, after = line.words[index - 1], line.words[index + 1]
        words = before.span.of(line.text)
        told = words.endswith(("다는", "라는")) or words in _THIS
        return told and after.text in self.lexicon.words("media-products")

    def _one(self, number: int, line: Line, word: Word) -> Iterable[Mention]:
        first = number if self._marked(word.tail, *_ACTING) else number - 1
        quote = line.sentence.quote_at(word.span.start)
        other = self._other_here(line, word) if first < number else None
        if other is not None:
            yield _pronoun(word.stem, other.name, other.kind, 0.7)
            return
        beside: Mention | None = None
        for back in range(first, max(first - _REACH, -1), -1):
            earlier = self.lines[back]
            people = [
                m
                for m in self._people_of(earlier)
                if m.span.end <= word.span.start
                and earlier.sentence.quote_at(m.span.start) in {None, quote}
            ]
            chosen = self._topic(people, earlier) or self._still(people, back)
            if self._unnamed_topic(earlier, word.span.start, chosen):
                return
            if back < number and self._is_beside_him(chosen, earlier):
                continue
            if chosen is not None and back < number and self._is_other_side(chosen, earlier):
                beside = beside or chosen
                continue
            beside = chosen or beside
            if people:
                break
        if beside is not None:
            yield _pronoun(word.stem, beside.name, beside.kind, 0.7)

    def _other_here(self, line: Line, word: Word) -> Mention | None:
        """장관은 총비서가 청하면 그를 만난다: who acts in a clause before, not whom it is about."""
        quote = line.sentence.quote_at(word.span.start)
        people = [
            m
            for m in self._people_of(line)
            if m.span.end <= word.span.start and line.sentence.quote_at(m.span.start) == quote
        ]
        topics, acting = (
            [m for m in people if self._marked(self._after(m, line.text), key)] for key in _ACTING
        )
        names = {m.name for m in people}
        if (
            len(names) != len(_ACTING)
            or not topics
            or not acting
            or topics[-1].name != people[0].name
        ):
            return None
        between = line.text[acting[-1].span.end : word.span.start]
        over = acting[-1].name != people[0].name and _CLAUSE_OVER.search(between) is not None
        return acting[-1] if over else None

    def _topic(self, people: list[Mention], line: Line) -> Mention | None:
        """Whom a sentence is about: its last topic, else its only subject, else its only person."""
        for key in _ACTING:
            marked = [m for m in people if self._marked(self._after(m, line.text), key)]
            if len({m.name for m in marked}) == 1 or (marked and key == _ACTING[0]):
                return marked[-1]
        return people[-1] if len({m.name for m in people}) == 1 else None

    def _still(self, people: list[Mention], number: int) -> Mention | None:
        """서기는 왔다. [서기의] 방북과 위원장과의 만남은 …: whom it was about before goes first."""
        if not people or number == 0:
            return None
        before = self.lines[number - 1]
        told = self._topic(self._people_of(before), before)
        owner = self._after(people[0], self.lines[number].text).startswith("의 ")
        same = told is not None and told.name == people[0].name
        return people[0] if owner and same else None

    def _is_other_side(self, person: Mention, line: Line) -> bool:
        """최선희 외무상과의 회담도 열렸다: with whom somebody told of before met."""
        return self._marked(self._after(person, line.text), "other-side-particles")

    def _is_beside_him(self, chosen: Mention | None, line: Line) -> bool:
        """A sentence that names others beside whom the text is about."""
        if chosen is None:
            return False
        if self._is_of_then(chosen, line):
            return True
        # 부총리가 그를 수행했다: he is who he was before
        he = any(word.text in self.lexicon.words("third-person") for word in line.words)
        return he and not self._marked(self._after(chosen, line.text), _ACTING[0])

    def _is_of_then(self, person: Mention, line: Line) -> bool:
        """2007년 서기장 방문 이후 18년 만이다: only whom the years are counted from."""
        if self._marked(self._after(person, line.text), *_ACTING):
            return False
        return _COUNTED.match(line.text, person.span.end, line.sentence.span.end) is not None

    def _people_of(self, line: Line) -> list[Mention]:
        return [
            m
            for m in self.mentions
            if m.kind is ActorKind.PERSON
            and line.sentence.span.start <= m.span.start < line.sentence.span.end
        ]

    def _marked(self, tail: str, *keys: str) -> bool:
        """Whether a tail begins with a particle of one of the word sets."""
        return any(self.lexicon.starting(key, tail) is not None for key in keys)

    def _after(self, mention: Mention, text: str) -> str:
        """What follows a mention, an honorific and 일행 left out."""
        after = text[mention.span.end : mention.span.end + 6]
        after = after[len(self.lexicon.starting("honorifics", after) or "") :]
        rest = after.lstrip()
        company = self.lexicon.starting("company", rest)
        return rest[len(company) :] if company is not None else after

    def _unnamed_topic(self, line: Line, before: int, chosen: Mention | None) -> bool:
        """Somebody without a name is the topic after the person chosen: 통일부 관계자는."""
        for word in line.words:
            if word.span.start >= before or line.sentence.quote_at(word.span.start) is not None:
                continue
            unnamed = self.lexicon.ending("unnamed-people", word.text) is not None
            later = chosen is None or word.span.start > chosen.span.end
            if unnamed and later and self._marked(word.tail, *_ACTING):
                return True
        return False

    def _medium(self, span: Span, types: frozenset[str]) -> Iterable[Mention]:
        before = [m for m in self.mentions if m.span.start < span.start and not m.weak]
        media = [m for m in before if m.kind is ActorKind.MEDIUM and self._is_of(m.name, types)]
        if media:
            yield _pronoun(span, self._first_beside(media).name, ActorKind.MEDIUM, 0.85)

    def _first_beside(self, media: list[Mention]) -> Mention:
        """중앙방송과 평양방송이 전했다. 방송은 …: of two side by side the first."""
        text = self.lines[0].text
        last = media[-1]
        for earlier in reversed(media[:-1]):
            if _BESIDE.fullmatch(text, earlier.span.end, last.span.start) is None:
                break
            last = earlier
        return last

    def _is_of(self, name: str, types: frozenset[str]) -> bool:
        """Whether a medium is of one of these kinds; of an unknown one its name says so."""
        rows = [r for r in self.lexicon.names.named(name) if isinstance(r, OutletRow)]
        if rows or not types:
            return not types or any(row.type in types for row in rows)
        return any(self.lexicon.ending(key, name) is not None for key in _BY_NAME[types])

    def _government(self, line: Line, index: int, word: Word) -> Iterable[Mention]:
        if opens(line, index) and line.sentence.quote_at(word.span.start) is None:
            state = ActorKind.STATE
            yield Mention(word.stem, self.home, state, "government", 0.7, word.stem)

    def _army(self, line: Line, index: int, word: Word) -> Iterable[Mention]:
        """군은 방송을 틀었다: the army of the outlet's state."""
        army = self.lexicon.names.canonical(f"{self.home}군")
        spoken = line.sentence.quote_at(word.span.start) is not None
        if army is not None and opens(line, index) and not spoken:
            body = ActorKind.ORGANISATION
            yield Mention(word.stem, army, body, "government", 0.7, word.stem)


def opens(line: Line, index: int) -> bool:
    """Whether no noun before a word belongs to it: 신문은, not 당 기관지 신문은."""
    if index == 0 or not line.words[index].joined:
        return True
    before = line.words[index - 1]
    return not (before.bare and before.nominal)


def _pronoun(span: Span, name: str, kind: ActorKind, confidence: float) -> Mention:
    return Mention(span, name, kind, "pronoun", confidence, span)
