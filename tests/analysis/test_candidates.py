"""Later events that may decide an expectation: a claim made by hand against events made by hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from analysis.test_claims import line_of
from haengbo.analysis.candidates import (
    RULES,
    WEIGHTS,
    Candidate,
    EventIndex,
    Rule,
    candidates,
)
from haengbo.analysis.claims import Claim, claim_of
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.model import edtf
from haengbo.model.decision import Outcome
from haengbo.model.entry import Entry, EntryKind
from haengbo.pipeline import enter

#: Somebody said on 17 January 2024: Putin will go to Pyongyang in the first half of the year.
VISIT = Claim(
    line=line_of("푸틴 대통령은 상반기에 평양에 갈 공산이 크다", "갈 공산이 크"),
    said=dt.date(2024, 1, 17),
    persons=frozenset({"블라디미르 푸틴"}),
    states=frozenset({"러시아", "북한"}),
    kinds=frozenset({("CONSULT", "visit")}),
    kinds_read=True,
    places=frozenset({"평양"}),
    lands=frozenset({"북한"}),
    horizon=edtf.parse("2024-01/2024-06"),
    negative=False,
    own_events=frozenset(),
    told_events=frozenset(),
)
COME = "블라디미르 푸틴:source,북한:target"


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    opened = Ledger.open(":memory:")
    yield opened
    opened.close()


def proposed(
    ledger: Ledger, knowledge: Knowledge, claim: Claim, *rows: tuple[str, str, str, str]
) -> tuple[Candidate, ...]:
    """Candidates among events given as date, kind, place, participants (after ``|`` a status)."""
    entries = []
    for date, kind, place, said in rows:
        who, _, status = said.partition("|")
        type_, _, mode = kind.partition("/")
        entries.append(
            Entry(
                EntryKind.EVENT,
                f"{date} {kind} {place}",
                date=date,
                type=type_,
                mode=mode or None,
                place=place or None,
                status=status or "occurred",
                who=tuple(who.split(",")),
            )
        )
    enter(ledger, entries, "나기록", knowledge)
    return candidates(claim, ledger.all_events(), knowledge)


@pytest.mark.parametrize(
    ("row", "suggests", "rules", "why"),
    [
        (
            ("2024-06-19", "CONSULT/visit", "평양", COME),
            *(Outcome.MET, {Rule.PERSONS, Rule.KIND, Rule.PLACE, Rule.IN_TIME, Rule.STATES}),
            "who, what, where and when agree",
        ),
        (
            ("2024-09-13", "CONSULT/visit", "평양", COME),
            *(Outcome.NOT_MET, {Rule.PERSONS, Rule.LATE}),
            "it came after the horizon",
        ),
        (
            ("2024-06-19", "CONSULT/visit", "평양", f"{COME}|not_occurred"),
            *(Outcome.NOT_MET, {Rule.NOT_OCCURRED}),
            "reported not to have happened",
        ),
        (
            ("2024-06-19", "CONSULT/visit", "평양", f"{COME}|alleged"),
            *(Outcome.UNDECIDABLE, {Rule.ALLEGED}),
            "only alleged",
        ),
        (
            ("2024-06-19", "CONSULT/meeting", "평양", "김정은:party,블라디미르 푸틴:party"),
            *(Outcome.PARTLY, {Rule.TYPE}),
            "a meeting there, of the same type",
        ),
    ],
)
def test_what_an_event_speaks_for(
    row: tuple[str, str, str, str],
    suggests: Outcome,
    rules: set[Rule],
    why: str,
    ledger: Ledger,
    knowledge: Knowledge,
) -> None:
    (one,) = proposed(ledger, knowledge, VISIT, row)
    assert one.suggests is suggests, why
    assert rules <= {reason.rule for reason in one.reasons}, why
    assert one.points == sum(WEIGHTS.get(reason.rule, 0) for reason in one.reasons)
    assert all(reason.words for reason in one.reasons)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (("2024-01-10", "CONSULT/visit", "평양", COME), "before it was said"),
        (("2025-06-19", "CONSULT/visit", "평양", COME), "a year after the horizon"),
        (("2024-06-20", "CONSULT/visit", "하노이", COME), "in another state"),
        (("2024-06-19", "CONSULT/visit", "평양", f"{COME}|planned"), "only planned"),
        (
            ("2024-03-25", "CONSULT/visit", "평양", "세르게이 나리시킨:source,북한:target"),
            "somebody else",
        ),
        (
            ("2024-06-19", "AGREE/sign", "평양", "북한:party,러시아:party"),
            "nobody named takes part",
        ),
    ],
)
def test_what_decides_nothing(
    row: tuple[str, str, str, str], why: str, ledger: Ledger, knowledge: Knowledge
) -> None:
    assert proposed(ledger, knowledge, VISIT, row) == (), why


def test_a_denial_is_turned_round(ledger: Ledger, knowledge: Knowledge) -> None:
    row = ("2024-06-19", "CONSULT/visit", "평양", COME)
    (one,) = proposed(ledger, knowledge, replace(VISIT, negative=True), row)
    assert one.suggests is Outcome.NOT_MET
    assert Rule.DENIES in {reason.rule for reason in one.reasons}


def test_background_of_the_page_is_no_outcome(ledger: Ledger, knowledge: Knowledge) -> None:
    row = ("2024-06-19", "CONSULT/visit", "평양", COME)
    (one,) = proposed(ledger, knowledge, VISIT, row)
    told = replace(VISIT, told_events=frozenset({one.line.id}))
    assert candidates(told, ledger.all_events(), knowledge) == ()
    own = replace(told, own_events=frozenset({one.line.id}))
    (again,) = candidates(own, ledger.all_events(), knowledge)
    assert again.reasons[0].rule is Rule.SAME_EVENT


def test_the_strongest_first_and_no_more_than_asked(ledger: Ledger, knowledge: Knowledge) -> None:
    rows = [
        ("2024-06-19", "CONSULT/meeting", "평양", "김정은:party,블라디미르 푸틴:party"),
        ("2024-06-19", "CONSULT/visit", "평양", COME),
    ]
    found = proposed(ledger, knowledge, VISIT, *rows)
    assert [one.line.event.mode for one in found] == ["visit", "meeting"]
    assert candidates(VISIT, ledger.all_events(), knowledge, 1) == found[:1]


def test_over_the_samples_candidates_are_later_and_from_other_pages(
    sample_ledger: Ledger, knowledge: Knowledge
) -> None:
    events = list(sample_ledger.all_events())
    index = EventIndex(events)
    found = 0
    for line in sample_ledger.all_expectations():
        page = sample_ledger.article(line.page.name)
        assert page is not None
        claim = claim_of(line, page, knowledge)
        every = candidates(claim, events, knowledge)
        assert candidates(claim, index.near(claim), knowledge) == every
        for one in every:
            found += 1
            assert edtf.parse(one.line.event.date or "").latest.isoformat() >= (line.page.day or "")
            assert {m.anchor.page for m in one.line.event.members} != {line.page.sha256}
    assert found > 10
    assert len(RULES) == 8
