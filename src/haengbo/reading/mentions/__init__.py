"""Document → mentions of actors and entities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Strength
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.document import Document
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.credits import credit_spans, in_byline
from haengbo.reading.mentions.emit import Emitter
from haengbo.reading.mentions.lexicon import Lexicon, lexicon_of
from haengbo.reading.mentions.line import Line, line_of
from haengbo.reading.mentions.people import Person, find_people
from haengbo.reading.mentions.pronouns import Resolver
from haengbo.reading.mentions.roster import roster_of, stranger_row
from haengbo.reading.mentions.shortforms import find_holders, find_short_forms


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Every place where somebody or something is named, bound to whom it denotes.

    Example:
        ``최선희 북한 외무상이 평양에서 …`` gives a person with a title, the state in the title
        (weak) and a place.
    """
    lexicon = lexicon_of(document.knowledge)
    lines = [line_of(document, sentence, lexicon) for sentence in document.sentences]
    strangers = _strangers(lines, lexicon)
    lines = [with_strangers(line, strangers) for line in lines]
    people = [_people(line, lexicon) for line in lines]
    roster = roster_of(
        tuple(p for found in people for p in found),
        document.text,
        lexicon,
        document.article.published_day,
    )
    home = _home(document, lexicon)
    mentions: list[Mention] = []
    for line, found in zip(lines, people, strict=True):
        emitter = Emitter(line, roster, lexicon, credit_spans(line), home)
        mentions.extend(_line_mentions(emitter, found))
    named = _sorted(mentions)
    pronouns = Resolver(tuple(lines), named, lexicon, home).resolve()
    return _sorted([*named, *pronouns])


def _sorted(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """In order of the text, without repeats."""
    return tuple(sorted(set(mentions), key=lambda m: (m.span, m.head, m.name, m.title or "")))


def _people(line: Line, lexicon: Lexicon) -> tuple[Person, ...]:
    return tuple(p for p in find_people(line, lexicon) if not in_byline(p, line, lexicon))


def _strangers(lines: list[Line], lexicon: Lexicon) -> tuple[ActorRow, ...]:
    rows: dict[str, ActorRow] = {}
    for line in lines:
        for person in _people(line, lexicon):
            if person.stranger:
                row = stranger_row(person, line.text)
                rows.setdefault(row.name, row)
    return tuple(rows.values())


def with_strangers(line: Line, strangers: tuple[ActorRow, ...]) -> Line:
    """The line with the names of the page's strangers among its atoms."""
    found: list[Atom] = []
    for row in strangers:
        for form in (row.name, *row.strong):
            found.extend(_occurrences(line, row, form, (*line.atoms, *found)))
    if not found:
        return line
    atoms = sorted((*line.atoms, *found), key=lambda a: (a.span.start, -a.span.end))
    return replace(line, atoms=tuple(atoms))


def _occurrences(line: Line, row: ActorRow, form: str, taken: tuple[Atom, ...]) -> Iterable[Atom]:
    start = line.text.find(form, line.sentence.span.start, line.sentence.span.end)
    while start >= 0:
        span = Span(start, start + len(form))
        if _word_start(line, start) and not any(a.span.overlaps(span) for a in taken):
            yield Atom(span, (row,), Strength.STRONG, "introduced", 0.9)
        start = line.text.find(form, span.end, line.sentence.span.end)


def _word_start(line: Line, position: int) -> bool:
    return any(word.span.start == position for word in line.words)


def _home(document: Document, lexicon: Lexicon) -> str:
    outlet = document.article.outlet
    state = lexicon.names.state_of(outlet.value) if outlet is not None else None
    return state or "한국"


def _line_mentions(emitter: Emitter, people: tuple[Person, ...]) -> Iterable[Mention]:
    covered = [p.head for p in people] + [o.span for p in people for o in p.offices]
    for person in people:
        yield from emitter.person(person)
    shorts = (
        *find_short_forms(emitter, tuple(p.span for p in people)),
        *find_holders(emitter, tuple(covered)),
    )
    yield from shorts
    for atom in emitter.line.atoms:
        if atom.kind is ActorKind.PERSON:
            continue
        if not any(span.contains(atom.span) for span in covered):
            yield from emitter.atom(atom)
