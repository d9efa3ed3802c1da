"""Addresses of the site as templates use them; what may be linked to outside of it."""

from __future__ import annotations

from urllib.parse import quote

from haengbo.annals.links import actor_at, article_at

__all__ = ["actor_at", "article_at", "dyad_at", "outside"]


def outside(url: str | None) -> str | None:
    """An address that may be linked to: a page may call itself ``javascript:``."""
    return url if url and url.startswith(("https://", "http://")) else None


def dyad_at(one: str, other: str) -> str:
    """Address of a pair. A name with a slash stands behind, where an address may have more.

    Example:
        ``/dyad/북한/러시아``, each name quoted.
    """
    if "/" in one:
        one, other = other, one
    return f"/dyad/{quote(one, safe='')}/{quote(other, safe='')}"
