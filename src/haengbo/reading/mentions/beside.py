"""A line with its titles → the offices that stand beside a name, before and after it.

Comes in: a ``Line``. Goes out: ``Office``s for a place in it. Remembers which words are used up, so
that no title serves two people: readers of one line share one ``OfficeReader``.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.bodies import is_institute, is_school
from haengbo.reading.mentions.clauses import Clause, appointing, describing
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.masters import served
from haengbo.reading.mentions.offices import Office, office_of, with_body
from haengbo.reading.mentions.organs import is_organ
from haengbo.reading.mentions.titles import TitleEnd, title_end
from haengbo.reading.mentions.whole_names import is_moment
from haengbo.reading.mentions.words import Word

#: Words of a title phrase before its end.
LONGEST_OFFICE = 7
#: Words of a foreign name that follows its title.
LONGEST_NAME = 4
#: 테러·금융정보 담당 차관: one office, before its head.
_MIDDLE_DOTS = {"·", "‧", "∙", "ㆍ", "・"}
#: Between two people or sides in a headline, written as one word.
_TWO_IN_ONE = "-"
#: A shorter word with 의 may be a person or town.
_SHORTEST_FIRM = 4
_DATE = re.compile(r"\d+(?:년|월|일|시|분|돌|주년|명|개)?")


class OfficeReader:
    """Reads title phrases of one line.

    Attributes:
        line: The line.
        lexicon: What to look up.
        ends: Words that end a title phrase, by index.
        clauses: Clauses about an office, by the word of the name that they lead to.
        appointed: Offices somebody is appointed to, by the word that ends the name before them.
        used: Indices of words that belong to somebody.
    """

    def __init__(self, line: Line, lexicon: Lexicon) -> None:
        self.line = line
        self.lexicon = lexicon
        self.used: set[int] = set()
        self.ends: dict[int, TitleEnd] = {}
        for index in range(len(line.words)):
            if (end := title_end(line, index, lexicon)) is not None:
                self.ends[index] = end
        found = [describing(line, end, lexicon) for end in self.ends.values()]
        self.clauses: dict[int, Clause] = {c.name: c for c in found if c is not None}
        found = [appointing(line, e, self.start_of(i), lexicon) for i, e in self.ends.items()]
        self.clauses |= {c.name: c for c in found if c is not None and not c.before}
        self.appointed = {c.name: c for c in found if c is not None and c.before}

    # looking at words -----------------------------------------------------------------

    def joined(self, index: int) -> bool:
        """Whether there is such a word and nothing parts it from the one before."""
        return index < len(self.line.words) and self.line.words[index].joined

    def text(self, index: int) -> str:
        """The stem of a word, empty beyond the last."""
        return self.line.words[index].text if index < len(self.line.words) else ""

    def person_at(self, index: int) -> bool:
        """Whether a name of a person of the pack or page covers a word."""
        atom = self.line.atom_at(self.line.words[index])
        return atom is not None and atom.kind is ActorKind.PERSON

    def honoured(self, index: int, end: int) -> bool:
        """Whether 동지, 씨 or the like follows a name that ends at ``end`` in a word."""
        following = self.text(index + 1) if self.joined(index + 1) else ""
        text = self.line.text[end : self.line.words[index].span.end] or following
        return self.lexicon.starting("person-honorifics", text) is not None

    def _in_office(self, word: Word) -> bool:
        """Whether a word may stand inside a title phrase."""
        named = self.line.atom_at(word) is not None
        return word.nominal or named or word.text in self.lexicon.words("former")

    def _within(self, index: int) -> bool:
        """Such a word, or [한울대] 교수, [도요외교연구소] 연구원, whatever is seen in the name."""
        word, title = self.line.words[index], self.ends.get(index + 1)
        if self._in_office(word) or title is None or not word.bare:
            return self._in_office(word)
        school = is_school(word.text, title.head, self.lexicon)
        return school or is_institute(word, word.text, self.lexicon)

    def leads_on(self, index: int, *, copula_only: bool) -> bool:
        """Whether the office that ends in a word may belong to the name after it."""
        word, end = self.line.words[index], self.ends.get(index)
        if word.tail in self.lexicon.words("copulas"):
            return True
        # 박 부상이 후렐수흐 대통령에게: a particle that the analyser takes for a part of the noun
        return word.bare and not copula_only and (end is None or not end.tail)

    # after a name ---------------------------------------------------------------------

    def after(self, last: int, end: int) -> tuple[Office, ...]:
        """The office after a name.

        Args:
            last: Index of the name's last word.
            end: Where the name ends.
        """
        word = self.line.words[last]
        appointed = self.appointed.get(last)
        if appointed is not None and appointed.end.index not in self.used:
            return (replace(self._of_clause(appointed), apart=True),)
        if word.stem.end > end:
            return self._attached(last, end)
        # 아소 다로 일본 외상: the analyser sees endings in 다로, but the name is the whole word;
        # 최한결(왼쪽)이: this ending stands behind the remark
        misread = word.span.end == end and word.stem.end < word.span.end
        return self._following(last) if word.bare or misread else ()

    def _attached(self, index: int, end: int) -> tuple[Office, ...]:
        """이시바총리, 뿌찐대통령동지께서."""
        title = self.ends.get(index)
        if title is None or title.end <= end:
            text = self.line.text[end : self.line.words[index].stem.end]
            honoured = text in self.lexicon.words("honorifics")
            return self._following(index) if honoured and self.line.words[index].bare else ()
        printed = self.line.text[end : title.end]
        office = Office(Span(end, title.end), printed, title.head, None, (), None, title.tail)
        return (office, *self._joined_to(index))

    def _following(self, last: int) -> tuple[Office, ...]:
        staff = self._of_staff(last + 1)
        if staff:
            return staff
        master = served(self.line, last, self.lexicon)
        end = self._first_end(last + 1) if master is None else master.held
        if end is None:
            return ()
        self.used.update(range(last + 1, end.index + 1))
        office = office_of(self.line, last + 1, end, self.lexicon)
        if self._tied_office(end.index):
            return (office, *self._following(end.index))
        return (office, *self._joined_to(end.index))

    def _of_staff(self, first: int) -> tuple[Office, ...]:
        """매트 매케나 [클린턴 전 대통령 대변인]: the office of who serves somebody known."""
        master = served(self.line, first, self.lexicon) if self.joined(first) else None
        if master is None:
            return ()
        end = master.staff
        self.used.update(range(first, end.index + 1))
        office = office_of(self.line, end.index, end, self.lexicon)
        span = Span(self.line.words[first].span.start, office.span.end)
        return (replace(office, span=span, of=master.name),)

    def _joined_to(self, index: int) -> tuple[Office, ...]:
        """What follows an office and 겸."""
        joiner = index + 1
        joins = self.joined(joiner) and self.text(joiner) in self.lexicon.words("joiners")
        return self._following(joiner) if joins else ()

    def _tied_office(self, index: int) -> bool:
        """A second office behind 이자 or 이며, opened by its body: 장관이자 국가안보회의 위원."""
        if self.line.words[index].tail not in self.lexicon.words("ties") or not self.joined(
            index + 1
        ):
            return False
        word = self.line.words[index + 1]
        atom = self.line.atom_at(word)
        named = atom is not None and atom.kind in {ActorKind.STATE, ActorKind.ORGANISATION}
        body = is_institute(word, word.text, self.lexicon) or is_organ(word.text, self.lexicon)
        return word.bare and (named or body) and self._first_end(index + 1) is not None

    def _first_end(self, first: int) -> TitleEnd | None:
        """The title that the words from ``first`` on lead to without a break."""
        best = None
        for index in range(first, min(first + LONGEST_OFFICE, len(self.line.words))):
            word = self.line.words[index]
            listed = index > first and best is None and word.gap in _MIDDLE_DOTS
            if not (word.joined or listed) or index in self.used or self.person_at(index):
                break
            if index in self.ends:
                best = self.ends[index]
            elif best is not None or self._parts(word) or not self._within(index):
                break
            if not word.bare:
                break
        return best

    def _parts(self, word: Word) -> bool:
        """사건 [이후] 대사를, [방북단-김용순] 비서: another begins behind it, or with it."""
        return _TWO_IN_ONE in word.text or word.text in self.lexicon.words("behind-happenings")

    def extended(self, end: TitleEnd) -> TitleEnd:
        """The title with a second one that goes on from it: 주지사 대행."""
        following = self.ends.get(end.index + 1)
        bare = self.line.words[end.index].bare
        return following if following is not None and bare and self.joined(end.index + 1) else end

    # before a name --------------------------------------------------------------------

    def before(self, first: int) -> tuple[Office, ...]:
        """The offices that lead to a name, in order of the text.

        Example:
            ``총비서이시며 국무위원장이신 경애하는 …`` gives two.
        """
        offices: list[Office] = []
        index = first - 1
        comrade = self._comrade(first)
        if first < len(self.line.words) and not self.line.words[first].joined:
            return ()
        while index >= 0 and self._praise(index):
            index -= 1
        clause = self.clauses.get(first)
        told = clause is not None and clause.end.index not in self.used
        if clause is not None and told:
            offices.append(self._of_clause(clause))
            index = self.start_of(clause.end.index) - 1
        while index >= 0 and index not in self.used:
            end = self.ends.get(index)
            joined = self.text(index + 1) in self.lexicon.words("joiners")
            apart = (bool(offices) or index < first - 1) and not joined
            if end is None or not self.leads_on(index, copula_only=apart):
                break
            if self.text(index) in self.lexicon.words("describing-nouns") and not comrade:
                # 무역상: with 동지 a minister, without it a trader.
                break
            start = self.start_of(index)
            if not self._only_describes(end):
                offices.insert(0, office_of(self.line, start, end, self.lexicon))
            self.used.update(range(start, index + 1))
            index = self._over_joiner(start - 1)
        return tuple(replace(o, apart=told) for o in offices)

    def of_one_name(
        self, before: tuple[Office, ...], after: tuple[Office, ...]
    ) -> tuple[Office, ...]:
        """Offices of one name, without what their bearer is at a meeting: 의장인 … 외교부장."""
        chairs = self.lexicon.words("chairs-beside-offices")
        tied = self.lexicon.words("copulas")
        kept = (o for o in before if o.title not in chairs or o.tail not in tied or o.body)
        return (*(kept if after else before), *after)

    def _only_describes(self, end: TitleEnd) -> bool:
        """중동 전문가인, 명목상 국가수반인: what somebody is counted as, not an office."""
        tied = end.tail in self.lexicon.words("copulas")
        return tied and end.head in self.lexicon.words("heads-that-describe")

    def stretch_before(self, first: int) -> tuple[int, int]:
        """Where the title phrase that ends before a word begins and ends; equal if none does."""
        if first - 1 not in self.ends:
            return 0, 0
        start = self.start_of(first - 1)
        return self.line.words[start].span.start, self.line.words[first - 1].span.end

    def _of_clause(self, clause: Clause) -> Office:
        """The office of a clause about it (외무차관을 지낸 …), taken off the line."""
        index = clause.end.index
        start = self.start_of(index)
        self.used.update(range(start, index + 1))
        return office_of(self.line, start, clause.end, self.lexicon)

    def _over_joiner(self, index: int) -> int:
        """국가리사회 위원장 겸 내각수상 …: the word before 겸, else the index itself."""
        joins = index > 0 and self.text(index) in self.lexicon.words("joiners")
        return index - 1 if joins and self.line.words[index].joined else index

    def _comrade(self, first: int) -> bool:
        """Whether 동지 or the like is written onto one of the next words."""
        texts = (self.text(index) for index in range(first, first + LONGEST_NAME))
        return any(self.lexicon.ending("comrade-honorifics", text) for text in texts)

    def _praise(self, index: int) -> bool:
        word = self.line.words[index]
        return word.span.of(self.line.text) in self.lexicon.words("honorific-adjectives")

    def start_of(self, index: int) -> int:
        """First word of the title phrase that ends in a word."""
        start = index
        while start > 0 and index - start < LONGEST_OFFICE and self.line.words[start].joined:
            previous = self.line.words[start - 1]
            if (start - 1) in self.used or self.person_at(start - 1):
                break
            if self._owner_with_particle(start - 1):
                return start - 1
            if not (previous.bare and self._in_office(previous)) or self._leads_in(previous):
                break
            start -= 1
        return start

    def _leads_in(self, word: Word) -> bool:
        """Nouns of time and place before an office: 같은 날 외무상 …, 회담후 대변인 …."""
        if word.text in self.lexicon.words("former"):
            return False
        if _DATE.fullmatch(word.text) or is_moment(word, self.lexicon):
            return True
        return any(word.text in self.lexicon.words(k) for k in ("lead-ins-office", "lead-ins"))

    def _owner_with_particle(self, index: int) -> bool:
        """A state with 의 before a title: 이집트의 대통령."""
        word = self.line.words[index]
        atom = self.line.atom_at(word)
        return word.tail == "의" and atom is not None and atom.kind is ActorKind.STATE

    def description(self, first: int, last: int, end: int) -> tuple[Office, ...]:
        """What stands before a name with 씨: 식당 주인 홍길순 씨.

        Args:
            first: Index of the name's first word.
            last: Of its last.
            end: Where the name ends.
        """
        rest = self.line.text[end : self.line.words[last].span.end] or self.text(last + 1)
        plain = self.lexicon.starting("describing-honorifics", rest) is not None
        if not plain or first == 0 or not self.line.words[first].joined:
            return ()
        word = self.line.words[first - 1]
        tied = word.bare or word.tail in self.lexicon.words("copulas")
        known = self.line.atom_at(word) is not None or self._leads_in(word)
        if not tied or known or not word.nominal or (first - 1) in self.used:
            return ()
        start = self.start_of(first - 1)
        span = Span(self.line.words[start].span.start, word.stem.end)
        self.used.update(range(start, first))
        return (Office(span, span.of(self.line.text), word.text, None, (), None, word.tail),)

    # bodies and states before a name --------------------------------------------------

    def completed(self, first: int, after: tuple[Office, ...]) -> tuple[int, tuple[Office, ...]]:
        """Offices after a name with the body or state that stands before it.

        Returns:
            Index of the word before which offices before the name end, and the offices.

        Example:
            ``외무성 김철산 부상`` is the office 외무성 부상.
        """
        index = self._body_before(first)
        if index is None and after and self._firm_before(first, after[0].head):
            index = first - 1
        if index is None or not after:
            return first, self._with_state(first, after)
        self.used.add(index)
        return index, (with_body(self.line, index, after[0], self.lexicon), *after[1:])

    def behind_body(self, first: int) -> bool:
        """Whether a body stands directly before a word (도서협회 [양무즈] 회장)."""
        return self._body_before(first) is not None

    def _body_before(self, first: int) -> int | None:
        if first == 0 or (first - 1) in self.used or not self.line.words[first].joined:
            return None
        word = self.line.words[first - 1]
        # 한결연구원 …: the end of an institute's name, which is a title too
        owner = is_institute(word, word.text, self.lexicon)
        owner = owner and (word.tail == "의" or word.text not in self.lexicon.heads)
        if not (word.bare or word.tail == "의") or ((first - 1) in self.ends and not owner):
            return None
        atom = self.line.atom_at(word)
        named = atom is not None and atom.kind is ActorKind.ORGANISATION
        ends = self.lexicon.ending("name-never-ends", word.text) is not None and word.proper
        body = ends or is_institute(word, word.text, self.lexicon)
        return first - 1 if named or body or is_organ(word.text, self.lexicon) else None

    def _firm_before(self, first: int, head: str) -> bool:
        """체인루프의 [리나 하트] 연구원, 신화통신사 [푸화] 사장: a name by what its people are."""
        if first == 0 or (first - 1) in self.used or not self.line.words[first].joined:
            return False
        word = self.line.words[first - 1]
        atom = self.line.atom_at(word)
        business = head in self.lexicon.words("business-heads")
        if atom is not None:
            return business and word.bare and atom.kind is ActorKind.MEDIUM
        unknown = not {"NNP", "UN"}.isdisjoint(word.tags)
        named = word.tail == "의" and unknown and len(word.text) >= _SHORTEST_FIRM
        return named and (business or head in self.lexicon.words("research-heads"))

    def _with_state(self, first: int, after: tuple[Office, ...]) -> tuple[Office, ...]:
        """The state directly before a name owns the title after it: 독일 … 총리."""
        if not after or after[0].of is not None or first == 0 or not self.joined(first):
            return after
        word = self.line.words[first - 1]
        atom = self.line.atom_at(word)
        if atom is None or atom.kind is not ActorKind.STATE or atom.rule == "prefix":
            return after
        whole = atom.span.end == word.span.end
        return (replace(after[0], of=atom.name), *after[1:]) if whole else after
