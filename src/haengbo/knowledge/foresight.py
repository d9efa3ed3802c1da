"""Rows of the tables that find propositions about the future.

Comes in: ``korea/hedges.yaml``, ``foresight_nouns.yaml``, ``foresight_verbs.yaml`` and
``pledge_verbs.yaml``; ``hedge_chances.yaml`` and ``claim_negations.yaml`` say what came of one when
it is judged. A pattern is written as it stands in the text; ``@L`` stands for a syllable
with final ㄹ of a verb form that is still to come (갈, 될, 있을; not 갔을), ``@?`` for an optional
space. Patterns are regular expressions without nested quantifiers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from haengbo.korean.syllables import closed_in

_CODA_L, _CODA_SS = 8, 20

_WITH_L = closed_in(_CODA_L).replace("을", "")
#: Syllables of the past tense; 있 and 겠 have the same coda as a stem and a prospective ending.
_WITH_SS = closed_in(_CODA_SS).replace("있", "").replace("겠", "")
#: A syllable with final ㄹ; 을 only where no past 었 goes before it.
PROSPECTIVE = f"(?:[{_WITH_L}]|(?<![{_WITH_SS}])을)"


def written_out(pattern: str) -> str:
    """A pattern of the pack as ``re.compile`` takes it."""
    return pattern.replace("@L", PROSPECTIVE).replace("@?", " ?")


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of the pack as a regular expression.

    Example:
        ``compiled("@L 것")`` finds 갈 것 and 있을 것, not 갔을 것.
    """
    return re.compile(written_out(pattern))


@dataclass(frozen=True, slots=True)
class HedgeRow:
    """How a clause says that something may or will come.

    Attributes:
        id: Stable short name.
        pattern: What stands at the end of the clause.
        weak: Says so only in the mouth of somebody who judges (an analyst); said by a party it
            may be a capacity, a wish or an offer (대화할 수 있다).
        needs_future: Counts only beside an expression that denotes a time to come.
        own_voice: Also counts in the outlet's own sentences.
        own_future: Counts there beside an expression that denotes a time to come.
        outlook: Weighs how likely it is: never what the speaker will do, even with no doer named.
        by: Whose it is there, when the words say that somebody or other holds it (관측).
        example: An invented sentence.
    """

    id: str
    pattern: str
    example: str
    weak: bool = False
    needs_future: bool = False
    own_voice: bool = False
    own_future: bool = False
    outlook: bool = False
    by: str | None = None


@dataclass(frozen=True, slots=True)
class ChanceRow:
    """What chance a hedge stands for.

    Attributes:
        id: Stable short name.
        ko: The hedge as a list names it.
        pattern: What stands in the clause.
        scale: Where the number is from; the file's head gives the reference.
        example: An invented sentence.
        chance: 0..1, of what is spoken of happening, or ``None`` where the words name no number.
        low: Lower end of the scale's range.
        high: Upper end.
        denies: The words say that it will not happen.
    """

    id: str
    ko: str
    pattern: str
    scale: str
    example: str
    chance: float | None = None
    low: float | None = None
    high: float | None = None
    denies: bool = False

    @property
    def of_being_met(self) -> float | None:
        """Chance that the forecaster is right, by what the hedge says."""
        if self.chance is None:
            return None
        return round(1 - self.chance, 4) if self.denies else self.chance


@dataclass(frozen=True, slots=True)
class NegationRow:
    """What says that something will not come about (``보내는 일은 없을 것``)."""

    id: str
    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class ForesightNounRow:
    """A noun that holds a proposition about the future without saying whose it is.

    Attributes:
        id: The noun: ``관측``.
        strong: Itself about the future (전망, 우려); else the clause before must be (분석).
        example: An invented sentence.
    """

    id: str
    example: str
    strong: bool = True


@dataclass(frozen=True, slots=True)
class ForesightVerbRow:
    """A verb by which anybody, a medium too, holds a proposition about the future (내다보다).

    Attributes:
        id: Dictionary form.
        stem: As it stands in the text.
        example: An invented sentence.
        foretells: Itself about the future: what it carries needs no hedge.
    """

    id: str
    stem: str
    example: str
    foretells: bool = False


@dataclass(frozen=True, slots=True)
class PledgeVerbRow:
    """What a party says it will do itself, when it says -ㄹ 것 or -겠- (지지할 것).

    Attributes:
        id: Stem of the verb as it stands before -ㄹ 것: ``지지``.
        kind: pledge: promised to somebody; plan: announced.
        example: An invented sentence.
    """

    id: str
    example: str
    kind: Literal["pledge", "plan"] = "pledge"


@dataclass(frozen=True, slots=True)
class OwnWordRow:
    """A word by which a speaker names its own side (``우리 정부는``), or its foes.

    Attributes:
        id: The word.
        example: An invented phrase.
        foe: Whether it is for those whom the speaker is against (``침략자들은``).
    """

    id: str
    example: str
    foe: bool = False


@dataclass(frozen=True, slots=True)
class ComesAboutRow:
    """A verb of what comes about or befalls: nobody's act (``영향을 미칠 것``)."""

    id: str
    example: str


@dataclass(frozen=True, slots=True)
class PlanPatternRow:
    """How the page says that something is planned (``방문할 예정이다``, ``하기로 했다``)."""

    id: str
    pattern: str
    example: str
