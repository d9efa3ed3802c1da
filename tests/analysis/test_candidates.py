"""Later events that may decide an expectation: over the samples, each with its reasons."""

from __future__ import annotations

import pytest

from haengbo.analysis.candidates import RULES, WEIGHTS, Candidate, Rule, candidates
from haengbo.analysis.claims import claim_of
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.model import edtf
from haengbo.model.decision import Outcome


def proposed(ledger: Ledger, knowledge: Knowledge, words: str) -> tuple[Candidate, ...]:
    line = next(x for x in ledger.all_expectations() if words in x.text)
    page = ledger.article(line.page.name)
    assert page is not None
    return candidates(claim_of(line, page, knowledge), ledger.all_events(), knowledge)


@pytest.mark.parametrize(
    ("words", "suggests", "day", "rules", "why"),
    [
        (
            "10월 초 북한을 방문할 것",
            *(Outcome.MET, "2023-10", {Rule.PERSONS, Rule.KIND, Rule.IN_TIME}),
            "who, what and when agree",
        ),
        (
            "3월 대선을 치른 뒤 평양에 갈",
            *(Outcome.NOT_MET, "2024-06-19", {Rule.PERSONS, Rule.KIND, Rule.PLACE, Rule.LATE}),
            "it came three months after the horizon",
        ),
        (
            "루카셴코 대통령의 방북은 연내에",
            *(Outcome.NOT_MET, "2025-09-09", {Rule.PERSONS, Rule.KIND, Rule.DENIES}),
            "it was said not to come and came",
        ),
        (
            "5월 9일 전승절에 맞춰 모스크바에 갈",
            *(Outcome.NOT_MET, "2025", {Rule.PERSONS, Rule.NOT_OCCURRED}),
            "pages report that it did not happen",
        ),
        (
            "다음 달 3일 베이징 열병식에서 만날",
            *(Outcome.MET, "2025-09-03", {Rule.PERSONS, Rule.KIND, Rule.IN_TIME}),
            "the meeting of both on that day",
        ),
    ],
)
def test_the_first_candidate(
    words: str,
    suggests: Outcome,
    day: str,
    rules: set[Rule],
    why: str,
    sample_ledger: Ledger,
    knowledge: Knowledge,
) -> None:
    first = proposed(sample_ledger, knowledge, words)[0]
    assert first.suggests is suggests, why
    assert first.line.event.date == day, why
    assert rules <= {reason.rule for reason in first.reasons}, why
    assert all(reason.words for reason in first.reasons)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("일요일 낮부터 추위가 누그러질 것", "weather: nobody acts"),
        ("추가 파병은 없을 것", "the clause names nobody"),
        ("연말까지 화성-20형을 시험발사할 것", "no later event of the samples is a test"),
        ("김 위원장의 방러는 하반기에도 쉽지 않을 것", "meetings in Wonsan are no visit to Russia"),
    ],
)
def test_no_candidate(words: str, why: str, sample_ledger: Ledger, knowledge: Knowledge) -> None:
    assert proposed(sample_ledger, knowledge, words) == (), why


def test_candidates_are_later_and_come_from_other_pages(
    sample_ledger: Ledger, knowledge: Knowledge
) -> None:
    events = list(sample_ledger.all_events())
    found = 0
    for line in sample_ledger.all_expectations():
        page = sample_ledger.article(line.page.name)
        assert page is not None
        for one in candidates(claim_of(line, page, knowledge), events, knowledge):
            found += 1
            assert one.points == sum(WEIGHTS.get(r.rule, 0) for r in one.reasons)
            assert edtf.parse(one.line.event.date or "").latest.isoformat() >= (line.page.day or "")
            assert {m.anchor.page for m in one.line.event.members} != {line.page.sha256}
    assert found > 20
    assert len(RULES) == 8
