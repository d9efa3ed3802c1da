"""Document → mentions of actors and entities."""

from __future__ import annotations

from collections.abc import Iterable

from haengbo.knowledge.gazetteer import Strength
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.document import Document
from haengbo.reading.mentions.allegiance import last_foreign_state
from haengbo.reading.mentions.credits import byline_spans, in_byline, signature
from haengbo.reading.mentions.emit import Emitter, states_named
from haengbo.reading.mentions.lexicon import Lexicon, lexicon_of
from haengbo.reading.mentions.line import Line, line_of
from haengbo.reading.mentions.namesakes import (
    after_namesakes,
    displaced,
    without_namesakes,
)
from haengbo.reading.mentions.newcomers import Newcomers, with_newcomers
from haengbo.reading.mentions.organisations import find_organisations
from haengbo.reading.mentions.people import find_people
from haengbo.reading.mentions.person import Person
from haengbo.reading.mentions.perspective import perspective_of
from haengbo.reading.mentions.pronouns import Resolver
from haengbo.reading.mentions.recurring import recurring_people
from haengbo.reading.mentions.roster import roster_of
from haengbo.reading.mentions.shortforms import find_holders, find_short_forms
from haengbo.reading.mentions.told import told_offices


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Every place where somebody or something is named, bound to whom it denotes.

    Example:
        ``최선희 북한 외무상이 평양에서 …`` gives a person with a title, the state in the title
        (weak) and a place.
    """
    lexicon = lexicon_of(document.knowledge)
    perspective = perspective_of(document, lexicon)
    lines = [line_of(document, s, perspective, lexicon) for s in document.sentences]
    lines = [without_namesakes(line, lexicon) for line in lines]
    first = [_people(line, lexicon) for line in lines]
    introduced = [person for found in first for person in found]
    introduced += recurring_people(lines, introduced, lexicon)
    taken = displaced(introduced, lines, document.text, lexicon)
    newcomers = Newcomers(lexicon, perspective.northern, taken)
    rows = newcomers.rows((person, person.head.of(document.text)) for person in introduced)
    renewed = [with_newcomers(after_namesakes(line, taken), rows, lexicon) for line in lines]
    # A line without newcomers is the same line with the same people
    people = [
        found if line is old else _people(line, lexicon)
        for line, old, found in zip(renewed, lines, first, strict=True)
    ]
    lines = renewed
    everybody = tuple(person for found in people for person in found)
    day = document.article.published_day
    roster = roster_of(everybody, document.text, lexicon, day)
    present = _present(lines)
    at_home = _speaks_of(perspective.home, lines)
    atoms = [atom for line in lines for atom in line.atoms]
    sure = (a for a in atoms if a.strength is Strength.STRONG and len(a.rows) == 1)
    owning = {state for a in sure if (state := a.rows[0].state) is not None}
    spoken_of = owning | set(states_named(atoms, lexicon))
    bodies: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    told_bodies: frozenset[str] = frozenset()
    mentions: list[Mention] = []
    emitters: list[Emitter] = []
    recent: str | None = None
    earlier: tuple[str, ...] = ()
    for line, found in zip(lines, people, strict=True):
        spoken = frozenset(spoken_of | {perspective.home} if at_home else spoken_of)
        emitter = Emitter(
            line,
            roster,
            lexicon,
            perspective,
            present,
            recent=recent,
            earlier=earlier,
            bodies=bodies,
            spoken=spoken,
            near=near,
            named=told_bodies,
        )
        emitters.append(emitter)
        told = _line_mentions(emitter, found)
        mentions.extend(told)
        told_bodies |= {m.name for m in told if m.kind is ActorKind.ORGANISATION}
        earlier = tuple(states_named(reversed(line.atoms), lexicon))
        recent = last_foreign_state(line, lexicon) or recent
        near = emitter.acting_bodies()
        bodies |= _present([line])
    mentions += (
        m for m in signature(document, lexicon) if m.span not in {o.span for o in mentions}
    )
    named = _sorted(mentions)
    pronouns = Resolver(tuple(lines), named, lexicon, perspective.home).resolve()
    pointed = _sorted([*named, *pronouns])
    return _sorted([*pointed, *told_offices(emitters, pointed)])


def _sorted(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """In order of the text, without repeats."""
    # A set would leave the order of equals to the seed of the hashes
    return tuple(sorted(dict.fromkeys(mentions), key=_place))


def _place(mention: Mention) -> tuple[Span, Span, str, bool, str]:
    """Order of the text; of two offices of one person the one that counts first."""
    return (mention.span, mention.head, mention.name, mention.weak, mention.title or "")


def _people(line: Line, lexicon: Lexicon) -> tuple[Person, ...]:
    return tuple(p for p in find_people(line, lexicon) if not in_byline(p, line, lexicon))


def _present(lines: Iterable[Line]) -> frozenset[str]:
    """Ids of organisations that the page names beyond doubt."""
    return frozenset(
        atom.rows[0].id
        for line in lines
        for atom in line.atoms
        if atom.strength is not Strength.SHORT and len(atom.rows) == 1
    )


def _speaks_of(state: str, lines: Iterable[Line]) -> bool:
    """Whether the page names a state, its people or its bodies by more than a shared form."""
    return any(
        state in (row.state, row.name)
        for line in lines
        for atom in line.atoms
        if atom.strength is Strength.STRONG or atom.kind is not ActorKind.ORGANISATION
        for row in atom.rows
        if row.actor_kind in _ACTING
    )


#: Kinds of names whose state a page speaks of; not media, not places.
_ACTING = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}


def _line_mentions(emitter: Emitter, people: tuple[Person, ...]) -> tuple[Mention, ...]:
    offices = [office for person in people for office in person.offices]
    covered = [person.head for person in people] + [office.span for office in offices]
    covered += [atom.span for office in offices for atom in office.inner]
    found = [mention for person in people for mention in emitter.person(person)]
    shorter = tuple(find_short_forms(emitter, tuple(p.span for p in people)))
    covered += [mention.span for mention in shorter]
    found.extend(shorter)
    found.extend(find_holders(emitter, tuple(covered)))
    for atom in emitter.line.atoms:
        known = atom.kind is not ActorKind.PERSON
        if known and not any(span.contains(atom.span) for span in covered):
            found.extend(emitter.atom(atom))
    taken = (*covered, *(m.span for m in found), *byline_spans(emitter.line))
    found.extend(find_organisations(emitter, taken))
    return tuple(found)
