"""A sentence, and a place in it → who does what its predicate there says.

Comes in: a parsed sentence with the voices of its phrases and of whom the talk was before it
(``Floor``, made while the voices are followed). Goes out: a phrase, or ``None`` where the sentence
names nobody and goes on with whoever was spoken of last. Invariant: whoever acts only in a clause
inside (what somebody tells, what describes a noun) does not act outside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from haengbo.model.span import Span
from haengbo.reading.attribution.closed import is_closed
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.phrases import Role, Subject
from haengbo.reading.attribution.speech import Voice
from haengbo.reading.attribution.stretches import Stretch
from haengbo.reading.attribution.verbs import Verb, VerbForm

_DESCRIBING = {VerbForm.ADNOMINAL, VerbForm.REPORTED_ADNOMINAL}
#: Endings of a clause that another one holds against, or follows upon: whoever is named next acts.
_AGAINST = ("지만", "으나", "나", "는데", "ᆫ데", "은데", "자", "더니")
#: Endings after which a topic of its own begins another clause.
_AND = ("고", "며", "으며")
_SEVERAL = 2


class Floor(msgspec.Struct, frozen=True):
    """A sentence, and who has the floor in it.

    Attributes:
        parsed: The sentence.
        voices: Where a phrase of it begins → whose it is.
        issuers: Noun of a text → whose that text is, as far as the page has told.
        before: Of whom the talk was last, if that was near.
        spoke: Whether somebody spoke in the sentence before.
    """

    parsed: Parsed
    voices: Mapping[int, Voice]
    issuers: Mapping[str, tuple[str, ...]]
    before: Voice | None
    spoke: bool = False

    def actor(self, place: Span, holes: Sequence[Span] = ()) -> Subject | None:
        """Who does what the predicate at a place says.

        Args:
            place: The predicate, with what belongs to it.
            holes: What belongs to others, whatever is named there (the object of the predicate).

        Example:
            In ``통신은 외무성이 연회를 차렸다고 보도했지만 목적은 알리지 않았다`` it is, for
            알리지 않, the agency.
        """
        clauses = _Clauses(self.parsed.stretch, place.start)
        for item in self._items(place, holes):
            clauses.take(item)
        return clauses.bearer

    def _items(self, place: Span, holes: Sequence[Span]) -> Iterator[Subject | Verb]:
        """Phrases and verbs before a predicate, in order; phrases inside it too."""

        def outside(span: Span, end: int) -> bool:
            return span.end <= end and not any(hole.overlaps(span) for hole in holes)

        named = [s for s in self.parsed.subjects if outside(s.span, place.end) and not s.silent]
        # 질문에 [국방부가 답할] 사안이라며 말을 아꼈다: the verb of somebody who is named inside
        inside = next((s.end for s in named if s.span.start >= place.start), place.end)
        items: list[Subject | Verb] = [*named]
        verbs = [v for v in self.parsed.stretch.verbs if v.span.start < place.end]
        items += [
            v
            for v in verbs[:-1]
            if outside(v.span, place.end) and (v.span.end <= place.start or v.span.start >= inside)
        ]
        yield from sorted(items, key=lambda item: item.span.start)


class _Clauses:
    """Phrases whose clause is still open at a place, outermost first."""

    def __init__(self, stretch: Stretch, end: int) -> None:
        self._stretch = stretch
        self._end = end
        self._open: list[Subject] = []
        self._over = False
        self._joined = False

    @property
    def bearer(self) -> Subject | None:
        """Whose clause the innermost open one is."""
        return self._open[-1] if self._open else None

    def take(self, item: Subject | Verb) -> None:
        """Take in the next phrase or verb."""
        if isinstance(item, Subject):
            self._name(item)
        elif item.form in _DESCRIBING:
            self._describe()
        elif item.form is VerbForm.QUOTATIVE:
            self._tell()
        elif item.form is VerbForm.CONNECTIVE:
            self._join(item)

    def _name(self, subject: Subject) -> None:
        if self._over or (self._joined and subject.role is not Role.SUBJECT):
            self._open.pop()
        self._open.append(subject)
        self._over = self._joined = False

    def _describe(self) -> None:
        """[북한이 지난달 공개한] 발표문은: who did that is over."""
        top = self.bearer
        if top is None or top.role is not Role.SUBJECT:
            return
        if len(self._open) >= _SEVERAL or is_closed(self._stretch, top, self._end):
            self._open.pop()

    def _tell(self) -> None:
        """통신은 [외무성이 연회를 차렸다]고: who only acts in what is told is over."""
        if len(self._open) >= _SEVERAL:
            self._open.pop()
        self._over = self._joined = False

    def _join(self, verb: Verb) -> None:
        """통신은 [대표단이 도착했으며] 외무성이 …: that clause is over, the outer one is not."""
        top = self.bearer
        if top is None:
            return
        if top.role is Role.SUBJECT and len(self._open) >= _SEVERAL:
            self._open.pop()
            return
        self._over = verb.tail.endswith(_AGAINST)
        self._joined = self._over or verb.tail.endswith(_AND)
