"""Mails and pages saved as mails → the pages in them.

Comes in: EML, mbox, MHTML (what browsers save as one file). Goes out: an ``Item`` for the text of
each mail or for the page of the MHTML, and one for each attachment that may hold a page. Invariant:
a page's bytes are the part's, freed of its transfer coding; a mail's day is when it was sent, not
when the article was published.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from email.parser import BytesParser
from typing import IO

from haengbo.capture.items import WHOLE_LIMIT, Item, joined, too_large
from haengbo.capture.stamps import iso_of
from haengbo.errors import PageError
from haengbo.model.page import Known

_HEADERS = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}")
#: One of them is in every mail that a program wrote; people who copy "From:" do not copy these.
_TECHNICAL = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|snapshot-content-location):",
    re.IGNORECASE | re.MULTILINE,
)
_MBOX = re.compile(rb"\AFrom \S+[^\r\n]*\r?\n[A-Za-z][A-Za-z0-9-]{1,40}:")
_ENVELOPE = re.compile(rb"From \S+.*\d{2}:\d{2}")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
#: Attachments that are the mail's dress.
_DRESS = ("image", "audio", "video", "font")


def is_mail(head: bytes) -> bool:
    """Whether the bytes begin with the header of a mail (or MHTML)."""
    match = _HEADERS.match(head)
    return match is not None and _TECHNICAL.search(match.group()) is not None


def is_mbox(head: bytes) -> bool:
    """Whether the bytes begin a mailbox."""
    return _MBOX.match(head) is not None


def items_of_mbox(item: Item) -> Iterator[Item | PageError]:
    """The pages of every mail of a mailbox; mails are numbered from 1."""
    for number, data in enumerate(_messages(item.stream), 1):
        inner = replace(item, name=f"{item.name}!{number:04}", stream=io.BytesIO(data))
        if len(data) > WHOLE_LIMIT:
            yield PageError(inner.name, too_large(WHOLE_LIMIT))
        else:
            yield from items_of_mail(inner)


def _messages(stream: IO[bytes]) -> Iterator[bytes]:
    lines: list[bytes] = []
    blank = True
    started = False
    for line in stream:
        if blank and _ENVELOPE.match(line):
            if started:
                yield _unquoted(lines)
            lines, started = [], True
        else:
            lines.append(line)
        blank = not line.strip()
    if started:
        yield _unquoted(lines)


def _unquoted(lines: list[bytes]) -> bytes:
    return _QUOTED.sub(rb"\1", b"".join(lines))


def items_of_mail(item: Item) -> Iterator[Item | PageError]:
    """The page of a mail or MHTML, and what is attached."""
    data = item.stream.read(WHOLE_LIMIT + 1)
    if len(data) > WHOLE_LIMIT:
        yield PageError(item.name, too_large(WHOLE_LIMIT))
        return
    # By the old rules, which it keeps to if no others are named
    message: Message = BytesParser().parsebytes(data)
    page = _page_part(message)
    attached = list(_attached(message, page))
    if page is not None:
        yield _of_part(item, item.name, page, message)
    elif not attached:
        yield PageError(item.name, "편지에 글이 없다")
    for number, part in enumerate(attached, 1):
        name = _file_name(part) or f"{number}"
        yield _of_part(item, f"{item.name}!{name}", part, message)


def _page_part(message: Message) -> Message | None:
    """The part that a reader sees: HTML before text, no attachment; of MHTML the root."""
    texts = [part for part in message.walk() if part.get_content_maintype() == "text"]
    shown = [part for part in texts if part.get_content_disposition() != "attachment"]
    html = [part for part in shown if part.get_content_type() == "text/html"]
    plain = [part for part in shown if part.get_content_type() == "text/plain"]
    root = message.get_param("start")
    named = [part for part in html if root and part.get("Content-ID") == root]
    return next(iter(named or html or plain), None)


def _attached(message: Message, page: Message | None) -> Iterator[Message]:
    """Attachments; the parts of an MHTML are the page's own pictures, frames and styles."""
    if message.get_content_type() == "multipart/related":
        return
    for part in message.walk():
        if part.is_multipart() or part is page or part.get_content_maintype() in _DRESS:
            continue
        if part.get_content_disposition() == "attachment" and not part.get("Content-ID"):
            yield part


def _file_name(part: Message) -> str | None:
    name = part.get_filename()
    return str(name).replace("\\", "/").rpartition("/")[2].strip() if name else None


def _of_part(item: Item, name: str, part: Message, message: Message) -> Item:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
    url = str(address).strip() if address and str(address).strip().startswith("http") else None
    return Item(
        name,
        io.BytesIO(data),
        joined(Known(url=url), item.known),
        part.get_content_charset(),
        iso_of(str(message.get("Date", ""))) or item.captured,
        item.depth + 1,
    )
