"""Rows of titles, honorifics, ranks and channels: what an office is called and what it weighs.

Comes in: ``korea/titles.tsv``, ``honorifics.tsv``, ``ranks.tsv``, ``channels.tsv``. Invariant: a
rank is one of ``ranks``, a channel one of the nine of ``channels``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TitleClass = Literal[
    "head",
    "minister",
    "official",
    "envoy",
    "parliament",
    "party",
    "military",
    "security",
    "justice",
    "press",
    "scholar",
    "business",
    "culture",
    "royal",
]


@dataclass(frozen=True, slots=True)
class TitleRow:
    """One title, as it follows or precedes a name.

    Attributes:
        id: The form in the South, as a rule.
        form: As printed: ``외무상``.
        cls: What kind of office.
        rank: Usual rank, an id of ``ranks``.
        ranks: Where a state differs: ``러시아=장관급``.
        institution: What the title names besides its bearer: ``{state} 외무성`` for 외무상; the
            braces stand for the canonical name of the state it is used of.
        state: The one state that uses it, if any.
        kp: The North's forms of the same office abroad (외무상 for 외교장관, 서기장 for 서기).
        channel: The standing line its bearers belong to, an id of ``channels``.
        bare: It may stand without a name and still denote its holder (국무위원장은).
        example: Own example.
    """

    id: str
    form: str
    cls: TitleClass
    rank: str | None = None
    ranks: tuple[str, ...] = ()
    institution: str | None = None
    state: str | None = None
    kp: tuple[str, ...] = ()
    channel: str | None = None
    bare: bool = False
    example: str | None = None

    def rank_in(self, state: str | None) -> str | None:
        """Rank of the title in a state (canonical name), else its usual rank."""
        for pair in self.ranks:
            name, _, rank = pair.partition("=")
            if name == state:
                return rank
        return self.rank


@dataclass(frozen=True, slots=True)
class HonorificRow:
    """A word that follows a name or title and adds respect, no office (동지, 여사, 님).

    Attributes:
        id: The word.
        form: As printed.
        attached: Written without a space in the North (김정은동지).
        note: For people.
    """

    id: str
    form: str
    attached: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class RankRow:
    """One rung: ``정상`` is the highest.

    Attributes:
        id: 정상, 총리급, 장관급, 차관급, 국장급, 실무급.
        order: 1 is the highest.
        en: English name.
        note: For people.
    """

    id: str
    order: int
    en: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """One of the nine standing lines between two states.

    Attributes:
        id: Code: summit, foreign, security, defence, justice, economy, party, culture, third.
        ko: Name for readers.
        en: English name.
        words: Words in an event's account that put it on this line when no title does.
        note: For people.
    """

    id: str
    ko: str
    en: str
    words: tuple[str, ...] = ()
    note: str | None = None
