"""Rows of media and of voices: who speaks when a medium or an organ reports.

Comes in: ``korea/outlets.tsv`` and ``korea/voices.tsv``. Invariant: media of one voice are never
independent witnesses of each other (조선중앙통신 and 노동신문 are both 북한 당국).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from haengbo.model.reading import ActorKind

OutletType = Literal[
    "wire", "paper", "broadcaster", "online", "party-organ", "magazine", "platform"
]


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One medium.

    Attributes:
        id: Stable short name (``kcna``).
        name: Canonical South Korean name.
        type: What it is.
        strong: Other spellings that denote it alone.
        default: Forms that usually denote it (중앙통신, 연합).
        short: Forms that count only after their antecedent (통신, 신문).
        homograph: Every form is also an ordinary word (이란, 수단): ask the analyser.
        homographs: Those of its forms that are (아베 of 아베 신조, two-syllable names).
        domains: Hosts of its pages, without ``www.``.
        photo: Its name is common in photo credits, where it is no reporter.
        wire: Other papers reprint it as origin.
        state: Of which state.
        voice: Id of the voice, where it is not its own.
        en: English name.
        kp: The spelling of the North's media.
        wikidata: Item number, where sure.
        source: Where the row comes from.
        note: For people.
    """

    id: str
    name: str
    type: OutletType
    strong: tuple[str, ...] = ()
    default: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    homograph: bool = False
    homographs: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    photo: bool = False
    wire: bool = False
    state: str | None = None
    voice: str | None = None
    en: str | None = None
    kp: str | None = None
    wikidata: str | None = None
    source: str | None = None
    note: str | None = None

    @property
    def actor_kind(self) -> ActorKind:
        """Media are actors of kind ``medium``."""
        return ActorKind.MEDIUM


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """One voice: all that speaks with it counts as one witness.

    Attributes:
        id: Stable short name (``dprk``).
        name: What readers see: ``북한 당국``.
        en: The same in English.
        state: Organs, armies, ruling party and office-holders of this state speak with it.
        sole: No other press works in the state: what its leaders do is known from these media.
        note: Why.
    """

    id: str
    name: str
    en: str
    state: str | None = None
    sole: bool = False
    note: str | None = None
