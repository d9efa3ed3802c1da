"""Line → people with the offices that stand beside their names.

Comes in: a ``Line``. Goes out: ``Person``s in order of the text. Orders read: name (remark)
state institution title (South), state institution title name honorific (North), body name title,
office-copula name. Invariant: no word serves two people.
"""

from __future__ import annotations

from msgspec.structs import replace

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Strength
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.beside import LONGEST_NAME, LONGEST_OFFICE, OfficeReader
from haengbo.reading.mentions.bodies import is_institute, is_school
from haengbo.reading.mentions.clauses import Clause
from haengbo.reading.mentions.fellows import with_fellows
from haengbo.reading.mentions.labelled import with_labelled
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.masters import served, without_master
from haengbo.reading.mentions.offices import Office, office_of
from haengbo.reading.mentions.person import Person
from haengbo.reading.mentions.private import PrivateFinder
from haengbo.reading.mentions.strangers import (
    IN_CHARACTERS,
    as_read,
    bare_name,
    chinese_in_characters,
    foreign_name,
    free_word,
    korean_in_characters,
    korean_name,
    looks_chinese,
    looks_foreign,
    looks_korean,
    named_by_title,
    plainly_korean,
    posted,
    words_in,
)
from haengbo.reading.mentions.titles import TitleEnd
from haengbo.reading.mentions.transliteration import sound_key
from haengbo.reading.mentions.vouched import before_institute
from haengbo.reading.mentions.whole_names import (
    leads_in,
    name_ending_at,
    name_until_particle,
    strange_run,
    whole_name,
)

_BODIES = {ActorKind.STATE, ActorKind.ORGANISATION}
_KOREAN_NAME = 3
#: From a name over the state that receives an envoy to the word of the envoy.
_POSTED = 2
#: A family name and a noun, as the analyser sees 김숙.
_FAMILY_AND_NOUN = ("NNP", "NNG")


class PeopleFinder:
    """One pass over a line.

    Attributes:
        line: The line.
        lexicon: What to look up.
        found: People so far.
    """

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self.line = line
        self.lexicon = lexicon
        self.found: list[Person] = []
        self._offices = OfficeReader(line, lexicon)

    def find(self) -> tuple[Person, ...]:
        """People known to the pack, then strangers."""
        for atom in self.line.people():
            self._known(atom)
        for index, end in sorted(self._offices.ends.items()):
            if index not in self._offices.used:
                self._before_title(end)
        for clause in self._offices.clauses.values():
            if clause.end.index not in self._offices.used:
                self._behind_clause(clause)
        for index, clause in self._offices.appointed.items():
            if clause.end.index not in self._offices.used:
                self._before_clause(index)
        private = PrivateFinder(self.line, self.lexicon, self._offices)
        for index in range(len(self.line.words)):
            found = private.at(index) if index not in self._offices.used else None
            if found is not None:
                self._add(found.head, (), found.offices, found.rule, found.confidence)
        people = with_fellows(self.line, tuple(self.found), self._offices.used, self.lexicon)
        return tuple(sorted(people, key=lambda p: p.span))

    # people of the pack -----------------------------------------------------------------

    def _known(self, atom: Atom) -> None:
        head = self._with_family_name(atom, self._with_given_name(atom))
        first = self.line.word_index(head.start)
        last = self.line.word_index(head.end - 1)
        if first in self._offices.used or self._serving(first):
            return
        after = self._offices.after(last, head.end)
        start, after = self._offices.completed(first, after)
        offices = self._offices.of_one_name(self._offices.before(start), after)
        if not offices and self._offices.honoured(last, head.end):
            offices = self._offices.description(first, last, head.end)
        elif atom.doubtful and not offices:
            return
        rows = tuple(row for row in atom.rows if isinstance(row, ActorRow))
        longer = self._longer(head)
        head, rows = (head, rows) if longer is None else (longer, ())
        known = "introduction" if atom.rule == "introduced" else "dictionary+title"
        self._add(head, rows, offices, known if offices else atom.rule, atom.confidence)

    def _serving(self, first: int) -> bool:
        """매트 매케나 [클린턴] 전 대통령 대변인: whoever stands before somebody that they serve."""
        if not self._offices.joined(first) or served(self.line, first, self.lexicon) is None:
            return False
        start = self._start_of_chunk(first)
        run = foreign_name(self.line, start, first - 1, self.lexicon) if start < first else None
        if run is None or run.end != self.line.words[first - 1].stem.end:
            return False
        self._add(run, (), self._offices.after(first - 1, run.end), "introduction", 0.85)
        return True

    def _longer(self, head: Span) -> Span | None:
        """김성[철]동지: the name of somebody else, which begins with one of the pack."""
        word = self.line.words[self.line.word_index(head.end - 1)]
        rest = self.line.text[head.end : word.span.end]
        starts = head.start == word.span.start and len(head) == _KOREAN_NAME - 1
        if not starts or rest[:1] not in self.lexicon.words("given-syllables"):
            return None
        if self.lexicon.starting("comrade-honorifics", rest) is not None:
            return None
        honoured = self.lexicon.starting("comrade-honorifics", rest[1:]) is not None
        return Span(head.start, head.end + 1) if honoured else None

    def _with_given_name(self, atom: Atom) -> Span:
        """The family name with a given name before it that the pack spells otherwise."""
        index = self.line.word_index(atom.span.start)
        given = atom.name.split()[0] if atom.name and " " in atom.name else ""
        if not given or " " in atom.span.of(self.line.text) or index == 0:
            return atom.span
        word = self.line.words[index - 1]
        free = word.bare and self.line.words[index].joined and self.line.atom_at(word) is None
        if not free or not word.hangul:
            return atom.span
        rules = self.lexicon.transliteration
        same = sound_key(word.text, rules) == sound_key(given, rules)
        return word.stem.hull(atom.span) if same else atom.span

    def _with_family_name(self, atom: Atom, head: Span) -> Span:
        """The first part of a name with the rest of it, which the pack spells otherwise."""
        parts = atom.name.split() if atom.name else []
        index = self.line.word_index(atom.span.end - 1) + 1
        single = len(parts) == 2 and " " not in atom.span.of(self.line.text)  # noqa: PLR2004
        if not single or not self._offices.joined(index) or not self.line.words[index - 1].bare:
            return head
        word = self.line.words[index]
        name = bare_name(word, self.lexicon)
        if not word.hangul or name in self.lexicon.heads or self.line.atom_at(word) is not None:
            return head
        rules = self.lexicon.transliteration
        # 바트체첵 바트뭉흐 of 바트문흐 바트체첵: the pack may have the parts in the other order
        same = sound_key(name, rules) in {sound_key(part, rules) for part in parts}
        return Span(head.start, word.span.start + len(name)) if same else head

    # strangers ------------------------------------------------------------------------

    def _before_title(self, end: TitleEnd) -> None:
        """South order: name, state, institution, title."""
        if self._only_extends(end):
            return
        start = self._start_of_chunk(end.index)
        whole = whole_name(self.line, start, end.index, self.lexicon)
        for first in range(start, end.index):
            head = whole or self._stranger_at(first, end)
            if head is None:
                continue
            last = self.line.word_index(head.end - 1)
            office = office_of(self.line, last + 1, self._offices.extended(end), self.lexicon)
            begin, after = self._offices.completed(first, (office,))
            offices = self._offices.of_one_name(self._offices.before(begin), after)
            self._offices.used.update(range(first, end.index + 1))
            self._add(head, (), offices, "introduction", 0.9)
            return
        written_on = named_by_title(self.line.words[end.index], end.start, self.line, self.lexicon)
        if written_on is None:
            self._after_title(end)
            return
        offices = self._offices.after(end.index, written_on.end)
        inner = self.line.atoms_in(Span(min(written_on.end, end.end), end.end))
        if offices and offices[0].of is None and inner:  # 윤상협통일원대변인
            offices = (replace(offices[0], of=inner[0].state), *offices[1:])
        self._add(written_on, (), offices, "introduction", 0.85)

    def _behind_clause(self, clause: Clause) -> None:
        """외무차관을 지낸 솜싸이 씨판돈은: the clause leads to a name."""
        head = name_until_particle(self.line, clause.name, self.lexicon)
        if head is None or clause.name in self._offices.used:
            return
        self._add(head, (), self._offices.before(clause.name), "office-clause", 0.85)

    def _before_clause(self, last: int) -> None:
        """박창식을 대변인으로 임명했다: the name ends where the appointment begins."""
        head = name_ending_at(self.line, last, self.lexicon)
        if head is not None and self.line.word_index(head.start) not in self._offices.used:
            offices = self._offices.after(last, head.end)
            self._add(head, (), offices, "office-clause", 0.85)

    def _only_extends(self, end: TitleEnd) -> bool:
        """후보, 당선인: no office by themselves, but after a Korean name."""
        alone = (end.index - 1) not in self._offices.ends
        if end.index > 0 and plainly_korean(self.line.words[end.index - 1], self.lexicon):
            return False
        return alone and end.head in self.lexicon.words("extension-heads")

    def _start_of_chunk(self, index: int) -> int:
        start = index
        longest = LONGEST_OFFICE + LONGEST_NAME
        while start > 0 and index - start < longest and self.line.words[start].joined:
            used = (start - 1) in self._offices.used
            if used or not self.line.words[start - 1].bare or self._offices.person_at(start - 1):
                break
            start -= 1
        return start

    def _stranger_at(self, first: int, end: TitleEnd) -> Span | None:
        word = self.line.words[first]
        if leads_in(word, self.lexicon) or posted(word.text, self.lexicon):
            return None
        if not free_word(self.line, first, self.lexicon):
            return None
        written = chinese_in_characters(self.line, word, self.lexicon)
        written = written or korean_in_characters(self.line, word, self.lexicon)
        written = written or before_institute(self.line, first, self.lexicon)
        if written is not None:
            return written
        vouched = self._body_at(first + 1) or self._institute_after(first, end)
        vouched = vouched or posted(self._offices.text(first + 1), self.lexicon)
        korean = korean_name(word, self.lexicon, vouched=vouched)
        korean = korean or self._envoy(first, end) or self._introduced(first, end, vouched=vouched)
        plain = plainly_korean(word, self.lexicon)
        if korean is not None and (plain or not self._foreign_at(first)):
            return korean
        run = foreign_name(self.line, first, end.index - 1, self.lexicon)
        if run is None or not self._long_enough(first, run, end):
            return korean
        return None if self._body_and_korean(run) else self._name_alone(run, end)

    def _body_and_korean(self, run: Span) -> bool:
        """A firm and a Korean name (새벽소프트 홍길산 대표), not a foreign name."""
        words = words_in(self.line, run)
        first, last = words[0], words[-1]
        if len(words) == 1 or first.text in self.lexicon.words("given-names"):
            return False
        state = self._body_at(self.line.word_index(run.end - 1) + 1)
        return plainly_korean(last, self.lexicon) and not state

    def _name_alone(self, run: Span, end: TitleEnd) -> Span:
        """Of what stands before an office the name, without region or whom its bearer serves."""
        return without_master(self.line, self._without_region(run, end), self.lexicon)

    def _without_region(self, run: Span, end: TitleEnd) -> Span:
        """Of three words before a governor the last one is the region."""
        words = words_in(self.line, run)
        regional = end.head in self.lexicon.words("heads-territorial")
        adjacent = self.line.word_index(run.end - 1) + 1 == end.index
        if regional and adjacent and len(words) >= _KOREAN_NAME:
            return Span(run.start, words[-2].stem.end)
        return run

    def _foreign_at(self, first: int) -> bool:
        """The word is a foreign given name, or it or the next one looks foreign."""
        text = self.line.words[first].text
        if text in self.lexicon.words("given-names") or looks_foreign(text, self.lexicon):
            return True
        if not self._offices.joined(first + 1) or not self.line.words[first + 1].proper:
            return False
        following = self.line.words[first + 1]
        if self._ends_like_body(following.text) or posted(following.text, self.lexicon):
            return False
        if plainly_korean(following, self.lexicon):
            # 이시바 시게루 일본 총리: two such words before a state are one Japanese name.
            return self._body_at(first + 2)
        if not self.lexicon.words("given-syllables").issuperset(text[1:]):
            return True  # 마리암 올센
        return any(char in self.lexicon.words("foreign-syllables") for char in following.text)

    def _ends_like_body(self, text: str) -> bool:
        return self.lexicon.ending("name-never-ends", text) is not None

    def _institute_after(self, index: int, end: TitleEnd) -> bool:
        """What looks like a Korean name, and an institute that the pack does not know after it."""
        if not self._offices.joined(index + 1):
            return False
        following = self.line.words[index + 1]
        institute = is_institute(following, following.text, self.lexicon)
        institute = institute or is_school(following.text, end.head, self.lexicon)
        named = looks_korean(self.line.words[index], self.lexicon, vouched=True)
        return following.bare and institute and named

    def _envoy(self, first: int, end: TitleEnd) -> Span | None:
        """강철 북한대사: a name of two syllables, which is a noun too, before state and envoy.

        The state that receives may stand between: 강철 주말레이시아 북한대사.
        """
        word = self.line.words[first]
        atom = self.line.atom_at(self.line.words[end.index])
        state = atom is not None and atom.kind is ActorKind.STATE
        sent = posted(self._offices.text(first + 1), self.lexicon)
        sent = sent and end.index == first + _POSTED
        if not state or end.head not in self.lexicon.words("envoy-heads"):
            return None
        if end.index != first + 1 and not sent:
            return None
        known = any(word.text in self.lexicon.words(key) for key in ("not-names", "posted"))
        return word.stem if looks_korean(word, self.lexicon, given=1) and not known else None

    def _introduced(self, first: int, end: TitleEnd, *, vouched: bool) -> Span | None:
        """What is a name by what stands around it, though the analyser sees another word.

        Example:
            수석대표인 김숙 외교부 본부장: of two syllables, between two offices. 우리측 이덕행
            적십자사 위원: between a side and a body.
        """
        word = self.line.words[first]
        if word.text in self.lexicon.words("not-names"):
            return None
        before = self.line.words[first - 1] if first and word.joined else None
        if vouched and before is not None and before.bare and before.text.endswith("측"):
            family = word.text[:1] in self.lexicon.words("surnames-common")
            return word.stem if family and len(word.text) == _KOREAN_NAME else None
        tied = before is not None and before.tail in self.lexicon.words("copulas")
        if tied and end.index == first + 1 and looks_korean(word, self.lexicon):
            return word.stem  # 간부인 조인국 부국장: between a copula and an office
        if not looks_korean(word, self.lexicon, given=1):
            return None
        led = before is not None and before.tail in self.lexicon.words("copulas")
        if led and (first - 1) in self._offices.ends:
            return word.stem if vouched or end.index == first + 1 else None
        return word.stem if vouched and word.tags == _FAMILY_AND_NOUN else None

    def _body_at(self, index: int) -> bool:
        """A state or organisation follows without a break."""
        if not self._offices.joined(index):
            return False
        atom = self.line.atom_at(self.line.words[index])
        return atom is not None and atom.kind in _BODIES

    def _long_enough(self, first: int, run: Span, end: TitleEnd) -> bool:
        """One foreign word may be a place or body: the title or what follows must tell."""
        last = self.line.word_index(run.end - 1)
        word = self.line.words[first]
        if last > first or looks_chinese(word, self.lexicon):
            return True
        if len(word.text) == 1 or korean_name(word, self.lexicon):
            return False
        if IN_CHARACTERS.match(self.line.text, run.end):
            return True
        if self._former(last + 1):
            return word.proper and looks_foreign(word.text, self.lexicon)
        if last + 1 == end.index:
            person = end.head in self.lexicon.words("heads-of-person")
            person = person or self._body_at(end.index)  # 로마첸코 소련외무차관
            return person or (word.proper and self._offices.behind_body(first))
        return self._body_at(last + 1)

    def _former(self, index: int) -> bool:
        """마르케스 [전] 쿠바대통령: before an office that is no more held."""
        former = self._offices.text(index) in self.lexicon.words("former")
        return former and self._offices.joined(index)

    def _after_title(self, end: TitleEnd) -> None:
        """North order: title, name, honorific."""
        first = end.index + 1
        # 부국장인 륙군상장 손철수동지: the rank behind it leads to the name
        follows = self._offices.joined(first) and first not in self._offices.ends
        if not follows or not self._offices.leads_on(end.index, copula_only=False):
            return
        honoured = self._honoured_name(first)
        if not honoured and self._offices.text(end.index) in self.lexicon.words("describing-nouns"):
            return
        head = honoured or self._named_after_title(first)
        if head is not None:
            offices = self._offices.before(first)
            self._add(head, (), offices, "introduction-before", 0.9 if honoured else 0.75)

    def _foreign_run(self, first: int) -> Span | None:
        last = min(first + LONGEST_NAME, len(self.line.words)) - 1
        return foreign_name(self.line, first, last, self.lexicon)

    def _honoured_name(self, first: int) -> Span | None:
        korean = korean_name(self.line.words[first], self.lexicon)
        for span in (self._foreign_run(first), korean):
            if span is None:
                continue
            if self._offices.honoured(self.line.word_index(span.end - 1), span.end):
                return span
        return self._until_comrade(first)

    def _until_comrade(self, first: int) -> Span | None:
        """All words between an office and the word with 동지 or 각하 written onto it.

        Foreign names of the North's reports have syllables that the analyser takes for nouns.
        """
        for index in range(first, min(first + LONGEST_OFFICE, len(self.line.words))):
            word = self.line.words[index]
            ordinary = any(word.text in self.lexicon.words(k) for k in ("lead-ins", "not-names"))
            known = self.line.atom_at(word) is not None or word.text in self.lexicon.heads
            if not word.hangul or not word.joined or ordinary or known:
                return None
            honorific = self.lexicon.ending("comrade-honorifics", word.text)
            if honorific is not None and len(word.text) > len(honorific) + 1:
                return Span(self.line.words[first].span.start, word.stem.end - len(honorific))
            if not word.bare:
                return None
        return None

    def _named_after_title(self, first: int) -> Span | None:
        """Title and name without honorific, as the South writes now and then: 총리 토마스 …는.

        The name must be sure by itself: two foreign words, or a Korean name before a particle.
        """
        run = self._foreign_run(first)
        word = self.line.words[first]
        read = as_read(word, self.lexicon)
        if read is not None:
            return read
        if run is not None and (" " in run.of(self.line.text) or self._alone(first, run)):
            return run
        strange = strange_run(self.line, first, self.lexicon)
        if strange is not None:
            return strange
        ends = self.lexicon.starting("name-particles", word.tail) is not None
        ends = ends or self.line.text[word.span.end :][:1] in {")", "]"}
        likely = word.proper or looks_korean(word, self.lexicon)
        span = korean_name(word, self.lexicon) if likely and ends else None
        if span is not None and len(span) == _KOREAN_NAME:
            return span
        return name_until_particle(self.line, first, self.lexicon) if self._abroad(first) else None

    def _abroad(self, first: int) -> bool:
        """A state whose people bear foreign names is in the office that leads to a word."""
        start, end = self._offices.stretch_before(first)
        inner = self.line.atoms_in(Span(start, end)) if start < end else ()
        native = self.lexicon.words("states-of-hangul-names")
        states = [a.state for a in inner if a.whole is None and a.strength is Strength.STRONG]
        return any(state is not None and state not in native for state in states)

    def _alone(self, first: int, run: Span) -> bool:
        """One foreign word is a name after a copula: 총리인 코르닐렌코는."""
        tied = self.line.words[first - 1].tail in self.lexicon.words("copulas")
        ends = self.lexicon.starting("name-particles", self.line.words[first].tail) is not None
        return tied and ends and len(run) >= _KOREAN_NAME

    def _add(
        self,
        head: Span,
        rows: tuple[ActorRow, ...],
        offices: tuple[Office, ...],
        rule: str,
        confidence: float,
    ) -> None:
        first, last = self.line.word_index(head.start), self.line.word_index(head.end - 1)
        self._offices.used.update(range(first, last + 1))
        span = head
        for office in offices:
            span = span if office.apart else span.hull(office.span)
        self.found.append(Person(head, span, rows, offices, rule, confidence))


def find_people(line: Line, lexicon: Lexicon) -> tuple[Person, ...]:
    """People named in a line.

    Example:
        ``홍길산 새벽연구원 연구위원은`` gives one stranger with one office.
    """
    remarks = [Line(line.sentence, line.text, words, line.atoms) for words in line.remarks]
    found = (PeopleFinder(row, lexicon).find() for row in (line, *remarks))
    named = tuple(sorted((p for people in found for p in people), key=lambda p: p.span))
    return with_labelled(line, named, lexicon)
