"""Data embedded in a page's scripts → a page that can be read like any other.

Comes in: a parsed page whose visible part holds no article: single-page applications keep it in
``__NEXT_DATA__``, in ``self.__next_f`` or in an assigned object. Goes out: the same article as
plain HTML with what the data say about headline, dates and makers. Invariant: the node with the
most text wins; rankings and related pages do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from lxml.html import HtmlElement

from haengbo.article.fields import Fields
from haengbo.article.metadata import Metadata
from haengbo.article.render import render
from haengbo.article.scripts import data_of
from haengbo.article.stamps import stamp_of_machine

_HANGUL = re.compile("[가-힣]")
_SENTENCE = re.compile(r"다\.")
#: A caption has two words at least.
_CAPTION = re.compile(r"[가-힣]\S{0,60}\s{1,60}\S{0,60}[가-힣]")
_TEXT_MIN = 15
#: A node is the article's body if no single child holds this share of its text.
_NARROW = 0.8
_DEPTH = 60
#: Less text than this is a teaser or an interface's messages.
BODY_MIN, BRIEF_MIN = 100, 30
_FIELD_MAX = 300
_CHILDREN = ("children", "dangerouslySetInnerHTML", "__html")


@dataclass(frozen=True, slots=True)
class Recovered:
    """An article out of embedded data.

    Attributes:
        html: A page that holds it.
        metadata: What the data say.
        whence: Name of the script and path in its data.
    """

    html: str
    metadata: Metadata
    whence: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A node of data, with what holds it, outermost first."""

    node: Any
    holders: tuple[Any, ...]
    path: tuple[str, ...]
    weight: int


def recover(root: HtmlElement, fields: Fields, *, least: int = BODY_MIN) -> Recovered | None:
    """The article in a page's data, or ``None``.

    Args:
        root: The page.
        fields: What fields are called.
        least: Letters that the body must have; where the page shows no news, a brief is enough.
    """
    best: tuple[int, str, _Found] | None = None
    for name, data in data_of(root):
        found = _body_node(data, fields)
        if found and found.weight >= least and (best is None or found.weight > best[0]):
            best = (found.weight, name, found)
    if best is None:
        return None
    _, name, found = best
    return _recovered(name, found, fields)


def _weight(node: Any, fields: Fields, depth: int = 0) -> int:  # noqa: ANN401 - JSON
    if depth > _DEPTH:
        return 0
    if isinstance(node, str):
        hangul = len(_HANGUL.findall(node))
        return hangul if hangul >= _TEXT_MIN and _SENTENCE.search(node) else 0
    if isinstance(node, list):
        return sum(_weight(item, fields, depth + 1) for item in node)
    if isinstance(node, dict):
        return sum(
            _weight(value, fields, depth + 1)
            for key, value in node.items()
            if not fields.is_a(key, "skip")
        )
    return 0


def _children(node: Any, fields: Fields) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON
    if isinstance(node, list):
        yield from ((str(index), item) for index, item in enumerate(node))
    elif isinstance(node, dict):
        yield from ((k, v) for k, v in node.items() if not fields.is_a(k, "skip"))


def _body_node(data: Any, fields: Fields) -> _Found | None:  # noqa: ANN401 - JSON
    """Go down to the lowest node that holds nearly all text."""
    node, holders, path = data, [], []
    weight = _weight(node, fields)
    if not weight:
        return None
    for _ in range(_DEPTH):
        weighted = [(_weight(child, fields), key, child) for key, child in _children(node, fields)]
        heaviest = max(weighted, key=lambda item: item[0], default=(0, "", None))
        if heaviest[0] < _NARROW * weight or not isinstance(heaviest[2], (dict, list, str)):
            break
        holders.append(node)
        weight, node = heaviest[0], heaviest[2]
        path.append(heaviest[1])
    return _Found(node, tuple(holders), tuple(path), weight)


def _recovered(name: str, found: _Found, fields: Fields) -> Recovered:
    whence = f"script#{name}/{'/'.join(found.path)}"
    tree = _element_tree(found)
    if tree is not None:
        page = f"<html><body>{render(tree, fields)}</body></html>"
        return Recovered(page, Metadata(), f"script#{name}")
    holders = [found.node, *reversed(found.holders)]
    title = _first(holders, fields, "title")
    subtitles = _all(holders, fields, "subtitle")
    body = _pictures(found, fields) + render(found.node, fields)
    html = (
        "<html><body><article>"
        f"<h1>{escape(title or '')}</h1>"
        + "".join(f'<h2 class="subtitle">{escape(s)}</h2>' for s in subtitles)
        + f'<div class="articleBody">{body}</div></article></body></html>'
    )
    metadata = Metadata(
        headline=title,
        outlets=_named(_all(holders, fields, "outlet"), "embedded:outlet"),
        published=_dated(_all(holders, fields, "published"), "embedded:published"),
        updated=_dated(_all(holders, fields, "updated"), "embedded:updated"),
        authors=tuple(_all(holders, fields, "author")),
    )
    return Recovered(html, metadata, whence)


def _pictures(found: _Found, fields: Fields) -> str:
    """Pictures that stand beside the body in the data of the article, with their captions."""
    holder = next((node for node in reversed(found.holders) if isinstance(node, dict)), {})
    beside = [
        value
        for key, value in holder.items()
        if value is not found.node and not fields.is_a(key, "skip")
    ]
    captions = [
        caption
        for value in (*beside, holder)
        for caption in _all(value if isinstance(value, list) else [value], fields, "caption")
        if _CAPTION.search(caption)
    ]
    body = str(found.node)
    return "".join(
        f'<figure><img alt=""><figcaption>{escape(caption)}</figcaption></figure>'
        for caption in dict.fromkeys(captions)
        if caption not in body
    )


def _element_tree(found: _Found) -> Any | None:  # noqa: ANN401 - JSON
    """The outermost React element that holds the body as its children, if one does."""
    for depth, holder in enumerate(found.holders):
        if isinstance(holder, list) and holder[:1] == ["$"]:
            below = found.path[depth:]
            return holder if all(k.isdigit() or k in _CHILDREN for k in below) else None
    return None


def _named(names: Sequence[str], rule: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, rule) for name in names)


def _dated(values: Sequence[str], rule: str) -> tuple[tuple[str, str], ...]:
    stamps = ((stamp_of_machine(value), rule) for value in values)
    return tuple((stamp, rule) for stamp, rule in stamps if stamp)


def _first(holders: Sequence[Any], fields: Fields, kind: str) -> str | None:
    return next(iter(_all(holders, fields, kind)), None)


def _all(holders: Sequence[Any], fields: Fields, kind: str) -> list[str]:
    """Values of a kind of field in the nearest holder that has any."""
    for holder in holders:
        if not isinstance(holder, dict):
            continue
        values = [
            text
            for key, value in holder.items()
            if fields.is_a(key, kind)
            for text in _texts(value)
        ]
        if values:
            return list(dict.fromkeys(values))
    return []


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Short texts of a field: itself, its name, or those of its members."""
    if isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, str) and 0 < len(value.strip()) <= _FIELD_MAX:
        yield re.sub(r"<[^>]{0,200}>", "", value).strip()
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key in ("name", "basic", "title", "text", "value", "by"):
            if value.get(key):
                yield from _texts(value[key])
                return
