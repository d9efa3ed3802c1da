"""How expectations stand on a day, and the record of those who held them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from analysis.test_claims import line_of
from haengbo.analysis.expectations import Judged, Key, due, judge, overdue, records
from haengbo.knowledge import Knowledge
from haengbo.ledger.outcomes import OutcomeDecision
from haengbo.ledger.views import ExpectationLine
from haengbo.model.decision import Outcome

TODAY = dt.date(2025, 6, 1)


def decision(outcome: Outcome) -> OutcomeDecision:
    return OutcomeDecision(1, "2025-06-01T00:00:00Z", "나판정", "", outcome, None)


def numbered(outcomes: list[tuple[str, str, Outcome | None]], knowledge: Knowledge) -> list[Judged]:
    lines: list[ExpectationLine] = []
    decided = {}
    for number, (text, hedge, outcome) in enumerate(outcomes):
        lines.append(replace(line_of(text, hedge), id=f"x{number}"))
        if outcome is not None:
            decided[f"x{number}"] = decision(outcome)
    return list(judge(lines, decided, TODAY, knowledge))


@pytest.mark.parametrize(
    ("due_day", "decided", "outcome", "why"),
    [
        ("2025-06-01", None, Outcome.OPEN, "the day itself is not over"),
        ("2025-05-31", None, Outcome.LAPSED, "nobody recorded what became of it"),
        (None, None, Outcome.OPEN, "no horizon: it never lapses by itself"),
        ("2025-05-31", Outcome.MET, Outcome.MET, "a person decided"),
        ("2025-12-31", Outcome.NOT_MET, Outcome.NOT_MET, "decided before its time"),
        ("2025-05-31", Outcome.OPEN, Outcome.LAPSED, "put back to waiting"),
    ],
)
def test_how_it_stands(
    due_day: str | None, decided: Outcome | None, outcome: Outcome, why: str, knowledge: Knowledge
) -> None:
    line = line_of("가을에 열릴 것", "릴 것", horizon=due_day)
    made = {line.id: decision(decided)} if decided else {}
    (judged,) = judge([line], made, TODAY, knowledge)
    assert judged.outcome is outcome, why
    assert judged.waiting is (outcome is Outcome.LAPSED and decided is None)


def test_what_was_said_later_is_not_there_yet(knowledge: Knowledge) -> None:
    line = line_of("가을에 열릴 것", "릴 것")
    assert judge([line], {}, dt.date(2024, 12, 31), knowledge) == ()


def test_due_and_overdue_by_day(knowledge: Knowledge) -> None:
    days = ["2025-07-01", "2025-06-10", "2025-05-01", "2025-03-01", None]
    lines = [
        replace(line_of("가을에 열릴 것", "릴 것", horizon=day), id=f"x{number}")
        for number, day in enumerate(days)
    ]
    judged = judge(lines, {}, TODAY, knowledge)
    assert [one.line.due for one in due(judged)] == ["2025-06-10", "2025-07-01"]
    assert [one.line.due for one in due(judged, days=9)] == ["2025-06-10"]
    assert [one.line.due for one in overdue(judged)] == ["2025-05-01", "2025-03-01"]


def test_a_record_is_counted_by_hand(knowledge: Knowledge) -> None:
    likely, may = ("올 가능성이 크다", "올 가능성이 크"), ("올 수 있다", "올 수 있")
    judged = numbered(
        [
            (*likely, Outcome.MET),
            (*likely, Outcome.NOT_MET),
            (*likely, Outcome.PARTLY),
            (*may, Outcome.MET),
            (*may, Outcome.UNDECIDABLE),
            (*may, None),
        ],
        knowledge,
    )
    (record,) = records(judged, Key.FORECASTER)
    assert (record.key, record.n, record.decided) == ("나예측", 6, 4)
    assert record.share == 0.5
    assert record.low == pytest.approx(0.150, abs=0.001)
    assert record.high == pytest.approx(0.850, abs=0.001)
    # The partly met and the words without a number stay out: (0.25² + 0.75²) / 2
    assert record.brier == pytest.approx(0.3125)
    assert record.brier_base == pytest.approx(0.25)
    assert record.brier_n == 2
    assert record.few
    assert record.count(Outcome.UNDECIDABLE) == 1


def test_records_by_hedge_and_institute(knowledge: Knowledge) -> None:
    judged = numbered(
        [
            ("올 가능성이 크다", "올 가능성이 크", Outcome.MET),
            ("올 것", "올 것", Outcome.NOT_MET),
        ],
        knowledge,
    )
    by_hedge = {record.key: record for record in records(judged, Key.HEDGE)}
    assert set(by_hedge) == {"가능성이 크다", "-ㄹ 것"}
    assert by_hedge["-ㄹ 것"].brier is None
    (institute,) = records(judged, Key.INSTITUTE)
    assert institute.key == "시험연구소"
    assert all(record.base == 0.5 for record in by_hedge.values())


def test_nothing_decided_has_no_share(knowledge: Knowledge) -> None:
    (record,) = records(numbered([("올 것", "올 것", None)], knowledge), Key.FORECASTER)
    assert record.share is None
    assert (record.low, record.high) == (0.0, 1.0)
