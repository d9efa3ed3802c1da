"""Names of pages and actors → addresses of the site.

Names come from file names and other people's pages, so they are never put into an address as they
stand.
"""

from __future__ import annotations

from urllib.parse import quote


def _place(name: str) -> str:
    """A name as the rest of a path; a browser would take ``..`` and ``//`` for its own."""
    return quote(name, safe="" if ".." in name or "//" in name else "/")


def article_at(name: str, finding: str = "") -> str:
    """Address of a page, and of a finding on it (``e3``)."""
    return f"/article/{_place(name)}" + (f"#{quote(finding)}" if finding else "")


def actor_at(name: str) -> str:
    """Address of an actor."""
    return f"/actor/{_place(name)}"


def outside(url: str | None) -> str | None:
    """An address that may be linked to: a page may call itself ``javascript:``."""
    return url if url and url.startswith(("https://", "http://")) else None
