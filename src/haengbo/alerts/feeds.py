"""What an alert finds → an Atom feed (RFC 4287), the same bytes for the same ledger and day."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from haengbo import __version__
from haengbo.alerts.finding import Item
from haengbo.model.unseen import level

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
#: Of a feed without entries.
_NEVER = "1970-01-01T00:00:00Z"


def atom(title: str, address: str, items: Sequence[Item]) -> bytes:
    """A feed.

    Args:
        title: What it is called.
        address: Where it lies; it is known by this.
        items: Newest first.
    """
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})  # type: ignore[dict-item] # stubs
    _add(feed, "id", address)
    _add(feed, "title", title)
    _add(feed, "updated", max((item.moment for item in items), default=_NEVER))
    _add(feed, "link", rel="self", href=address)
    _add(feed, "generator", "haengbo", version=__version__)
    _add(_add(feed, "author"), "name", "haengbo")
    for item in items:
        _entry(feed, item)
    return etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _entry(feed: etree._Element, item: Item) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", f"urn:haengbo:{_key(item.key)}")
    _add(entry, "title", item.title)
    _add(entry, "updated", item.moment)
    _add(entry, "link", rel="alternate", href=item.link)
    if item.url:
        _add(entry, "link", rel="via", href=item.url)
    _add(entry, "summary", "\n".join((*item.quotes, f"({item.source})")))


def _key(key: str) -> str:
    """A key as the rest of a URN."""
    return key.encode("utf-8").hex() if not key.isascii() or " " in key else key


def _add(parent: etree._Element, name: str, text: str | None = None, **more: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{_ATOM}}}{name}", more)
    element.text = _printable(text) if text is not None else None
    return element


def _printable(text: str) -> str:
    """Without characters that XML cannot hold; none turns what stands beside it."""
    return "".join(c for c in level(text) if c >= " " or c in "\n\t")
