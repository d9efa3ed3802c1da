"""A page's address → one spelling of it, by which captures of one article find each other.

Comes in: a URL as a source, a browser or the page itself gives it. Goes out: host, path and
query without what only says how a reader came: scheme, ``www.``, mobile and AMP forms,
fragment, tracking, number of a part. Invariant: two addresses with one key may be one article,
and need not be: what stands there decides.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

#: Forms of a host that print the same articles.
_HOST = re.compile(r"^(?:www|m|mobile|amp|mnews|news\.m)\.(?=[^.]+\.)")
#: Forms of a path: ``/amp/…``, ``…/amp``, ``….amp.html``.
_AMP = re.compile(r"^/amp(?=/)|/amp/?$|\.amp(?=\.html?$|$)")
_INDEX = re.compile(r"/(?:index\.(?:html?|php|jsp|aspx?))?$")
#: Parameters that name no article.
_READERS = frozenset({"fbclid", "gclid", "igshid", "ref", "from", "outputtype", "amp", "input"})
#: Parameters that number the parts of one article, or the list that a reader came from.
_PARTS = frozenset({"page", "pageno", "page_no", "pagenum", "pagenumber", "pg"})
_LONGEST, _DIGITS = 2000, 4


def address_key(url: str | None) -> str | None:
    """The key of an address; ``None`` if it names no page below a host.

    Example:
        ``https://m.paper.example/news/7?utm_source=x#top`` and ``http://paper.example/news/7/``
        both are ``paper.example/news/7``.
    """
    if not url or len(url) > _LONGEST:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    path = _INDEX.sub("", _AMP.sub("", unquote(parts.path, errors="replace")))
    query = urlencode(sorted(_telling(parts.query)))
    if not path and not query:
        return None
    return _HOST.sub("", host) + path + (f"?{query}" if query else "")


def _telling(query: str) -> list[tuple[str, str]]:
    """Parameters that may name the article."""
    pairs = parse_qsl(query, keep_blank_values=False, errors="replace", max_num_fields=None)
    return [
        (name, value)
        for name, value in pairs
        if not name.lower().startswith("utm_") and name.lower() not in _READERS | _PARTS
    ]


def part_of(url: str | None) -> int:
    """Which part of an article an address names; 1 if it says nothing.

    Example:
        ``https://paper.example/news?id=7&page=2`` is part 2 of ``paper.example/news?id=7``.
    """
    try:
        pairs = parse_qsl(urlsplit(url or "").query, errors="replace")
    except ValueError:
        return 1
    given = (value for name, value in pairs if name.lower() in _PARTS)
    number = next(given, "1")
    return int(number) if number.isascii() and number.isdigit() and len(number) < _DIGITS else 1
