"""Columns in memory say what the ledger's own queries say, also after changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from haengbo.ledger import Ledger, resident
from haengbo.ledger.columns import Columns, EventFacts, number_of
from haengbo.ledger.views import EventFilter

FILTERS = st.builds(
    EventFilter,
    who=st.sampled_from([(), ("북한",), ("최선희", "북한"), ("러시아",), ("아무도 아님",)]),
    types=st.sampled_from([(), ("CONSULT",), ("CONSULT", "AGREE"), ("NONE",)]),
    modes=st.sampled_from([(), ("meeting",)]),
    channels=st.sampled_from([(), ("foreign",), ("summit", "security")]),
    statuses=st.sampled_from([(), ("occurred",), ("planned", "predicted")]),
    since=st.sampled_from([None, "2024-11-01", "2025-03-05"]),
    until=st.sampled_from([None, "2024-11-30", "2025-06-30"]),
    place=st.sampled_from([None, "평양", "%", "없는 곳"]),
    text=st.sampled_from([None, "러시아", '"정상회담"']),
    newest_first=st.booleans(),
    only_conflicting=st.booleans(),
)


@pytest.fixture
def held(sample_location: str) -> Iterator[Ledger]:
    ledger = Ledger.open(sample_location, resident=True)
    yield ledger
    ledger.close()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(FILTERS, st.integers(1, 3))
def test_every_filter_has_one_answer(
    sample_ledger: Ledger, held: Ledger, wanted: EventFilter, number: int
) -> None:
    assert held.profile(wanted) == sample_ledger.profile(wanted)
    asked = held.events(wanted, number=number, size=7)
    assert asked == sample_ledger.events(wanted, number=number, size=7)
    months = ("2024-11", "2025-06")
    assert held.ticks(wanted, months) == sample_ledger.ticks(wanted, months)
    assert held.ticks(wanted) == sample_ledger.ticks(wanted)


def _facts(ledger: Ledger) -> list[EventFacts]:
    with ledger.reading() as session:
        return list(resident.facts(session))


def _told(columns: Columns) -> tuple[object, ...]:
    everything = columns.left(EventFilter())
    lists = [
        columns.listed(everything, newest_first=newest, skipped=0, size=10**6)
        for newest in (True, False)
    ]
    with_north = columns.left(EventFilter(who=("북한",), since="2024-01-01"))
    profiles = columns.profile(everything), columns.profile(with_north)
    return lists, profiles, columns.ticks(everything, "0001-01", "9999-12")


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.randoms(use_true_random=False))
def test_changes_lead_to_the_state_that_is_made_anew(sample_ledger: Ledger, random: object) -> None:
    facts = _facts(sample_ledger)
    choose = getattr(random, "sample")  # noqa: B009 - hypothesis does not name its type
    first = choose(facts, len(facts) // 2)
    gone = choose(first, len(first) // 3)
    changed = [replace(fact, day=None, date=None, names=("새 사람",)) for fact in gone[::2]]
    come = [fact for fact in facts if fact not in first][:5] + changed
    came = {fact.id for fact in come}
    names = [*(fact.id for fact in gone), *came]
    left = [fact for fact in first if fact.id not in names]
    assert _told(Columns(first).changed(names, come)) == _told(Columns([*left, *come]))


@pytest.mark.parametrize(
    ("day", "number", "why"),
    [
        ("2024-11-02", 20_241_102, "a day"),
        ("0001-01-01", 10_101, "the first there is"),
        (None, 0, "none sorts before all"),
    ],
)
def test_days_as_numbers(day: str | None, number: int, why: str) -> None:
    assert number_of(day) == number, why


def test_nothing_at_all() -> None:
    empty = Ledger.open(":memory:", resident=True)
    assert empty.events().items == ()
    assert empty.profile().total == 0
    assert empty.ticks() == ()
    assert empty.events(EventFilter(who=("아무도",))).total == 0
    empty.close()
