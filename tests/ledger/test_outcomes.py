"""Outcomes that people decide: append-only, undone, kept over a new reading."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from haengbo.errors import UsageError
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, decisions
from haengbo.ledger.copying import copy_ledger
from haengbo.ledger.decisions import By
from haengbo.ledger.erasing import erase
from haengbo.ledger.outcomes import decide_outcome
from haengbo.model.decision import Outcome
from haengbo.model.page import Known, MediaType, Page
from haengbo.pipeline import collate, ingest

ME = By("나판정", "뒤의 보도를 봄")
FIRST = """새별일보
2025-01-10

한가람 두레정책연구원 연구위원은 10일 “쇼이구 서기가 3월에 평양에 갈 가능성이 크다”고 말했다.
"""
SECOND = """새별일보
2025-03-22

세르게이 쇼이구 러시아 국가안보회의 서기가 21일 평양을 방문했다고 조선중앙통신이 보도했다.
"""


@pytest.fixture
def ledger(knowledge: Knowledge) -> Iterator[Ledger]:
    opened = Ledger.open(":memory:")
    pages = [
        Page(name, text.encode(), MediaType.TEXT, Known(published=day, outlet="새별일보"))
        for name, text, day in (("앞.txt", FIRST, "2025-01-10"), ("뒤.txt", SECOND, "2025-03-22"))
    ]
    ingest(opened, pages, knowledge)
    yield opened
    opened.close()


def the_expectation(ledger: Ledger) -> str:
    (line,) = ledger.expectations(kinds=("forecast",)).items
    return line.id


def visit(ledger: Ledger) -> str:
    return next(e.id for e in ledger.all_events() if e.event.mode == "visit" and e.day)


def decide(ledger: Ledger, outcome: Outcome, event: str | None = None) -> int:
    with ledger.writing() as session:
        return decide_outcome(session, the_expectation(ledger), outcome, ME, event)


def test_a_decision_names_who_when_why_and_the_event(ledger: Ledger, knowledge: Knowledge) -> None:
    key, event = the_expectation(ledger), visit(ledger)
    assert ledger.outcomes() == {}
    number = decide(ledger, Outcome.MET, event)
    collate(ledger, knowledge)
    made = ledger.outcomes()[key]
    assert (made.number, made.outcome, made.event) == (number, Outcome.MET, event)
    assert (made.who, made.why) == ("나판정", "뒤의 보도를 봄")
    detail = ledger.event(event)
    assert detail is not None
    assert [d.kind for d in detail.decisions] == ["outcome"]
    assert not detail.line.event.decided, "it says nothing about the event itself"


def test_the_newest_holds_and_an_undo_brings_the_older_back(ledger: Ledger) -> None:
    key = the_expectation(ledger)
    decide(ledger, Outcome.PARTLY)
    second = decide(ledger, Outcome.MET)
    assert ledger.outcomes()[key].outcome is Outcome.MET
    with ledger.writing() as session:
        decisions.undo(session, second, ME)
    assert ledger.outcomes()[key].outcome is Outcome.PARTLY
    assert len(ledger.decisions()) == 3


def test_it_outlives_a_new_reading_and_a_copy_of_the_ledger(
    ledger: Ledger, knowledge: Knowledge
) -> None:
    key = the_expectation(ledger)
    decide(ledger, Outcome.MET, visit(ledger))
    other = Ledger.open(":memory:")
    copy_ledger(ledger, other)
    assert other.outcomes()[key].outcome is Outcome.MET
    other.close()
    collate(ledger, knowledge)
    assert ledger.outcomes()[key].event == visit(ledger)
    assert all(view.waiting is None for view in ledger.decisions())


def test_an_erased_page_leaves_no_words_in_the_decision(ledger: Ledger) -> None:
    decide(ledger, Outcome.MET)
    with ledger.writing() as session:
        erase(session, "앞.txt", ME)
    assert ledger.outcomes() == {}
    (view,) = ledger.decisions()
    assert "쇼이구" not in view.before + view.after
    assert view.waiting


@pytest.mark.parametrize(
    ("key", "event", "why"),
    [("x000000000000", None, "전망"), (None, "e000000000000", "사건")],
)
def test_what_is_not_there_is_named(
    key: str | None, event: str | None, why: str, ledger: Ledger
) -> None:
    with pytest.raises(UsageError, match=why), ledger.writing() as session:
        decide_outcome(session, key or the_expectation(ledger), Outcome.MET, ME, event)
