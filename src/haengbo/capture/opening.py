"""Whatever holds pages → the pages, by what its bytes are.

Comes in: an ``Item``: a file, a member, an answer. Goes out: ``Page`` or ``PageError``. The only
place that knows all kinds of sources. Invariant: bytes decide, not names, except for tables of
plain text (``.csv``, ``.tsv``, ``.jsonl``), which nothing in their bytes tells from text.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from typing import IO, cast

from haengbo.capture import mails, searches, warcs, zips
from haengbo.capture.detect import DOCUMENTS, binary_kind, is_feed, media_type_of
from haengbo.capture.items import PAGE_LIMIT, Item, Wishes, too_large
from haengbo.capture.jsonl import lines_of, pages_of_lines
from haengbo.capture.tables import pages_of_table
from haengbo.errors import PageError
from haengbo.model.page import MediaType, Page

#: An archive in an archive in an archive: more is an accident or an attack.
DEPTH_LIMIT = 3
_HEAD = 65536
_LINES = (".jsonl", ".ndjson")
_TABLES = (".csv", ".tsv")
_GZIP = b"\x1f\x8b"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PACKED = (*_ZIP, _GZIP, b"PAR1")

Pages = Iterator[Page | PageError]
Items = Iterator[Item | PageError]


def pages_of(item: Item, wishes: Wishes) -> Pages:
    """All pages in something.

    Args:
        item: What to open.
        wishes: What the user says about tables.
    """
    if item.depth > DEPTH_LIMIT:
        yield PageError(item.name, "꾸러미 안의 꾸러미가 너무 깊다")
        return
    table = _table_kind(item, wishes)
    if table is not None:
        yield from pages_of_table(item, table, wishes.columns)
    elif item.name.lower().endswith(_LINES):
        for page in pages_of_lines(lines_of(item.stream), item.name, item.known):
            yield checked(page) if isinstance(page, Page) else page
    else:
        yield from _by_bytes(item, wishes)


def is_one_page(item: Item, wishes: Wishes) -> bool:
    """Whether something is a page by itself, as far as its name and first bytes tell.

    Nothing is opened or unpacked for it: whatever might hold more is none. The stream is left at
    its beginning.
    """
    head = _head(item.stream)
    many = head.startswith((*_PACKED, warcs.SIGNATURE))
    named = item.name.lower().endswith((*_LINES, *_TABLES))
    data = head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[")
    found = searches.SIGNATURE in head or bool(wishes.columns)
    return not (many or named or mails.is_mbox(head) or mails.is_mail(head) or (data and found))


def is_plain_table(item: Item) -> bool:
    """Whether something is a table of plain text, of which nothing has to be unpacked."""
    named = item.name.lower().endswith((*_LINES, *_TABLES))
    return named and not _head(item.stream).startswith(_PACKED)


def _head(stream: IO[bytes]) -> bytes:
    head = stream.read(_HEAD)
    stream.seek(0)
    return head


def _table_kind(item: Item, wishes: Wishes) -> str | None:
    """What kind of table it is; lines of JSON are pages unless their columns are mapped."""
    name, head = item.name.lower(), _head(item.stream)
    if name.endswith(_TABLES):
        return "csv"
    if name.endswith(_LINES):
        return "jsonl" if wishes.columns else None
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(_ZIP):
        return "xlsx" if "xl/workbook.xml" in zips.member_names(item.stream) else None
    mapped = bool(wishes.columns) and head.lstrip().startswith(b"[")
    return "json" if mapped and searches.SIGNATURE not in head else None


def _by_bytes(item: Item, wishes: Wishes) -> Pages:
    head = _head(item.stream)
    reader = _container(head)
    if head.startswith(_ZIP) and DOCUMENTS & set(zips.member_names(item.stream)):
        yield _single(item)
    elif reader is not None:
        yield from _inside(reader(item), wishes)
    elif head.startswith(_GZIP):
        yield from _unpacked(item, wishes)
    elif head.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"{", b"[") and searches.SIGNATURE in head:
        yield from searches.pages_of_search(item)
    else:
        yield _single(item)


def _container(head: bytes) -> Callable[[Item], Items] | None:
    if head.startswith(_ZIP):
        return zips.items_of_zip
    if head.startswith(warcs.SIGNATURE) or _inflated_head(head).startswith(warcs.SIGNATURE):
        return warcs.items_of_warc
    if mails.is_mbox(head):
        return mails.items_of_mbox
    return mails.items_of_mail if mails.is_mail(head) else None


def _inflated_head(head: bytes) -> bytes:
    if not head.startswith(_GZIP):
        return b""
    try:
        return zlib.decompressobj(31).decompress(head, 64)
    except zlib.error:
        return b""


def _inside(found: Items, wishes: Wishes) -> Pages:
    for inner in found:
        if isinstance(inner, PageError):
            yield inner
        else:
            yield from pages_of(inner, wishes)


def _unpacked(item: Item, wishes: Wishes) -> Pages:
    name = item.name.removesuffix(".gz")
    stream = cast("IO[bytes]", gzip.GzipFile(fileobj=item.stream))
    inner = Item(name, stream, item.known, depth=item.depth + 1)
    try:
        yield from pages_of(inner, wishes)
    except zips.BROKEN as error:
        yield PageError(item.name, f"풀 수 없다: {error}")


def _single(item: Item) -> Page | PageError:
    try:
        data = item.stream.read(PAGE_LIMIT + 1)
    except zips.BROKEN as error:
        return PageError(item.name, f"풀 수 없다: {error}")
    page = Page(
        item.name,
        data,
        media_type_of(data),
        item.known,
        item.captured,
        item.charset,
    )
    return checked(page)


def checked(page: Page) -> Page | PageError:
    """The page, or why it is none."""
    if not page.data.strip():
        return PageError(page.name, "빈 파일이다")
    if len(page.data) > PAGE_LIMIT:
        return PageError(page.name, too_large())
    if is_feed(page.data):
        return PageError(page.name, "피드이다: haengbo watch 로 본다")
    readable = page.media_type not in (MediaType.HTML, MediaType.TEXT)
    kind = None if readable else binary_kind(page.data)
    if kind is not None:
        return PageError(page.name, f"글이 아니다: {kind}")
    return page
