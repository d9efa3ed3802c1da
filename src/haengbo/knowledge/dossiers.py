"""A name → everything that the pack knows about whom it may denote.

Comes in: ``Knowledge`` and any form. Goes out: one ``Dossier`` per row that claims the form, the
strongest claim first; a title gives those who hold or held it. For people who ask.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from haengbo.knowledge.actors import RoleRow
from haengbo.knowledge.gazetteer import Gazetteer, Named, Strength, gazetteer
from haengbo.knowledge.packs import Knowledge


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its rank.

    Attributes:
        title: As printed.
        of: Of which state or body.
        since: EDTF or ``None``.
        until: EDTF or ``None``.
        rank: Of the title in that state.
        source: Where the dates come from.
    """

    title: str
    of: str
    since: str | None
    until: str | None
    rank: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the pack knows about one row.

    Attributes:
        id: Of the row.
        kind: person, state, organisation, medium, place, instrument.
        name: Canonical name.
        claim: How the asked form denotes it: ``strong``, ``default``, ``short``, ``office``.
        south: Other spellings.
        north: The spelling of the North's media.
        hanja: In Chinese characters.
        english: English name.
        russian: Russian name.
        default: Forms shared with other rows.
        short: Forms that need an antecedent.
        homographs: Forms that are also ordinary words.
        state: Which it is or belongs to.
        voice: Whose voice it is.
        offices: Oldest first.
        wikidata: Item number.
        source: Where the row comes from.
        note: For people.
    """

    id: str
    kind: str
    name: str
    claim: str
    south: tuple[str, ...]
    north: str | None
    hanja: str | None
    english: str | None
    russian: str | None
    default: tuple[str, ...]
    short: tuple[str, ...]
    homographs: tuple[str, ...]
    state: str | None
    voice: str | None
    offices: tuple[Office, ...]
    wikidata: str | None
    source: str | None
    note: str | None

    def to_dict(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)


def find_dossiers(knowledge: Knowledge, form: str, *, on: str | None = None) -> tuple[Dossier, ...]:
    """Dossiers of all whom a form may denote, the strongest claim first.

    Args:
        knowledge: The pack.
        form: A name in any spelling, a short form, or a title (외무상).
        on: Keep only offices held on this EDTF date.
    """
    names = gazetteer(knowledge)
    claims = names.all_claiming(form.strip())
    found: dict[str, Dossier] = {}
    for strength, row in claims:
        found.setdefault(row.id, _dossier(names, row, strength, on))
    if not found:
        for row in _holders(names, form.strip(), on):
            found.setdefault(row.id, _dossier(names, row, "office", on))
    return tuple(found.values())


def _holders(names: Gazetteer, title: str, on: str | None) -> Iterable[Named]:
    for row in names.rows:
        if any(role.title == title for role in names.roles_of(row.name, on)):
            yield row


def _dossier(names: Gazetteer, row: Named, claim: Strength | str, on: str | None) -> Dossier:
    return Dossier(
        id=row.id,
        kind=row.actor_kind.value,
        name=row.name,
        claim=str(claim),
        south=row.strong,
        north=row.kp,
        hanja=getattr(row, "hanja", None),
        english=row.en,
        russian=getattr(row, "ru", None),
        default=row.default,
        short=row.short,
        homographs=(row.name,) if row.homograph else row.homographs,
        state=names.state_of(row.name),
        voice=names.voice_of(row.name),
        offices=tuple(_office(names, role) for role in names.roles_of(row.name, on)),
        wikidata=getattr(row, "wikidata", None),
        source=row.source,
        note=row.note,
    )


def _office(names: Gazetteer, role: RoleRow) -> Office:
    rank = role.rank or names.rank_of(role.title, role.of)
    return Office(role.title, role.of, role.since, role.until, rank, role.source)
