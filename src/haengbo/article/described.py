"""A page of an outlet that the pack describes → where its parts stand.

Comes in: a parsed page, its host, the pack's rows. Goes out: ``Described``: what elements are, the
element that holds the text, and what the page states. Invariant: a selector that hits nothing says
nothing; where the body's hits nothing the page is read in the general way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from haengbo.article.bylines import is_name, line_byline
from haengbo.article.cues import Cues
from haengbo.article.stamps import stamps_in
from haengbo.errors import PackError
from haengbo.knowledge.outlet_pages import OutletPageRow, xpath_of
from haengbo.model.unseen import seen

_STATED_IN = ("datetime", "content", "data-date-time")


@dataclass(frozen=True, slots=True)
class Described:
    """What the pack's row says of this page.

    Attributes:
        kinds: Element → what it is.
        body: Holds the text.
        headline: Text of the headline.
        published: Date of publication.
        authors: Names of the reporters.
    """

    kinds: dict[HtmlElement, frozenset[str]] = field(default_factory=dict)
    body: HtmlElement | None = None
    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()


#: Of a page that no row is for.
NOTHING = Described()


def describe(root: HtmlElement, url: str | None, cues: Cues) -> Described:
    """What the first row for the page's host finds on it."""
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return NOTHING
    row = next((row for row in cues.outlet_pages if row.is_of(host)), None) if host else None
    return _by_row(root, row, cues) if row is not None else NOTHING


def _by_row(root: HtmlElement, row: OutletPageRow, cues: Cues) -> Described:
    titles = _hits(root, row.title)
    kinds: dict[HtmlElement, frozenset[str]] = {}
    for kind, elements in (
        ("title", titles[:1]),
        ("subtitle", _hits(root, row.subtitle)),
        ("caption", [e for selector in row.captions for e in _hits(root, selector)]),
        ("furniture", [e for selector in row.leave_out for e in _hits(root, selector)]),
    ):
        kinds.update((element, frozenset({kind})) for element in elements)
    return Described(
        kinds,
        next(iter(_hits(root, row.body)), None),
        _text(titles[0]) if titles else None,
        next(filter(None, map(_date, _hits(root, row.published))), None),
        tuple(name for e in _hits(root, row.byline) for name in _names(_text(e), cues)),
    )


def _hits(root: HtmlElement, selector: str | None) -> list[HtmlElement]:
    if selector is None:
        return []
    try:
        found = root.xpath(xpath_of(selector))
    except ValueError as error:
        raise PackError(f"outlet_pages: {error}") from error
    return [e for e in found if isinstance(e, HtmlElement)] if isinstance(found, list) else []


def _text(element: HtmlElement) -> str:
    return " ".join(seen(element.text_content()).split())


def _date(element: HtmlElement) -> str | None:
    given = [_text(element), *(element.get(name) or "" for name in _STATED_IN)]
    stamps = [stamp.value for text in given for stamp in stamps_in(text)]
    return max(stamps, key=len, default=None)


def _names(text: str, cues: Cues) -> Sequence[str]:
    byline = line_byline(text, cues)
    if byline is not None and byline.authors:
        return [author.name for author in byline.authors]
    return [word for word in text.split() if is_name(word, cues)]
