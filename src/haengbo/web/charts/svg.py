"""The few shapes that the charts are made of, as escaped markup."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from markupsafe import Markup, escape

from haengbo.model.unseen import level

Attribute = str | float | int | None
#: Paper around a drawing that is taken away, px.
EDGE = 16.0
_HANGUL = re.compile("[가-힣]")
#: Characters that a file of XML cannot hold.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def number(value: float) -> str:
    """A coordinate without trailing zeros."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def element(name: str, *children: Markup | str, **attributes: Attribute) -> Markup:
    """One element; ``class_`` is ``class``, underscores become hyphens, ``None`` is left out."""
    parts = ["<", name]
    for key, value in attributes.items():
        if value is not None:
            parts += (_named(key), _text(value), '"')
    parts.append(">")
    # A drawing has thousands of elements: only what is no markup is made to be some
    parts += [c if isinstance(c, Markup) else escape(c) for c in children]
    parts += ("</", name, ">")
    return Markup("".join(parts))  # noqa: S704 - escaped above


@cache
def _named(key: str) -> str:
    return f' {key.rstrip("_").replace("_", "-")}="'


@lru_cache(maxsize=8192)
def _escaped(text: str) -> str:
    return str(escape(text))


def _text(value: Attribute) -> str:
    if isinstance(value, float):
        return number(value)
    return _escaped(str(value)) if isinstance(value, str) else str(value)


def picture(
    width: float, height: float, title: str, children: Iterable[Markup], class_: str | None = None
) -> Markup:
    """An SVG with a sentence for those who cannot see it."""
    return element(
        "svg",
        *children,
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_label=title,
        class_=class_,
    )


def as_file(svg: Markup, width: float, height: float, style: str) -> str:
    """A drawing as a file of its own, with the colours and type that the page's stylesheet gives.

    Args:
        svg: What ``element("svg", …)`` made.
        width: Lengths in per cent are of this many px.
        height: In px.
        style: CSS.
    """
    wide, high = number(width), number(height)
    size = f'width="{number(width + 2 * EDGE)}" height="{number(height + 2 * EDGE)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size}><style>{style}</style>'
    at = f'x="{number(EDGE)}" y="{number(EDGE)}" width="{wide}" height="{high}"'
    return level(_NO_XML.sub("", f'{head}<svg {at} overflow="visible">{svg}</svg></svg>'))


def words(x: float | str, y: float, text: str, class_: str, anchor: str | None = None) -> Markup:
    """Text at its baseline; Korean words say that they are."""
    return element(
        "text", text, x=x, y=y, class_=class_, text_anchor=anchor, lang=language_of(text)
    )


def language_of(text: str) -> str | None:
    """``ko`` for words with Hangul: a drawing of the English site may hold Korean names."""
    return "ko" if _HANGUL.search(text) else None
