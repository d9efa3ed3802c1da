"""The pack's frames, supports, modality cues and venues, indexed for look-up.

Comes in: ``Knowledge``. Goes out: ``Lexicon``, built once per pack. Invariant: the longest
predicate or noun that fits decides; among frames of one word the order of the pack's rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.frames import (
    EventWordsRow,
    FrameRow,
    ModalityRow,
    SupportRow,
    SynonymRow,
    VenueRow,
)
from haengbo.reading.events.parsing.quantities import quantity

#: A shorter predicate never counts as the end of a longer one (하다, 오다).
_MIN_SUFFIX = 4


#: 북한군 1만 명 이상이, 북한 병사 천여 명이: how many they are.
_COUNT = r"(?:약\s)?[\d,.∼~]{0,12}[십백천만수여\d]{1,6}\s?명(?:\s?(?:이상|안팎|가량|규모))?"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the reading of events looks words up in.

    Attributes:
        by_predicate: Dictionary form → frames.
        idioms: Last verb of a phrase → the words before it, squeezed and without their particle,
            with frames (놓다 → 으름장), the longest first.
        by_noun: Noun without blanks → frames.
        noun_lengths: Last letter → lengths of the nouns that end with it, the greatest first.
        supports: (dictionary form, case of the noun) → supports.
        phrased: The same of phrases, by their last verb, each with the words before it, squeezed
            and without particle (막 → 회담이 막을 올리다).
        modality: Cues in the order of the pack.
        longest_ending: Morphemes of the longest cue of endings.
        venues: Nouns that end a venue's name, the longest first.
        verbal: Verbal nouns that become predicates before 중, 뒤, 예정.
        happening: Verbs whose subject is what happens (열리다).
        attending: Verbs by which somebody joins the meeting just told of (배석하다).
        bearing: All verbs that a noun may lean on.
        gatherings: Nouns of meetings and what stands for them (석상, 자리).
        suffixes: Nouns joined to a noun of a happening (방문설).
        words: Other words, by the id of their row.
        tails: What may stand between a name and its particle (동지, 측, 등 3개국).
        by_id: Id → frame.
        quantity: How many of a thing there are, behind it (24개, 전원).
    """

    by_predicate: dict[str, tuple[FrameRow, ...]]
    idioms: dict[str, tuple[tuple[str, tuple[FrameRow, ...]], ...]]
    by_noun: dict[str, tuple[FrameRow, ...]]
    noun_lengths: dict[str, tuple[int, ...]]
    supports: dict[tuple[str, str], tuple[SupportRow, ...]]
    phrased: dict[tuple[str, str], tuple[tuple[str, SupportRow], ...]]
    modality: tuple[ModalityRow, ...]
    longest_ending: int
    venues: tuple[str, ...]
    verbal: frozenset[str]
    happening: frozenset[str]
    attending: frozenset[str]
    bearing: frozenset[str]
    gatherings: tuple[str, ...]
    suffixes: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    tails: re.Pattern[str]
    by_id: dict[str, FrameRow]
    quantity: re.Pattern[str]

    def frames_of_predicate(self, lemma: str) -> tuple[FrameRow, ...]:
        """Frames of a predicate; a compound counts as its last part (시험발사하다)."""
        if lemma in self.by_predicate:
            return self.by_predicate[lemma]
        for start in range(1, len(lemma) - _MIN_SUFFIX + 1):
            if lemma[start:] in self.by_predicate:
                return self.by_predicate[lemma[start:]]
        return ()

    def frames_of_idiom(self, lemma: str, before: str) -> tuple[str, tuple[FrameRow, ...]]:
        """The words before a verb with which it is a phrase of the pack, and its frames.

        Args:
            lemma: Dictionary form of the verb.
            before: The text before the verb; blanks and one last particle do not count.
        """
        if lemma not in self.idioms:
            return "", ()
        found = self._idiom(lemma, before)
        if found[1]:
            return found
        # 초청 의사를 구두로 전하다: one word may stand between
        ahead, _, last = before.rstrip().rpartition(" ")
        between = bool(_PARTICLE.search(ahead)) and len(last) > 1 and not last.endswith(_TAKEN)
        return self._idiom(lemma, ahead) if between else found

    def _idiom(self, lemma: str, before: str) -> tuple[str, tuple[FrameRow, ...]]:
        squeezed = _bare(before)
        for words, frames in self.idioms[lemma]:
            if squeezed.endswith(words):
                return words, frames
        return "", ()

    def supports_of(self, lemma: str, case: str, before: str) -> tuple[SupportRow, ...]:
        """Supports that a verb is, those of phrases (막을 올리다) first.

        Args:
            lemma: Dictionary form of the verb.
            case: Case of the noun that leans on it.
            before: The text before the verb.
        """
        phrased = self.phrased.get((lemma, case), ())
        squeezed = _bare(before) if phrased else ""
        found = tuple(row for words, row in phrased if squeezed.endswith(words))
        return (*found, *self.supports.get((lemma, case), ()))

    def noun_ending(self, text: str) -> str | None:
        """The longest noun of a frame with which a text (without blanks) ends."""
        # One look-up for each length that a noun with this last letter has, not one test for each
        # of some two hundred nouns: this was a third of the time for events
        for length in self.noun_lengths.get(text[-1:], ()):
            if text[-length:] in self.by_noun:
                return text[-length:]
        return None


#: Particles that may stand between the words of a phrase and its verb.
_PARTICLE = re.compile(r"(?:까지|마저|조차|으로|을|를|도|만|은|는|이|가|로|에)$")


#: 「벗」 훈장을: marks of quotation part no words.
_MARKS = re.compile("[‘’'「」『』《》〈〉]")
#: Particles of what is a complement itself.
_TAKEN = ("을", "를", "이", "가", "은", "는", "의", "와", "과", "에서")


def _bare(words: str) -> str:
    """Words without blanks and without the particle of the last one."""
    return _PARTICLE.sub("", "".join(_MARKS.sub("", words).split()))


def _with_synonyms(
    frames: tuple[FrameRow, ...], synonyms: tuple[SynonymRow, ...]
) -> tuple[FrameRow, ...]:
    """Frames with the words that mean what their predicates mean."""
    return tuple(
        replace(
            frame, predicates=tuple(dict.fromkeys((*frame.predicates, *_also(frame, synonyms))))
        )
        for frame in frames
    )


def _also(frame: FrameRow, synonyms: tuple[SynonymRow, ...]) -> Iterator[str]:
    for row in synonyms:
        if (row.like or row.id) in frame.predicates and (not row.types or frame.type in row.types):
            yield from row.words


def _idioms(
    frames: tuple[FrameRow, ...],
) -> dict[str, tuple[tuple[str, tuple[FrameRow, ...]], ...]]:
    found: dict[str, dict[str, tuple[FrameRow, ...]]] = {}
    for frame in frames:
        for phrase in frame.predicates:
            words, _, verb = phrase.rpartition(" ")
            if words:
                known = found.setdefault(verb, {})
                key = _bare(words)
                known[key] = (*known.get(key, ()), frame)
    return {
        verb: tuple(
            (words, tuple(sorted(known[words], key=_by_conditions)))
            for words in sorted(known, key=len, reverse=True)
        )
        for verb, known in found.items()
    }


def _grouped(frames: tuple[FrameRow, ...], words: str) -> dict[str, tuple[FrameRow, ...]]:
    index: dict[str, tuple[FrameRow, ...]] = {}
    for frame in frames:
        for word in getattr(frame, words):
            key = word.replace(" ", "")
            known = index.get(key, ())
            index[key] = known if frame in known else (*known, frame)
    return {word: tuple(sorted(found, key=_by_conditions)) for word, found in index.items()}


def _by_conditions(frame: FrameRow) -> tuple[bool, bool]:
    """Frames told by a denial first, then those that ask for words around them: they tell more."""
    return not frame.negated, not (frame.needs or frame.near or frame.supports)


def _with_shorter(by_noun: dict[str, tuple[FrameRow, ...]]) -> dict[str, tuple[FrameRow, ...]]:
    """Nouns with the frames of the shorter nouns that they end with, of the same kind, behind.

    축하 전문 stands in the rows of letters exchanged; 전문 in those of letters sent: both hold.
    """
    found = {}
    for noun, frames in by_noun.items():
        kinds = {(frame.type, frame.mode) for frame in frames}
        ends = (by_noun.get(noun[start:], ()) for start in range(1, len(noun) - 1))
        also = (f for end in ends for f in end if (f.type, f.mode) in kinds)
        found[noun] = tuple(dict.fromkeys((*frames, *also)))
    return found


def _by_verb(
    supports: tuple[SupportRow, ...],
) -> dict[tuple[str, str], tuple[SupportRow, ...]]:
    index: dict[tuple[str, str], tuple[SupportRow, ...]] = {}
    for row in sorted(supports, key=lambda row: not row.special):
        for predicate in row.predicates:
            for case in row.cases:
                index[predicate, case] = (*index.get((predicate, case), ()), row)
    return index


def _by_last_verb(
    supports: tuple[SupportRow, ...],
) -> dict[tuple[str, str], tuple[tuple[str, SupportRow], ...]]:
    index: dict[tuple[str, str], tuple[tuple[str, SupportRow], ...]] = {}
    for row in supports:
        for predicate in row.predicates:
            words, _, verb = predicate.rpartition(" ")
            for case in row.cases if words else ():
                index[verb, case] = (*index.get((verb, case), ()), (_bare(words), row))
    return index


def _lengths_by_last(nouns: Iterable[str]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for noun in nouns:
        found.setdefault(noun[-1], set()).add(len(noun))
    return {last: tuple(sorted(lengths, reverse=True)) for last, lengths in found.items()}


def _tails(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    words_or_blanks = "|".join((*map(re.escape, longest_first), r"\d{1,4}개?국", _COUNT, r"\s"))
    return re.compile(rf"(?:{words_or_blanks})+")


@lru_cache(maxsize=4)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """Index a pack."""
    frames = _with_synonyms(
        knowledge.table("event_frames", FrameRow), knowledge.table("event_synonyms", SynonymRow)
    )
    supports = knowledge.table("event_supports", SupportRow)
    by_predicate = _grouped(frames, "predicates")
    by_noun = _with_shorter(_grouped(frames, "nouns"))
    venues = {n for row in knowledge.table("event_venues", VenueRow) for n in row.nouns}
    light = {p for row in supports for p in row.predicates}
    modality = knowledge.table("event_modality", ModalityRow)
    other = {row.id: row.words for row in knowledge.table("event_words", EventWordsRow)}
    return Lexicon(
        by_predicate=by_predicate,
        idioms=_idioms(frames),
        by_noun=by_noun,
        noun_lengths=_lengths_by_last(by_noun),
        supports=_by_verb(supports),
        phrased=_by_last_verb(supports),
        modality=modality,
        longest_ending=max(
            (len(cue.split()) for row in modality for cue in row.endings), default=0
        ),
        venues=tuple(sorted(venues, key=len, reverse=True)),
        verbal=frozenset(
            p.removesuffix("하다") for p in {*by_predicate, *light} if p.endswith("하다")
        ),
        happening=frozenset(
            p for row in supports if row.cases == ("subject",) for p in row.predicates
        )
        # 안보리가 채택한 결의: who comes out with something acts
        - set(other["taking-object"]),
        attending=frozenset(p for row in supports if row.attends for p in row.predicates),
        bearing=frozenset(light),
        gatherings=tuple(
            n for row in frames if row.mode in {"meeting", "sign"} for n in (*row.nouns, *row.seats)
        ),
        suffixes=tuple(suffix for row in modality for suffix in row.suffixes),
        words=other,
        tails=_tails(other["name-tails"]),
        by_id={row.id: row for row in frames},
        quantity=quantity(other["counters"], other["wholes"]),
    )
