"""The pack's tables of foresight, compiled once per knowledge.

Comes in: ``Knowledge``. Goes out: ``Foresight``: hedges with compiled patterns, nouns, verbs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.attribution import DescriberRow, SpeechVerbRow
from haengbo.knowledge.foresight import (
    ComesAboutRow,
    ForesightNounRow,
    ForesightVerbRow,
    HedgeRow,
    OwnWordRow,
    PlanPatternRow,
    PledgeVerbRow,
    written_out,
)
from haengbo.knowledge.needles import compiled_once, possible
from haengbo.knowledge.offices import TitleRow


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge of the pack with its compiled pattern."""

    row: HedgeRow
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Foresight:
    """Everything the step needs of the pack.

    Attributes:
        hedges: Those that a page may hold, in the order of the pack: the first that matches names
            the hedge.
        noun: Matches ``…는/란 관측`` with the noun as group ``noun``.
        strong: Nouns that are themselves about the future.
        verb: Matches ``것으로/고 … 전망했다`` with the verb's stem as group ``verb``.
        foretells: Stems of verbs that need no hedge.
        pledges: Stem → whether it is a pledge or a plan.
        own: Words by which a speaker names its own side.
        foes: Words for those whom a speaker is against.
        asking: Stems of verbs that ask for something (부탁, 요구): no forecast.
        warning: Stems of verbs by which a party threatens (경고, 위협).
        comes_about: Stems of verbs of what comes about by nobody's act.
        plans: Patterns of announced plans that a page may hold.
        every_hedge: All hedges with their patterns, as ``re.compile`` takes them.
        every_plan: All plans, likewise.
        scholars: Titles of those who judge.
        experts: Describers of unnamed ones who judge.
    """

    every_hedge: tuple[tuple[HedgeRow, str], ...]
    every_plan: tuple[tuple[PlanPatternRow, str], ...]
    noun: re.Pattern[str]
    strong: frozenset[str]
    verb: re.Pattern[str]
    foretells: tuple[str, ...]
    pledges: dict[str, str]
    own: frozenset[str]
    foes: frozenset[str]
    asking: tuple[str, ...]
    warning: tuple[str, ...]
    comes_about: frozenset[str]
    scholars: frozenset[str]
    experts: frozenset[str]
    hedges: tuple[Hedge, ...] = ()
    plans: tuple[tuple[PlanPatternRow, re.Pattern[str]], ...] = ()

    def possible(self, text: str) -> Foresight:
        """The same with the hedges and plans that may stand somewhere in a text."""
        return replace(
            self,
            hedges=tuple(
                [Hedge(r, compiled_once(p)) for r, p in self.every_hedge if possible(p, text)]
            ),
            plans=tuple([(r, compiled_once(p)) for r, p in self.every_plan if possible(p, text)]),
        )


#: What is done by such words is asked for, not expected.
_ASKING = {"ask", "demand", "propose"}
_WARNING = {"warn"}
#: 예상된다, 점쳐진다: nobody is said to expect it.
_ACTIVE = r"(?!되|된|될|됐|됩|돼|져|지고)"


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _stems(verbs: tuple[SpeechVerbRow, ...], kinds: set[str]) -> tuple[str, ...]:
    return tuple(v.id.removesuffix("다").removesuffix("하") for v in verbs if v.kind in kinds)


@lru_cache(maxsize=4)
def foresight_of(knowledge: Knowledge) -> Foresight:
    """The compiled tables of a knowledge."""
    nouns = knowledge.table("foresight_nouns", ForesightNounRow)
    verbs = knowledge.table("foresight_verbs", ForesightVerbRow)
    pledges = knowledge.table("pledge_verbs", PledgeVerbRow)
    plans = knowledge.table("plan_patterns", PlanPatternRow)
    titles = knowledge.table("titles", TitleRow)
    speech = knowledge.table("speech_verbs", SpeechVerbRow)
    describers = knowledge.table("describers", DescriberRow)
    sides = knowledge.table("own_words", OwnWordRow)
    return Foresight(
        every_hedge=tuple(
            (row, written_out(row.pattern)) for row in knowledge.table("hedges", HedgeRow)
        ),
        every_plan=tuple((row, written_out(row.pattern)) for row in plans),
        noun=re.compile(
            rf"(?:다는|라는|냐는|란|는|은|ㄴ) ?(?P<noun>{_any([n.id for n in nouns])})"
            r"(?=이|가|도|은|는|을|를|과|와|마저|까지|만|에|의|,|\s|$)"
        ),
        strong=frozenset(n.id for n in nouns if n.strong),
        verb=re.compile(rf"(?P<verb>{_any([v.stem for v in verbs])}){_ACTIVE}"),
        foretells=tuple(v.stem for v in verbs if v.foretells),
        pledges={row.id: row.kind for row in pledges},
        own=frozenset(row.id for row in sides if not row.foe),
        foes=frozenset(row.id for row in sides if row.foe),
        asking=_stems(speech, _ASKING),
        warning=_stems(speech, _WARNING),
        comes_about=frozenset(row.id for row in knowledge.table("comes_about", ComesAboutRow)),
        scholars=frozenset(t.form for t in titles if t.cls == "scholar"),
        experts=frozenset(d.id for d in describers if d.kind in {"expert", "source"}),
    )
