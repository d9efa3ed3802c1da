"""Part of a name that the pack knows, beside another part that is not that person's → a namesake.

Comes in: names of the pack in a line, or the people that a page introduces. Goes out: the names
without those that are somebody else's: 마레크 노바크 is not the 노바크 of the pack, nor is 노바크
behind him. Invariant: whoever the page names before the namesake keeps the family name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import msgspec

from haengbo.knowledge.actors import ActorRow
from haengbo.model.reading import ActorKind
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.person import Person
from haengbo.reading.mentions.strangers import foreign_part
from haengbo.reading.mentions.titles import title_end
from haengbo.reading.mentions.transliteration import sound_key

#: Words from a name on in which its office may end.
_REACH = 4


def without_namesakes(line: Line, lexicon: Lexicon) -> Line:
    """The line without part-names of the pack that a part of another name stands beside.

    Example:
        In ``마레크 노바크 폴란드 차관은`` nobody of the pack is named.
    """
    others = {atom for atom in line.people() if _of_another(atom, line, lexicon)}
    if not others:
        return line
    return replace(line, atoms=tuple(a for a in line.atoms if a not in others))


def _of_another(atom: Atom, line: Line, lexicon: Lexicon) -> bool:
    row = atom.rows[0]
    form = atom.span.of(line.text)
    parts = row.name.split() if isinstance(row, ActorRow) and len(atom.rows) == 1 else []
    if len(parts) < 2 or form not in parts or atom.rule != "dictionary":  # noqa: PLR2004
        return False
    index = line.word_index(atom.span.start)
    before = index - 1 if form == parts[-1] and line.words[index].joined else None
    after = index + 1 if line.words[index].span.end == atom.span.end else None
    if before is not None and before >= 0 and _strange(line, before, parts, lexicon):
        return True
    joined = after is not None and after < len(line.words) and line.words[after].joined
    return joined and after is not None and _strange(line, after, parts, lexicon, ends=True)


def _strange(
    line: Line, index: int, parts: list[str], lexicon: Lexicon, *, ends: bool = False
) -> bool:
    """Whether a word is part of a foreign name and none of these parts, however it is spelt."""
    word = line.words[index]
    if not (word.bare or ends) or not foreign_part(line, index, lexicon):
        return False
    rules = lexicon.transliteration
    same = {sound_key(part, rules) for part in parts}
    return sound_key(word.text, rules) not in same


def displaced(
    people: Iterable[Person], lines: Iterable[Line], text: str, lexicon: Lexicon
) -> frozenset[str]:
    """Family names of the pack that strangers of the page bear.

    Args:
        people: Everybody introduced.
        lines: Their lines.
        text: That spans count in.
        lexicon: The pack.
    """
    named = tuple(_named(lines, lexicon))
    found: set[str] = set()
    for person in people:
        parts = person.head.of(text).split() if person.stranger else []
        for part in {parts[0], parts[-1]} if len(parts) > 1 else ():
            hit = lexicon.names.claimed(part)
            if hit is None or any(row.actor_kind is not ActorKind.PERSON for row in hit.rows):
                continue
            rows = {row.name for row in hit.rows}
            if not any(n.name in rows and n.known_before(person) for n in named):
                found.add(part)
    return frozenset(found)


class _Named(msgspec.Struct, frozen=True):
    """Somebody of the pack where a page names them by more than the family name.

    Attributes:
        name: Canonical name.
        start: Where.
        heads: Offices beside a family name that stands alone; empty of a fuller name.
    """

    name: str
    start: int
    heads: tuple[str, ...]

    def known_before(self, person: Person) -> bool:
        """Whether the page speaks of this person when it introduces a namesake.

        An office that the namesake has too tells nothing: 노바크 차관 of an 외무차관 노바크.
        """
        if self.start >= person.head.start:
            return False
        own = [office.head for office in person.offices]
        shared = [h for h in self.heads if any(o.endswith(h) for o in own)]
        return not self.heads or len(shared) < len(self.heads)


def _named(lines: Iterable[Line], lexicon: Lexicon) -> Iterable[_Named]:
    for line in lines:
        for atom in line.people():
            for row in atom.rows:
                alone = atom.span.of(line.text) in row.name.split()[1:]
                heads = _offices_held(atom, row.name, line, lexicon) if alone else ()
                if heads or not alone:
                    yield _Named(row.name, atom.span.start, heads)


def _offices_held(atom: Atom, name: str, line: Line, lexicon: Lexicon) -> tuple[str, ...]:
    """Offices in the next words that the pack gives the person."""
    index = line.word_index(atom.span.end - 1)
    near = range(index, min(index + _REACH, len(line.words)))
    ends = (title_end(line, i, lexicon) for i in near)
    titles = [role.title for role in lexicon.names.roles_of(name)]
    heads = (end.head for end in ends if end is not None)
    return tuple(head for head in heads if any(title.endswith(head) for title in titles))


def after_namesakes(line: Line, taken: frozenset[str]) -> Line:
    """The line without the family names that strangers of the page have taken."""
    kept = tuple(
        a for a in line.atoms if a.kind is not ActorKind.PERSON or a.span.of(line.text) not in taken
    )
    return line if len(kept) == len(line.atoms) else replace(line, atoms=kept)
