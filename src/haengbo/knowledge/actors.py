"""Rows of people, states and organisations, and of the offices that people held when.

Comes in: ``korea/actors/*.tsv`` and ``korea/roles/*.tsv``. Goes out: frozen rows that
``gazetteer`` indexes. Invariant: a form under ``strong`` denotes one row wherever it stands; a
form under ``default`` denotes it unless the context names another state; a form under ``short``
only once its antecedent has been named.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from haengbo.model.reading import ActorKind

#: Word of the pack → kind; asked for at every name of a page.
_KINDS = {kind.value: kind for kind in ActorKind}


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One person, state, organisation or instrument.

    Attributes:
        id: Stable short name (``sergei-shoigu``).
        kind: person, state, organisation or instrument.
        name: Canonical South Korean name, as readings print it.
        strong: Other spellings that denote this row alone: full names, surnames that one person
            bears in this field, North Korean forms, abbreviations.
        default: Forms that several rows share (외무성, 국방부); they denote this row unless the
            context names another state.
        short: Forms that count only after their antecedent (김 위원장, 홍 위원).
        letters: One-syllable or one-Hanja forms that may stand before an organ or alone in a
            headline (북, 北, 러, 美).
        syllables: Further one-syllable forms that count inside compounds only (한미, 조로).
        homograph: Every form is also an ordinary word (이란, 수단): ask the analyser.
        homographs: Those of its forms that are (아베 of 아베 신조, two-syllable names).
        ambiguous: Another row rightly has the same strong form (two people of one name).
        type: For organisations: ``organ`` (of state, party or army), ``army``, ``party``,
            ``institute``, ``university``, ``international``, ``company``.
        rules: For parties: it rules its state, so that it speaks with the state's voice.
        state: Canonical name of the state it belongs to.
        voice: Id of its voice where that is not its state's (see ``voices``).
        en: English name.
        ru: Russian name.
        hanja: In Chinese characters.
        kp: The spelling of the North's media.
        wikidata: Item number, where sure.
        source: Where the row comes from.
        note: For people.
        since: EDTF, first day of an organisation that shares its name with a later or earlier one.
        until: EDTF, last day of it.
    """

    id: str
    kind: Literal["person", "state", "organisation", "instrument"]
    name: str
    strong: tuple[str, ...] = ()
    default: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    syllables: tuple[str, ...] = ()
    homograph: bool = False
    homographs: tuple[str, ...] = ()
    ambiguous: bool = False
    type: str | None = None
    rules: bool = False
    state: str | None = None
    voice: str | None = None
    en: str | None = None
    ru: str | None = None
    hanja: str | None = None
    kp: str | None = None
    wikidata: str | None = None
    source: str | None = None
    note: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def actor_kind(self) -> ActorKind:
        """Kind as readings have it."""
        return _KINDS[self.kind]

    def alive_on(self, day: str | None) -> bool:
        """Whether it was there on an EDTF date; without a date only what is still there was.

        Example:
            ``ActorRow("x", "organisation", "x", until="2014").alive_on("2013-05-01")`` is true.
        """
        if day is None:
            return self.until is None
        begun = self.since is None or self.since[: len(day)] <= day[: len(self.since)]
        return begun and (self.until is None or day[: len(self.until)] <= self.until[: len(day)])


@dataclass(frozen=True, slots=True)
class RoleRow:
    """An office that a person held.

    Attributes:
        id: ``<actor>/<number>``.
        actor: Id of the person.
        title: As printed, without the state: ``국가안보회의 서기``.
        of: Canonical name of the state, party, institute or international body.
        since: EDTF, first day (``2024-05``), or nothing if unknown.
        until: EDTF, last day, or nothing if it goes on or is unknown.
        rank: Where it differs from the title's rank.
        source: Where from; ``memory`` marks what nobody checked.
    """

    id: str
    actor: str
    title: str
    of: str
    since: str | None = None
    until: str | None = None
    rank: str | None = None
    source: str | None = None

    def held_on(self, date: str) -> bool:
        """Whether the office was held on an EDTF date; unknown ends do not exclude.

        Example:
            ``RoleRow("x/1", "x", "서기", "러시아", "2024-05").held_on("2024-06-01")`` is true.
        """
        after_start = self.since is None or self.since[: len(date)] <= date[: len(self.since)]
        before_end = self.until is None or date[: len(self.until)] <= self.until[: len(date)]
        return after_start and before_end
