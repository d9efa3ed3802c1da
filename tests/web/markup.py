"""A page of the site as the tests ask it: elements, strings and numbers by XPath, typed."""

from __future__ import annotations

from typing import cast

import lxml.html
from lxml.html import HtmlElement


def nodes(page: HtmlElement, path: str, **variables: str) -> list[HtmlElement]:
    """Elements that a path selects."""
    return cast("list[HtmlElement]", page.xpath(path, **variables))


def strings(page: HtmlElement, path: str) -> list[str]:
    """Values of attributes or texts that a path selects."""
    return cast("list[str]", page.xpath(path))


def text(page: HtmlElement, path: str) -> str:
    """What a path with ``string()`` gives."""
    return cast("str", page.xpath(path))


def parsed(markup: str) -> HtmlElement:
    """The page as a tree."""
    return lxml.html.fromstring(markup)
