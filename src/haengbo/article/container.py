"""Paragraphs of a page → the element that holds the article.

Comes in: units and what their elements claim. Goes out: the lowest element under which nearly all
news stands. A sentence of news counts by its length; readers' comments, lists of links and
furniture count nothing. Invariant: deterministic; ``None`` where no unit reads like news.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from haengbo.article.forms import Form
from haengbo.article.lines import POLITE, look_at
from haengbo.article.markup import Names, Unit, ancestors

#: Share of the news on a page that its container must hold; the rest is teasers elsewhere.
_ENOUGH = 0.8
_LINKED = 0.5
#: What a sentence that is not in plain style counts.
_WEAK = 0.25
_NO_NEWS = {"furniture", "comments", "caption"}
#: An element with this share of all sentences is no furniture, whatever it is called; readers'
#: comments may well outweigh a short item, so they are disbelieved only where nearly all is theirs.
_MOST = 0.5
_NEARLY_ALL = 0.9
_UNLIKELY = frozenset({"furniture", "caption", "subtitle", "title", "byline", "date", "meta"})


def find_container(units: Sequence[Unit], names: Names) -> HtmlElement | None:
    """The element that holds the article; what most news contradicts is disbelieved."""
    weights = _weights(units, names)
    _disbelieve(weights, names)
    news = [
        (unit, weight)
        for unit, weight in weights
        if not names.claimed_within(unit.element, None) & _NO_NEWS
    ]
    sums = _sums(news)
    total = sum(weight for _, weight in news)
    if not total:
        return None
    heavy = [element for element, weight in sums.items() if weight >= _ENOUGH * total]
    if heavy:
        return max(heavy, key=lambda element: sum(1 for _ in ancestors(element)))
    root = units[0].element.getroottree().getroot()
    body = root.find("body")
    return body if body is not None else root


def _weights(units: Sequence[Unit], names: Names) -> list[tuple[Unit, int]]:
    """Units that count as news by their words: a sentence by its length, others a quarter.

    On a page that is told in polite style its sentences count in full.
    """
    looked = [(u, look_at(u.text, names.cues)) for u in units if u.links <= _LINKED]
    plain = sum(len(unit.text) for unit, look in looked if look.form is Form.SENTENCE)
    polite = sum(len(unit.text) for unit, look in looked if look.rule == POLITE)
    full = {Form.SENTENCE: 1.0, Form.WEAK: _WEAK}
    weighed = [
        (unit, int(len(unit.text) * full.get(look.form, 0.0)))
        if look.rule != POLITE or polite <= plain
        else (unit, len(unit.text))
        for unit, look in looked
    ]
    return [(unit, weight) for unit, weight in weighed if weight]


def _sums(weights: Sequence[tuple[Unit, int]]) -> dict[HtmlElement, int]:
    sums: dict[HtmlElement, int] = {}
    for unit, weight in weights:
        for element in ancestors(unit.element):
            sums[element] = sums.get(element, 0) + weight
    return sums


def _disbelieve(weights: Sequence[tuple[Unit, int]], names: Names) -> None:
    total = sum(weight for _, weight in weights)
    for element, weight in _sums(weights).items():
        if weight >= _NEARLY_ALL * total:
            names.disbelieve(element, _UNLIKELY | {"comments"})
        elif weight >= _MOST * total:
            names.disbelieve(element, _UNLIKELY)
    for kind in sorted(_NO_NEWS - {"comments"}):
        holders = [
            (unit, w) for unit, w in weights if kind in names.claimed_within(unit.element, None)
        ]
        if sum(weight for _, weight in holders) > _MOST * total:
            for unit, _ in holders:
                for element in ancestors(unit.element):
                    names.disbelieve(element, frozenset({kind}))
