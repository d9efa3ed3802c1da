"""Rows that one stage hands to the next: written by where they go, read by whoever is there.

A stage is a function called for each of its pieces (a batch of readings, or a share of all keys);
what a piece gives is one file, ``STAGE/PIECE.parquet``, in which rows for one place lie together.
Invariant: a file is there as a whole or not at all, so that its being there says that the piece is
done; it depends on what the piece was given alone.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zlib import crc32

import msgspec

from haengbo import collation
from haengbo.engine.places import Place

if TYPE_CHECKING:
    from haengbo.collation.lore import Lore
    from haengbo.engine.engines import Engine

T = TypeVar("T")
#: For one who reads all rows of a stage.
EVERYBODY = "all"
#: Rows that are held at once.
_AT_ONCE = 5_000
#: Where what one has to say and the row that says it.
Parcel = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of a stage; goes to whoever works on it.

    Attributes:
        out: Where the readings are.
        work: Folder below, of what is handed from stage to stage.
        piece: Name of a batch of readings, or a share.
        shares: How many shares the keys are dealt to.
        files: Of a batch, the files of readings.
        packs: Folders laid over the shipped pack.
    """

    out: str
    work: str
    piece: str = ""
    shares: int = 1
    files: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()

    @property
    def lore(self) -> Lore:
        """What collation asks the pack."""
        from haengbo.knowledge import load  # noqa: PLC0415 - heavy, once in each process

        return collation.lore(load(tuple(map(Path, self.packs))))

    def share_of(self, key: str) -> str:
        """The share that a key falls to: the same on every machine."""
        return f"{crc32(key.encode()) % self.shares:05d}"


def put(step: Step, stage: str, parcels: Iterable[Parcel]) -> None:
    """Write what a piece gives."""
    import pyarrow as pa  # noqa: PLC0415 - an optional extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    to: dict[str, list[bytes]] = {}
    for where, row in parcels:
        to.setdefault(where, []).append(msgspec.json.encode(row))
    schema = pa.schema([("to", pa.string()), ("row", pa.binary())])
    buffer = io.BytesIO()
    with pq.ParquetWriter(buffer, schema, compression="zstd") as writer:
        for where in sorted(to):
            for start in range(0, len(to[where]), _AT_ONCE):
                rows = to[where][start : start + _AT_ONCE]
                writer.write_table(pa.table({"to": [where] * len(rows), "row": rows}, schema))
    Place(step.out).write(f"{step.work}/{stage}/{step.piece}.parquet", buffer.getvalue())


def get(step: Step, stage: str, kind: type[T], to: str) -> Iterator[T]:
    """Read what all pieces of a stage sent to one place, in the order of the pieces."""
    decoder = msgspec.json.Decoder(kind)
    for parquet, group in _groups(step, stage):
        if parquet.metadata.row_group(group).column(0).statistics.min == to:
            rows = parquet.read_row_group(group, columns=["row"])["row"].to_pylist()
            yield from map(decoder.decode, rows)


def destinations(step: Step, stage: str) -> list[str]:
    """All places that rows of a stage were sent to, sorted."""
    found = (p.metadata.row_group(n).column(0).statistics.min for p, n in _groups(step, stage))
    return sorted(set(found))


def _groups(step: Step, stage: str) -> Iterator[tuple[Any, int]]:
    import pyarrow.parquet as pq  # noqa: PLC0415

    place = Place(step.out).under(f"{step.work}/{stage}")
    for name in place.files():
        with place.system.open_input_file(place.path(name)) as file:
            parquet = pq.ParquetFile(file)
            for group in range(parquet.num_row_groups):
                yield parquet, group


def rows_of(step: Step, columns: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Pages of the batch that the piece is, some columns of each."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    place = Place(step.out).under("readings")
    for name in step.files:
        with place.system.open_input_file(place.path(name)) as file:
            for batch in pq.ParquetFile(file).iter_batches(_AT_ONCE, columns=list(columns)):
                yield from batch.to_pylist()


def done(
    engine: Engine, stage: str, function: Callable[[Step], str], steps: Sequence[Step]
) -> None:
    """Have a stage done for those of its pieces for which it is not.

    Args:
        engine: What works.
        stage: Its last (or only) file says that a piece is done.
        function: Does a piece.
        steps: All pieces there are.
    """
    waiting = [s for s in steps if not Place(s.out).holds(f"{s.work}/{stage}/{s.piece}.parquet")]
    for _ in engine.each(function, waiting):
        pass
