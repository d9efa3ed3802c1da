"""People, atoms and offices of a line → mentions.

Comes in: what the finders found in one line and the page's roster. Goes out: ``Mention``s.
Invariant: a mention's ``head`` lies in its ``span``; names inside a title are weak.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Named, Strength
from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.mentions.atoms import Atom, owner_in, states_by_name
from haengbo.reading.mentions.bodies import Body, organ_name, parent_of, written_on
from haengbo.reading.mentions.credits import byline_spans, credit_spans
from haengbo.reading.mentions.ground import is_ground
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.offices import Office
from haengbo.reading.mentions.owners import Owners
from haengbo.reading.mentions.person import Person
from haengbo.reading.mentions.perspective import Perspective
from haengbo.reading.mentions.roster import Roster

#: Whose ministries had other names.
_SOUTH = "한국"
#: Every page of this field speaks of it.
_NORTH = "북한"


class Emitter(msgspec.Struct, frozen=True):
    """Turns finds into mentions.

    Attributes:
        line: The line.
        roster: Who is who on the page.
        lexicon: The pack.
        perspective: From where the page is written.
        present: Ids of rows that the page names beyond doubt.
        recent: The last state of foreign names that earlier lines named.
        earlier: States that the line before speaks of, the last one first.
        bodies: Ids of what earlier lines name beyond doubt.
        spoken: States that the page speaks of, by themselves or by somebody of them.
        near: Ids of bodies that act in the line before.
        named: Names of bodies that earlier lines name, whether the pack knows them or not.
    """

    line: Line
    roster: Roster
    lexicon: Lexicon
    perspective: Perspective
    present: frozenset[str]
    recent: str | None = None
    earlier: tuple[str, ...] = ()
    bodies: frozenset[str] = frozenset()
    spoken: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()

    def person(self, person: Person) -> Iterable[Mention]:
        """A person, and as weak mentions the bodies that the title names."""
        row = self.roster.choose(person.rows, person.offices)
        if row is None:
            return
        owners = self._offices().all(person, row)
        first = person.offices or (None,)
        for number, office in enumerate(first):
            yield Mention(
                span=person.span,
                name=row.name,
                kind=ActorKind.PERSON,
                rule=person.rule,
                confidence=person.confidence,
                head=person.head,
                title=office.title if office is not None else None,
                of=owners[number] if office is not None else None,
                weak=number > 0,
            )
        for office, owner in zip(person.offices, owners, strict=True):
            yield from self.inside(office, owner)

    def owner(self, office: Office, row: ActorRow, position: int) -> str | None:
        """Of whom an office is: as the page says, as the pack knows, as the context suggests."""
        return self._offices().of(office, row, position)

    def _offices(self) -> Owners:
        return Owners(
            self.line,
            self.roster,
            self.lexicon,
            self.perspective,
            self.present,
            self.recent,
            self.earlier,
            self.spoken,
            self.state_of_bodies,
        )

    def state_of_bodies(self, office: Office) -> str | None:
        """The state of a body that the title names, by default the outlet's own."""
        for atom in office.inner:
            row = self.denoted(atom, None)
            if row is not None and not isinstance(row, ActorRow):
                continue
            if row is not None and row.state:
                return row.state
        return None

    def inside(self, office: Office, of: str | None) -> Iterable[Mention]:
        """States and bodies named inside a title."""
        state = of if of and self.lexicon.names.state_of(of) == of else None
        for atom in office.inner:
            yield from self.atom(atom, state, weak=True)
        if office.body is not None:
            yield self.body(office.body, state)

    def body(self, body: Body, state: str | None) -> Mention:
        """An organisation that the pack does not know; an organ bears its state's name."""
        name = self.lexicon.names.canonical(body.name) or body.name
        if state is not None and not body.owns:
            name = organ_name(state, body.name, self.lexicon, self.perspective.home)
        return Mention(
            body.span, name, ActorKind.ORGANISATION, "title-body", 0.8, body.span, weak=True
        )

    def atom(
        self, atom: Atom, state: str | None = None, *, weak: bool = False
    ) -> Iterable[Mention]:
        """A name of the pack, and the state or party that a longer name begins with."""
        row = self.denoted(atom, state)
        if row is None or self._publisher(atom, row):
            return
        rule = "location" if self._location(atom) else atom.rule
        weak = weak or rule in {"location", "prefix"} or self._credited(atom)
        span = atom.whole or atom.span
        kind = row.actor_kind
        yield Mention(span, row.name, kind, rule, atom.confidence, atom.span, weak=weak)
        if kind in {ActorKind.ORGANISATION, ActorKind.PLACE}:
            yield from self._owner(atom, row)

    def _owner(self, atom: Atom, row: Named) -> Iterable[Mention]:
        owner = owner_in(atom, self.line.text, self.lexicon) or self._written_on(atom)
        if owner is None or owner.name is None:
            return
        of_organ = row.actor_kind is ActorKind.ORGANISATION and owner.kind is ActorKind.STATE
        of_house = row.actor_kind is ActorKind.PLACE and owner.kind is ActorKind.ORGANISATION
        of_body = " " in owner.name and row.name.startswith(f"{owner.name} ")
        # 중국 공산당 대외연락부: the party is written out
        apart = " " in owner.span.of(self.line.text)
        of_party = apart and parent_of(row.name, self.lexicon) == owner.name
        if of_organ or of_house or of_body or of_party:
            yield Mention(owner.span, owner.name, owner.kind, "owner", 0.9, owner.span, weak=True)

    def _written_on(self, atom: Atom) -> Atom | None:
        """The state in 로씨야외무성, if its name is not only a letter (미국무성)."""
        span = written_on(atom, self.line.text, self.lexicon)
        if span is None or atom.state is None or len(span) == 1:
            return None
        rows = states_by_name(self.lexicon, atom.state)
        return Atom(span, rows, Strength.STRONG, "owner", 0.9) if rows else None

    def _credited(self, atom: Atom) -> bool:
        return any(span.contains(atom.span) for span in credit_spans(self.line))

    def _publisher(self, atom: Atom, row: Named) -> bool:
        """The page's own outlet in its dateline or byline is no actor."""
        if row.actor_kind is not ActorKind.MEDIUM:
            return False
        for span in byline_spans(self.line):
            if span.contains(atom.span):
                stretch = span.of(self.line.text)
                own = row.name == self.perspective.outlet and "=" in stretch
                return own or "기자" in stretch
        return False

    def _location(self, atom: Atom) -> bool:
        """Whether a state only says where a town or meeting is: 캐나다 …에서, 벨기에 브뤼셀."""
        if atom.kind is not ActorKind.STATE or atom.whole is not None or atom.rule == "prefix":
            return False
        return is_ground(self.line, atom, self.lexicon)

    def denoted(self, atom: Atom, state: str | None) -> Named | None:
        """The row that an atom denotes here."""
        if atom.kind is ActorKind.PERSON:
            people = tuple(row for row in atom.rows if isinstance(row, ActorRow))
            return self.roster.choose(people, ())
        row = self._by_context(atom, state)
        then = self._then(atom)
        if then is not None and state is None:
            row = self._named_then(then) if then else self._acting_body(atom)
            row = None if then and self._elsewhere_then(atom) else row
        if atom.strength is Strength.STRONG and len(atom.rows) == 1:
            row = atom.rows[0]
        if row is None or self._belongs_elsewhere(atom, row) or self._house_abroad(atom, row):
            return None
        return row

    def _then(self, atom: Atom) -> str | None:
        """외무부 in 1994 is the ministry at home, 외교부 none; ``None``: as it is today."""
        if self.perspective.home != _SOUTH or self.roster.day is None:
            return None
        form = atom.span.of(self.line.text)
        for row in self.lexicon.words("bodies-then"):
            name, _, until = row.partition("=")[2].partition("@")
            if row.startswith(f"{form}=") and self.roster.day[: len(until)] <= until:
                return name
        return None

    def _elsewhere_then(self, atom: Atom) -> bool:
        """Whether a state stands before it, or another one acts: 러시아는 … 외무부."""
        before = (a for a in self.line.atoms if a.span.end == atom.span.start - 1)
        beside = any(a.kind is ActorKind.STATE for a in before)
        return beside or self.acting_state(atom.span.start) not in {None, _SOUTH}

    def _named_then(self, name: str) -> Named | None:
        return next(iter(self.lexicon.names.named(name)), None)

    def _acting_body(self, atom: Atom) -> Named | None:
        """북한은 … 외교부 성명을: the body of whoever acts, where home has none called so."""
        form = atom.span.of(self.line.text)
        acting = self.acting_state(atom.span.start)
        states = self.lexicon.words("koreas") - {_SOUTH} if acting is None else {acting}
        rows = (r for state in states for r in self.lexicon.names.named(f"{state} {form}"))
        return next((r for r in rows if acting is not None or r.id in self.present), None)

    def _house_abroad(self, atom: Atom, row: Named) -> bool:
        """국회 where another state acts: 이시바 총리는 국회에서 …."""
        if atom.span.of(self.line.text) not in self.lexicon.words("houses-alone"):
            return False
        return row.state == self.perspective.home and self._another_acts(atom.span.start)

    def _quoted_abroad(self, atom: Atom) -> bool:
        """멕시코 정부는 “외교부가 …”고 밝혔다: their own ministry, not that of the outlet."""
        quote = self.line.sentence.quote_at(atom.span.start)
        if quote is None or atom.state != self.perspective.home:
            return False
        return self._another_acts(quote.outer.start)

    def _another_acts(self, position: int) -> bool:
        """Whether a third state acts before a position: neither the outlet's own nor the North."""
        return self.acting_state(position) not in {None, self.perspective.home, "북한"}

    def acting_state(self, position: int) -> str | None:
        """The state that is subject or topic before a position, or whose person is."""
        for atom in reversed(self.line.atoms):
            if atom.span.end > position or atom.whole is not None or atom.name is None:
                continue
            acts = self._tail_of(atom) in self.lexicon.words("acting-particles")
            if atom.kind is ActorKind.STATE and acts:
                return atom.name
            if atom.kind is ActorKind.PERSON:
                return self.lexicon.names.state_of(atom.name) or atom.state
        return None

    def acting_bodies(self) -> frozenset[str]:
        """Ids of bodies that are subject or topic of the line, themselves or by a spokesman."""
        return frozenset(
            atom.rows[0].id
            for atom in self.line.atoms
            if atom.kind is ActorKind.ORGANISATION and len(atom.rows) == 1 and self._acts(atom)
        )

    def _acts(self, atom: Atom) -> bool:
        """일본 외무성[은], 일본 외무성 대변인[은]; not 일본 외무성 국장은."""
        index = self.line.word_index(atom.span.end - 1)
        if index == len(self.line.words):
            return False  # in a bracket at the end
        word, after = self.line.words[index], self.line.words[index + 1 : index + 2]
        spoken_for = word.bare and after and after[0].text in self.lexicon.words("embassy-people")
        tail = after[0].tail if spoken_for else word.tail
        return tail in self.lexicon.words("acting-particles")

    def _tail_of(self, atom: Atom) -> str:
        """The particle behind a state, or behind its government: 멕시코 정부[는]."""
        index = self.line.word_index(atom.span.end - 1)
        word, after = self.line.words[index], self.line.words[index + 1 : index + 2]
        governs = after and after[0].text in self.lexicon.words("government-words")
        return after[0].tail if word.bare and governs else word.tail

    def _belongs_elsewhere(self, atom: Atom, row: Named) -> bool:
        """Another state or its organ stands directly before: 리비아 인민해방군 is not China's."""
        organ = isinstance(row, ActorRow) and row.type == "organ"  # 몽골 [검찰]: no one state's
        if row.actor_kind is not ActorKind.ORGANISATION or (row.state is None and not organ):
            return False
        start = atom.span.start
        before = [a for a in self.line.atoms if a.span.end in {start - 1, start}]
        states = {a.state for a in before if a.whole is None and a.state is not None}
        return bool(states) and row.state not in states

    def _by_context(self, atom: Atom, state: str | None) -> Named | None:
        """Of rows that share a form: the title's state's, the page's, the last state's, home's."""
        form = atom.span.of(self.line.text)
        rows = [row for _, row in self.lexicon.names.all_claiming(form)] or list(atom.rows)
        owned = _only(row for row in rows if state is not None and row.state == state)
        if owned is not None:
            return owned
        if atom.strength is Strength.DEFAULT and len(atom.rows) == 1:
            if state is not None or self._quoted_abroad(atom):
                return None
            abroad = self._just_named(atom, rows) or self._ministry_abroad(atom, rows)
            return abroad or self._usual(atom, rows)
        named = _only(row for row in rows if row.id in self.present)
        if named is not None:
            return named
        sure = atom.strength is not Strength.SHORT
        home = (self.perspective.home,) if sure else ()
        for wanted in (*self._states_before(atom), *self.earlier[:1], *home):
            if (fitting := _only(row for row in rows if row.state == wanted)) is not None:
                return fitting
        return atom.rows[0] if sure and len(atom.rows) == 1 else None

    def _just_named(self, atom: Atom, rows: list[Named]) -> Named | None:
        """일본 외무성은 항의했다. 외무성은 북한에 …: the one of the line before, where it goes on.

        Not of the state that the line names (외무성은 일본을 비난했다), nor in place of home's.
        """
        usual = rows[0]
        if atom.state in {None, self.perspective.home} or usual.id in self.near:
            return None
        form, names = atom.span.of(self.line.text), self.lexicon.names
        told = {a.name for a in self.line.atoms if a.kind is ActorKind.STATE}
        states = sorted(self.spoken - {atom.state} - told)
        owned = (row for state in states for _, row in names.all_claiming(f"{state} {form}"))
        found = {row.id: row for row in owned if row.id in self.near}
        acting = self.acting_state(atom.span.start)
        return _only(found.values()) if acting != atom.state else None

    def _ministry_abroad(self, atom: Atom, rows: list[Named]) -> Named | None:
        """왕이가 중국 외교부에서 회담했다. 외교부는 …: the one that an earlier line named.

        Only on a page that names neither the state of the usual one nor anybody of it.
        """
        if atom.state in self.spoken or atom.rows[0].id in self.bodies:
            return None
        form, names = atom.span.of(self.line.text), self.lexicon.names
        states = sorted(self.spoken - {_NORTH})
        owned = (row for state in states for _, row in names.all_claiming(f"{state} {form}"))
        named = {row.id: row for row in (*rows, *owned) if row.id in self.bodies}
        return _only(named.values()) if named else self._composed(atom, form, states)

    def _composed(self, atom: Atom, form: str, states: list[str]) -> Named | None:
        """페루 외교부는 밝혔다. 외교부는 …: one that the pack does not know.

        An official without a name (외교부 당국자) is of the outlet's own.
        """
        after = self.line.words[self.line.word_index(atom.span.end - 1) + 1 :][:1]
        if after and after[0].text in self.lexicon.words("officials-at-home"):
            return None
        found = [(s, f"{s} {form}") for s in states if f"{s} {form}" in self.named]
        if len(found) != 1:
            return None
        state, name = found[0]
        return ActorRow(
            id=f"page:{name}", kind="organisation", name=name, type="organ", state=state
        )

    def _usual(self, atom: Atom, rows: list[Named]) -> Named | None:
        """외무부 is Russia's only where Russia is spoken of: elsewhere it may be anybody's."""
        usual = atom.rows[0]
        here = {self.perspective.home, _NORTH, *self.spoken}
        known = len(rows) == 1 or usual.state in here or usual.id in self.bodies
        return usual if known else None

    def _states_before(self, atom: Atom) -> Iterable[str]:
        """States and the states of people named before in the line, the last one first."""
        before = (a for a in reversed(self.line.atoms) if a.span.end <= atom.span.start)
        return states_named(before, self.lexicon)


def states_named(atoms: Iterable[Atom], lexicon: Lexicon) -> Iterable[str]:
    """States that atoms name, or whose people they name, in the order of the atoms."""
    for atom in atoms:
        if atom.whole is not None or atom.name is None:
            continue
        if atom.kind is ActorKind.STATE:
            yield atom.name
        elif atom.kind is ActorKind.PERSON and (state := lexicon.names.state_of(atom.name)):
            yield state


def _only(rows: Iterable[Named]) -> Named | None:
    found = list(rows)
    return found[0] if len(found) == 1 else None
