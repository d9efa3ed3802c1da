"""An archive → what was read of it, shard by shard; each is done once, whatever happens.

A shard is a file of the archive. Comes in: where the archive lies, where to write, an engine. Goes
out: a part for each shard and a note that it is whole. Invariant: a part depends on its shard, the
code and the pack alone, so that a shard that was broken off is written over by the same.
"""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from haengbo.engine.places import Place
from haengbo.engine.rows import Row, row_of, schema
from haengbo.errors import PageError, UsageError

if TYPE_CHECKING:
    from haengbo.engine.engines import Engine
    from haengbo.knowledge import Knowledge
    from haengbo.ledger.rows import Intake
    from haengbo.model.page import Page

_DIGITS = 16
#: Rows that are held at once.
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Task:
    """One shard and what to do with it; goes to whoever works on it."""

    source: str
    file: str
    out: str
    packs: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Name of the part."""
        return hashlib.sha256(self.file.encode()).hexdigest()[:_DIGITS]


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of an archive.

    Attributes:
        shards: Files of the archive.
        before: How many of them an earlier run had done.
        pages: Pages read, of all shards.
        on_theme: Those on the theme.
        failures: Names of pages that could not be read, with the reason.
    """

    shards: int
    before: int
    pages: int
    on_theme: int
    failures: tuple[str, ...]


def read_archive(source: str, out: str, engine: Engine, packs: Sequence[Path] = ()) -> Summary:
    """Read every page of an archive.

    Args:
        source: Folder, or address of one in an object store, of WARC, Parquet or JSON lines.
        out: Folder to write, or an address.
        engine: What works on the shards.
        packs: Folders laid over the shipped pack.

    Raises:
        UsageError: There is nothing at ``source``.
    """
    files = Place(source).files()
    if not files:
        raise UsageError(f"읽을 파일이 없다: {source}")
    tasks = [Task(source, file, out, tuple(map(str, packs))) for file in files]
    done = Place(out).under("done")
    there = set(done.files())
    waiting = [task for task in tasks if f"{task.key}.json" not in there]
    for _ in engine.each(work, waiting):
        pass
    notes = [json.loads(done.read(f"{task.key}.json")) for task in tasks]
    return Summary(
        len(tasks),
        len(tasks) - len(waiting),
        sum(note["pages"] for note in notes),
        sum(note["on_theme"] for note in notes),
        tuple(failure for note in notes for failure in note["failures"]),
    )


def work(task: Task) -> str:
    """Read one shard, write its part, then the note that it is whole; gives the part's name."""
    from haengbo.knowledge import load  # noqa: PLC0415 - heavy, once in each process

    knowledge = load(tuple(map(Path, task.packs)))
    out, failures = Place(task.out), []
    counts = {"pages": 0, "on_theme": 0}

    def rows() -> Iterator[Row]:
        for result in _read(task, knowledge):
            if isinstance(result, PageError):
                failures.append(str(result))
                continue
            counts["pages"] += 1
            counts["on_theme"] += result.reading.on_theme
            yield row_of(result)

    out.write(f"parts/{task.key}.parquet", _parquet(rows()))
    note = {"file": task.file, **counts, "failures": failures}
    out.write(f"done/{task.key}.json", json.dumps(note, ensure_ascii=False).encode())
    return task.key


def _read(task: Task, knowledge: Knowledge) -> Iterator[Intake | PageError]:
    from haengbo.ledger.words import SearchWords  # noqa: PLC0415
    from haengbo.pipeline import prepare_intake  # noqa: PLC0415

    words = SearchWords(knowledge)
    for item in _pages(task):
        if isinstance(item, PageError):
            yield item
            continue
        try:
            yield prepare_intake(item, knowledge, words)
        except PageError as error:
            yield error


def _pages(task: Task) -> Iterator[Page | PageError]:
    """Pages of a shard; one that lies elsewhere is fetched first."""
    from haengbo.capture import collect  # noqa: PLC0415

    if "://" not in task.source:
        yield from collect([str(Path(task.source) / task.file)])
        return
    with tempfile.TemporaryDirectory() as folder:
        near = Path(folder) / task.file
        near.parent.mkdir(parents=True, exist_ok=True)
        near.write_bytes(Place(task.source).read(task.file))
        yield from collect([str(near)])


def _parquet(rows: Iterator[Row]) -> bytes:
    import pyarrow as pa  # noqa: PLC0415 - an optional extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    buffer = io.BytesIO()
    with pq.ParquetWriter(buffer, schema(), compression="zstd") as writer:
        held: list[Row] = []
        for row in rows:
            held.append(row)
            if len(held) == _AT_ONCE:
                writer.write_table(pa.Table.from_pylist(held, schema()))
                held = []
        writer.write_table(pa.Table.from_pylist(held, schema()))
    return buffer.getvalue()
