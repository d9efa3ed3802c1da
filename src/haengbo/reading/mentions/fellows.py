"""People of a line → the same with those named beside them.

Comes in: the people found so far. Goes out: people. Two orders are read: an office behind names
joined by dots is that of all of them (최룡해·김양건 비서), and so is one in the plural behind a
whole row (최태복, 김기남 비서들); and what stands in a row of names, with a comma, a dot or 와
between, is one if it looks like one. Two plain names begin a row. Invariant: no word serves two
people.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from haengbo.model.span import Span
from haengbo.reading.mentions.beside import LONGEST_OFFICE
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.offices import Office, office_of
from haengbo.reading.mentions.person import Person
from haengbo.reading.mentions.strangers import (
    korean_name,
    looks_chinese,
    looks_korean,
    plainly_korean,
)
from haengbo.reading.mentions.titles import TitleEnd, plural_end
from haengbo.reading.mentions.words import Word

_DOTS = {"·", "ㆍ", "‧", "・"}
_COMMAS = {",", "、"}
_BREAKS = {*_COMMAS, *_DOTS}
#: Names of a list that vouch for each other by their number.
_LIST = 3
#: Words from 등 on in which those listed are counted.
_REACH = 5


def with_fellows(
    line: Line, found: tuple[Person, ...], used: set[int], lexicon: Lexicon
) -> tuple[Person, ...]:
    """Add those named in a row with somebody found, and share the offices behind dots.

    Args:
        line: The line.
        found: People found by their own words.
        used: Indices of words that belong to somebody; grows.
        lexicon: What to look up.

    Example:
        In ``마쉬안 위원장과 리창윈, 저우신 부주석`` the middle one is somebody too.
    """
    row = _Row(line, list(found), used, lexicon)
    row.share_offices()
    row.begin()
    row.list_out()
    row.grow()
    row.share_plural()
    return tuple(row.found)


class _Row:
    """Names side by side in one line.

    Attributes:
        line: The line.
        found: People so far.
        used: Indices of words that belong to somebody.
        lexicon: What to look up.
    """

    def __init__(self, line: Line, found: list[Person], used: set[int], lexicon: Lexicon) -> None:
        self.line = line
        self.found = found
        self.used = used
        self.lexicon = lexicon

    # offices ----------------------------------------------------------------------------

    def share_offices(self) -> None:
        """최룡해·김양건 비서: an office behind names joined by dots is that of all of them."""
        for right in tuple(self.found):
            behind = tuple(o for o in right.offices if o.span.start >= right.head.end)
            left = self._beside_dot(right.head.start) if behind else None
            while left is not None and self._give(left, behind):
                left = self._beside_dot(left.start)

    def _give(self, head: Span, offices: tuple[Office, ...]) -> bool:
        """Give offices to whoever has none yet; whether they were given."""
        known = next((p for p in self.found if p.head == head), None)
        if known is None:
            self._add(head, offices, "introduction", 0.85)
        elif not known.offices:
            self.found[self.found.index(known)] = replace(known, offices=offices)
        return known is None or not known.offices

    def _beside_dot(self, start: int) -> Span | None:
        """The name that a dot joins to the one that begins at ``start``."""
        before = self.line.text[:start].rstrip()
        if before[-1:] not in _DOTS:
            return None
        end = len(before[:-1].rstrip())
        known = next((p.head for p in self.found if p.head.end == end), None)
        index = self.line.word_index(end - 1)
        if known is not None or index >= len(self.line.words) or index in self.used:
            return known
        word = self.line.words[index]
        looks = looks_korean(word, self.lexicon) and word.stem.end == end
        return korean_name(word, self.lexicon, vouched=True) if looks else None

    def share_plural(self) -> None:
        """최태복, 김기남, 김양건 비서들이: an office in the plural is that of the whole row."""
        for last in tuple(p for p in self.found if not p.offices):
            end = self._plural_behind(self.line.word_index(last.head.end - 1))
            row = self._row_before(last) if end is not None else ()
            if end is None or not row:
                continue
            first = self.line.word_index(last.head.end - 1) + 1
            first += self.line.words[first].text in self.lexicon.words("and-others")
            self.used.update(range(first, end.index + 1))
            office = office_of(self.line, first, end, self.lexicon)
            for person in (*row, last):
                # The last one's name goes on into the office, for the others it stands apart
                whole = person.span.hull(office.span) if person is last else person.span
                given = replace(person, span=whole, offices=(office,))
                self.found[self.found.index(person)] = given

    def _plural_behind(self, last: int) -> TitleEnd | None:
        """The office in the plural to which the words behind a name lead."""
        words = self.line.words
        if not words[last].bare:
            return None
        for index in range(last + 1, min(last + 1 + LONGEST_OFFICE, len(words))):
            word = words[index]
            named = word.nominal or self.line.atom_at(word) is not None
            named = named or word.text in self.lexicon.words("former")
            if index in self.used or not word.joined or not named:
                return None
            end = plural_end(self.line, index, self.lexicon)
            if end is not None or not word.bare:
                return end
        return None

    def _row_before(self, last: Person) -> tuple[Person, ...]:
        """Those without an office whom only marks of a row part from somebody, the last first."""
        row: list[Person] = []
        index = self.line.word_index(last.head.start)
        while index > 0 and self._parts(self.line.words[index - 1], self.line.words[index]):
            end = self.line.words[index - 1].stem.end
            left = next((p for p in self.found if p.head.end == end and not p.offices), None)
            if left is None:
                break
            row.append(left)
            index = self.line.word_index(left.head.start)
        return tuple(row)

    # rows of names ----------------------------------------------------------------------

    def begin(self) -> None:
        """임태훈, 정재원을: two plain names that only a comma parts vouch for each other."""
        words = self.line.words
        for index in range(len(words) - 1):
            pair = (index, index + 1)
            comma = words[index].bare and words[index + 1].gap.strip() == ","
            if comma and not self.used & set(pair) and self._vouching(*pair):
                for at in pair:
                    self._add(words[at].stem, (), "row", 0.7)

    def _vouching(self, left: int, right: int) -> bool:
        """Whether two names are plain, or an office in the plural stands behind them."""
        words = self.line.words[left : right + 1]
        # 서해안, 남해안: things of one kind end alike
        alike = words[0].text[-1:] == words[-1].text[-1:]
        if not alike and all(self._plain(word) for word in words):
            return True
        return self._plural_behind(right) is not None and all(self._listed(w) for w in words)

    def list_out(self) -> None:
        """리명훈, 리정원, 최성남 등이며; 임진길 등 북한인 7명을: a list of people."""
        words = self.line.words
        start = 0
        while start < len(words):
            end = start + 1
            while end < len(words) and words[end - 1].bare and words[end].gap.strip() in _COMMAS:
                end += 1
            stop = self._end_of_list(start, end)
            for at in range(start, stop):
                if at not in self.used:
                    self._add(words[at].stem, (), "row", 0.7)
            start = end

    def _end_of_list(self, start: int, end: int) -> int:
        """Where a list of people that fills a row of words ends; its start if there is none."""
        words = self.line.words[start:end]
        if self.used & set(range(start, end)) or not all(self._listed(w) for w in words):
            return start
        counted = self._counts_people(end)
        proper = sum(word.proper for word in words)
        if counted and proper == len(words):
            return end
        alike = len({word.text[-1:] for word in words}) == 1
        long = len(words) >= _LIST and 2 * proper >= len(words) and not alike
        return end if long else start

    def _listed(self, word: Word) -> bool:
        """Syllables of a Korean name that no other word is known to have."""
        ends = not word.tail or self.lexicon.starting("name-particles", word.tail) is not None
        free = self.line.atom_at(word) is None and looks_korean(word, self.lexicon)
        return ends and free and korean_name(word, self.lexicon, vouched=True) is not None

    def _counts_people(self, index: int) -> bool:
        """… 등 북한인 7명을: what follows a list says that it is of people."""
        words = self.line.words[index : index + _REACH]
        if not words or words[0].text not in self.lexicon.words("and-others"):
            return False
        return any(
            self.lexicon.ending("counted-people", word.text) is not None
            for word in words[1:]
            if word.joined
        )

    def _plain(self, word: Word) -> bool:
        """A proper noun of the analyser that looks like a common Korean name."""
        ends = not word.tail or self.lexicon.starting("name-particles", word.tail) is not None
        plain = ends and word.proper and plainly_korean(word, self.lexicon)
        return plain and self._name(word) is not None

    def grow(self) -> None:
        """Names in a row with people found, until none is left."""
        waiting = list(self.found)
        while waiting:
            person = waiting.pop()
            for index in self._beside(person):
                head = self._name(self.line.words[index]) if index not in self.used else None
                if head is not None:
                    waiting.append(self._add(head, (), "row", 0.75))

    def _beside(self, person: Person) -> Iterator[int]:
        """Indices of the words directly before and after somebody with a mark of a row between."""
        words = self.line.words
        first = self.line.word_index(person.span.start)
        last = self.line.word_index(person.span.end - 1)
        if first > 0 and self._parts(words[first - 1], words[first]):
            yield first - 1
        after = last + 1
        if after < len(words) and self._parts(words[last], words[after]):
            ends = after + 1 == len(words) or not words[after + 1].joined or not words[after].bare
            ends = ends or self._plural_behind(after) is not None
            yield from (after,) if ends else ()

    def _parts(self, left: Word, right: Word) -> bool:
        """Whether only a mark of a row stands between two words."""
        between = right.gap.strip()
        if between:
            return between in _BREAKS and left.bare
        return left.tail in self.lexicon.words("row-particles")

    def _name(self, word: Word) -> Span | None:
        """A name that no title vouches for: it must look like one and be no other word."""
        if self.line.atom_at(word) is not None:
            return None
        ends = not word.tail or self.lexicon.starting("name-particles", word.tail) is not None
        if ends and looks_chinese(word, self.lexicon):
            return word.stem
        if ends and looks_korean(word, self.lexicon):
            return korean_name(word, self.lexicon)
        return None

    def _add(self, head: Span, offices: tuple[Office, ...], rule: str, confidence: float) -> Person:
        first, last = self.line.word_index(head.start), self.line.word_index(head.end - 1)
        self.used.update(range(first, last + 1))
        span = head
        for office in offices:
            span = span.hull(office.span)
        person = Person(head, span, (), offices, rule, confidence)
        self.found.append(person)
        return person
