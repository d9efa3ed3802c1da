"""What waits by columns is what the tables say, and what is shown of it says the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, decisions
from haengbo.ledger.tasks import described, settled
from haengbo.model.decision import DecisionKind
from haengbo.pipeline import collate, ingest
from ledger.test_resuming import few_pages

TODAY = "2026-11-25"
KINDS = ("discrepancy", "withdrawn", "overdue", "doubtful")


@pytest.fixture
def held(knowledge: Knowledge) -> Iterator[Ledger]:
    ledger = Ledger.open(":memory:", resident=True)
    ingest(ledger, few_pages(), knowledge)
    yield ledger
    ledger.close()


def _agree(ledger: Ledger) -> None:
    found, tasks = ledger.waiting(TODAY), ledger.tasks(TODAY)
    for kind in KINDS:
        wanted = [task for task in tasks if task.kind == kind]
        keys = [item.key for item in found.kinds[kind]]
        assert keys == [task.key for task in wanted]
        with ledger.reading() as session:
            assert list(described(session, kind, keys)) == wanted
    assert found.unknown == tuple(task for task in tasks if task.kind == "unknown")
    asked = {item.key for kind in KINDS[:3] for item in found.kinds[kind]}
    every = {line.id for line in ledger.all_events() if not line.decided}
    with ledger.reading() as session:
        assert set(found.unreviewed) == every - asked - settled(session)


def test_samples(sample_ledger: Ledger) -> None:
    _agree(sample_ledger)
    assert sample_ledger.waiting(TODAY).kinds["discrepancy"]
    assert sample_ledger.waiting(TODAY).kinds["overdue"]
    assert not sample_ledger.waiting("1900-01-01").kinds["overdue"]


def test_an_answer_is_seen_at_once(held: Ledger, knowledge: Knowledge) -> None:
    _agree(held)
    key = held.waiting(TODAY).unreviewed[0]
    with held.writing() as session:
        decisions.annotate(session, key, DecisionKind.CONFIRM, "", decisions.By("민들레", "맞다"))
    assert key not in held.waiting(TODAY).unreviewed
    collate(held, knowledge)
    _agree(held)


def test_events_are_described_in_the_order_given(sample_ledger: Ledger) -> None:
    keys = list(sample_ledger.waiting(TODAY).unreviewed[:3])
    with sample_ledger.reading() as session:
        assert [t.key for t in described(session, "withdrawn", keys[::-1])] == keys[::-1]
        assert described(session, "withdrawn", ["e0"]) == ()
        sure = described(session, "unreviewed", keys)
    assert {task.key for task in sure} == {*keys}
