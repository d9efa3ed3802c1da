"""What a clause claims: the rung of its hedge, whether it denies, whom and what it is about."""

from __future__ import annotations

import pytest

from haengbo.analysis.claims import chance_of, claim_of, is_negative
from haengbo.knowledge import Knowledge
from haengbo.knowledge.foresight import ChanceRow, NegationRow, compiled
from haengbo.ledger import Ledger
from haengbo.ledger.views import ExpectationLine, PageRef
from haengbo.model.reading import Expectation, ExpectationKind
from haengbo.model.span import Span

PAGE = PageRef("0" * 64, "쪽.txt", None, "가람일보", None, "2025-01-01", None)


def line_of(text: str, hedge: str, *, horizon: str | None = None) -> ExpectationLine:
    item = Expectation(
        ExpectationKind.FORECAST,
        *("나예측", None, "시험연구소", Span(0, len(text)), text, hedge, horizon, None),
        *("test", 0.9),
    )
    return ExpectationLine("x" + text[:4], text, item, PAGE, horizon)


@pytest.mark.parametrize(
    ("text", "hedge", "rung", "met", "why"),
    [
        ("사절단이 가을에 올 가능성이 크다", "올 가능성이 크", "probable", 0.75, "likely"),
        ("사절단이 가을에 올 것이 확실하다", "올 것", "almost-certain", 0.93, "word after hedge"),
        ("가을에 열릴 것으로 보인다", "릴 것으로 보인", "estimated", 0.75, "we believe"),
        ("공사가 시작될 수 있다", "될 수 있", "possible", None, "possible names no number"),
        ("추가 파견을 배제할 수 없다", "배제할 수 없", "cannot-exclude", None, "no number"),
        (
            "연내 타결 가능성은 낮다",
            "가능성은 낮",
            "unlikely",
            0.7,
            "right when it does not happen",
        ),
        ("연내 합의는 어렵다", "어렵", "hard", 0.7, "the same by another word"),
        ("만날 확률은 높지 않다", "확률은 높지 않", "unlikely", 0.7, "not high, never high"),
        ("사절단이 가을에 올 것", "올 것", None, None, "a bare statement stands on no rung"),
    ],
)
def test_the_rung_of_a_hedge(
    text: str, hedge: str, rung: str | None, met: float | None, why: str, knowledge: Knowledge
) -> None:
    row = chance_of(line_of(text, hedge), knowledge)
    assert (row.id if row else None) == rung, why
    assert (row.of_being_met if row else None) == met, why


@pytest.mark.parametrize(
    ("text", "hedge", "denies", "why"),
    [
        ("추가 파견은 없을 것", "을 것", True, "nothing will come"),
        ("파견을 인정하지 않을 가능성이 크다", "을 가능성이 크", True, "the denial is forecast"),
        ("올해를 넘기지 못할 것", "할 것", True, "cannot"),
        ("방문은 연내에 성사되기 어렵다", "기 어렵", True, "hard is a soft no"),
        ("통제를 받지 않는 무역을 넓힐 것", "힐 것", False, "the negation describes a noun"),
        ("정리되지 않아 미뤘으나 다시 추진될 것", "될 것", False, "the negation is the cause"),
        ("본인은 가지 않고 대표단만 보낼 것", "낼 것", False, "the negation is of the other half"),
        ("가을에 열릴 것", "릴 것", False, "no negation"),
    ],
)
def test_a_denial(text: str, hedge: str, denies: bool, why: str, knowledge: Knowledge) -> None:
    assert is_negative(line_of(text, hedge), knowledge) is denies, why


def test_every_row_finds_its_example(knowledge: Knowledge) -> None:
    for row in knowledge.table("hedge_chances", ChanceRow):
        assert compiled(row.pattern).search(row.example), row.id
        if row.chance is not None:
            assert row.low is not None
            assert row.high is not None
            assert 0 < row.low < row.chance < row.high < 1, row.id
    for negation in knowledge.table("claim_negations", NegationRow):
        assert compiled(negation.pattern).search(negation.example), negation.id


def test_a_claim_takes_what_the_reading_found(sample_ledger: Ledger, knowledge: Knowledge) -> None:
    line = next(x for x in sample_ledger.all_expectations() if "리 총리가 평양에 갈" in x.text)
    page = sample_ledger.article(line.page.name)
    assert page is not None
    claim = claim_of(line, page, knowledge)
    assert claim.persons == {"리창"}
    assert ("CONSULT", "visit") in claim.kinds
    assert claim.kinds_read
    assert "평양" in claim.places
    assert claim.lands == {"북한"}
    assert not claim.negative
