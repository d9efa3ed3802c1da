"""Scripts of a page → the data in them.

Comes in: a parsed page. Goes out: JSON values with names: scripts of type JSON, objects assigned to
names, ``JSON.parse("…")``, React's flight, Nuxt's payload, and long strings of what is no JSON.
Invariant: broken data are skipped; nothing is executed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from lxml.html import HtmlElement

from haengbo.article.flight import flight_rows

_ASSIGNED = re.compile(
    r"(?:^|[;\s])(?:window\.|var\s|let\s|const\s|self\.)?[\w.$\[\]\"']{1,60}\s?=\s?"
    r"(?:(?=[{\[])|JSON\.parse\()"
)
#: A string of a script that is long enough for a body.
_LITERAL = re.compile(r'"(?:[^"\\\n]|\\.){200,}"')
_DEPTH = 60
#: Shorter scripts hold no article.
_SCRIPT_MIN = 100


def data_of(root: HtmlElement) -> Iterator[tuple[str, Any]]:
    """Every JSON value in the page's scripts, with a name for it."""
    flight: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        kind = (script.get("type") or "").lower()
        if "ld+json" in kind or len(text) < _SCRIPT_MIN:
            continue
        if "self.__next_f" in text:
            flight.append(text)
        elif "json" in kind:
            for name, data in _loaded(script.get("id") or "json", text):
                yield name, _revived(data) if name == "__NUXT_DATA__" else _linked(data)
        else:
            yield from ((name, _linked(data)) for name, data in _assigned(text))
    if flight:
        yield "self.__next_f", flight_rows(flight)


def _loaded(name: str, text: str) -> Iterator[tuple[str, Any]]:
    try:
        yield name, json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return


def _assigned(text: str) -> Iterator[tuple[str, Any]]:
    """Objects that a script assigns to a name, where they are JSON."""
    decoder = json.JSONDecoder(strict=False)
    at, parsed = 0, False
    while match := _ASSIGNED.search(text, at):
        try:
            value, at = decoder.raw_decode(text, match.end())
            if match.group().endswith("("):
                value = json.loads(value, strict=False)
        except (ValueError, RecursionError, TypeError):
            at = max(at, match.end()) + 1
            continue
        yield match.group().strip(" =;\n"), value
        parsed = True
    if not parsed:
        yield "literals", _literals(text)


def _literals(text: str) -> list[str]:
    """Long string literals of a script that is no JSON, as far as they decode."""
    found = []
    for match in _LITERAL.finditer(text):
        with suppress(ValueError):
            value = json.loads(match.group(), strict=False)
            if isinstance(value, str):
                found.append(value)
    return found


def _linked(data: Any) -> Any:  # noqa: ANN401 - JSON
    """Apollo's cache with ``{"__ref": "Writer:1"}`` replaced, once, by what it refers to.

    What its queries ask for stays a reference, so that no article stands there twice.
    """
    if not isinstance(data, dict):
        return data

    def put(node: Any, depth: int) -> Any:  # noqa: ANN401 - JSON
        if depth > _DEPTH:
            return None
        if isinstance(node, list):
            return [put(item, depth + 1) for item in node]
        if isinstance(node, dict):
            target = node.get("__ref")
            if isinstance(target, str) and target in data:
                return data[target]
            return {key: put(value, depth + 1) for key, value in node.items()}
        return node

    return {key: value if key.startswith("ROOT") else put(value, 0) for key, value in data.items()}


def _revived(data: Any) -> Any:  # noqa: ANN401 - JSON
    """Nuxt's payload, a flat list whose objects hold indices, with the values put in place."""
    if not isinstance(data, list) or not all(isinstance(x, (list, dict)) for x in data[:1]):
        return data

    def value_at(index: Any, depth: int) -> Any:  # noqa: ANN401 - JSON
        if depth > _DEPTH or not isinstance(index, int) or not 0 <= index < len(data):
            return None
        node = data[index]
        if isinstance(node, dict):
            return {key: value_at(inner, depth + 1) for key, inner in node.items()}
        if isinstance(node, list):
            return [value_at(inner, depth + 1) for inner in node if isinstance(inner, int)]
        return node

    return value_at(0, 0)
