"""Expectations and what people decided of them → how each stands, what is due, who was right.

Comes in: expectations, decisions, a day. Goes out: every expectation with its status, the list of
what is due, and a record for each forecaster, institute or hedge. Invariant: only what a person
decided counts as met or not met; every figure lists its cases. Method and limits:
docs/expectations.md.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from haengbo.analysis.claims import chance_of
from haengbo.analysis.intervals import wilson
from haengbo.knowledge import Knowledge
from haengbo.knowledge.foresight import ChanceRow
from haengbo.ledger.outcomes import OutcomeDecision
from haengbo.ledger.views import ExpectationLine
from haengbo.model.decision import Outcome

#: Fewer decided cases than this are told one by one, not as a share.
FEW = 5


class Key(StrEnum):
    """By what records are kept."""

    FORECASTER = "forecaster"
    INSTITUTE = "institute"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class Judged:
    """An expectation as it stands.

    Attributes:
        line: The expectation.
        outcome: As a person decided; else open before its time has passed, lapsed after.
        decision: Of a person, or ``None``.
        chance: Rung of the scale that its hedge stands on, or ``None``.
        days_left: Days until it is due, negative when past; ``None`` without a horizon.
    """

    line: ExpectationLine
    outcome: Outcome
    decision: OutcomeDecision | None
    chance: ChanceRow | None
    days_left: int | None

    @property
    def waiting(self) -> bool:
        """Whether its time has passed and nobody has decided."""
        return self.decision is None and self.outcome is Outcome.LAPSED


@dataclass(frozen=True, slots=True)
class Record:
    """How often somebody, or a way of speaking, was right.

    Attributes:
        key: Name of the forecaster or institute, or the hedge.
        cases: All expectations counted here, in the order given.
        share: Met among the decided (met, partly, not met); ``None`` if there are none.
        low: Lower end of the share's 95 % interval (Wilson).
        high: Upper end.
        base: The same share over everybody: what to hold it against.
        brier: Mean squared distance of the hedge's chance from what came (0 best, 1 worst), over
            the met and not met whose hedge names a number; ``None`` if there are none.
        brier_base: The same had everybody's share been said each time.
        brier_n: Of how many cases.
    """

    key: str
    cases: tuple[Judged, ...]
    share: float | None
    low: float
    high: float
    base: float | None
    brier: float | None
    brier_base: float | None
    brier_n: int

    def count(self, outcome: Outcome) -> int:
        """Cases with an outcome."""
        return sum(1 for case in self.cases if case.outcome is outcome)

    @property
    def n(self) -> int:
        """Cases."""
        return len(self.cases)

    @property
    def decided(self) -> int:
        """Cases met, partly met or not met."""
        return sum(1 for case in self.cases if case.outcome in DECIDED)

    @property
    def few(self) -> bool:
        """Whether the decided cases are too few for a share."""
        return self.decided < FEW

    @property
    def few_briers(self) -> bool:
        """Whether the Brier score rests on too few cases."""
        return self.brier_n < FEW


#: Outcomes that a share counts; what lapsed or cannot be decided is neither right nor wrong.
DECIDED = (Outcome.MET, Outcome.PARTLY, Outcome.NOT_MET)


def judge(
    lines: Iterable[ExpectationLine],
    decided: Mapping[str, OutcomeDecision],
    today: dt.date,
    knowledge: Knowledge,
) -> tuple[Judged, ...]:
    """Every expectation as it stands on a day, in the order given; later ones are not there yet.

    Args:
        lines: Expectations.
        decided: By id, what people decided (``Ledger.outcomes``).
        today: The day.
        knowledge: For the chances of hedges.
    """
    day = today.isoformat()
    said = (line for line in lines if (line.page.day or "") <= day)
    return tuple(_judged(line, decided.get(line.id), today, knowledge) for line in said)


def _judged(
    line: ExpectationLine, decision: OutcomeDecision | None, today: dt.date, knowledge: Knowledge
) -> Judged:
    left = (dt.date.fromisoformat(line.due) - today).days if line.due else None
    outcome = Outcome.LAPSED if left is not None and left < 0 else Outcome.OPEN
    if decision is not None and decision.outcome is not Outcome.OPEN:
        outcome = decision.outcome
    return Judged(line, outcome, decision, chance_of(line, knowledge), left)


def due(judged: Iterable[Judged], days: int | None = None) -> tuple[Judged, ...]:
    """What is still open and falls due within ``days`` days (any time if omitted), in order."""
    coming = (
        item
        for item in judged
        if item.outcome is Outcome.OPEN
        and item.days_left is not None
        and (days is None or item.days_left <= days)
    )
    return tuple(sorted(coming, key=lambda item: (item.line.due or "", item.line.id)))


def overdue(judged: Iterable[Judged]) -> tuple[Judged, ...]:
    """What fell due and waits for a person, the latest first."""
    waiting = (item for item in judged if item.waiting)
    return tuple(sorted(waiting, key=lambda item: (-(item.days_left or 0), item.line.id)))


def _by_forecaster(item: Judged) -> str | None:
    return item.line.expectation.by


def _by_institute(item: Judged) -> str | None:
    return item.line.expectation.affiliation


def _by_hedge(item: Judged) -> str | None:
    return item.chance.ko if item.chance else "-ㄹ 것"


_KEYS: Mapping[Key, Callable[[Judged], str | None]] = {
    Key.FORECASTER: _by_forecaster,
    Key.INSTITUTE: _by_institute,
    Key.HEDGE: _by_hedge,
}


def records(judged: Sequence[Judged], key: Key) -> tuple[Record, ...]:
    """Records by forecaster, institute or hedge, those with most decided cases first.

    What nobody is said to hold has no record but counts in the base.
    """
    groups: dict[str, list[Judged]] = {}
    for item in judged:
        name = _KEYS[key](item)
        if name is not None:
            groups.setdefault(name, []).append(item)
    base = _share(judged)
    found = (_record(name, tuple(cases), base) for name, cases in groups.items())
    return tuple(sorted(found, key=lambda r: (-r.decided, -r.n, r.key)))


def _share(cases: Iterable[Judged]) -> float | None:
    outcomes = [case.outcome for case in cases if case.outcome in DECIDED]
    return outcomes.count(Outcome.MET) / len(outcomes) if outcomes else None


def _record(name: str, cases: tuple[Judged, ...], base: float | None) -> Record:
    decided = [case for case in cases if case.outcome in DECIDED]
    met = sum(1 for case in decided if case.outcome is Outcome.MET)
    low, high = wilson(met, len(decided))
    said = [
        (case.chance.of_being_met, float(case.outcome is Outcome.MET))
        for case in decided
        if case.outcome is not Outcome.PARTLY and case.chance and case.chance.chance is not None
    ]
    n = len(said)
    brier = sum((p - came) ** 2 for p, came in said if p is not None) / n if n else None
    level = sum((base - came) ** 2 for _, came in said) / n if n and base is not None else None
    return Record(name, cases, _share(cases), low, high, base, brier, level, n)
