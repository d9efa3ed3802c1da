"""Paragraphs of a page → the element that holds the article.

Comes in: units and what their elements claim. Goes out: the lowest element under which nearly all
news stands. A sentence of news counts by its length; readers' comments, lists of links and
furniture count nothing. Invariant: deterministic; ``None`` where no unit reads like news.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml.html import HtmlElement

from haengbo.article.forms import Form, Line
from haengbo.article.lines import POLITE, look_at
from haengbo.article.markup import Names, Unit, ancestors
from haengbo.article.notes import with_notes

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
#: A list has so many items, each with so many sentences at most, under a head no longer than this.
_ITEMS, _ITEM_SENTENCES, _HEAD_MAX = 3, 2, 40
#: So many characters of news must remain beside the lists.
_REMAINING = 120
#: Units that count as news, with how much they count.
Weights = Sequence[tuple[Unit, int]]
_UNLIKELY = frozenset({"furniture", "caption", "subtitle", "title", "byline", "date", "meta"})


def find_container(units: Sequence[Unit], names: Names) -> HtmlElement | None:
    """The element that holds the article; what most news contradicts is disbelieved."""
    told = _weights(units, names) or _notes(units, names)
    items = _items(told, units)
    weights = _without_items(told, items)
    if _is_list(weights, items, units):
        return None
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


def _weights(units: Sequence[Unit], names: Names) -> Weights:
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


def _notes(units: Sequence[Unit], names: Names) -> Weights:
    """Units that count as news on a page that is told in notes."""
    lines = [Line(unit.text, links=unit.links) for unit in units]
    looks = with_notes(lines, [look_at(unit.text, names.cues) for unit in units], names.cues)
    return [
        (unit, len(unit.text))
        for unit, look in zip(units, looks, strict=True)
        if look.form is Form.SENTENCE
    ]


def _is_list(weights: Weights, items: set[HtmlElement], units: Sequence[Unit]) -> bool:
    """Whether all that is told stands under linked headlines: a page of pages, no article."""
    heads = [
        next((e for e in ancestors(unit.element) if e in items), None)
        for unit in units
        if unit.links > _LINKED
    ]
    linked = {element for element in heads if element is not None}
    return len(linked) >= _ITEMS and all(
        any(element in linked for element in ancestors(unit.element)) for unit, _ in weights
    )


def _without_items(weights: Weights, items: set[HtmlElement]) -> Weights:
    """Leave out what stands in lists of teasers or opinions, where other news remains.

    Three and more elements of one name side by side, each with a name, a date or a linked headline
    and a sentence or two, are items; paragraphs of an article are single units.
    """
    kept = [
        (unit, weight)
        for unit, weight in weights
        if not any(element in items for element in ancestors(unit.element))
    ]
    return kept if sum(weight for _, weight in kept) >= _REMAINING else weights


def _items(weights: Weights, units: Sequence[Unit]) -> set[HtmlElement]:
    """Elements that are items of a list of pieces of news or opinions."""
    sentences = Counter(e for unit, _ in weights for e in ancestors(unit.element))
    told = {id(unit) for unit, _ in weights}
    heads = Counter(
        e
        for unit in units
        if id(unit) not in told and _heads_item(unit)
        for e in ancestors(unit.element)
    )
    alike: dict[tuple[HtmlElement | None, str, str], list[HtmlElement]] = {}
    for element in heads:
        if 0 < sentences[element] <= _ITEM_SENTENCES:
            key = (element.getparent(), str(element.tag), element.get("class") or "")
            alike.setdefault(key, []).append(element)
    return {e for found in alike.values() if len(found) >= _ITEMS for e in found}


def _heads_item(unit: Unit) -> bool:
    """A linked headline, or a name or date; no question, which heads an answer."""
    return unit.links > _LINKED or (len(unit.text) <= _HEAD_MAX and not unit.text.endswith("?"))


def _sums(weights: Weights) -> dict[HtmlElement, int]:
    sums: dict[HtmlElement, int] = {}
    for unit, weight in weights:
        for element in ancestors(unit.element):
            sums[element] = sums.get(element, 0) + weight
    return sums


def _disbelieve(weights: Weights, names: Names) -> None:
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
