"""Feeds, sitemaps and lists of feeds → addresses.

Comes in: bytes of RSS, Atom, RDF, a sitemap, an index of sitemaps, OPML, or a web page that names
its feeds. Goes out: addresses of pages and of further feeds, each with the time of its last change
as printed, and where the feed's older entries are (RFC 5005). Invariant: no entity is expanded,
nothing is loaded; broken XML gives what can be read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urljoin, urlsplit, urlunsplit

from lxml import etree, html

from haengbo.capture.decoding import BrokenCodingError, TooLargeError, inflated
from haengbo.capture.items import PAGE_LIMIT

_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
#: Parameters that only say how a reader came.
_TRACKING = ("utm_", "fbclid=", "gclid=")
_STAMPS = ("lastmod", "updated", "modified", "date", "pubDate", "published")
#: Relations of RFC 5005: the next page of a feed in pages, the archive before this one.
_OLDER = ("next", "prev-archive")
_HEAD = 4096
_CLOSING = re.compile(rb"</(?:\w{1,20}:)?(\w{1,20})\s{0,4}>")
#: Characters by their number, among them halves of surrogate pairs (``&#xD800;``).
_REFERENCE = re.compile(rb"&#x?[0-9A-Fa-f]{1,12};")


@dataclass(frozen=True, slots=True)
class Entry:
    """An address in a feed.

    Attributes:
        url: Absolute, without fragment.
        stamp: When it was changed, as printed; empty if it does not say.
    """

    url: str
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a feed lists.

    Attributes:
        pages: Addresses of pages, in its order.
        feeds: Addresses of further feeds.
        cut: Whether it stops before its end.
        older: Address of the page of this feed with the entries before these, if it names one.
    """

    pages: tuple[Entry, ...] = ()
    feeds: tuple[Entry, ...] = ()
    cut: bool = False
    older: str = ""


def read_feed(data: bytes, base: str) -> Found | None:
    """Addresses in a feed, or ``None`` if the bytes are none.

    Args:
        data: Of the feed; sitemaps may be packed with gzip.
        base: Its address, which relative addresses start from.
    """
    try:
        data = inflated(data, PAGE_LIMIT)
    except (TooLargeError, BrokenCodingError):
        return None
    try:
        return _read(data, base)
    except UnicodeDecodeError:
        # The library takes halves of surrogate pairs in and cannot give them back
        bare = _REFERENCE.sub(b"", data).decode("utf-8", "replace").encode()
        return _read(bare, base)


def _read(data: bytes, base: str) -> Found | None:
    root = _parsed(data)
    if root is None:
        return None
    name = _local(root)
    if name == "html":
        return _of_page(data, base)
    reader = _READERS.get(name)
    if reader is None:
        return None
    return replace(reader(root, base), cut=not _has_end(data, root), older=_older(root, base))


def _older(root: etree._Element, base: str) -> str:
    """Where the feed itself, not one of its entries, says that its older entries are."""
    heads = [root, *(child for child in root if _local(child) == "channel")]
    links = [link for head in heads for link in head if _local(link) == "link"]
    for rel in _OLDER:
        for link in links:
            if link.get("rel") == rel and (found := _entry(link.get("href") or "", base)):
                return found.url
    return ""


def _has_end(data: bytes, root: etree._Element) -> bool:
    """Whether the root's closing tag is there; a feed in UTF-16 is believed to be whole."""
    tail = data[-_HEAD:].rstrip()
    if b"\x00" in tail or (len(root) == 0 and tail.endswith(b"/>")):
        return True
    return _local(root).encode() in _CLOSING.findall(tail)


def _parsed(data: bytes) -> etree._Element | None:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, recover=True, huge_tree=False, load_dtd=False
    )
    # Behind the last tag stands nothing, or half of an address
    text = data if b"\x00" in data[:_HEAD] else data[: data.rfind(b">") + 1]
    try:
        root = etree.fromstring(text.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or _local(root) == "html":
        head = data[:_HEAD].lower()
        return html.Element("html") if b"<html" in head or b"<head" in head else None
    return root


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _child(element: etree._Element, *names: str) -> str:
    """Text of the first child of one of these names, in the order of the names."""
    for name in names:
        for child in element:
            if _local(child) == name and (child.text or "").strip():
                return (child.text or "").strip()
    return ""


def _entries(root: etree._Element, base: str, names: set[str], *address: str) -> tuple[Entry, ...]:
    """Entries of RSS and sitemaps: their addresses are whole, or begin at the host."""
    found = (element for element in root.iter() if _local(element) in names)
    given = ((_child(element, *address), element) for element in found)
    return _unique(
        _entry(text, base, _child(element, *_STAMPS))
        for text, element in given
        if text.startswith(("http://", "https://", "/"))
    )


def _unique(entries: Iterable[Entry | None]) -> tuple[Entry, ...]:
    return tuple({entry.url: entry for entry in entries if entry is not None}.values())


def _of_sitemap(root: etree._Element, base: str) -> Found:
    return Found(_entries(root, base, {"url"}, "loc"))


def _of_index(root: etree._Element, base: str) -> Found:
    return Found(feeds=_entries(root, base, {"sitemap"}, "loc"))


def _entry(address: str, base: str, stamp: str = "") -> Entry | None:
    try:
        url = urldefrag(urljoin(base, address.strip())).url if address.strip() else ""
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https"):
        return None
    kept = [piece for piece in parts.query.split("&") if not piece.startswith(_TRACKING)]
    return Entry(urlunsplit(parts._replace(query="&".join(kept))), stamp)


def _of_rss(root: etree._Element, base: str) -> Found:
    return Found(_entries(root, base, {"item"}, "link", "guid"))


def _of_atom(root: etree._Element, base: str) -> Found:
    entries = []
    for element in root.iter():
        if _local(element) == "entry":
            links = [e for e in element if _local(e) == "link"]
            best = sorted(links, key=lambda e: e.get("rel", "alternate") != "alternate")
            address = best[0].get("href") or "" if best else ""
            entries.append(_entry(address, base, _child(element, *_STAMPS)))
    return Found(_unique(entries))


def _of_opml(root: etree._Element, base: str) -> Found:
    addresses = (
        element.get("xmlUrl") or "" for element in root.iter() if _local(element) == "outline"
    )
    entries = (_entry(address, base) for address in addresses)
    return Found(feeds=_unique(entries))


def _of_page(data: bytes, base: str) -> Found | None:
    """The feeds that a web page names in its head."""
    try:
        root = html.document_fromstring(data)
    except (etree.ParserError, ValueError):
        return None
    links = [link for link in root.iter("link") if (link.get("type") or "").lower() in _FEEDS]
    entries = (_entry(link.get("href") or "", base) for link in links)
    feeds = _unique(entries)
    return Found(feeds=feeds) if feeds else None


_READERS: dict[str, Callable[[etree._Element, str], Found]] = {
    "rss": _of_rss,
    "RDF": _of_rss,
    "feed": _of_atom,
    "opml": _of_opml,
    "urlset": _of_sitemap,
    "sitemapindex": _of_index,
}
