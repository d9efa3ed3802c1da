"""Addresses of the site as templates use them; what may be linked to outside of it."""

from __future__ import annotations

from urllib.parse import quote

from haengbo.annals.links import actor_at, article_at

__all__ = ["actor_at", "article_at", "dyad_at", "outside"]


def outside(url: str | None) -> str | None:
    """An address that may be linked to: a page may call itself ``javascript:``."""
    return url if url and url.startswith(("https://", "http://")) else None


def segment(name: str) -> str:
    """A name as one piece of a path; a slash in it stays in it, ``unquote`` gives the name back.

    Servers decode an address once and split it then, so what would split it is quoted twice.
    """
    written = name.replace("%", "%25").replace("/", "%2F")
    # A browser takes dots alone for a way up, even where they are quoted once
    return quote(written if written.strip(".") else written.replace(".", "%2E"), safe="")


def dyad_at(one: str, other: str) -> str:
    """Address of a pair: ``/dyad/북한/러시아``, each name quoted."""
    return f"/dyad/{segment(one)}/{segment(other)}"
