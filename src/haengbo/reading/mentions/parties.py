"""Names that parties of several states or times share → the one meant: 민주당.

Comes in: the atoms of a sentence and the day of the page. Goes out: the same atoms, those of
parties with one row. Whose party it is, the state, house or person beside it tells; else it is
that of home that was there on the day. Invariant: spans stay, and no atom is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec.structs import replace

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.gazetteer import Strength
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon

#: What may stand between a party and whom it belongs to (미국의 민주당, 민주당의 홍길산).
_BESIDE = re.compile(r"(?:의|과|와|·)?\s?(?:소속\s)?")


def with_parties(
    atoms: Sequence[Atom], text: str, day: str | None, lexicon: Lexicon
) -> tuple[Atom, ...]:
    """Atoms with the parties told apart.

    Args:
        atoms: In order of the text.
        text: That their spans count in.
        day: EDTF date of the page.
        lexicon: The pack.

    Example:
        ``미국의 민주당``: that of the United States; ``민주당`` on a page of 2013: that of then.
    """
    return tuple(_settled(atom, atoms, text, day, lexicon) for atom in atoms)


def _settled(
    atom: Atom, atoms: Sequence[Atom], text: str, day: str | None, lexicon: Lexicon
) -> Atom:
    parties = _parties_called(atom.span.of(text), lexicon)
    if not parties:
        return atom
    for state in _beside(atom, atoms, text, lexicon):
        theirs = [row for _, row in parties if row.state == state and row.alive_on(day)]
        if len(theirs) == 1:
            return replace(atom, rows=(theirs[0],), strength=Strength.STRONG)
    form = atom.span.of(text)
    named = [row for _, row in parties if row.alive_on(day) and _in_full(row, form, text)]
    if len(named) == 1:
        return replace(atom, rows=(named[0],), strength=Strength.DEFAULT)
    home = [row for s, row in parties if s is not Strength.SHORT and row.alive_on(day)]
    return replace(atom, rows=(home[0],), strength=Strength.DEFAULT) if home else atom


@lru_cache(maxsize=8192)
def _parties_called(form: str, lexicon: Lexicon) -> tuple[tuple[Strength, ActorRow], ...]:
    """The parties among which a form leaves a choice; none if it names anything else."""
    claims = lexicon.names.all_claiming(form)
    parties = [(s, row) for s, row in claims if isinstance(row, ActorRow) and row.type == "party"]
    one = len(parties) < 2  # noqa: PLR2004 - one needs no choice
    return () if one or len(parties) < len(claims) else tuple(parties)


def _in_full(row: ActorRow, form: str, text: str) -> bool:
    """The page names the party by a longer name somewhere: 미국 민주당."""
    return any(len(name) > len(form) and name in text for name in (row.name, *row.strong))


def _beside(atom: Atom, atoms: Sequence[Atom], text: str, lexicon: Lexicon) -> Iterable[str]:
    """States of what stands directly before and after."""
    for other in atoms:
        first, second = sorted((atom, other), key=lambda a: a.span.start)
        if other is atom or first.span.end > second.span.start or other.name is None:
            continue
        if _BESIDE.fullmatch(text, first.span.end, second.span.start):
            state = other.state or lexicon.names.state_of(other.name)
            if state is not None:
                yield state
