"""Machine-readable metadata of a page: meta elements, JSON-LD, title element, links, pictures.

Comes in: a parsed page. Goes out: ``Metadata``. Nothing is trusted more than it deserves: the
stage that joins it with what the page shows decides. Invariant: broken JSON is skipped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from haengbo.article.markup import Names
from haengbo.article.stamps import stamp_of_machine
from haengbo.model.unseen import seen

_ARTICLE_TYPES = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "blogposting",
    "webpage",
    "report",
)
_TITLE_CUT = re.compile(r"\s(?:[|<>›»–—]|::|-)\s|\s?(?:\||::)\s?|\s&lt;\s")
#: ``saved from url=(0031)https://…`` (browsers), ``Page saved with SingleFile … url: https://…``.
_SAVED = re.compile(
    r"(?:saved from url=\(\d{1,5}\)|Page saved with SingleFile"
    r"(?:[ \t]++(?:[^\S \t][ \t]*+)?|[^\S \t][ \t]*+)url:[ \t]*+)(https?://\S+)"
)
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publish-date",
    "publishdate",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "dable:published_time",
    "article:published",
    "og:regdate",
    "regdate",
    "date",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod")
#: Characters of a value: patterns that look at one take the square of its length.
_VALUE_LONGEST = 2_000
_AUTHOR = ("author", "article:author", "dable:author", "dc.creator", "og:article:author", "byl")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself to machines; rules name where.

    Attributes:
        headline: Without the outlet.
        title_rest: Pieces of the title element that are not the headline, outermost last.
        outlets: (name, rule), best first.
        published: (EDTF, rule), best first.
        updated: (EDTF, rule), best first.
        authors: Names as given.
        named: Reporters that the pack's row for the outlet finds; they go before bylines.
        url: Canonical address.
        body: Body text of JSON-LD.
        pictures: Addresses of pictures.
    """

    headline: str | None = None
    title_rest: tuple[str, ...] = ()
    outlets: tuple[tuple[str, str], ...] = ()
    published: tuple[tuple[str, str], ...] = ()
    updated: tuple[tuple[str, str], ...] = ()
    authors: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    url: str | None = None
    body: str | None = None
    pictures: tuple[str, ...] = ()


def read_metadata(root: HtmlElement, names: Names) -> Metadata:
    """Metadata of a parsed page; times in readers' comments and lists do not count."""
    metas = _metas(root)
    linked = [node for node in linked_data(root) if _is_article(node)]
    title, rest = _headline(root, metas, linked)
    return Metadata(
        headline=title,
        title_rest=rest,
        outlets=tuple(_outlets(metas, linked)),
        published=(*_dates(metas, linked, "datePublished", _PUBLISHED), *_times(root, names)),
        updated=tuple(_dates(metas, linked, "dateModified", _MODIFIED)),
        authors=tuple(_authors(metas, linked)),
        url=_address(root, metas),
        body=next(
            (n["articleBody"] for n in linked if isinstance(n.get("articleBody"), str)), None
        ),
        pictures=tuple(_pictures(root, metas)),
    )


def _value(text: str) -> str:
    """What a page says to machines, as it is seen, no longer than any name or headline."""
    return seen(text)[:_VALUE_LONGEST].strip()


def _metas(root: HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _value(meta.get("content") or "")
        if name and content:
            metas.setdefault(name.strip().lower(), content)
    return metas


def linked_data(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, graphs and lists opened."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(data)


def _objects(data: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    if isinstance(data, list):
        for item in data:
            yield from _objects(item)
    elif isinstance(data, dict):
        yield data
        if isinstance(data.get("@graph"), list):
            yield from _objects(data["@graph"])


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(str(name).lower() in _ARTICLE_TYPES for name in names)


#: Letters; what is shorter is a name, not a headline.
_HEADLINE = 8


def _bare(text: str) -> str:
    return re.sub(r"[\s\"'“”‘’]+", "", text)


def _headline(
    root: HtmlElement, metas: dict[str, str], linked: list[dict[str, Any]]
) -> tuple[str | None, tuple[str, ...]]:
    """The headline that most sources agree on, and the rest of the title element."""
    element = root.find(".//title")
    printed = " ".join(_value(element.text_content() if element is not None else "").split())
    pieces = [piece.strip() for piece in _TITLE_CUT.split(printed) if piece.strip()]
    given = [
        *(n["headline"] for n in linked if isinstance(n.get("headline"), str)),
        *(metas[name] for name in ("og:title", "twitter:title") if name in metas),
    ]
    for title in given:
        rest = [piece for piece in pieces if _bare(piece) not in _bare(title)]
        cut = _without_outlet(" ".join(_value(title).split()), rest, metas)
        if cut:
            return cut, tuple(rest)
    if not pieces:
        return None, ()
    # 외무상 방문 - 위키뉴스, 우리 모두의 뉴스: what the page heads itself with, not its motto
    heads = {_bare(head.text_content()) for head in root.iter("h1")}
    headed = [piece for piece in pieces if _bare(piece) in heads and len(piece) >= _HEADLINE]
    longest = max(headed or pieces, key=len)
    if len(longest) < _HEADLINE:
        return None, tuple(pieces)
    return longest, tuple(piece for piece in pieces if piece != longest)


def _without_outlet(title: str, rest: list[str], metas: dict[str, str]) -> str:
    """A given headline without the outlet that some sites put behind or before it."""
    names = [*rest, *(metas[n] for n in ("og:site_name", "application-name") if n in metas)]
    pieces = [piece.strip() for piece in _TITLE_CUT.split(title) if piece.strip()]
    if len(pieces) > 1 and any(_bare(piece) in map(_bare, names) for piece in pieces):
        return max(pieces, key=len)
    return title


def _name_of(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        yield _value(value)
    elif isinstance(value, dict) and isinstance(value.get("name"), str):
        yield _value(value["name"])
    elif isinstance(value, list):
        for item in value:
            yield from _name_of(item)


def _outlets(metas: dict[str, str], linked: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for name in ("og:article:author", "og:site_name", "dable:site_name"):
        if name in metas:
            yield metas[name], f"meta:{name}"
    for node in linked:
        for publisher in _name_of(node.get("publisher")):
            yield publisher, "json-ld:publisher"
    for name in ("twitter:site", "twitter:creator", "application-name"):
        if name in metas and not metas[name].startswith("@"):
            yield metas[name], f"meta:{name}"


def _dates(
    metas: dict[str, str], linked: list[dict[str, Any]], key: str, names: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for node in linked:
        value = stamp_of_machine(node[key]) if isinstance(node.get(key), str) else None
        if value:
            yield value, f"json-ld:{key}"
    word = "publish" if key == "datePublished" else "modif"
    other = (n for n in metas if word in n and ("time" in n or "date" in n) and n not in names)
    for name in (*names, *other):
        value = stamp_of_machine(metas[name]) if name in metas else None
        if value:
            yield value, f"meta:{name}"


def _times(root: HtmlElement, names: Names) -> Iterator[tuple[str, str]]:
    for element in root.iter("time"):
        value = stamp_of_machine(element.get("datetime") or "")
        if value and not names.claimed_within(element, None) & {"comments", "furniture"}:
            yield value, "element:time"
            return


def _authors(metas: dict[str, str], linked: list[dict[str, Any]]) -> Iterator[str]:
    for node in linked:
        yield from _name_of(node.get("author"))
    for name in _AUTHOR:
        if name in metas:
            yield from re.split(r"[,;·]", metas[name])


def _address(root: HtmlElement, metas: dict[str, str]) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and link.get("href"):
            return str(link.get("href"))
    return metas.get("og:url") or _saved_from(root)


def _saved_from(root: HtmlElement) -> str | None:
    """The address that a browser or SingleFile notes in a comment when it saves a page."""
    for comment in root.xpath("preceding-sibling::comment()|comment()|head/comment()"):
        match = _SAVED.search(str(comment.text or ""))
        if match:
            return match[1]
    return None


def _pictures(root: HtmlElement, metas: dict[str, str]) -> Iterator[str]:
    if "og:image" in metas and not metas["og:image"].startswith("data:"):
        yield metas["og:image"]
    for picture in root.iter("img", "amp-img"):
        for attribute in ("src", "data-src", "data-original"):
            address = str(picture.get(attribute) or "")
            if address and not address.startswith("data:"):
                yield address
