"""Tables to take away: CSV that Korean spreadsheets open, JSON; drawings as SVG and PNG."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from markupsafe import Markup

from haengbo.export.cells import harmless
from haengbo.web.charts.raster import png_of
from haengbo.web.charts.svg import as_file

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_STYLE = Path(__file__).parent / "static" / "chart-file.css"


def csv_answer(name: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> Response:
    """A table as a file; ``None`` is an empty cell.

    Args:
        name: Of the file, without ``.csv``.
        head: Names of the columns.
        rows: The cells.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    for row in rows:
        writer.writerow(
            [cell if isinstance(cell, int) else harmless(str(cell or "")) for cell in row]
        )
    headers = {"Content-Disposition": f'attachment; filename="haengbo-{name}.csv"'}
    # The byte order mark tells Korean Excel that this is UTF-8
    return Response("\ufeff" + out.getvalue(), media_type="text/csv", headers=headers)


def json_answer(value: Any) -> Response:  # noqa: ANN401 - any JSON value
    """A value as JSON, Korean as it is."""
    return Response(json.dumps(value, ensure_ascii=False, indent=1), media_type="application/json")


@cache
def _style() -> str:
    return _STYLE.read_text("utf-8")


def picture_answer(
    request: Request, name: str, svg: Markup, width: float, height: float
) -> Response:
    """A drawing as a file, on paper colours: PNG at an address that ends so, else SVG."""
    text = as_file(svg, width, height, _style())
    png = request.url.path.endswith(".png")
    # The file brings its colours along, which the policy of the pages would not let it use
    headers = {"Content-Security-Policy": _POLICY}
    headers["Content-Disposition"] = f'inline; filename="haengbo-{name}.{"png" if png else "svg"}"'
    if png:
        return Response(
            png_of(text, _style(), width, height), headers=headers, media_type="image/png"
        )
    return Response(text, headers=headers, media_type="image/svg+xml")
