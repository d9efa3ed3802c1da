"""What stands on a shelf is what the ledger's own queries list, in their order."""

from __future__ import annotations

import numpy as np
import pytest
from sqlalchemy import select

from haengbo import pipeline
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.ledger.shelf import Shelf, numbers, pages, statements
from haengbo.ledger.tables import ArticleRow, StatementRow
from haengbo.pipeline import ingest, reread
from ledger.test_resuming import few_pages


def test_numbers_come_as_one_text() -> None:
    assert numbers("3,5,8").tolist() == [3, 5, 8]
    assert numbers(None).tolist() == []


def _listed(ledger: Ledger) -> tuple[list[int], list[str]]:
    with ledger.reading() as session:
        day = ArticleRow.day.desc().nulls_last()
        readings = session.scalars(select(ArticleRow.reading).order_by(day, ArticleRow.page)).all()
        said = StatementRow.day.desc().nulls_last()
        ids = session.scalars(select(StatementRow.id).order_by(said, StatementRow.id)).all()
    return list(readings), list(ids)


def test_pages_that_come_and_are_read_again_stand_in_their_places(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger, found = Ledger.open(":memory:"), few_pages()
    kept: tuple[Shelf, Shelf] | None = None
    for step in range(4):
        if step < 3:
            ingest(ledger, found[3 * step : 3 * step + 3], knowledge)
        else:
            monkeypatch.setattr(pipeline, "__version__", "0")
            reread(ledger, knowledge)
        with ledger.reading() as session:
            fresh = Shelf.made(session, pages), Shelf.made(session, statements)
            kept = (kept[0].next(session), kept[1].next(session)) if kept else fresh
        readings, ids = _listed(ledger)
        for shelves in (fresh, kept):
            assert shelves[0].reading.tolist() == readings
            assert [key.decode() for key in shelves[1].key.tolist()] == ids
    ledger.close()


def test_what_is_marked_comes_newest_first(sample_ledger: Ledger) -> None:
    with sample_ledger.reading() as session:
        shelf = Shelf.made(session, pages)
        assert shelf.next(session) is shelf
    marks = np.zeros(shelf.last + 1, dtype=np.bool_)
    marks[shelf.reading[::2]] = True
    assert shelf.newest(marks).tolist() == shelf.reading[::2].tolist()
