"""People, atoms and offices of a line → mentions.

Comes in: what the finders found in one line and the page's roster. Goes out: ``Mention``s.
Invariant: a mention's ``head`` lies in its ``span``; names inside a title are weak.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Named, Strength
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.offices import Body, Office
from haengbo.reading.mentions.people import Person
from haengbo.reading.mentions.roster import Roster, stranger_row


@dataclass(frozen=True, slots=True)
class Emitter:
    """Turns finds into mentions.

    Attributes:
        line: The line.
        roster: Who is who on the page.
        lexicon: The pack.
        credits: Where media are only credited.
        home: State of the outlet, or ``None``.
    """

    line: Line
    roster: Roster
    lexicon: Lexicon
    credits: tuple[Span, ...]
    home: str | None

    def person(self, person: Person) -> Iterable[Mention]:
        """A person, and as weak mentions the bodies that the title names."""
        row = (
            self.roster.choose(person.rows, person.offices)
            if person.rows
            else stranger_row(person, self.line.text)
        )
        if row is None:
            return
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
                of=self.owner(office, row) if office is not None else None,
                weak=number > 0,
            )
        for office in person.offices:
            yield from self.inside(office, self.owner(office, row))

    def owner(self, office: Office, row: ActorRow | None) -> str | None:
        """Of whom an office is: as the page says, else as the pack knows for this person."""
        if office.of is not None or row is None:
            return office.of
        roles = self.lexicon.names.roles_of(row.name)
        matching = [r for r in roles if r.title.endswith(office.head)]
        now = [r for r in matching if self.roster.day and r.held_on(self.roster.day)]
        for role in (*now, *matching, *roles):
            return role.of
        return row.state or self.state_of_bodies(office)

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
        printed = f"{state} {body.name}" if state and not body.owns else body.name
        name = self.lexicon.names.canonical(printed) or printed
        return Mention(
            body.span, name, ActorKind.ORGANISATION, "title-body", 0.8, body.span, weak=True
        )

    def atom(
        self, atom: Atom, state: str | None = None, *, weak: bool = False
    ) -> Iterable[Mention]:
        """A name of the pack, and the state that an organ's name begins with."""
        row = self.denoted(atom, state)
        if row is None:
            return
        credited = any(span.contains(atom.span) for span in self.credits)
        weak = weak or credited or atom.rule == "prefix"
        span = atom.whole or atom.span
        yield Mention(
            span, row.name, row.actor_kind, atom.rule, atom.confidence, atom.span, weak=weak
        )
        if row.actor_kind is ActorKind.ORGANISATION:
            yield from self._owner_state(atom, row)

    def _owner_state(self, atom: Atom, row: Named) -> Iterable[Mention]:
        printed = atom.span.of(self.line.text)
        first = printed.split(" ")[0]
        hit = self.lexicon.names.claimed(first) if " " in printed else None
        name = hit.row.name if hit is not None and hit.row is not None else None
        name = name or self.lexicon.names.letters.get(first)
        if name is not None and name == row.state:
            span = Span(atom.span.start, atom.span.start + len(first))
            yield Mention(span, name, ActorKind.STATE, "owner", 0.9, span, weak=True)

    def denoted(self, atom: Atom, state: str | None) -> Named | None:
        """The row that an atom denotes here."""
        if atom.kind is ActorKind.PERSON:
            people = tuple(row for row in atom.rows if isinstance(row, ActorRow))
            return self.roster.choose(people, ())
        if atom.strength is Strength.DEFAULT:
            return self._by_state(atom, state)
        return atom.rows[0] if len(atom.rows) == 1 else self._by_state(atom, state)

    def _by_state(self, atom: Atom, state: str | None) -> Named | None:
        claims = [row for _, row in self.lexicon.names.all_claiming(atom.span.of(self.line.text))]
        rows = claims or list(atom.rows)
        for wanted in (state, *self._states_before(atom), self.home):
            fitting = [row for row in rows if wanted is not None and row.state == wanted]
            if len(fitting) == 1 and (wanted == state or len(atom.rows) > 1):
                return fitting[0]
        return atom.rows[0] if len(atom.rows) == 1 else None

    def _states_before(self, atom: Atom) -> Iterable[str]:
        for other in reversed(self.line.atoms):
            if other.span.end <= atom.span.start and other.kind is ActorKind.STATE and other.name:
                yield other.name
