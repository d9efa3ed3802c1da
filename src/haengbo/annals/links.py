"""Things of a ledger → their addresses on the site that shows it.

Names come from file names and other people's pages, so they are never put into an address as they
stand. Without a base the addresses begin with ``/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


def _place(name: str) -> str:
    """A name as the rest of a path; a browser would take ``..`` and ``//`` for its own."""
    return quote(name, safe="" if ".." in name or "//" in name else "/")


def article_at(name: str, finding: str = "") -> str:
    """Path of a page, and of a finding on it (``e3``)."""
    return f"/article/{_place(name)}" + (f"#{quote(finding)}" if finding else "")


def actor_at(name: str) -> str:
    """Path of an actor."""
    return f"/actor/{_place(name)}"


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses on one site.

    Attributes:
        base: ``https://annals.example``, without a slash at its end; empty for paths only.

    Example:
        ``Links("https://annals.example").event("e1")`` is ``https://annals.example/event/e1``.
    """

    base: str = ""

    def event(self, key: str) -> str:
        """Where an event is shown."""
        return f"{self.base}/event/{quote(key, safe='')}"

    def article(self, name: str, finding: str = "") -> str:
        """Where a page is shown, and a finding on it."""
        return self.base + article_at(name, finding)

    def actor(self, name: str) -> str:
        """Where an actor is shown."""
        return self.base + actor_at(name)
