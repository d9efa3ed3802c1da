"""Lines of a ``.jsonl`` file → pages.

A line is ``{"id", "text" or "html", "url"?, "published"?, "outlet"?}``; what it states is known.
Invariant: one bad line is one ``PageError`` named ``file:line``; the others are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from haengbo.capture.items import PAGE_LIMIT, too_large
from haengbo.errors import PageError
from haengbo.model.page import Known, MediaType, Page

#: Bytes: a page as long as may be, each character written by its number.
LINE_LONGEST = 3 * PAGE_LIMIT


def lines_of(stream: IO[bytes], longest: int = LINE_LONGEST) -> Iterator[bytes]:
    """Lines of a stream; of a longer one a byte more than the limit, and no more is held."""
    while line := stream.readline(longest + 1):
        yield line
        while len(line) > longest and not line.endswith(b"\n"):
            line = stream.readline(longest + 1)
            if len(line) <= longest:
                break


def pages_of_lines(lines: Iterable[bytes], name: str, known: Known) -> Iterator[Page | PageError]:
    """Pages of the lines; empty lines are skipped.

    Args:
        lines: Raw, UTF-8.
        name: Of the file, for errors and for lines without ``id``.
        known: What the user states about every page; a line's own statement goes before it.
    """
    for number, line in enumerate(lines, 1):
        if len(line) > LINE_LONGEST:
            yield PageError(f"{name}:{number}", too_large(LINE_LONGEST))
        elif line.strip():
            yield _page_of_line(line, f"{name}:{number}", known)


def _page_of_line(line: bytes, where: str, known: Known) -> Page | PageError:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return PageError(where, "줄이 UTF-8이 아니다")
    except (ValueError, RecursionError) as error:
        return PageError(where, f"JSON으로 읽히지 않는다: {error}")
    if not isinstance(record, dict):
        return PageError(where, "JSON 객체가 아니다")
    return _page_of_record(record, where, known)


def _page_of_record(record: Mapping[str, Any], where: str, known: Known) -> Page | PageError:
    for key in ("id", "text", "html", "url", "published", "outlet"):
        if not isinstance(record.get(key), str | int | None) or isinstance(record.get(key), bool):
            return PageError(where, f"{key} 값이 글자열이 아니다")
    html, text = record.get("html"), record.get("text")
    if not (html or text):
        return PageError(where, "text도 html도 없다")
    stated = Known(
        published=_string(record, "published") or known.published,
        outlet=_string(record, "outlet") or known.outlet,
        url=_string(record, "url") or known.url,
    )
    return Page(
        name=_string(record, "id") or where,
        data=str(html or text).encode("utf-8", "surrogatepass"),
        media_type=MediaType.HTML if html else MediaType.TEXT,
        known=stated,
        charset="utf-8",
    )


def _string(record: Mapping[str, Any], key: str) -> str | None:
    value = record.get(key)
    return None if value is None or value == "" else str(value)
