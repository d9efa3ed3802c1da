"""A page that only sends its reader on → the address where it sends them.

Comes in: bytes of an answer. Goes out: an address as printed there, or ``None``. Three ways, all
without running a script: ``<meta http-equiv=refresh>``, an assignment of a plain string to
``location``, and a frame that holds the whole page. Invariant: a page with text of its own sends
nobody on: news sites refresh themselves every few minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

#: A page with more words than this is one to read.
_WORDS_MOST = 300
#: Seconds after which a refresh is meant for readers, not for browsers.
_SOON = 15
_BYTES_MOST = 200_000
_REFRESH = re.compile(
    r"(?<!\s)\s*(\d{1,3})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']{1,2000})", re.IGNORECASE
)
_LOCATION = re.compile(
    r"(?:^|[;{}\s)])(?:window\.|document\.|self\.|top\.|parent\.)?location"
    r"(?:\.href)?\s{0,4}(?:=|\.(?:replace|assign)\()\s{0,4}([\"'])([^\"'\s+]{1,2000})\1\s{0,4}\)?\s{0,4}(?:;|$|\}|\n|<)"
)
_UNSEEN = ("script", "style", "noscript", "template", "title")


def sent_on(data: bytes) -> str | None:
    """Where a page sends its reader.

    Example:
        ``<meta http-equiv="refresh" content="0; url=/news/7">`` sends to ``/news/7``.
    """
    head = data[:_BYTES_MOST]
    if len(data) > _BYTES_MOST or b"<" not in head:
        return None
    lowered = head.lower()
    if not any(mark in lowered for mark in (b"refresh", b"location", b"frame")):
        return None
    try:
        root = html.document_fromstring(head.decode("utf-8", "replace").replace("\x00", ""))
    except (etree.ParserError, ValueError):
        return None
    if _words(root) > _WORDS_MOST:
        return None
    return next((found for found in _ways(root) if not found.startswith("#")), None)


def _words(root: html.HtmlElement) -> int:
    """Letters that a reader sees."""
    total = 0
    for element in root.iter():
        unseen = not isinstance(element.tag, str) or element.tag in _UNSEEN
        parts = (element.tail,) if unseen else (element.text, element.tail)
        total += sum(len("".join(part.split())) for part in parts if part)
    return total


def _ways(root: html.HtmlElement) -> Iterator[str]:
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or "").strip().lower() == "refresh":
            match = _REFRESH.match(meta.get("content") or "")
            if match and int(match[1]) <= _SOON:
                yield match[2].strip()
    for script in root.iter("script"):
        match = _LOCATION.search(script.text or "")
        if match:
            yield match[2]
    frames = [frame for frame in root.iter("frame", "iframe") if frame.get("src")]
    main = [f for f in frames if f.tag == "frame" or (f.get("id") or "").lower() == "mainframe"]
    if main:
        # Framesets put a banner beside the page: the frame that takes what is left is the page
        yield str(main[-1].get("src")).strip()
