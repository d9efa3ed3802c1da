"""A meeting with the press → where what is said at it was said.

Comes in: ``Clauses``. Goes out: who meets the press and where (평양에서 기자회견을 열고, 국무부에서
기자들과 만나), or ``None``. Invariant: only a place of the clause itself counts.
"""

from __future__ import annotations

import msgspec

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.joined import first_place

_AT = (Case.AT,)
_ACTING = {Case.SUBJECT, Case.TOPIC}
#: How many phrases before the briefing its place may stand.
_NEAR = 3
#: How many sentences what is said belongs to the briefing told of.
_LASTS = 2


class Briefing(msgspec.Struct, frozen=True):
    """Who met the press and where.

    Attributes:
        sentence: Index of the sentence that tells of it.
        speakers: People who spoke there.
        place: As the page puts it.
    """

    sentence: int
    speakers: frozenset[str]
    place: str

    def covers(self, sentence: int, speakers: set[str]) -> bool:
        """Whether what these say in a sentence right behind was said there."""
        return 0 <= sentence - self.sentence <= _LASTS and bool(self.speakers & speakers)


def briefing_of(clauses: Clauses) -> Briefing | None:
    """The meeting with the press that a sentence tells of."""
    for position, item in enumerate(clauses.items):
        if not isinstance(item, Verb) or clauses.quote_of(item) is not None:
            continue
        place = place_of_briefing(clauses, position)
        speakers = _speakers(clauses, position) if place is not None else frozenset[str]()
        if place is not None and speakers and item.ending is not Ending.ADNOMINAL:
            return Briefing(clauses.sentence.index, speakers, place)
    return None


def place_of_briefing(clauses: Clauses, position: int) -> str | None:
    """Where the verb at a position says that the press was met.

    Example:
        호텔에서 기자회견을 [열어], 국무부에서 기자들과 [만나].
    """
    verb, phrase = clauses.items[position], clauses.items[position - 1] if position else None
    if not isinstance(verb, Verb) or not isinstance(phrase, Phrase):
        return None
    words = clauses.words.words
    text = clauses.text(phrase.span)
    holds = verb.lemma in words["holding-talks"] and text.endswith(words["briefings"])
    meets = verb.lemma in words["meeting-whom"] and text.endswith(words["reporters"])
    if not holds and not meets:
        return None
    before = [i for i in clauses.items[: position - 1] if isinstance(i, Phrase)][-_NEAR:]
    return first_place(clauses, before, _AT) or _office(clauses, before)


def _office(clauses: Clauses, phrases: list[Phrase]) -> str | None:
    """국무부에서: an office as the house that it is in."""
    offices = clauses.words.words["offices"]
    texts = [clauses.text(p.span) for p in phrases if p.case is Case.AT]
    return next((t for t in texts if t.endswith(offices) and t.count(" ") <= 1), None)


def _speakers(clauses: Clauses, position: int) -> frozenset[str]:
    acting = [
        i
        for i in clauses.items[:position]
        if isinstance(i, Phrase) and i.case in _ACTING and clauses.quote_of(i) is None
    ]
    named = (m for p in acting for m in heads(clauses, p) if m.kind is ActorKind.PERSON)
    return frozenset(m.name for m in named)
