"""Paragraphs of a page → the element that holds the article.

Comes in: units and what their elements claim. Goes out: the lowest element under which nearly all
news stands. A sentence of news counts by its length; readers' comments, lists of links and
furniture count nothing. Invariant: deterministic; ``None`` where no unit reads like news.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from haengbo.article.cues import Cues
from haengbo.article.lines import Form, look_at
from haengbo.article.markup import Unit, ancestors, kinds_of

#: Share of the news on a page that its container must hold; the rest is teasers elsewhere.
_ENOUGH = 0.8
_LINKED = 0.5
_CAPTIONED = {"caption"}
_OTHER = {"furniture", "comments"}


def weight_of(unit: Unit, cues: Cues, claims: dict[HtmlElement, frozenset[str]]) -> int:
    """How much a unit counts as news: its length, or nothing."""
    if unit.links > _LINKED:
        return 0
    if any(_claimed(e, cues, claims) & (_OTHER | _CAPTIONED) for e in ancestors(unit.element)):
        return 0
    form = look_at(unit.text, cues).form
    if form is Form.SENTENCE:
        return len(unit.text)
    return len(unit.text) // 4 if form is Form.WEAK else 0


def _claimed(
    element: HtmlElement, cues: Cues, claims: dict[HtmlElement, frozenset[str]]
) -> frozenset[str]:
    if element not in claims:
        claims[element] = kinds_of(element, cues)
    return claims[element]


def find_container(
    units: Sequence[Unit], cues: Cues, claims: dict[HtmlElement, frozenset[str]]
) -> tuple[HtmlElement | None, int]:
    """The element that holds the article, and how many characters of news it holds.

    Args:
        units: Of the page.
        cues: What lines are recognised by.
        claims: Filled with the kinds that each element claims.
    """
    sums: dict[HtmlElement, int] = {}
    total = 0
    for unit in units:
        weight = weight_of(unit, cues, claims)
        if not weight:
            continue
        total += weight
        for element in ancestors(unit.element):
            sums[element] = sums.get(element, 0) + weight
    if not total:
        return None, 0
    heavy = [element for element, weight in sums.items() if weight >= _ENOUGH * total]
    if not heavy:
        root = units[0].element.getroottree().getroot()
        body = root.find("body")
        return (body if body is not None else root), total
    lowest = max(heavy, key=lambda element: sum(1 for _ in ancestors(element)))
    return lowest, sums[lowest]
