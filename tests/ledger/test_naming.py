"""Part of a name leads to those who have it, most events first."""

from __future__ import annotations

import pytest

from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.ledger.naming import names_since
from haengbo.pipeline import ingest
from ledger.test_resuming import few_pages


@pytest.mark.parametrize(
    ("text", "first", "why"),
    [
        ("선희", "최선희", "the end of a name"),
        ("최선희", "최선희", "the whole name"),
        ("메밀밭", None, "on pages, but no name"),
        ("없는 사람", None, "nobody is called so"),
        ("%", None, "a sign is no wildcard"),
    ],
)
def test_part_of_a_name(sample_ledger: Ledger, text: str, first: str | None, why: str) -> None:
    found = sample_ledger.named(text, 3)
    assert (found[0].value if found else None) == first, why


def test_numbers_are_those_of_the_list_of_actors(sample_ledger: Ledger) -> None:
    lines = {line.name: line.events for line in sample_ledger.actors(size=10_000)}
    found = sample_ledger.named("", 10_000)
    assert {count.value: count.count for count in found} == lines
    assert [c.count for c in found] == sorted((c.count for c in found), reverse=True)


def test_names_of_new_pages_are_added(knowledge: Knowledge) -> None:
    ledger, pages = Ledger.open(":memory:"), few_pages()
    ingest(ledger, pages[:4], knowledge)
    with ledger.reading() as session:
        before = names_since(session, None)
        assert names_since(session, before) is before
    ingest(ledger, pages[4:], knowledge)
    with ledger.reading() as session:
        assert names_since(session, before) == names_since(session, None)
    ledger.close()
