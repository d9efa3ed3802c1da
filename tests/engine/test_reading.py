"""An archive read by an engine: same bytes as on a laptop, every page once, also after a kill."""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pyarrow.parquet as pq
import pytest

import haengbo
from engine.archive import ALONE, TOGETHER, make_archive
from haengbo.capture import collect
from haengbo.engine import EngineName, engine_of, lay_out, read_archive
from haengbo.engine.engines import Local
from haengbo.engine.rows import intake_of, row_of
from haengbo.errors import PageError, UsageError
from haengbo.knowledge import Knowledge
from haengbo.ledger.words import SearchWords
from haengbo.model.page import Page
from haengbo.pipeline import prepare_intake
from haengbo.reader import read_page

T = TypeVar("T")
R = TypeVar("R")
#: Different pages: those alone, the rows, and the one off the theme.
PAGES = ALONE + TOGETHER + 1


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_archive(tmp_path_factory.mktemp("archive") / "pages")


def written(out: Path) -> dict[str, bytes]:
    root = out / "readings"
    return {str(p.relative_to(root)): p.read_bytes() for p in sorted(root.rglob("*.parquet"))}


def rows(out: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for path in sorted((out / "readings").rglob("*.parquet")):
        found += pq.read_table(path, partitioning=None).to_pylist()
    return found


@pytest.fixture(scope="module")
def local(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("local")
    summary = read_archive(str(archive), str(out), Local(1))
    assert (summary.shards, summary.before, summary.pages) == (5, 0, PAGES + 1)
    assert summary.on_theme == PAGES
    assert summary.failures == ()
    assert sum(lay_out(str(out), Local(1)).values()) == PAGES
    return out


def test_the_bytes_are_those_of_reading_page_by_page(
    archive: Path, local: Path, knowledge: Knowledge
) -> None:
    one_by_one = {
        page.sha256: json.dumps(
            read_page(page, knowledge, gated=True).to_dict(), ensure_ascii=False
        )
        for page in reversed(list(collect([str(p) for p in sorted(archive.iterdir())])))
        if isinstance(page, Page)
    }
    names = {row["page"]: row for row in rows(local)}
    assert len(names) == len(rows(local)) == PAGES
    for page, reading in one_by_one.items():
        mine, theirs = json.loads(str(names[page]["reading"])), json.loads(reading)
        if mine["id"] == theirs["id"]:
            assert names[page]["reading"] == reading
        else:
            assert mine["id"].startswith("again-"), "a page under two names has the smaller"


def test_files_stand_under_the_month_of_publication(local: Path) -> None:
    for path in (local / "readings").rglob("*.parquet"):
        month = path.parent.name.partition("=")[2]
        for reading in pq.read_table(path, partitioning=None)["reading"].to_pylist():
            published = json.loads(reading)["article"]["published"]
            assert (published or "undated")[:7] == month


class BrokenOffError(Exception):
    """Somebody pulled the plug."""


@dataclass
class Dying:
    """An engine that is killed after some shards."""

    after: int

    def each(self, function: Callable[[T], R], given: Sequence[T]) -> Iterator[R]:
        for number, value in enumerate(given):
            if number == self.after:
                raise BrokenOffError
            yield function(value)


def test_a_run_that_was_killed_goes_on_and_ends_the_same(
    archive: Path, local: Path, tmp_path: Path
) -> None:
    with pytest.raises(BrokenOffError):
        read_archive(str(archive), str(tmp_path), Dying(2))
    # BrokenOffError off in the middle of a file: a piece beside its place, a part without its note
    (tmp_path / "parts" / "_half.parquet").write_bytes(b"PAR1 half")
    done = sorted((tmp_path / "done").glob("*.json"))
    assert len(done) == 2
    done[0].unlink()
    summary = read_archive(f"file://{archive}", f"file://{tmp_path}", Local(1))
    assert (summary.before, summary.pages) == (1, PAGES + 1)
    lay_out(f"file://{tmp_path}", Local(1))
    assert written(tmp_path) == written(local)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_daft_gives_the_same_and_tells_nobody(
    archive: Path, local: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Its workers are processes of their own
    monkeypatch.setenv("PYTHONPATH", str(Path(haengbo.__file__).parents[1]))
    for name in ("DO_NOT_TRACK", "DAFT_ANALYTICS_ENABLED", "DAFT_PROGRESS_BAR"):
        monkeypatch.delenv(name, raising=False)
    engine = engine_of(EngineName.DAFT, 1)
    read_archive(str(archive), str(tmp_path), engine)
    lay_out(str(tmp_path), engine)
    assert written(tmp_path) == written(local)
    assert os.environ["DO_NOT_TRACK"] == "1"
    # It leaves a pipe of its worker open, which is said where it is found
    gc.collect()


def test_a_row_gives_the_page_back(archive: Path, knowledge: Knowledge) -> None:
    words = SearchWords(knowledge)
    for page in collect([str(archive / "rows.jsonl")]):
        assert not isinstance(page, PageError)
        made = prepare_intake(page, knowledge, words)
        assert intake_of(row_of(made)) == made


@pytest.mark.parametrize("source", ["nowhere", "strange://x/y"])
def test_nothing_to_read_is_wrong_usage(source: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read_archive(source, str(tmp_path), Local(1))
