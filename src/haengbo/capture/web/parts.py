"""A page of an article over several pages → addresses of the other parts.

Comes in: bytes of the page and its address. Goes out: addresses that differ from it in the number
of the part only, in order. Invariant: nothing but parts of this very article; at most ``MOST``.
"""

from __future__ import annotations

import re
from urllib.parse import urldefrag, urljoin

from lxml import etree, html

from haengbo.model.address import address_key, part_of

MOST = 20
_SHORT, _HEAD = 20, 4096
#: A board names the page of its list beside the post; an article's pages are called pages.
_CALLED = re.compile(r"다음|이전|\d{1,2}|next|prev", re.IGNORECASE)


def other_parts(data: bytes, url: str) -> tuple[str, ...]:
    """Addresses of the other parts of an article.

    Example:
        On ``https://paper.example/news?id=7`` a link ``?id=7&page=2`` called 2 is one.
    """
    key = address_key(url)
    if key is None or b"page" not in data.lower():
        return ()
    try:
        declared = b"charset" in data[:_HEAD].lower()
        parser = html.HTMLParser() if declared else html.HTMLParser(encoding="utf-8")
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, ValueError):
        return ()
    found: dict[int, str] = {}
    for link in root.iter("a", "link"):
        if link.tag == "link" and link.get("rel") not in ("next", "prev"):
            continue
        called = "".join(map(str, link.itertext()))[:_SHORT]
        if link.tag == "a" and not _CALLED.search(called):
            continue
        other = _joined(url, link.get("href") or "")
        if address_key(other) == key and part_of(other) != part_of(url):
            found.setdefault(part_of(other), other)
    return tuple(found[number] for number in sorted(found)[:MOST])


def _joined(url: str, href: str) -> str:
    try:
        return urldefrag(urljoin(url, href.strip())).url
    except ValueError:
        return ""
