"""Nodes of embedded data → HTML.

Comes in: a JSON value that holds an article's body. Goes out: paragraphs, pictures with captions,
and elements of React as the elements that they stand for. Invariant: advertisements and what the
pack's fields say to skip are left out; depth is bounded.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

from haengbo.article.fields import Fields

_HANGUL = re.compile("[가-힣]")
_TAG = re.compile(
    r"<(?:p|br|div|span|strong|b|em|figure|img|table|h[1-6]|ul|a)\b[^>]*>", re.IGNORECASE
)
#: Some systems keep their HTML escaped once more.
_ESCAPED = re.compile(r"&lt;(?:p|br|div|span|figure|img)\b", re.IGNORECASE)
_DEPTH = 60


def render(node: Any, fields: Fields, depth: int = 0) -> str:  # noqa: ANN401 - JSON
    """HTML of a node of data: paragraphs, pictures with captions, elements of React."""
    if depth > _DEPTH:
        return ""
    if isinstance(node, str):
        return _render_text(node)
    if isinstance(node, list):
        if node[:1] == ["$"]:
            return _render_element(node, fields, depth)
        return "".join(render(item, fields, depth + 1) for item in node)
    return _render_object(node, fields, depth) if isinstance(node, dict) else ""


def _render_text(text: str) -> str:
    if _ESCAPED.search(text) and not _TAG.search(text):
        text = unescape(text)
    if _TAG.search(text):
        return f"<div>{text}</div>"
    if not _HANGUL.search(text):
        return ""
    return "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())


def _render_object(node: dict[str, Any], fields: Fields, depth: int) -> str:
    if isinstance(node.get("type"), str) and fields.is_a(node["type"], "skip"):
        return ""
    captions = [
        value
        for key, value in node.items()
        if fields.is_a(key, "caption") and isinstance(value, str)
    ]
    if captions:
        caption = next((c for c in captions if _HANGUL.search(c)), "")
        return f'<figure><img alt=""><figcaption>{escape(caption)}</figcaption></figure>'
    return "".join(
        render(value, fields, depth + 1)
        for key, value in node.items()
        if fields.is_a(key, "text")
        or (isinstance(value, (dict, list)) and not fields.is_a(key, "skip"))
    )


def _render_element(node: list[Any], fields: Fields, depth: int) -> str:
    """``["$", "p", key, {"children": …}]`` as the element that it stands for."""
    tag, props = node[1] if len(node) > 1 else "", node[-1]
    if not isinstance(props, dict):
        return ""
    inner = _render_children(props.get("children"), fields, depth + 1)
    raw = props.get("dangerouslySetInnerHTML")
    if isinstance(raw, dict) and isinstance(raw.get("__html"), str):
        inner += raw["__html"]
    if not isinstance(tag, str) or not re.fullmatch(r"[a-z][a-z0-9-]{0,20}", tag):
        return inner or _render_object(props, fields, depth + 1)
    name = props.get("className")
    attribute = f' class="{escape(name)}"' if isinstance(name, str) else ""
    return f"<{tag}{attribute}>{inner}</{tag}>"


def _render_children(children: Any, fields: Fields, depth: int) -> str:  # noqa: ANN401 - JSON
    if isinstance(children, str):
        return escape(children)
    if isinstance(children, list) and children[:1] != ["$"]:
        return "".join(_render_children(child, fields, depth + 1) for child in children)
    return render(children, fields, depth)
