"""``Page`` → ``Article``: title, outlet, wire, authors, dates, and what every line is.

Keeps every character's place. Page furniture is kept apart, never read as news.
"""

from __future__ import annotations

from haengbo.article.compose import to_article

__all__ = ["to_article"]
