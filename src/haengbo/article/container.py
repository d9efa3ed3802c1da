"""Paragraphs of a page → the element that holds the article.

Comes in: units and what their elements claim. Goes out: the lowest element under which nearly all
news stands. A sentence of news counts by its length; readers' comments, lists of links and
furniture count nothing. Invariant: deterministic; ``None`` where no unit reads like news.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from haengbo.article.lines import Form, look_at
from haengbo.article.markup import Names, Unit, ancestors

#: Share of the news on a page that its container must hold; the rest is teasers elsewhere.
_ENOUGH = 0.8
_LINKED = 0.5
_NO_NEWS = {"furniture", "comments", "caption"}


def weight_of(unit: Unit, names: Names) -> int:
    """How much a unit counts as news: its length, or nothing."""
    if unit.links > _LINKED or names.claimed_within(unit.element, None) & _NO_NEWS:
        return 0
    form = look_at(unit.text, names.cues).form
    if form is Form.SENTENCE:
        return len(unit.text)
    return len(unit.text) // 4 if form is Form.WEAK else 0


def find_container(units: Sequence[Unit], names: Names) -> HtmlElement | None:
    """The element that holds the article."""
    sums: dict[HtmlElement, int] = {}
    total = 0
    for unit in units:
        weight = weight_of(unit, names)
        total += weight
        for element in ancestors(unit.element) if weight else ():
            sums[element] = sums.get(element, 0) + weight
    if not total:
        return None
    heavy = [element for element, weight in sums.items() if weight >= _ENOUGH * total]
    if heavy:
        return max(heavy, key=lambda element: sum(1 for _ in ancestors(element)))
    root = units[0].element.getroottree().getroot()
    body = root.find("body")
    return body if body is not None else root
