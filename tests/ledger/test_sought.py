"""Texts are compared as far as is asked, and say what a query over all of them says."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from haengbo.ledger import Ledger, resident, sought
from haengbo.ledger.views import EventFilter

TYPED = (
    "러시아",
    "로씨야 정상",
    "최선희",
    '"정상회담"',
    '러시아 "정상회담"',
    '"없는 말이 이렇게"',
    "없는말이다",
    "",
)


@pytest.fixture
def held(sample_location: str) -> Iterator[Ledger]:
    ledger = Ledger.open(sample_location, resident=True)
    yield ledger
    ledger.close()


@pytest.mark.parametrize("text", TYPED)
def test_memory_and_tables_find_the_same(sample_ledger: Ledger, held: Ledger, text: str) -> None:
    for number in (1, 2):
        assert held.search(text, number=number, size=3) == sample_ledger.search(
            text, number=number, size=3
        )
    assert held.events_with(text, 4) == sample_ledger.events_with(text, 4)
    assert held.said_with(text, 3) == sample_ledger.said_with(text, 3)
    assert held.named(text, 3) == sample_ledger.named(text, 3)


@pytest.mark.parametrize("text", [text for text in TYPED if '"' in text])
def test_of_very_many_the_first_are_the_same_and_the_number_is_a_least_one(
    sample_ledger: Ledger, held: Ledger, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sought, "COMPARED", 1)
    monkeypatch.setattr(sought, "_FIRST", 2)
    monkeypatch.setattr(sought, "_MOST", 3)
    monkeypatch.setattr(resident, "COMPARED", 1)
    monkeypatch.setattr(resident, "_WALKED", 2)
    every = sample_ledger.search(text, size=1000)
    for number in range(1, every.pages + 2):
        found = held.search(text, number=number, size=4)
        assert found.items == sample_ledger.search(text, number=number, size=4).items
        assert found.total <= every.total
        assert found.total > 4 * number or not found.at_least
        assert found.at_least or found.total == every.total
    events, many = held.events_with(text, 5)
    plain, number_ = sample_ledger.events_with(text, 5)
    assert events == plain
    assert many in {None, number_}


def test_the_search_page_and_the_chronicle_count_the_same_events(sample_ledger: Ledger) -> None:
    for text in TYPED[:-1]:
        _, many = sample_ledger.events_with(text, 4)
        assert sample_ledger.profile(EventFilter(text=text)).total == many
