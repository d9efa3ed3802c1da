"""The tables of counts say what counting the events says."""

from __future__ import annotations

import pytest

from haengbo.ledger import Ledger, counting
from haengbo.ledger.matching import conditions
from haengbo.ledger.views import EventFilter


@pytest.mark.parametrize(
    "wanted",
    [
        EventFilter(),
        EventFilter(types=("CONSULT",)),
        EventFilter(channels=("foreign", "summit"), statuses=("occurred",)),
        EventFilter(modes=("none-such",)),
    ],
    ids=["all", "one type", "channels and status", "nothing"],
)
def test_both_ways_give_the_same(wanted: EventFilter, sample_ledger: Ledger) -> None:
    with sample_ledger.reading() as session:
        kept = counting.profile(session, wanted, None)
        where = conditions(session, wanted, None)
        counted = counting.from_events(session, where)
    assert kept == counted
    assert kept.total == sample_ledger.events(wanted, size=1).total


def test_counting_anew_changes_nothing(sample_ledger: Ledger) -> None:
    with sample_ledger.reading() as session:
        before = counting.profile(session, EventFilter(), None)
        counting.recount(session)
        after = counting.profile(session, EventFilter(), None)
        session.rollback()
    assert before.total > 0
    assert before == after
