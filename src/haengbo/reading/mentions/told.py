"""Lines and the mentions so far → offices that a sentence says somebody holds or held.

Comes in: lines in order, an emitter for each, all mentions. Goes out: weak mentions of the same
people with the office. Three turns: the predicate tells it (… 대사는 전 외무차관이다, 그는
수석대표를 지냈다), an office with a copula stands before a pronoun (전 외무차관인 그는), and the
office is the topic (수석대표는 … 국장이다). Invariant: between the person and the office stands no
verb, and no mark of a quotation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from haengbo.knowledge.actors import ActorRow
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.mentions.beside import OfficeReader
from haengbo.reading.mentions.emit import Emitter
from haengbo.reading.mentions.offices import Office, office_of
from haengbo.reading.mentions.titles import TitleEnd

_VERBS = ("V", "XSV", "XSA", "EC", "EF", "ETM")
_QUOTES = "“”\"‘’'"
#: Letters between a person and the office that is told of.
_REACH = 40
_CONFIDENCE = 0.8


def told_offices(emitters: Iterable[Emitter], mentions: tuple[Mention, ...]) -> Iterable[Mention]:
    """Offices told of people who are named, or pointed at, elsewhere.

    Args:
        emitters: One for each line, in order.
        mentions: Everything found so far, pronouns included.
    """
    people = [m for m in mentions if m.kind is ActorKind.PERSON and not m.weak]
    served = {m.name: m.of for m in reversed(people) if m.of is not None}
    for emitter in emitters:
        span = emitter.line.sentence.span
        here = [m for m in people if span.contains(m.span)]
        if here:
            yield from _Teller(emitter, here, served).told()


class _Teller:
    """One line.

    Attributes:
        emitter: Its emitter.
        line: The line.
        people: People mentioned in it.
        served: Whom people serve by the first office that the page gives them.
        offices: Its title phrases.
    """

    def __init__(self, emitter: Emitter, people: list[Mention], served: dict[str, str]) -> None:
        self.emitter = emitter
        self.line = emitter.line
        self.lexicon = emitter.lexicon
        self.people = people
        self.served = served
        self.offices = OfficeReader(emitter.line, emitter.lexicon)

    def told(self) -> Iterator[Mention]:
        for index, end in self.offices.ends.items():
            if any(p.span.overlaps(Span(end.start, end.end)) for p in self.people):
                continue
            start = self.offices.start_of(index)
            person = self._told_of(start, end)
            if person is not None:
                yield self._mention(person, office_of(self.line, start, end, self.lexicon))

    def _told_of(self, start: int, end: TitleEnd) -> Mention | None:
        begin = self.line.words[start].span.start
        if self._is_predicate(end):
            return self._subject(begin)
        if end.tail in self.lexicon.words("copulas"):
            return self._pronoun_behind(end)
        if end.tail in self.lexicon.words("topic-particles"):
            return self._complement(end)
        return None

    def _is_predicate(self, end: TitleEnd) -> bool:
        """Whether a word says that somebody is, was or became what it names."""
        text = self.line.text
        after = text[end.end : min(end.end + _REACH, self.line.sentence.span.end)]
        return any(
            self.lexicon.starting("office-predicates", way) is not None
            for way in (after, after.removeprefix(" 출신"))
        )

    def _subject(self, begin: int) -> Mention | None:
        """The last topic or subject before the office, if it is a person."""
        text = self.line.text
        before = [p for p in self.people if p.span.end <= begin]
        if not before:
            return None
        person = max(before, key=lambda p: p.span.end)
        between = text[person.span.end : begin]
        particle = between.partition(" ")[0].rstrip(",")
        acts = any(
            particle in self.lexicon.words(k) for k in ("topic-particles", "subject-particles")
        )
        return person if acts and self._plain(person.span.end, begin) else None

    def _plain(self, start: int, end: int) -> bool:
        """Whether no verb and no quotation stands in a stretch."""
        stretch = self.line.text[start:end]
        if len(stretch) > _REACH or any(mark in stretch for mark in _QUOTES):
            return False
        tokens = self.line.sentence.tokens_in(Span(start, end))
        return not any(token.tag.startswith(_VERBS) for token in tokens)

    def _pronoun_behind(self, end: TitleEnd) -> Mention | None:
        following = self.line.words[end.index + 1 : end.index + 2]
        if not following or not following[0].joined:
            return None
        return next((p for p in self.people if p.head == following[0].stem and _points(p)), None)

    def _complement(self, end: TitleEnd) -> Mention | None:
        """Whoever the predicate names: 수석대표는 [박창식 국장]이다."""
        begin = self.line.words[end.index].span.end
        behind = [p for p in self.people if p.span.start > begin]
        person = min(behind, key=lambda p: p.span.start, default=None)
        if person is None or not self._plain(begin, person.span.start):
            return None
        after = self.line.text[person.span.end : self.line.sentence.span.end]
        named = self.lexicon.starting("complement-endings", after) is not None
        return person if named else None

    def _mention(self, person: Mention, office: Office) -> Mention:
        rows = self.lexicon.names.named(person.name)
        row = next((r for r in rows if isinstance(r, ActorRow)), None)
        row = row or ActorRow(f"page:{person.name}", "person", person.name)
        return Mention(
            span=person.span,
            name=person.name,
            kind=ActorKind.PERSON,
            rule="told-office",
            confidence=_CONFIDENCE,
            head=person.head,
            title=office.title,
            of=self._owner(office, row, person),
            weak=True,
        )

    def _owner(self, office: Office, row: ActorRow, person: Mention) -> str | None:
        served = self.served.get(person.name)
        state = self.lexicon.names.state_of(served) if served is not None else None
        if office.of is None and state is not None:
            return state
        return self.emitter.owner(office, row, person.head.start)


def _points(person: Mention) -> bool:
    return person.rule == "pronoun"
