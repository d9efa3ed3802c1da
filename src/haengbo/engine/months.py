"""Parts in the order of the archive → readings by month, every page once.

Comes in: parts of which each is whole. Goes out: ``readings/month=…`` in Parquet. A page that
stands in several files has the same month in each and is kept under its smallest name, as a ledger
does. A note says which files there are, with hash and pages. Invariant: the same parts give the
same files, whatever worked on them.
"""

from __future__ import annotations

import hashlib
import io
import json
from typing import TYPE_CHECKING, Any

from haengbo.engine.places import Place
from haengbo.errors import UsageError

if TYPE_CHECKING:
    from haengbo.engine.engines import Engine

#: Which files there are.
NOTE = "readings.json"
#: Rows of a month that are held at once, and that make a file.
_AT_ONCE = 20_000


def lay_out(out: str, engine: Engine) -> dict[str, int]:
    """Write readings by month; how many pages each has.

    Args:
        out: Where the parts are.
        engine: What works on the months.
    """
    months: dict[str, set[str]] = {}
    for part in Place(out).under("parts").files():
        for month in set(_table(out, part, ["month"])["month"].to_pylist()):
            months.setdefault(month, set()).add(part)
    tasks = [(out, month, tuple(sorted(parts))) for month, parts in sorted(months.items())]
    written = sorted(engine.each(_write_month, tasks))
    files = {name: about for _, _, files in written for name, *about in files}
    Place(out).write(NOTE, json.dumps(files, sort_keys=True).encode())
    return {month: pages for month, pages, _ in written}


def laid_out(out: str) -> dict[str, tuple[str, int]]:
    """Files of readings with their hash and pages, as the last ``lay_out`` noted them.

    Raises:
        UsageError: Nothing was laid out there.
    """
    if not Place(out).holds(NOTE):
        raise UsageError(f"읽어 둔 것이 없다: {out} (먼저 haengbo read --engine … --to)")
    noted = json.loads(Place(out).read(NOTE))
    return {name: (str(digest), int(pages)) for name, (digest, pages) in sorted(noted.items())}


def _table(out: str, part: str, columns: list[str] | None = None, month: str | None = None) -> Any:  # noqa: ANN401
    import pyarrow.parquet as pq  # noqa: PLC0415 - an optional extra

    place = Place(out)
    filters = [("month", "=", month)] if month else None
    return pq.read_table(
        place.path("parts", part), filesystem=place.system, columns=columns, filters=filters
    )


def _write_month(
    task: tuple[str, str, tuple[str, ...]],
) -> tuple[str, int, list[tuple[str, str, int]]]:
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    out, month, parts = task
    whole = pa.concat_tables([_table(out, part, month=month) for part in parts])
    whole = _once(whole.sort_by([("page", "ascending"), ("name", "ascending")]))
    files: list[tuple[str, str, int]] = []
    for number, start in enumerate(range(0, len(whole), _AT_ONCE)):
        buffer = io.BytesIO()
        piece = whole.slice(start, _AT_ONCE).drop_columns(["month"])
        pq.write_table(piece, buffer, compression="zstd")
        name = f"month={month}/{number:05d}.parquet"
        Place(out).write(f"readings/{name}", buffer.getvalue())
        files.append((name, hashlib.sha256(buffer.getvalue()).hexdigest(), len(piece)))
    return month, len(whole), files


def _once(table: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Of rows in order of their page the first of each; the same bytes are of the same month."""
    pages = table["page"].to_pylist()
    return table.filter([at == 0 or pages[at - 1] != page for at, page in enumerate(pages)])
