"""Answers of NAVER's news search (openapi.naver.com/v1/search/news.json) → clippings.

Comes in: a JSON object with ``items`` of title, originallink, link, description, pubDate, or a list
of such objects. Goes out: a clipping an item. Invariant: the description is a piece of the text,
so every clipping is marked as cut; marks of the search words (``<b>``) are no part of the text.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from haengbo.capture.items import Item
from haengbo.capture.spreadsheets import TableError, whole
from haengbo.capture.stamps import edtf_of
from haengbo.capture.tables import clipping_page
from haengbo.errors import PageError
from haengbo.model.clipping import Clipping
from haengbo.model.page import Known, Page

#: In the first bytes of every answer that found something.
SIGNATURE = b'"originallink"'
_BOLD = re.compile(r"</?b>")


def pages_of_search(item: Item) -> Iterator[Page | PageError]:
    """Clippings of the items found."""
    try:
        answers = json.loads(whole(item.stream).decode("utf-8-sig", "replace"))
    except TableError as error:
        yield PageError(item.name, str(error))
        return
    except (ValueError, RecursionError) as error:
        yield PageError(item.name, f"JSON으로 읽히지 않는다: {error}")
        return
    for number, found in enumerate(_items(answers), 1):
        yield _page(found, f"{item.name}:{number}", item.known)


def _items(answers: Any) -> Iterator[Any]:  # noqa: ANN401 - JSON
    """Items of one answer, of several, or a bare list of items."""
    for answer in answers if isinstance(answers, list) else [answers]:
        if isinstance(answer, dict) and isinstance(answer.get("items"), list):
            yield from answer["items"]
        else:
            yield answer


def _page(found: Any, where: str, known: Known) -> Page | PageError:  # noqa: ANN401 - JSON
    if not isinstance(found, dict) or not isinstance(found.get("title"), str):
        return PageError(where, "검색 결과 항목이 아니다")
    url = _plain(found, "originallink") or _plain(found, "link")
    try:
        published = edtf_of(found.get("pubDate"))
    except ValueError as error:
        return PageError(where, str(error))
    clipping = Clipping(
        "naver-news",
        _plain(found, "title"),
        _plain(found, "description"),
        published=published,
        url=url or None,
        cut=True,
    )
    return clipping_page(url or where, clipping, known)


def _plain(found: Mapping[str, Any], field: str) -> str:
    return html.unescape(_BOLD.sub("", str(found.get(field) or ""))).strip()
