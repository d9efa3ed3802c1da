"""Exchanges counted as ministries do: by delegation, rank and host, what is left out named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from haengbo.analysis.counting import Counted, Query, Reason, count, printed_titles
from haengbo.knowledge import Knowledge
from haengbo.knowledge.counts import CountRow
from haengbo.knowledge.offices import RankRow
from haengbo.ledger import Ledger
from haengbo.model.entry import Entry, EntryKind
from haengbo.pipeline import enter

SIDES = ("북한", "러시아")


def event(text: str, date: str, mode: str, place: str | None, who: str) -> Entry:
    kind = "SUPPORT" if text == "지지" else "CONSULT"
    people = tuple(who.split(","))
    return Entry(EntryKind.EVENT, text, date=date, type=kind, mode=mode, place=place, who=people)


ROWS = [
    event("회담", "2024-11-01", "meeting", "모스크바", "최선희:party,세르게이 라브로프:party"),
    event("예방", "2024-11-04", "meeting", "크렘린궁", "최선희:source,블라디미르 푸틴:target"),
    event("서기가 옴", "2025-03-21", "meeting", "평양", "김정은:party,세르게이 쇼이구:party"),
    event("전화", "2025-08-12", "phone", None, "김정은:party,블라디미르 푸틴:party"),
    event("나라끼리", "2025-02-03", "meeting", "평양", "북한:party,러시아:party"),
    event("지지", "2025-05-09", "visit", "평양", "김정은:source,러시아:target"),
    event("다른 나라", "2025-09-04", "meeting", "베이징", "김정은:party,시진핑:party"),
]


@pytest.fixture
def ledger(knowledge: Knowledge) -> Iterator[Ledger]:
    opened = Ledger.open(":memory:")
    enter(opened, ROWS, "나기록", knowledge)
    yield opened
    opened.close()


def ask(ledger: Ledger, knowledge: Knowledge, query: Query) -> Counted:
    lines = list(ledger.all_events())
    return count(lines, query, knowledge, printed_titles(ledger, lines))


def test_a_delegation_is_one_exchange(ledger: Ledger, knowledge: Knowledge) -> None:
    answer = ask(ledger, knowledge, Query(SIDES, "차관급"))
    assert answer.n == 2
    first, second = answer.exchanges
    assert (first.first, first.last, first.host) == (
        dt.date(2024, 11, 1),
        dt.date(2024, 11, 4),
        "러시아",
    )
    assert len(first.events) == 2
    assert (second.host, second.persons, second.rank) == ("북한", ("세르게이 쇼이구",), "장관급")
    assert answer.hosts == (("러시아", 1), ("북한", 1))


def test_what_is_left_out_is_named(ledger: Ledger, knowledge: Knowledge) -> None:
    answer = ask(ledger, knowledge, Query(SIDES, "차관급"))
    assert [left.reason for left in answer.left_out] == [Reason.RANK_UNKNOWN]
    assert answer.left_out[0].line.event.date == "2025-02-03"


@pytest.mark.parametrize(
    ("query", "n", "why"),
    [
        (Query(SIDES, "차관급", dt.date(2025, 1, 1)), 1, "from a day on"),
        (Query(SIDES, "차관급", None, dt.date(2024, 12, 31)), 1, "up to a day"),
        (Query(SIDES, "정상"), 0, "the visitors are ministers"),
        (Query(("북한", "중국"), "차관급"), 1, "another pair"),
        (Query(("북한", "몽골"), "차관급"), 0, "a pair that never met"),
    ],
)
def test_questions(query: Query, n: int, why: str, ledger: Ledger, knowledge: Knowledge) -> None:
    assert ask(ledger, knowledge, query).n == n, why


def test_the_order_of_events_changes_nothing(sample_ledger: Ledger, knowledge: Knowledge) -> None:
    lines = list(sample_ledger.all_events())
    query = Query(SIDES, "차관급", dt.date(2024, 1, 1), dt.date(2024, 12, 31))
    one = count(lines, query, knowledge)
    assert one == count(reversed(lines), query, knowledge)
    assert one.n > 5
    counted = [line.id for exchange in one.exchanges for line in exchange.events]
    assert len(counted) == len(set(counted))
    assert not set(counted) & {left.line.id for left in one.left_out}


def test_no_such_rank(knowledge: Knowledge) -> None:
    with pytest.raises(ValueError, match="rank"):
        count([], Query(SIDES, "황제급"), knowledge)


def test_saved_counts_ask_for_known_ranks(knowledge: Knowledge) -> None:
    ranks = {row.id for row in knowledge.table("ranks", RankRow)}
    rows = knowledge.table("counts", CountRow)
    assert rows
    assert {row.rank for row in rows} <= ranks
