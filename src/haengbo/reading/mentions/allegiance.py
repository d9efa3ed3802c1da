"""Of which state an office is when neither the title nor the pack says so.

Comes in: a person's name, the office, the line. Goes out: a canonical name or ``None``. The title
itself may tell (국무위원장), or the name: a Korean name serves home, or the North under a Northern
title; a foreign name the foreign state spoken of last. Scholars and businesses serve nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.offices import Office
from haengbo.reading.mentions.perspective import Perspective
from haengbo.reading.mentions.strangers import looks_foreign

#: Words between two people of a row: the office of the first.
_ROW = 6
#: Syllables of names that Chinese and Koreans may bear.
_SHORT_NAME = 2
#: Words from an office or a name on in which the verb of appointing stands.
_NEAR = 4
_SUBJECTS = ("topic-particles", "subject-particles")
_CLAUSE_ENDS = ("EC", "EF")
_CHINA = "중국"
_JAPAN = "일본"
_SOUTH = "한국"
_ASIAN = {_CHINA, _SOUTH, "북한"}
#: Classes of titles whose bearers serve a state.
_OF_STATE = {"head", "minister", "official", "envoy", "parliament", "military", "security", "royal"}


@dataclass(frozen=True, slots=True)
class Allegiance:
    """What the text around a person says about whom they serve.

    Attributes:
        line: Where they are named.
        lexicon: The pack.
        perspective: From where the page is written.
        recent: The last state of foreign names that earlier sentences named.
        earlier: States that the sentence before names, the last one first.
        spoken: States that the page speaks of anywhere.
    """

    line: Line
    lexicon: Lexicon
    perspective: Perspective
    recent: str | None
    earlier: tuple[str, ...] = ()
    spoken: frozenset[str] = frozenset()

    def of(self, name: str, position: int, office: Office) -> str | None:
        """The state that an office is likely of.

        Args:
            name: Canonical name of the person.
            position: Where the name stands.
            office: The office, without a state.
        """
        row = self.lexicon.names.title_in(office.title)
        foreign = " " in name and row is not None and row.state in self._hangul_states
        if row is not None and row.state is not None and not foreign:
            return self._of_title(name, row.state)
        side = self._side(position, office) if korean_like(name, self.lexicon) else None
        if side is not None or self._tells_nothing(name, office):
            return side
        serves = row is not None and row.cls in _OF_STATE
        if not serves and office.head not in self.lexicon.words("serving-heads"):
            return None
        if not korean_like(name, self.lexicon):
            if name.rpartition(" ")[2] in self.lexicon.words("given-names-behind"):
                return _JAPAN
            return (
                self._beside(position)
                or last_foreign_state(self.line, self.lexicon, position)
                or self.recent
            )
        return self._of_korean(name, position, office)

    def _of_title(self, name: str, state: str) -> str:
        """The state that a title is used of; 김영옥 외교부 부부장 is none of China's."""
        korean = name[:1] in self.lexicon.words("surnames-common") and korean_like(
            name, self.lexicon
        )
        chinese = set(name) <= self.lexicon.words("mandarin-syllables")
        return "북한" if state == _CHINA and korean and not chinese else state

    def _reads_chinese(self, name: str) -> bool:
        """장위 외교부 대변인 behind a sentence about China: syllables of Chinese names, two."""
        family = name[:1] in self.lexicon.words("mandarin-families")
        syllables = set(name) <= self.lexicon.words("mandarin-syllables")
        last = next((s for s in self.earlier if s in _ASIAN), None)
        return family and syllables and len(name) == _SHORT_NAME and last == _CHINA

    @property
    def _hangul_states(self) -> frozenset[str]:
        return self.lexicon.words("states-of-hangul-names")

    def _tells_nothing(self, name: str, office: Office) -> bool:
        """A Korean name with a bare title that anybody may have: … 위원장."""
        bare = office.title in self.lexicon.words("heads-of-anything")
        return bare and korean_like(name, self.lexicon)

    def _beside(self, position: int) -> str | None:
        """존 … 보좌관, 마이클 … 실장: who stands in a row behind somebody serves the same state."""
        before = [a for a in self.line.people() if a.span.end <= position and a.name]
        if not before or before[-1].name is None:
            return None
        first, last = (self.line.word_index(at) for at in (before[-1].span.end - 1, position))
        words = self.line.words[first:last]
        row = all(word.bare for word in words) and 0 < len(words) <= _ROW
        marked = row and self.line.words[last].gap.strip() == ","
        return self.lexicon.names.state_of(before[-1].name) if marked else None

    def _of_korean(self, name: str, position: int, office: Office) -> str | None:
        if office.title in self.lexicon.words("envoy-heads") and self._speaks_of_north(position):
            return "북한"
        body = office.title.partition(" ")[0]
        if office.title in self.lexicon.words("heads-abroad"):
            return self._abroad(position)
        if self._reads_chinese(name):
            return _CHINA
        if name[:1] in self.lexicon.words("surnames-north-only"):
            return "북한"
        northern = body in self.lexicon.words("northern-bodies")
        if northern or office.head in self.lexicon.words("northern-heads"):
            return "북한"
        home = self.perspective.home
        # 박승일 대통령 on a page of an American station
        return home if home in _ASIAN else _SOUTH

    def _abroad(self, position: int) -> str | None:
        """시 … 국가주석: of an office that neither Korea has, China or the state named last."""
        koreas = self.lexicon.words("koreas")
        here = (a for a in reversed(self.line.atoms) if a.span.end <= position)
        named = (a.name for a in here if a.kind is ActorKind.STATE)
        near = [name for name in (*named, *self.earlier) if name and name not in koreas]
        if _CHINA in self.spoken or _CHINA in near:
            return _CHINA
        return near[0] if near else None

    def _speaks_of_north(self, position: int) -> bool:
        """북한은 공관을 닫았다. … 대사는 떠났다: an envoy of the Korea that was named last."""
        here = [a.name for a in reversed(self.line.atoms) if a.span.end <= position]
        koreas = self.lexicon.words("koreas")
        last = next((name for name in (*here, *self.earlier) if name in koreas), None)
        # 페루는 대사를 내보냈다, on a page that speaks of no other Korea
        return last == "북한" or (last is None and koreas & self.spoken == {"북한"})

    def _side(self, position: int, office: Office) -> str | None:
        """북한 측에서는 … 부부장이, 북한은 … 대변인에 …을 임명했다: whose people these are."""
        return self._appointer(position, office) or self.side_before(position, "sides")

    def _appointer(self, position: int, office: Office) -> str | None:
        """The state that is said to appoint somebody to an office."""
        if office.tail not in self.lexicon.words("office-particles"):
            return None
        words = self.line.words
        behind = self.line.word_index(max(position, office.span.end - 1))
        verbs = (w.span.of(self.line.text) for w in words[behind : behind + _NEAR])
        if not any(self.lexicon.starting("verbs-of-appointing", verb) for verb in verbs):
            return None
        start = min(position, office.span.start)
        for atom in self.line.atoms:
            tail = words[self.line.word_index(atom.span.start)].tail
            acts = any(tail in self.lexicon.words(key) for key in _SUBJECTS)
            if atom.kind is ActorKind.STATE and acts and atom.span.end <= start:
                return atom.name
        return None

    def side_before(self, position: int, key: str) -> str | None:
        """``북한 측에서는 … 부부장이``: the side that the sentence has turned to.

        Args:
            position: Where the name stands.
            key: Set of the words that say behind a state that its people follow.
        """
        for atom in reversed(self.line.atoms):
            if atom.kind is not ActorKind.STATE or atom.span.end > position or not atom.name:
                continue
            after = self.line.text[atom.span.end : position].lstrip()
            if self._closed(atom.span.end, position) or self._passed_on(atom, position):
                return None
            own = self.lexicon.ending(key, atom.span.of(self.line.text)) is not None  # 중국 측
            if (
                own
                or self.lexicon.starting(key, after) is not None
                or self._described(atom, position)
            ):
                return atom.name
        return None

    def _closed(self, start: int, end: int) -> bool:
        """북한 측은 거부했지만 …: a clause ends between a state and the name."""
        tokens = self.line.sentence.tokens_in(Span(start, end))
        return any(token.tag.startswith(_CLAUSE_ENDS) for token in tokens)

    def _passed_on(self, side: Atom, position: int) -> bool:
        """일본측 대표인 다나카 …는 [정태화 대사]와: somebody else of the side already acts."""
        first, last = (self.line.word_index(at) for at in (side.span.end, position))
        people = (a for a in self.line.people() if side.span.end < a.span.start < position)
        acting = {self.line.word_index(a.span.end - 1) for a in people}
        between = range(first + 1, last)
        tails = {i: self.line.words[i].tail for i in between}
        return any(
            tail in self.lexicon.words("topic-particles") and any(p <= i for p in acting)
            for i, tail in tails.items()
        )

    def _described(self, state: Atom, position: int) -> bool:
        """북한 외무성의 한 간부인 …: only a description stands between a state and the name."""
        first, last = (self.line.word_index(at) for at in (state.span.end, position))
        words = self.line.words[first:last]
        if not words or words[-1].tail not in self.lexicon.words("copulas"):
            return False
        return all(word.bare or word.tail == "의" for word in words[:-1])


def korean_like(name: str, lexicon: Lexicon) -> bool:
    """Whether a name looks Korean: a family name and one or two syllables, none of them foreign."""
    if " " in name or len(name) > 3 or looks_foreign(name, lexicon):  # noqa: PLR2004
        return False
    return lexicon.starting("surnames", name) is not None


def last_foreign_state(line: Line, lexicon: Lexicon, position: int | None = None) -> str | None:
    """The last state before a position whose people bear foreign names, compounds left out."""
    hangul = lexicon.words("states-of-hangul-names")
    for atom in reversed(line.atoms):
        if position is not None and atom.span.end > position:
            continue
        person = atom.kind is ActorKind.PERSON and atom.name is not None
        served = lexicon.names.state_of(atom.name or "") if person else None
        state = served or atom.state
        spoken_of = person or atom.kind in {ActorKind.STATE, ActorKind.ORGANISATION}
        if spoken_of and atom.whole is None and state is not None and state not in hangul:
            return state
    return None
