"""Strangers of a page → rows for them, or the row of somebody known under another spelling.

Comes in: people found line by line. Goes out: ``ActorRow``s with the forms by which the page may
call them again. Invariant: a row with an ``id`` that begins with ``page:`` is nobody of the pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Strength
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.offices import names_northern_ministry
from haengbo.reading.mentions.person import Person
from haengbo.reading.mentions.transliteration import alike, sound_keys, southern, without_patronymic
from haengbo.reading.mentions.words import Word

#: Consonants that two names must share before they may be one.
_SHORTEST_KEY = 5
#: Words of a name with both families.
_TWO_FAMILIES = 3


@dataclass(frozen=True, slots=True)
class Newcomers:
    """What is needed to name strangers.

    Attributes:
        lexicon: The pack.
        northern: Whether the page is written in Northern spelling.
        displaced: Family names of the pack that strangers of the page bear.
    """

    lexicon: Lexicon
    northern: bool
    displaced: frozenset[str] = frozenset()

    def rows(self, people: Iterable[tuple[Person, str]]) -> tuple[ActorRow, ...]:
        """Rows for everybody whose forms the pack does not give.

        Args:
            people: Each with the text of the bare name.
        """
        rows: dict[str, ActorRow] = {}
        for person, name in people:
            row = self._row(person, name, tuple(rows.values()))
            if row is not None:
                old = rows.get(row.name)
                strong = dict.fromkeys((*(old.strong if old else ()), *row.strong))
                rows[row.name] = replace(row, strong=tuple(strong))
        return _without_families(rows)

    def _row(self, person: Person, name: str, so_far: tuple[ActorRow, ...]) -> ActorRow | None:
        if not person.stranger:
            if person.rows[0] in self.lexicon.readings.get(name, ()):
                return replace(person.rows[0], strong=(name,))  # 왕의(王毅), later 왕의 부장
            return None if name in self.displaced else self._with_family(person, name)
        family, called = self._family(person, name), self._called(person, name)
        known = self._read(name, person) or self._in_office(name, person)
        known = known or self._same_sound(name, person, so_far)
        forms = tuple(f for f in (name, family, called, self._father(name, person)) if f)
        if known is not None:
            return replace(known, strong=forms)
        canonical = name
        states = {office.of for office in person.offices}
        spelt_so = states & self.lexicon.words("states-spelt-alike")
        if " " in name and self.northern and not spelt_so:
            canonical = southern(self._plain(name), self.lexicon.transliteration)
        served = {self.lexicon.names.state_of(of) for of in states if of is not None}
        state = served.pop() if len(served) == 1 else None
        return ActorRow(
            id=f"page:{canonical}", kind="person", name=canonical, strong=forms, state=state
        )

    def _with_family(self, person: Person, name: str) -> ActorRow | None:
        """Somebody known whose family name alone the pack does not give.

        Of a name cut at its end the last word too: 발데스 of 살바도르 발데스 (메사).
        """
        whole = person.rows[0].name
        forms = (whole, name) if whole.startswith(f"{name} ") else (whole,)
        families = (self._family(person, form) for form in forms)
        strong = tuple(dict.fromkeys(f for f in families if f is not None))
        if not strong or len(person.rows) != 1:
            return None
        return replace(person.rows[0], strong=strong)

    def _plain(self, name: str) -> str:
        return without_patronymic(name, tuple(self.lexicon.words("patronymics")))

    def _family(self, person: Person, name: str) -> str | None:
        parts = name.split()
        if len(parts) == 1:
            return self._of_two_syllables(name)
        titled = (self.lexicon.names.title_in(office.title) for office in person.offices)
        states = {office.of for office in person.offices}
        # 내각정보관, 중의원 의원: an office of one state alone
        states |= {row.state for row in titled if row is not None and row.state}
        unsaid = not self.northern and not states - {None}
        named = unsaid and any(names_northern_ministry(office) for office in person.offices)
        first = named or parts[-1] in self.lexicon.words("given-names-behind")
        # 라슬로 네메트 헝가리 외무장관: printed in the order of the West
        western = parts[0] in self.lexicon.words("given-names")
        first = first or (bool(states & self.lexicon.words("family-first")) and not western)
        family = parts[0] if first else parts[-1]
        return None if len(family) == 1 or self._taken(family) else family

    def _of_two_syllables(self, name: str) -> str | None:
        """남궁 of 남궁솔: a family name that may stand alone before a title."""
        family = self.lexicon.starting("surnames-two", name)
        return family if family is not None and len(family) < len(name) else None

    def _father(self, name: str, person: Person) -> str | None:
        """사리나스 of 리카르도 사리나스 푼토: the first of two family names, as in Spanish."""
        words, states = name.split(), {office.of for office in person.offices}
        if len(words) < _TWO_FAMILIES or not states & self.lexicon.words("states-of-two-families"):
            return None
        father = words[-2]
        other = any(father in self.lexicon.words(k) for k in ("given-names", "name-links"))
        return None if other or len(father) == 1 or self._taken(father) else father

    def _called(self, person: Person, name: str) -> str | None:
        """The given name, where people are called by it: 솜차이 of 솜차이 분야랏."""
        words, states = name.split(), {office.of for office in person.offices}
        if states & self.lexicon.words("called-by-first-word"):
            called = words[0]
        elif states & self.lexicon.words("called-by-last-word"):
            called = words[-1]
        else:
            return None
        good = len(words) > 1 and len(called) > 1 and not self._taken(called)
        return called if good else None

    def _taken(self, form: str) -> bool:
        """Whether the pack knows somebody by that form."""
        hit = self.lexicon.names.claimed(form) if form not in self.displaced else None
        return hit is not None and any(row.actor_kind is ActorKind.PERSON for row in hit.rows)

    def _read(self, name: str, person: Person) -> ActorRow | None:
        """송도 중국공산당 부장: who has an office there and whose characters are read so.

        Where no state is said, the office must be one that he held: 전기침외교부장.
        """
        names = self.lexicon.names
        lands = {names.state_of(o.of) or o.of for o in person.offices if o.of is not None}
        heads = tuple(office.head for office in person.offices)
        fitting = []
        for row in self.lexicon.readings.get(name, ()):
            held = names.roles_of(row.name)
            there = bool(lands & {names.state_of(role.of) or role.of for role in held})
            if there or (not lands and any(role.title.endswith(heads) for role in held)):
                fitting.append(row)
        return fitting[0] if len(fitting) == 1 else None

    def _in_office(self, name: str, person: Person) -> ActorRow | None:
        """케인 미 합참의장: the only one of that family who ever held the office."""
        names = self.lexicon.names
        held = {(names.state_of(o.of or "") or o.of, o.head) for o in person.offices}
        fitting = [
            row
            for row in self.lexicon.families.get(name, ())
            if any((of, r.title) in held for r in names.roles_of(row.name) for of in (r.of, None))
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _same_sound(
        self, name: str, person: Person, so_far: tuple[ActorRow, ...]
    ) -> ActorRow | None:
        """Somebody whose name has the same consonants, word by word, and looks alike.

        드미트리 카르포프 is not 드미트로 쿨레바, though k-r-b is both; nor does one serve another
        state than the other.
        """
        parts = self._plain(name).split()
        if len(parts) == 1:
            return None
        keys = sound_keys(" ".join(parts), self.lexicon.transliteration)
        if len("".join(keys)) < _SHORTEST_KEY:
            return None
        rules = self.lexicon.transliteration
        same = [r for r in so_far if sound_keys(r.name, rules) == keys]
        row = same[0] if same else self.lexicon.sounds.get(keys)
        if row is None or not alike(" ".join(parts), row.name, rules):
            return None
        states = {office.of for office in person.offices if office.of is not None}
        states = {s for of in states if (s := self.lexicon.names.state_of(of)) is not None}
        home = self.lexicon.names.state_of(row.name) or row.state
        return row if home is None or not states or home in states else None


def _without_families(rows: dict[str, ActorRow]) -> tuple[ActorRow, ...]:
    """Leave out strangers whose name is the family name of somebody named in full."""
    families = {form for row in rows.values() for form in row.strong if len(form) < len(row.name)}
    return tuple(row for row in rows.values() if row.name not in families)


def with_newcomers(line: Line, rows: Sequence[ActorRow], lexicon: Lexicon) -> Line:
    """The line with the names of the page's newcomers among its atoms."""
    found: list[Atom] = []
    forms = sorted(
        {(form, row) for row in rows for form in (row.name, *row.strong)}, key=longest_first
    )
    kept = list(line.atoms)
    for form, row in forms:
        # 하야시 inside 하야시다, somebody whom the page introduces
        inside = [a for a in kept if a.kind is ActorKind.PERSON and len(a.span) < len(form)]
        taken = [a.span for a in (*kept, *found) if a not in inside]
        spans = _occurrences(line, form, lexicon)
        free = (s for s in spans if not any(s.overlaps(other) for other in taken))
        new = [Atom(s, (row,), Strength.STRONG, "introduced", 0.9) for s in free]
        kept = [a for a in kept if not any(n.span.overlaps(a.span) for n in new)]
        found.extend(new)
    if not found:
        return line
    atoms = sorted((*kept, *found), key=lambda a: (a.span.start, -a.span.end))
    return replace(line, atoms=tuple(atoms))


def longest_first(pair: tuple[str, ActorRow]) -> tuple[int, str, str]:
    """Order of names to look for; of two people with one form it hangs on no seed of hashes."""
    return (-len(pair[0]), pair[0], pair[1].name)


def _occurrences(line: Line, form: str, lexicon: Lexicon) -> Iterable[Span]:
    """Where a form stands as a word: alone, or before a particle, honorific or title.

    In remarks too: 산림청(청장 홍길산)은.
    """
    words = (*line.words, *(word for remark in line.remarks for word in remark))
    starts = {word.span.start for word in words}
    start = line.text.find(form, line.sentence.span.start, line.sentence.span.end)
    while start >= 0:
        span = Span(start, start + len(form))
        last = next((w for w in words if w.span.start < span.end <= w.span.end), None)
        if start in starts and last is not None:
            rest = line.text[span.end : last.span.end]
            if _ends(rest, last, span, lexicon):
                yield span
        start = line.text.find(form, span.end, line.sentence.span.end)


def _ends(rest: str, word: Word, span: Span, lexicon: Lexicon) -> bool:
    """Whether what is written onto a form leaves it a name."""
    if not rest or word.border(span.end) or word.stem.end == span.end:
        return True
    followed = any(lexicon.starting(key, rest) for key in ("name-particles", "honorifics"))
    return followed or rest in lexicon.heads
