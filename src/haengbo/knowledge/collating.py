"""Rows of the tables that collation needs: kinds of events and figures that belong to them.

Comes in: ``korea/event_kinds.yaml``, ``figures.yaml``, ``instruments.yaml``. Invariant: every
type that readings use has a kind without mode; a figure's type is one of them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventKindRow:
    """A type, or a type and mode.

    Attributes:
        id: ``CONSULT`` or ``CONSULT/meeting``.
        family: Reports of different families are never one event.
        ko: Noun for Korean labels: ``회담``.
        en: Noun for English labels: ``meeting``.
        channel: Standing line that the kind itself decides, if any (``culture`` for 공연).
        lasting: One long undertaking that pages speak of for months, mostly without a date.
        mutual: Both sides do the same, whoever is named first: a meeting, a call.
        uttered: Done by saying something; it happens again and again between the same two.
    """

    id: str
    family: str
    ko: str
    en: str
    channel: str | None = None
    lasting: bool = False
    mutual: bool = False
    uttered: bool = False


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """A noun for what states sign; two different ones are two signings.

    Attributes:
        id: The noun: 조약.
        example: Own example.
    """

    id: str
    example: str | None = None


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure that reports of a kind of event may disagree on.

    Attributes:
        id: Short name.
        type: PLOVER type of the event.
        mode: Its mode, or nothing for any.
        units: Counting words behind the figure: 명.
        cues: Words of which one must stand in the sentence: 파병.
        excluded: Words that make it another figure: 사상자.
        example: Own example.
    """

    id: str
    type: str
    units: tuple[str, ...]
    cues: tuple[str, ...]
    mode: str | None = None
    excluded: tuple[str, ...] = ()
    example: str | None = None
