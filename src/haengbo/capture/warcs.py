"""WARC files → the web pages in them.

Comes in: a WARC, plain or compressed record by record. Goes out: an ``Item`` for each answer of
``text/html`` with status 200: its body without transfer and content coding, address and time of
the capture. Invariant: answers that were cut or cannot be decoded are named, the rest is read; a
broken file is read up to the break.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

from haengbo.capture.decoding import TooLargeError, UnknownCodingError, dechunked, decoded
from haengbo.capture.items import PAGE_LIMIT, Item, needs, too_large
from haengbo.errors import PageError
from haengbo.model.page import Known

SIGNATURE = b"WARC/"
_HTML = ("text/html", "application/xhtml+xml")
_OK = "200"


@dataclass(frozen=True, slots=True)
class _Record:
    """What is kept of a record.

    Attributes:
        url: Address.
        moment: ISO 8601 time of the capture.
        content: Status line, headers and body; of a ``resource`` the body alone.
        whole: Whether all bytes are there that it declares.
        media_type: Of a ``resource``.
    """

    url: str
    moment: str
    content: bytes
    whole: bool
    media_type: str | None


def items_of_warc(item: Item) -> Iterator[Item | PageError]:
    """The pages of a web archive, in its order."""
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - optional
    except ModuleNotFoundError:
        yield PageError(item.name, needs("archives", "WARC"))
        return
    wanted = WarcRecordType.response | WarcRecordType.resource
    count = 0
    try:
        for raw in ArchiveIterator(item.stream, record_types=wanted, parse_http=False):
            count += 1
            found = _page(item, _record(raw))
            if found is not None:
                yield found
    except (OSError, ValueError, EOFError) as error:
        yield PageError(item.name, f"{count}번째 기록 뒤를 읽을 수 없다: {error}")


def _record(raw: object) -> _Record:
    headers: dict[str, str] = {k.lower(): v for k, v in raw.headers.items()}  # type: ignore[attr-defined]
    content: bytes = raw.reader.read(2 * PAGE_LIMIT)  # type: ignore[attr-defined]
    declared = int(headers.get("content-length", "0"))
    resource = headers.get("warc-type") == "resource"
    return _Record(
        headers.get("warc-target-uri", "").strip("<>"),
        headers.get("warc-date", ""),
        content,
        len(content) >= min(declared, 2 * PAGE_LIMIT) and not headers.get("warc-truncated"),
        headers.get("content-type", "") if resource else None,
    )


def _page(item: Item, record: _Record) -> Item | PageError | None:
    """The page of a record; ``None`` if it holds none."""
    if record.media_type is not None:
        status, headers, body = _OK, Message(), record.content
        headers["Content-Type"] = record.media_type
    else:
        status, headers, body = split_answer(record.content)
    if status != _OK or headers.get_content_type() not in _HTML:
        return None
    where = f"{item.name}!{record.url}"
    if not record.whole:
        return PageError(where, "잘린 기록이다")
    try:
        data = body_of(headers, body)
    except TooLargeError:
        return PageError(where, too_large())
    except UnknownCodingError as error:
        return PageError(where, f"풀 수 없는 압축이다: {error}")
    return Item(
        record.url or where,
        io.BytesIO(data),
        Known(item.known.published, item.known.outlet, record.url or item.known.url),
        headers.get_content_charset(),
        record.moment or None,
        item.depth + 1,
    )


def split_answer(content: bytes) -> tuple[str, Message, bytes]:
    """Status, headers and body of an HTTP answer as it was sent."""
    from email.policy import HTTP  # noqa: PLC0415 - a tenth of what reading a page imports

    mark = b"\r\n\r\n" if b"\r\n\r\n" in content else b"\n\n"
    head, _, body = content.partition(mark)
    line, _, fields = head.partition(b"\n")
    parts = line.decode("latin-1").split()
    status = parts[1] if len(parts) > 1 and parts[0].startswith("HTTP/") else ""
    return status, BytesHeaderParser(policy=HTTP).parsebytes(fields + mark), body


def body_of(headers: Message, body: bytes) -> bytes:
    """The body without transfer and content coding.

    Raises:
        TooLargeError: It is larger than a page may be.
        UnknownCodingError: Its coding cannot be decoded here.
    """
    if "chunked" in str(headers.get("Transfer-Encoding", "")).lower():
        body = dechunked(body)
    return decoded(body, str(headers.get("Content-Encoding", "")), PAGE_LIMIT)
