"""Rows of dated knowledge: events, eras, and official formulas.

Comes in: ``korea/events/*.tsv``, ``eras.tsv``, ``formulas.tsv``. Serves the inference of dates, the
finding of anachronisms and the history of wording. Invariant: every date is EDTF.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownEventRow:
    """One dated public event.

    Attributes:
        id: Date and words: ``2024-06-19-treaty``.
        date: EDTF.
        type: PLOVER type.
        mode: haengbo's mode.
        place: Canonical or as known.
        participants: ``name:role``.
        names: What pages call it without a date (북러 정상회담, 제80차 유엔총회): for the
            inference of a date.
        summary: One own sentence in Korean.
        summary_en: The same in English.
        sources: Addresses of public pages.
        certainty: How sure.
    """

    id: str
    date: str
    type: str
    mode: str | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    summary: str | None = None
    summary_en: str | None = None
    sources: tuple[str, ...] = ()
    certainty: str | None = None


@dataclass(frozen=True, slots=True)
class EraRow:
    """A period, or the lifetime of a state, army, body or pact: what lies outside is anachronistic.

    Attributes:
        id: Stable short name.
        name: Canonical name: ``제2차 세계대전``, ``북한군``.
        kind: ``war``, ``lifetime``, ``treaty`` or ``period``.
        since: EDTF, first day.
        until: EDTF, last day, or nothing if it goes on.
        forms: Other names.
        states: Canonical names of the states that took part, for wars.
        source: Where from.
        note: For people.
    """

    id: str
    name: str
    kind: str
    since: str | None = None
    until: str | None = None
    forms: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    source: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class FormulaRow:
    """Official wording worth tracking.

    Attributes:
        id: ``f01`` …
        form: As in the source.
        variants: Other spellings and forms.
        theme: What it is about.
        since: Earliest known use here, EDTF.
        source: Where from.
        note: What changed, how it is used.
        certainty: ``seen``, ``memory``, …
    """

    id: str
    form: str
    variants: tuple[str, ...] = ()
    theme: str | None = None
    since: str | None = None
    source: str | None = None
    note: str | None = None
    certainty: str | None = None
