"""A ledger loaded from what an engine read is the ledger that ingesting would have made."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.archive import make_archive
from haengbo.capture import collect
from haengbo.engine import lay_out, load_into, read_archive
from haengbo.engine.engines import Local
from haengbo.errors import UsageError
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.pipeline import ingest
from ledger.test_resuming import events_of


def test_loading_is_ingesting_and_does_nothing_twice(
    tmp_path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive, out = make_archive(tmp_path / "pages"), tmp_path / "out"
    read_archive(str(archive), str(out), Local(1))
    lay_out(str(out), Local(1))
    loaded, taken_in = Ledger.open(":memory:"), Ledger.open(":memory:")
    monkeypatch.setattr("haengbo.engine.loading._AT_ONCE", 3)
    seen: list[int] = []
    count = load_into(loaded, str(out), knowledge, seen.append)
    ingest(taken_in, collect([str(path) for path in sorted(archive.iterdir())]), knowledge)
    assert sum(seen) == count == taken_in.totals().pages
    assert events_of(loaded) == events_of(taken_in)
    assert loaded.totals() == taken_in.totals()
    assert {hit.page.name for hit in loaded.search("회담").items} == {
        hit.page.name for hit in taken_in.search("회담").items
    }
    assert load_into(loaded, str(out), knowledge) == 0
    assert loaded.totals() == taken_in.totals()
    loaded.close()
    taken_in.close()


def test_a_folder_without_readings_is_wrong_usage(tmp_path: Path, knowledge: Knowledge) -> None:
    empty = Ledger.open(":memory:")
    with pytest.raises(UsageError, match="읽어 둔 것이 없다"):
        load_into(empty, str(tmp_path), knowledge)
    empty.close()
