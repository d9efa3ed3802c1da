"""A table with an article a row → pages.

Comes in: CSV, JSON lines, XLSX, Parquet; the exports of BigKinds are one such table. Goes out:
a clipping for a row with a headline, a page of HTML or text for a row without. Invariant: a bad row
is one ``PageError`` named ``table:row``; nothing of a row is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from haengbo.capture.items import Item, joined
from haengbo.capture.spreadsheets import Row, TableError, rows_of
from haengbo.capture.stamps import edtf_of
from haengbo.errors import PageError, UsageError
from haengbo.model.clipping import Clipping
from haengbo.model.page import Known, MediaType, Page

#: Our field → columns it is looked for in, unless the user maps it. The Korean names are BigKinds'.
COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "뉴스 식별자", "뉴스식별자"),
    "title": ("title", "headline", "제목"),
    "text": ("text", "body", "content", "본문"),
    "html": ("html",),
    "published": ("published", "date", "일자", "pubDate"),
    "outlet": ("outlet", "publisher", "언론사"),
    "authors": ("authors", "author", "byline", "기고자"),
    "url": ("url", "URL", "link"),
}
#: Columns of every export of BigKinds, of all years.
_BIGKINDS = ("제목", "본문", "언론사", "분석제외 여부")
#: BigKinds gives this much of an article's text; what is shorter and ends a sentence is whole.
_BIGKINDS_CUT = 195
_ENDED = re.compile(r"[.?!][\"'”’)\]】>]?$")
_NAMES = re.compile(r"[,;|·]")


def check_columns(columns: Mapping[str, str]) -> None:
    """Refuse a map of a field that we do not have.

    Raises:
        UsageError: Names the field.
    """
    unknown = sorted(set(columns) - set(COLUMNS))
    if unknown:
        raise UsageError(f"모르는 항목: {', '.join(unknown)} (가능: {', '.join(COLUMNS)})")


def pages_of_table(item: Item, kind: str, columns: Mapping[str, str]) -> Iterator[Page | PageError]:
    """Pages of the rows.

    Args:
        item: The table.
        kind: As ``spreadsheets.rows_of`` names it.
        columns: Our field → the table's column.
    """
    names = {field: (columns[field],) if field in columns else COLUMNS[field] for field in COLUMNS}
    wanted = {name for field in ("text", "html", "title") for name in names[field]}
    checked = False
    try:
        for number, row in enumerate(rows_of(item.stream, kind, wanted), 1):
            if not checked and kind != "jsonl" and not wanted & set(row):
                found = ", ".join(map(str, list(row)[:12]))
                yield PageError(
                    item.name, f"본문 열을 모른다: --columns text=열이름 (있는 열: {found})"
                )
                return
            checked = True
            yield _page(row, names, f"{item.name}:{number}", item.known)
    except TableError as error:
        yield PageError(item.name, str(error))


def _page(
    row: Row, names: Mapping[str, tuple[str, ...]], where: str, known: Known
) -> Page | PageError:
    def cell(field: str) -> Any:  # noqa: ANN401 - any cell
        given = (row.get(name) for name in names[field])
        return next((value for value in given if value is not None and value != ""), None)

    try:
        published = edtf_of(cell("published"))
    except ValueError as error:
        return PageError(where, str(error))
    title, text, html = _text(cell("title")), _text(cell("text")), _text(cell("html"))
    name = _line(cell("id")) or where
    stated = Known(published, _line(cell("outlet")) or None, _line(cell("url")) or None)
    if html or (text and not title):
        media_type = MediaType.HTML if html else MediaType.TEXT
        data = (html or text).encode("utf-8", "surrogatepass")
        return Page(name, data, media_type, joined(stated, known), charset="utf-8")
    if not (text or title):
        return PageError(where, "본문도 제목도 없다")
    authors = cell("authors")
    listed = authors if isinstance(authors, list) else _NAMES.split(_text(authors))
    return _clipping(row, stated, known, name=name, title=title, text=text, authors=listed)


def _clipping(  # noqa: PLR0913 - the fields of a row
    row: Row, stated: Known, known: Known, *, name: str, title: str, text: str, authors: list[Any]
) -> Page:
    bigkinds = all(column in row for column in _BIGKINDS)
    clipping = Clipping(
        "bigkinds" if bigkinds else "table",
        title,
        text,
        key=None if ":" in name else name,
        published=stated.published,
        outlet=stated.outlet,
        authors=tuple(name for name in map(_line, authors) if name),
        url=stated.url,
        cut=bigkinds and (len(text) >= _BIGKINDS_CUT or not _ENDED.search(text)),
        left_out=(_line(row.get("분석제외 여부")) or None) if bigkinds else None,
    )
    return clipping_page(name, clipping, known)


def clipping_page(name: str, clipping: Clipping, known: Known) -> Page:
    """The page of a clipping; what the user states of the source fills what it leaves open."""
    left = Known(
        None if clipping.published else known.published,
        None if clipping.outlet else known.outlet,
        None if clipping.url else known.url,
    )
    return Page(name, clipping.to_bytes(), MediaType.CLIPPING, left, charset="utf-8")


def _text(value: Any) -> str:  # noqa: ANN401 - any cell
    """Text of a cell; Excel writes line breaks as ``_x000D_``."""
    text = "" if value is None else str(value).replace("_x000D_", "")
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _line(value: Any) -> str:  # noqa: ANN401 - any cell
    """A cell on one line; whole numbers of spreadsheets lose their ``.0``."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(_text(value).split())
