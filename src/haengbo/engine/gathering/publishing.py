"""What the stages found → Parquet that anybody can read and ``haengbo ledger load`` takes.

    OUT/events/month=2025-03/00000.parquet   events in order of their id, with their whole record
    OUT/relations/00000.parquet              which belong together
    OUT/copies/…, OUT/versions/…             pages of one text, captures of one article
    OUT/collated.json                        of which readings, and how many there are of each

Invariant: the note is there only when all the others are there as a whole, and are of its readings.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeVar

from haengbo.engine.gathering.happenings import Size
from haengbo.engine.gathering.parcels import EVERYBODY, Step, get
from haengbo.engine.gathering.texts import Copied
from haengbo.engine.places import Place
from haengbo.errors import UsageError
from haengbo.ledger.records import decode, encode
from haengbo.model.collation import CopyLink, Event, Relation, RelationKind
from haengbo.model.version import Version

NOTE = "collated.json"
_FOLDERS = ("events", "relations", "copies", "versions")
#: Rows of a file.
_AT_ONCE = 20_000
Row = dict[str, Any]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was gathered.

    Attributes:
        key: Of the readings, the code and the pack.
        code_version: Of haengbo.
        pack_version: Of the pack.
        reports: That were grouped.
        largest_block: Most of them under one key.
        events: That they made.
        relations: Between these.
        copies: Pages whose text is another's.
        versions: Captures of articles of which there are several.
    """

    key: str
    code_version: str
    pack_version: str
    reports: int
    largest_block: int
    events: int
    relations: int
    copies: int
    versions: int


def forget(out: str) -> None:
    """Remove what an earlier run published: first the note."""
    for name in (NOTE, *_FOLDERS):
        Place(out).remove(name)


def publish_month(step: Step) -> str:
    """Write the events of a month."""
    found = sorted(get(step, "events", Event, step.piece), key=lambda event: event.id)
    for number, part in enumerate(_parts(found)):
        name = f"events/month={step.piece}/{number:05d}.parquet"
        _write(step.out, name, [_event_row(event) for event in part])
    return step.piece


def _event_row(event: Event) -> Row:
    return {
        "event": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status.value,
        "date": event.date,
        "place": event.place,
        "channel": event.channel.value if event.channel else None,
        "participants": [part.name for part in event.participants],
        "origins": [origin.name for origin in event.origins],
        "voices": list(event.voices),
        "reports": [member.anchor.text for member in event.members],
        "record": encode(event),
    }


def publish_rest(step: Step, batches: Iterable[str]) -> tuple[int, int, int]:
    """Write relations, copies and versions; how many there are of each."""
    relations = sorted(get(step, "relations", Relation, EVERYBODY), key=encode)
    copied = [item for batch in batches for item in get(step, "copies", Copied, batch)]
    versions = [item for batch in batches for item in get(step, "versions", Version, batch)]
    links = sorted(
        ({"root": item.original.page} | asdict(item.link) for item in copied if item.link),
        key=lambda row: str(row["page"]),
    )
    numbered = sorted((asdict(item) for item in versions), key=lambda row: str(row["page"]))
    related = [
        {"event": r.event, "other": r.other, "kind": r.kind.value, "reason": r.reason}
        for r in relations
    ]
    for name, rows in (("relations", related), ("copies", links), ("versions", numbered)):
        for number, part in enumerate(_parts(rows)):
            _write(step.out, f"{name}/{number:05d}.parquet", part)
    return len(related), len(links), len(numbered)


def _parts(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    yield from (rows[start : start + _AT_ONCE] for start in range(0, len(rows), _AT_ONCE))


def _write(out: str, name: str, rows: Sequence[Row]) -> None:
    import pyarrow as pa  # noqa: PLC0415 - an optional extra
    import pyarrow.parquet as pq  # noqa: PLC0415

    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows), _schema(rows[0])), buffer, compression="zstd")
    Place(out).write(name, buffer.getvalue())


def _schema(row: Row) -> Any:  # noqa: ANN401 - pyarrow has no types
    import pyarrow as pa  # noqa: PLC0415

    kinds = {list: pa.list_(pa.string()), int: pa.int64(), float: pa.float64()}
    return pa.schema([(name, kinds.get(type(value), pa.string())) for name, value in row.items()])


def note(out: str, gathered: Gathered) -> None:
    """Say that all is there."""
    Place(out).write(NOTE, json.dumps(asdict(gathered), ensure_ascii=False).encode())


def noted(out: str) -> Gathered | None:
    """What is there, if all is."""
    if not Place(out).holds(NOTE):
        return None
    try:
        return Gathered(**json.loads(Place(out).read(NOTE)))
    except (ValueError, TypeError) as error:
        raise UsageError(f"맞춰 둔 기록을 읽을 수 없다: {out}/{NOTE} ({error})") from error


def sizes(step: Step) -> Size:
    """Of all shares together."""
    found = list(get(step, "sizes", Size, EVERYBODY))
    largest = max((size.largest_block for size in found), default=0)
    return Size(sum(s.reports for s in found), sum(s.events for s in found), largest)


def published_events(out: str) -> Iterator[Event]:
    """All events, some at a time."""
    yield from (decode(row["record"], Event) for row in _rows(out, "events", ["record"]))


def published_relations(out: str) -> Iterator[Relation]:
    """All relations."""
    for row in _rows(out, "relations"):
        yield Relation(row["event"], RelationKind(row["kind"]), row["other"], row["reason"])


def published_copies(out: str) -> Iterator[tuple[str, CopyLink]]:
    """All copies, each with the original of its group."""
    for row in _rows(out, "copies"):
        yield row["root"], CopyLink(row["page"], row["of"], row["score"], row["reason"])


def published_versions(out: str) -> Iterator[Version]:
    """All versions."""
    yield from (Version(**row) for row in _rows(out, "versions"))


def _rows(out: str, folder: str, columns: list[str] | None = None) -> Iterator[Row]:
    import pyarrow.parquet as pq  # noqa: PLC0415

    place = Place(out).under(folder)
    for name in place.files():
        with place.system.open_input_file(place.path(name)) as file:
            for batch in pq.ParquetFile(file).iter_batches(_AT_ONCE, columns=columns):
                yield from batch.to_pylist()
