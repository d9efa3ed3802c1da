"""Addresses of the site as templates use them; what may be linked to outside of it."""

from __future__ import annotations

from haengbo.annals.links import actor_at, article_at

__all__ = ["actor_at", "article_at", "outside"]


def outside(url: str | None) -> str | None:
    """An address that may be linked to: a page may call itself ``javascript:``."""
    return url if url and url.startswith(("https://", "http://")) else None
