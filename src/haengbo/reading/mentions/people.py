"""Line → people with the offices that stand beside their names.

Comes in: a ``Line``. Goes out: ``Person``s in order of the text. Orders read: name (remark)
state institution title (South), state institution title name honorific (North), body name title,
office-copula name. Invariant: no word serves two people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from haengbo.knowledge.actors import ActorRow
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.offices import (
    Office,
    TitleEnd,
    is_institute,
    office_of,
    title_end,
    with_body,
)
from haengbo.reading.mentions.strangers import foreign_name, korean_name, looks_foreign
from haengbo.reading.mentions.words import Word

#: Words of a title phrase before its end.
_LONGEST_OFFICE = 7


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a line.

    Attributes:
        head: The bare name.
        span: With remark, title and honorific.
        rows: Rows of the pack; empty for a stranger.
        offices: Offices given here, in order of the text.
        rule: What found the person.
        confidence: 0..1.
        stranger: Whether the person is new.
    """

    head: Span
    span: Span
    rows: tuple[ActorRow, ...]
    offices: tuple[Office, ...]
    rule: str
    confidence: float

    @property
    def stranger(self) -> bool:
        """Whether the pack does not know the name."""
        return not self.rows


class PeopleFinder:
    """One pass over a line; remembers which words are used up.

    Attributes:
        line: The line.
        found: People so far.
    """

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self.line = line
        self.lexicon = lexicon
        self.found: list[Person] = []
        self._ends: dict[int, TitleEnd] = {}
        for index in range(len(line.words)):
            if (end := title_end(line, index, lexicon)) is not None:
                self._ends[index] = end
        self._used: set[int] = set()

    def find(self) -> tuple[Person, ...]:
        """People known to the pack, then strangers."""
        for atom in self.line.people():
            self._known(atom)
        for index in sorted(self._ends):
            if index not in self._used:
                self._before_title(self._ends[index])
        for index in range(len(self.line.words)):
            if index not in self._used:
                self._by_honorific(index)
        return tuple(sorted(self.found, key=lambda p: p.span))

    # people of the pack -----------------------------------------------------------------

    def _known(self, atom: Atom) -> None:
        first = self.line.word_index(atom.span.start)
        last = self.line.word_index(atom.span.end - 1)
        if first in self._used:
            return
        start, after = self._with_body(first, self._office_after(last, atom.span.end))
        offices = (*self._offices_before(start), *after)
        if not offices and self._honoured(last, atom.span.end):
            offices = self._description(first, last, atom.span.end)
        elif atom.doubtful and not offices:
            return
        rows = tuple(row for row in atom.rows if isinstance(row, ActorRow))
        known = "introduction" if atom.rule == "introduced" else "dictionary+title"
        rule = known if offices else atom.rule
        self._add(atom.span, rows, offices, last, rule, atom.confidence)

    def _honoured(self, index: int, end: int) -> bool:
        rest = self.line.words[index].span
        following = self._text(index + 1) if self._joined(index + 1) else ""
        text = self.line.text[end : rest.end] or following
        return self.lexicon.starting("person-honorifics", text) is not None

    def _joined(self, index: int) -> bool:
        return index < len(self.line.words) and self.line.words[index].joined

    def _text(self, index: int) -> str:
        return self.line.words[index].text if index < len(self.line.words) else ""

    def _office_after(self, last: int, end: int) -> tuple[Office, ...]:
        word = self.line.words[last]
        if word.stem.end > end:
            return self._office_attached(last, end)
        if not word.bare:
            return ()
        return self._office_following(last)

    def _office_attached(self, index: int, end: int) -> tuple[Office, ...]:
        """이시바총리, 뿌찐대통령동지께서."""
        title = self._ends.get(index)
        if title is None or title.end <= end:
            text = self.line.text[end : self.line.words[index].stem.end]
            honoured = text in self.lexicon.words("honorifics")
            return self._office_following(index) if honoured and self._bare(index) else ()
        printed = self.line.text[end : title.end]
        span = Span(end, title.end)
        return (Office(span, printed, title.head, None, (), None, title.tail),)

    def _bare(self, index: int) -> bool:
        return self.line.words[index].bare

    def _office_following(self, last: int) -> tuple[Office, ...]:
        end = self._first_end(last + 1)
        if end is None:
            return ()
        office = office_of(self.line, last + 1, end, self.lexicon)
        self._used.update(range(last + 1, end.index + 1))
        return (office,)

    def _first_end(self, first: int) -> TitleEnd | None:
        """The title that the words from ``first`` on lead to without a break."""
        best = None
        for index in range(first, min(first + _LONGEST_OFFICE, len(self.line.words))):
            word = self.line.words[index]
            if not word.joined or index in self._used or self._person_at(index):
                break
            if index in self._ends:
                best = self._ends[index]
            elif best is not None or not self._in_office(word):
                break
            if not word.bare:
                break
        return best

    def _in_office(self, word: Word) -> bool:
        """Whether a word may stand inside a title phrase."""
        named = self.line.atom_at(word) is not None
        return word.nominal or named or word.text in self.lexicon.words("former")

    def _person_at(self, index: int) -> bool:
        atom = self.line.atom_at(self.line.words[index])
        return atom is not None and atom.kind is ActorKind.PERSON

    # offices before a name ------------------------------------------------------------

    def _offices_before(self, first: int) -> tuple[Office, ...]:
        offices: list[Office] = []
        index = first - 1
        if first < len(self.line.words) and not self.line.words[first].joined:
            return ()
        while index >= 0 and self._text(index) and self._praise(index):
            index -= 1
        while index >= 0 and index not in self._used:
            end = self._ends.get(index)
            apart = bool(offices) or index < first - 1
            if end is None or not self._leads_on(index, copula_only=apart):
                break
            start = self._start_of_office(index)
            offices.insert(0, office_of(self.line, start, end, self.lexicon))
            self._used.update(range(start, index + 1))
            index = start - 1
        return tuple(offices)

    def _praise(self, index: int) -> bool:
        word = self.line.words[index]
        return word.span.of(self.line.text) in self.lexicon.words("honorific-adjectives")

    def _leads_on(self, index: int, *, copula_only: bool) -> bool:
        word = self.line.words[index]
        if word.tail in self.lexicon.words("copulas"):
            return True
        return word.bare and not copula_only

    def _start_of_office(self, index: int) -> int:
        start = index
        while start > 0 and index - start < _LONGEST_OFFICE and self.line.words[start].joined:
            previous = self.line.words[start - 1]
            if (start - 1) in self._used or self._person_at(start - 1):
                break
            if self._owner_with_particle(start - 1):
                return start - 1
            if not (previous.bare and self._in_office(previous)) or _DATE.fullmatch(previous.text):
                break
            if self._leads_in(previous):
                break
            start -= 1
        return start

    def _leads_in(self, word: Word) -> bool:
        """Nouns of time and place before an office: 같은 날 외무상 …."""
        text = word.text
        if text in self.lexicon.words("former"):
            return False
        return text in self.lexicon.words("lead-ins-office") or text in self.lexicon.words(
            "lead-ins"
        )

    def _owner_with_particle(self, index: int) -> bool:
        """A state with 의 before a title: 이집트의 대통령."""
        word = self.line.words[index]
        atom = self.line.atom_at(word)
        return word.tail == "의" and atom is not None and atom.kind is ActorKind.STATE

    # strangers ------------------------------------------------------------------------

    def _before_title(self, end: TitleEnd) -> None:
        start = self._start_of_chunk(end.index)
        for first in range(start, end.index):
            head = self._stranger_at(first, end)
            if head is None:
                continue
            last = self.line.word_index(head.end - 1)
            office = office_of(self.line, last + 1, self._extended(end), self.lexicon)
            begin, after = self._with_body(first, (office,))
            offices = (*self._offices_before(begin), *after)
            self._used.update(range(first, end.index + 1))
            self._add(head, (), offices, last, "introduction", 0.9)
            return
        self._after_title(end)

    def _extended(self, end: TitleEnd) -> TitleEnd:
        following = self._ends.get(end.index + 1)
        word = self.line.words[end.index]
        if following is None or not word.bare or not self.line.words[end.index + 1].joined:
            return end
        return following

    def _body_before(self, first: int) -> int | None:
        """Index of the word of a body that a name follows (외무성 김철산 부상), or ``None``."""
        if first == 0 or (first - 1) in self._used or not self.line.words[first].joined:
            return None
        word = self.line.words[first - 1]
        if not (word.bare or word.tail == "의") or (first - 1) in self._ends:
            return None
        atom = self.line.atom_at(word)
        named = atom is not None and atom.kind is ActorKind.ORGANISATION
        return first - 1 if named or is_institute(word, word.text, self.lexicon) else None

    def _with_body(self, first: int, after: tuple[Office, ...]) -> tuple[int, tuple[Office, ...]]:
        """Offices after a name, completed by the body before it; where offices before may end."""
        index = self._body_before(first)
        if index is None or not after:
            return first, self._with_state(first, after)
        self._used.add(index)
        return index, (with_body(self.line, index, after[0], self.lexicon), *after[1:])

    def _with_state(self, first: int, after: tuple[Office, ...]) -> tuple[Office, ...]:
        """The state directly before a name owns the title after it: 독일 … 총리."""
        if not after or after[0].of is not None or first == 0 or not self._joined(first):
            return after
        word = self.line.words[first - 1]
        atom = self.line.atom_at(word)
        owns = atom is not None and atom.kind is ActorKind.STATE and atom.span.end == word.span.end
        if atom is None or not owns or atom.rule == "prefix":
            return after
        return (replace(after[0], of=atom.name), *after[1:])

    def _start_of_chunk(self, index: int) -> int:
        start = index
        while start > 0 and index - start < _LONGEST_OFFICE + 3 and self.line.words[start].joined:
            previous = self.line.words[start - 1]
            if not previous.bare or (start - 1) in self._used or self._person_at(start - 1):
                break
            start -= 1
        return start

    def _stranger_at(self, first: int, end: TitleEnd) -> Span | None:
        word = self.line.words[first]
        if self.line.atom_at(word) is not None or word.text in self.lexicon.words("lead-ins"):
            return None
        korean = korean_name(word, self.lexicon, vouched=self._body_after(first))
        if korean is not None and not self._foreign_at(first):
            return korean
        run = foreign_name(self.line, first, end.index - 1, self.lexicon)
        return run if run is not None and self._long_enough(first, run, end) else korean

    def _foreign_at(self, first: int) -> bool:
        """The word is a foreign given name, or it or the next one looks foreign."""
        word = self.line.words[first]
        if word.text in self.lexicon.words("given-names") or looks_foreign(word.text, self.lexicon):
            return True
        if not self._joined(first + 1) or not self.line.words[first + 1].proper:
            return False
        return any(
            char in self.lexicon.words("foreign-syllables") for char in self._text(first + 1)
        )

    def _body_after(self, first: int) -> bool:
        if not self._joined(first + 1):
            return False
        atom = self.line.atom_at(self.line.words[first + 1])
        return atom is not None and atom.kind in _BODIES

    def _long_enough(self, first: int, run: Span, end: TitleEnd) -> bool:
        last = self.line.word_index(run.end - 1)
        if last > first:
            return True
        word = self.line.words[first]
        if len(word.text) < 2 or korean_name(word, self.lexicon):  # noqa: PLR2004
            return False
        if last + 1 == end.index:
            return end.head in self.lexicon.words("heads-of-person")
        following = self.line.atom_at(self.line.words[last + 1])
        return following is not None and following.kind in _BODIES

    def _after_title(self, end: TitleEnd) -> None:
        """North order: title, name, honorific."""
        first = end.index + 1
        if first >= len(self.line.words) or not self.line.words[first].joined:
            return
        if not self._leads_on(end.index, copula_only=False):
            return
        honoured = self._honoured_name(first)
        head = honoured or self._named_after_title(first)
        if head is None:
            return
        last = self.line.word_index(head.end - 1)
        offices = self._offices_before(first)
        self._used.update(range(first, last + 1))
        confidence = 0.9 if honoured else 0.75
        self._add(head, (), offices, last, "introduction-before", confidence)

    def _named_after_title(self, first: int) -> Span | None:
        """Title and name without honorific, as the South writes now and then: 총리 토마스 …는.

        The name must be sure by itself: two foreign words, or a Korean name before a particle.
        """
        last = min(first + 3, len(self.line.words) - 1)
        run = foreign_name(self.line, first, last, self.lexicon)
        if run is not None and " " in run.of(self.line.text):
            return run
        word = self.line.words[first]
        ended = word.tail.startswith(_NAME_TAILS) or self._closes(first)
        span = korean_name(word, self.lexicon) if word.proper and ended else None
        return span if span is not None and len(span) == 3 else None  # noqa: PLR2004

    def _closes(self, index: int) -> bool:
        """The word ends a remark: (장관 홍길산)."""
        return self.line.text[self.line.words[index].span.end :][:1] in {")", "]"}

    def _honoured_name(self, first: int) -> Span | None:
        last = min(first + 3, len(self.line.words) - 1)
        run = foreign_name(self.line, first, last, self.lexicon)
        spans: Iterable[Span | None] = (run, korean_name(self.line.words[first], self.lexicon))
        for span in spans:
            if span is not None and self._honoured(self.line.word_index(span.end - 1), span.end):
                return span
        return None

    def _by_honorific(self, index: int) -> None:
        """A stranger with 씨 or 동지 only, and the description before (음식평론가 홍길산 씨)."""
        head = korean_name(self.line.words[index], self.lexicon)
        if head is None or not self._honoured(index, head.end):
            return
        offices = self._offices_before(index) or self._description(index, index, head.end)
        self._used.add(index)
        self._add(head, (), offices, index, "honorific", 0.8)

    def _description(self, first: int, last: int, end: int) -> tuple[Office, ...]:
        """What stands before a name with 씨: 식당 주인 홍길순 씨."""
        rest = self.line.text[end : self.line.words[last].span.end] or self._text(last + 1)
        plain = self.lexicon.starting("describing-honorifics", rest) is not None
        if not plain or first == 0 or not self.line.words[first].joined:
            return ()
        word = self.line.words[first - 1]
        tied = word.bare or word.tail in self.lexicon.words("copulas")
        known = self.line.atom_at(word) is not None or word.text in self.lexicon.words("lead-ins")
        if not tied or known or not word.nominal or (first - 1) in self._used:
            return ()
        start = self._start_of_office(first - 1)
        span = Span(self.line.words[start].span.start, word.stem.end)
        self._used.update(range(start, first))
        return (Office(span, span.of(self.line.text), word.text, None, (), None, word.tail),)

    # ----------------------------------------------------------------------------------

    def _add(
        self,
        head: Span,
        rows: tuple[ActorRow, ...],
        offices: tuple[Office, ...],
        last: int,
        rule: str,
        confidence: float,
    ) -> None:
        first = self.line.word_index(head.start)
        self._used.update(range(first, last + 1))
        span = head
        for office in offices:
            span = span.hull(office.span)
        self.found.append(Person(head, span, rows, offices, rule, confidence))


_DATE = re.compile(r"\d+(?:년|월|일|시|분|돌|주년|명|개)?")
_NAME_TAILS = ("은", "는", "이", "가", "을", "를", "의", "에게", "와", "과", "도")
_BODIES = {ActorKind.STATE, ActorKind.ORGANISATION}


def find_people(line: Line, lexicon: Lexicon) -> tuple[Person, ...]:
    """People named in a line.

    Example:
        ``홍길산 새벽연구원 연구위원은`` gives one stranger with one office.
    """
    rows = (line.words, *line.remarks)
    found = (PeopleFinder(replace(line, words=words), lexicon).find() for words in rows)
    return tuple(sorted((p for people in found for p in people), key=lambda p: p.span))
