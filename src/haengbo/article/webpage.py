"""HTML → text and blocks.

Comes in: decoded HTML. Goes out: the article's text, composed from the page's paragraphs joined by
line feeds, and a block for each, furniture included. Invariant: blocks slice the text, in order;
body paragraphs are numbered from 1; each names its element by XPath.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from haengbo.article.container import find_container
from haengbo.article.cues import Cues, squeeze
from haengbo.article.described import NOTHING, Described
from haengbo.article.forms import Form
from haengbo.article.layout import Line, Verdict, arrange
from haengbo.article.lines import look_at
from haengbo.article.markup import Names, Unit, ancestors, holds_picture, path_of, units_of
from haengbo.model.article import Block, BlockKind
from haengbo.model.span import Span

#: Furniture is shown greyed, not archived: longer and later pieces are left out.
FURNITURE_LONGEST = 300
FURNITURE_MOST = 400
_HEADINGS = ("h1", "h2", "h3", "h4")
_ENDED = re.compile(r"다\.[\"”’]?$")
_CLOSED = re.compile(r"[.?!\])>”’\"》]$")
_CELL_MAX = 30
_CAPTION_NEAR = 200
_CAPTION_UNITS = 2


@dataclass(frozen=True, slots=True)
class Webpage:
    """What is on a page.

    Attributes:
        text: Of all spans.
        blocks: In order.
        news: Characters of body text.
        unseen: What was hidden in all that is no furniture.
    """

    text: str
    blocks: tuple[Block, ...]
    news: int
    unseen: Counter[str] = field(default_factory=Counter)


def read_webpage(
    root: HtmlElement,
    cues: Cues,
    *,
    headline: str | None,
    prefix: str = "",
    described: Described = NOTHING,
) -> Webpage:
    """Compose the article of a page.

    Args:
        root: Parsed page.
        cues: What lines are recognised by.
        headline: The headline as metadata give it, to find it among the units.
        prefix: Put before each XPath, for pages recovered from embedded data.
        described: Where things stand, as the pack says of this outlet.
    """
    names = Names(cues, described.kinds)
    units = joined_lines(units_of(root, names), cues)
    container = described.body
    if container is None:
        container = find_container(units, names)
    if container is None:
        return Webpage("", (), 0)
    title = _title_unit(units, container, headline, names)
    place = _Place(container, title, _first_inside(units, container), _counts(units))
    lines = [_line(unit, index, place, names) for index, unit in enumerate(units)]
    verdicts = arrange(lines, cues)
    return _compose(headline if title is None else None, units, verdicts, prefix)


def joined_lines(units: Sequence[Unit], cues: Cues) -> list[Unit]:
    """Join what single line breaks part inside a paragraph, where double breaks end paragraphs."""
    singles = Counter(u.element for u in units if u.breaks == 1)
    doubles = Counter(u.element for u in units if u.breaks > 1)
    out: list[Unit] = []
    for unit in units:
        last = out[-1] if out else None
        if (
            last is not None
            and last.element is unit.element
            and unit.breaks == 1
            and doubles[unit.element]
            and (
                doubles[unit.element] >= singles[unit.element]
                if _ENDED.search(last.text) and _ENDED.search(unit.text)
                else not _CLOSED.search(last.text)
            )
            and look_at(last.text, cues).form is not Form.META
        ):
            last.text = f"{last.text} {unit.text}"
            last.linked += unit.linked
            last.unseen += unit.unseen
        else:
            out.append(unit)
    return out


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the article stands on a page.

    Attributes:
        container: Holds its text.
        title: Index of the unit that prints the headline.
        first: Index of the first unit inside the container.
        counts: Element → number of units in it.
    """

    container: HtmlElement
    title: int | None
    first: int
    counts: dict[HtmlElement, int]

    def near(self, index: int) -> bool:
        """Whether the unit stands between headline and text, where bylines and pictures do."""
        return self.title is not None and self.title < index < self.first


def _first_inside(units: Sequence[Unit], container: HtmlElement) -> int:
    inside = (i for i, unit in enumerate(units) if _inside(unit.element, container))
    return next(inside, len(units))


def _counts(units: Sequence[Unit]) -> dict[HtmlElement, int]:
    counts: dict[HtmlElement, int] = {}
    for unit in units:
        for element in ancestors(unit.element):
            counts[element] = counts.get(element, 0) + 1
    return counts


def _inside(element: HtmlElement, container: HtmlElement) -> bool:
    return any(node is container for node in ancestors(element)) or container.tag in (
        "body",
        "html",
    )


def _bare(text: str) -> str:
    return re.sub(r"[\s\"'“”‘’.…·,]+", "", text)


def _title_unit(
    units: Sequence[Unit], container: HtmlElement, headline: str | None, names: Names
) -> int | None:
    """The unit that prints the headline: what metadata say, else the best heading above."""
    first = _first_inside(units, container)
    if headline:
        same = [i for i, u in enumerate(units) if _bare(u.text) == _bare(headline)]
        above = [i for i in same if i <= first]
        if same:
            return above[-1] if above else same[0]
    named = [i for i, unit in enumerate(units) if _may_be_title(unit, i, first, names)]
    in_h1 = [i for i in named if any(e.tag == "h1" for e in ancestors(units[i].element))]
    return next(iter(in_h1 or named), None)


def _may_be_title(unit: Unit, index: int, first: int, names: Names) -> bool:
    kinds = names.claimed_within(unit.element, None)
    return (
        (index <= first or unit.element.tag == "h1")
        and "title" in kinds
        and not kinds & {"furniture", "comments", "subtitle"}
        and _reads_like_title(unit.text, names.cues)
    )


def _reads_like_title(text: str, cues: Cues) -> bool:
    return len(text) >= 8 and look_at(text, cues).form in (Form.PLAIN, Form.WEAK, Form.SENTENCE)  # noqa: PLR2004


def _line(unit: Unit, index: int, place: _Place, names: Names) -> Line:
    if index == place.title:
        return Line(unit.text, BlockKind.TITLE)
    inside = _inside(unit.element, place.container)
    within = inside or place.near(index)
    kinds = names.claimed_within(unit.element, place.container if inside else None)
    below_title = place.title is not None and index > place.title
    hint: BlockKind | None = None
    if kinds & {"furniture", "comments"}:
        hint = BlockKind.BOILERPLATE
    elif "caption" in kinds or (within and _beside_picture(unit, place)):
        hint = BlockKind.CAPTION
    elif "subtitle" in kinds or (unit.element.tag in _HEADINGS and (inside or below_title)):
        hint = BlockKind.SUBTITLE
    elif inside and unit.element.tag == "li":
        hint = BlockKind.BODY
    elif inside and unit.element.tag in ("td", "th") and _in_data_table(unit.element):
        hint = BlockKind.BOILERPLATE
    deck = hint is BlockKind.SUBTITLE and not inside
    return Line(unit.text, hint, outside=deck or not within, links=unit.links)


def _in_data_table(cell: HtmlElement) -> bool:
    """Whether the cell's table has rows of several short cells: figures, not layout."""
    table = next((e for e in ancestors(cell) if e.tag == "table"), None)
    if table is None:
        return False
    rows = [[squeeze(c.text_content()) for c in row.iter("td", "th")] for row in table.iter("tr")]
    figures = [row for row in rows if len(row) > 1 and all(len(c) <= _CELL_MAX for c in row)]
    return len(figures) > 1 and 2 * len(figures) > len(rows)


def _beside_picture(unit: Unit, place: _Place) -> bool:
    """Whether a small box around the unit holds a picture and hardly more.

    A sentence of news in the very paragraph of a picture is news.
    """
    for element in ancestors(unit.element):
        if element is place.container or place.counts[element] > _CAPTION_UNITS:
            return False
        if holds_picture(element):
            if element is unit.element and _ENDED.search(unit.text):
                return False
            return len(squeeze(element.text_content())) <= _CAPTION_NEAR + len(squeeze(unit.text))
    return False


def _compose(
    headline: str | None, units: Sequence[Unit], verdicts: Sequence[Verdict], prefix: str
) -> Webpage:
    parts: list[str] = []
    blocks: list[Block] = []
    at = news = number = furniture = 0
    unseen: Counter[str] = Counter()

    def add(text: str, kind: BlockKind, rule: str, source: str | None) -> None:
        nonlocal at, news, number
        position = None
        if kind is BlockKind.BODY:
            number += 1
            news += len(text)
            position = number
        blocks.append(Block(kind, Span(at, at + len(text)), position, rule, source))
        parts.append(text)
        at += len(text) + 1

    if headline:
        add(headline, BlockKind.TITLE, "title:metadata", None)
    for unit, verdict in zip(units, verdicts, strict=True):
        if verdict.kind is BlockKind.BOILERPLATE:
            furniture += 1
            if furniture > FURNITURE_MOST or len(unit.text) > FURNITURE_LONGEST:
                continue
        else:
            unseen += unit.unseen
        add(unit.text, verdict.kind, verdict.rule, prefix + path_of(unit.element))
    return Webpage("\n".join(parts), tuple(blocks), news, unseen)
