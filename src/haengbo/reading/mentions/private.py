"""Words of a line → people who are named without an office: what stands beside the name says it.

Comes in: a word of a line whose offices are read. Goes out: a ``Found``, or ``None``. Six turns: an
honorific (홍길산 씨), whoever leads a delegation or is a wife, a listed given name, a noun of what
they are before or behind the name (해커 윤상협, 윤상협 피고인), an age (리정철(46)).
Invariant: nobody here is a name of the pack.
"""

from __future__ import annotations

import re

import msgspec

from haengbo.model.span import Span
from haengbo.reading.mentions.beside import LONGEST_NAME, OfficeReader
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.offices import Office
from haengbo.reading.mentions.strangers import (
    foreign_name,
    korean_name,
    looks_korean,
    plainly_korean,
)
from haengbo.reading.mentions.vouched import led, wife

#: How an age in parentheses begins: most lines have none.
_AGE_OPENS = re.compile(r"\([1-9]\d")
#: 리정철(46), 도안(29·여): an age beside a name.
_AGE = re.compile(r"\s?\((?:[1-9]\d)(?:세)?(?:[·,]\s?(?:남|여|가명))?\)")


class Found(msgspec.Struct, frozen=True):
    """Somebody whom the words beside the name vouch for.

    Attributes:
        head: The bare name.
        offices: Offices given here.
        rule: What found the person.
        confidence: 0..1.
    """

    head: Span
    offices: tuple[Office, ...]
    rule: str
    confidence: float


class PrivateFinder:
    """Looks at one word after another of a line.

    Attributes:
        line: The line.
        lexicon: What to look up.
        offices: The line's offices, and which words are used up.
    """

    def __init__(self, line: Line, lexicon: Lexicon, offices: OfficeReader) -> None:
        self.line = line
        self.lexicon = lexicon
        self.offices = offices
        stretch = line.sentence.span
        # An age may stand right behind the line
        self._aged = _AGE_OPENS.search(line.text, stretch.start, stretch.end + 4) is not None

    def at(self, index: int) -> Found | None:
        """Who is named from a word on, if anybody."""
        ways = (
            self._by_honorific,
            self._by_vouching,
            self._by_given_name,
            self._by_description,
            self._by_noun_behind,
            self._by_age,
        )
        return next((found for way in ways if (found := way(index)) is not None), None)

    def _by_honorific(self, index: int) -> Found | None:
        """A stranger with 씨 or 동지 only, and the description before (음식평론가 홍길산 씨)."""
        word = self.line.words[index]
        # 조남진동지: what is written onto a name vouches for it.
        written_on = self.lexicon.ending("comrade-honorifics", word.text) is not None
        head = korean_name(word, self.lexicon, vouched=written_on)
        if head is None or not self.offices.honoured(index, head.end):
            return None
        before = self.offices.before(index)
        offices = before or self.offices.description(index, index, head.end)
        return Found(head, offices, "honorific", 0.8)

    def _by_vouching(self, index: int) -> Found | None:
        """응웬 반 손을 단장으로 하는, 부인 리스 쿠에스타 여사: what stands around says it."""
        head = led(self.line, index, self.lexicon) or wife(self.line, index, self.lexicon)
        if head is None or self.line.word_index(head.start) in self.offices.used:
            return None
        return Found(head, (), "description", 0.75)

    def _by_given_name(self, index: int) -> Found | None:
        """A foreigner without a title: a given name of the list and what goes on from it."""
        given = self.offices.text(index)
        known = given in self.lexicon.words("given-names")
        if not known or given in self.lexicon.words("given-names-homograph"):
            return None
        run = self._foreign_run(index)
        last = self.line.word_index(run.end - 1) if run is not None else index
        taken = any(i in self.offices.used for i in range(index, last + 1))
        if run is None or last == index or taken or not self._surname(index, last):
            return None
        return Found(run, (), "given-name", 0.75)

    def _by_description(self, index: int) -> Found | None:
        """A private person behind a noun that says what they are: 해커 윤상협을."""
        word = self.line.words[index]
        before = self.line.words[index - 1] if index > 0 and word.joined else None
        if before is None or not before.bare:
            return None
        sure = self.lexicon.ending("describing-nouns", before.text) is not None
        weak = self.lexicon.ending("describing-nouns-weak", before.text) is not None
        weak = weak or (
            before.text in self.lexicon.words("kin-nouns") and looks_korean(word, self.lexicon)
        )
        if not (sure or weak) or self.line.atom_at(word) is not None:
            return None
        ends = word.tail in self.lexicon.words("name-particles")
        head = korean_name(word, self.lexicon, vouched=sure)
        if head is None or not (ends or not self.offices.joined(index + 1)):
            return None
        named = looks_korean(word, self.lexicon)
        return Found(head, (), "description", 0.75) if named else None

    def _by_noun_behind(self, index: int) -> Found | None:
        """A private person before a noun that says what they are: 윤상협 피고인은."""
        word = self.line.words[index]
        nouns = self.lexicon.words("describing-nouns-behind")
        if not word.bare or not self.offices.joined(index + 1):
            return None
        if self.line.words[index + 1].text not in nouns or self.line.atom_at(word) is not None:
            return None
        named = word.proper and plainly_korean(word, self.lexicon)
        return Found(word.stem, (), "description", 0.75) if named else None

    def _by_age(self, index: int) -> Found | None:
        """A private person with the age in parentheses: 북한 국적의 리정철(46)."""
        if not self._aged:
            return None
        korean = korean_name(self.line.words[index], self.lexicon, vouched=True)
        run = self._foreign_run(index)
        foreign = run if run is not None and " " in run.of(self.line.text) else None
        for head in (foreign, korean):
            if head is None or not _AGE.match(self.line.text, head.end):
                continue
            first, last = (self.line.word_index(at) for at in (head.start, head.end - 1))
            if not any(i in self.offices.used for i in range(first, last + 1)):
                return Found(head, (), "aged", 0.8)
        return None

    def _foreign_run(self, first: int) -> Span | None:
        last = min(first + LONGEST_NAME, len(self.line.words)) - 1
        return foreign_name(self.line, first, last, self.lexicon)

    def _surname(self, first: int, last: int) -> bool:
        """The last word of such a run may be a family name, and nothing is named after them."""
        text, following = self.offices.text(last), self.offices.text(last + 1)
        foreign = any(char in self.lexicon.words("foreign-syllables") for char in text)
        if (last == first + 1 and not foreign) or self.offices.person_at(last):
            return False
        if self._is_ship(last):
            return False
        goes_on = self.line.words[last].bare and self.offices.joined(last + 1)
        return not goes_on or self.lexicon.ending("named-after-people", following) is None

    def _is_ship(self, index: int) -> bool:
        """항공모함 시어도어 루스벨트함: a ship that bears somebody's name."""
        named = self.lexicon.ending("ship-endings", self.offices.text(index)) is not None
        return named and any(word in self.line.text for word in self.lexicon.words("ship-words"))
