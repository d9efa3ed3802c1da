"""HTML → paragraphs with what their elements are called.

Comes in: decoded HTML. Goes out: ``Unit``s in document order: the text of one paragraph (a block
element, or what stands between line breaks), the element, and the nearest names that say what it
is. Invariant: units are not empty, hold no line feed and no script; nothing visible is dropped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree, html
from lxml.html import HtmlElement

from haengbo.article.cues import Cues
from haengbo.model.unseen import seen, telling

_SKIPPED = {
    "script", "style", "template", "noscript", "svg", "head", "iframe", "object", "option",
    "textarea", "math", "canvas", "audio", "video", "map", "datalist",
}  # fmt: skip
_BLOCKS = {
    "p", "div", "section", "article", "li", "ul", "ol", "table", "tr", "td", "th", "tbody", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "footer", "main", "aside", "nav", "figure",
    "figcaption", "blockquote", "dl", "dt", "dd", "pre", "address", "form", "fieldset", "center",
    "body", "hr", "caption", "details", "summary", "amp-ad", "em-caption", "html", "button",
}  # fmt: skip
#: Kinds whose elements stand apart from the words around them even where they are inline.
_SET_APART = {"caption", "subtitle", "furniture", "comments"}
_BREAKS = {"br", "hr"}
#: What no news holds: menus, forms, layers over the page.
_TOOLS = ("a", "form", "input", "select", "button", "iframe")
_UNFOLDED = 2
_SAMPLE = 30
_PICTURES = {"img", "amp-img", "picture"}
#: An opening tag with what stands in quotation marks; nothing is tried twice.
_TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']++|"[^"]*+"|'[^']*+')*+""")
_QUOTED = re.compile(r"""(?:=|(?<!\s))\s*+(?:"[^"]*+"|'[^']*+')""")
#: Shorter ones cannot hold too many.
_TAG_LONG = 10_000
#: Of one element; the most that we met is 60.
ATTRIBUTES_MOST = 2_000
_SPACE = re.compile(r"[ \t\r\n\f\v\u00a0\u3000]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAME_PARTS = re.compile(r"[^A-Za-z0-9]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Unit:
    """A paragraph of a page, while it is being gathered.

    Attributes:
        element: The block element that holds it.
        text: Its words, white space folded.
        linked: Characters of it inside links.
        breaks: Line breaks right before it.
        unseen: What was hidden in it or turned its direction, and was left out.
    """

    element: HtmlElement
    text: str = ""
    linked: int = 0
    breaks: int = 0
    unseen: Counter[str] = field(default_factory=Counter)

    @property
    def links(self) -> float:
        """Share of characters inside links."""
        return self.linked / len(self.text) if self.text else 0.0


def parse(text: str) -> HtmlElement | None:
    """The root element of a page, or ``None`` if there is no element at all."""
    bare = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", ""))
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(bare.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root


def crowded(text: str) -> bool:
    """Whether some element has more attributes than any page needs: they cost their square."""
    tags = (found[0] for found in _TAG.finditer(text) if found.end() - found.start() > _TAG_LONG)
    return any(len(_QUOTED.sub(" ", tag).split()) > ATTRIBUTES_MOST for tag in tags)


def is_hidden(element: HtmlElement) -> bool:
    """Whether a reader would not see the element."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def name_parts(element: HtmlElement) -> tuple[str, ...]:
    """Parts of class, id and itemprop, lower-cased, and the whole names without separators.

    Example:
        ``class="photo-desc"`` gives ``photo``, ``desc`` and ``photodesc``.
    """
    parts: list[str] = []
    for attribute in ("class", "id", "itemprop", "property", "role", "data-testid"):
        for name in (element.get(attribute) or "").split():
            pieces = [p for p in _NAME_PARTS.split(_CAMEL.sub("-", name)) if p]
            parts.extend(piece.lower() for piece in pieces)
            if len(pieces) > 1:
                parts.append("".join(pieces).lower())
    return tuple(parts)


@dataclass(slots=True)
class Names:
    """Kinds that elements' own names claim, each looked up once.

    Attributes:
        cues: Give the names.
        told: Element → kinds, as the pack's row for the outlet says.
        seen: Element → kinds.
        disbelieved: Element → kinds that it cannot be, because most of the page's news stands in
            it: pages of ASP.NET wrap everything in a form, others call their body "sub" or "more".
    """

    cues: Cues
    told: Mapping[HtmlElement, frozenset[str]] = field(default_factory=dict)
    seen: dict[HtmlElement, frozenset[str]] = field(default_factory=dict)
    disbelieved: dict[HtmlElement, frozenset[str]] = field(default_factory=dict)

    def claimed(self, element: HtmlElement) -> frozenset[str]:
        """Kinds that the element's class, id and tag claim, as far as they are believed."""
        if element not in self.seen:
            self.seen[element] = self._kinds(element)
        return self.seen[element] - self.disbelieved.get(element, frozenset())

    def claimed_within(self, element: HtmlElement, limit: HtmlElement | None) -> frozenset[str]:
        """Kinds that the element and its holders claim, up to and without ``limit``."""
        found: set[str] = set()
        for node in ancestors(element):
            if node is limit:
                break
            found |= self.claimed(node)
        return frozenset(found)

    def disbelieve(self, element: HtmlElement, kinds: frozenset[str]) -> None:
        """From now on the element does not claim these kinds."""
        self.disbelieved[element] = self.disbelieved.get(element, frozenset()) | kinds

    def _kinds(self, element: HtmlElement) -> frozenset[str]:
        if element in self.told:
            return self.told[element]
        found = {names.kind for names in self.cues.markup if element.tag in names.elements}
        return frozenset(found.union(*(_kinds_named(p, self.cues) for p in name_parts(element))))


@lru_cache(maxsize=16384)
def _kinds_named(part: str, cues: Cues) -> frozenset[str]:
    """Kinds that a part of an element's names claims; pages of one outlet share their names."""
    return frozenset(
        names.kind
        for names in cues.markup
        if part in names.tokens or part.startswith(names.prefixes or ("\0",))
    )


@dataclass(slots=True)
class _Gatherer:
    """Walks a tree and closes a unit at every block border and line break."""

    names: Names
    units: list[Unit] = field(default_factory=list)
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    breaks: int = 0

    def walk(self, start: HtmlElement) -> None:
        """Gather everything below an element; no recursion, for pages nest without end."""
        stack: list[tuple[HtmlElement, HtmlElement, bool, bool]] = [(start, start, False, False)]
        while stack:
            node, holder, linked, leaving = stack.pop()
            if leaving:
                self._leave(node, holder, linked=linked)
            elif not isinstance(node.tag, str) or _is_skipped(node) or _is_put_away(node):
                self._add(node.tail, linked=linked)
            else:
                inner = self._enter(node, holder, linked=linked or node.tag == "a")
                stack.append((node, holder, linked, True))
                inside = linked or node.tag == "a"
                stack.extend((child, inner, inside, False) for child in reversed(node))
        self.close(start)

    def _enter(self, node: HtmlElement, holder: HtmlElement, *, linked: bool) -> HtmlElement:
        if node.tag in _BREAKS:
            self.close(holder)
            self.breaks += 1
            return holder
        inner = holder
        if self._is_block(node):
            self.close(holder)
            inner = node
        elif _adjoins(node):
            self._add(" ", linked=False)
        self._add(node.text, linked=linked)
        return inner

    def _leave(self, node: HtmlElement, holder: HtmlElement, *, linked: bool) -> None:
        if self._is_block(node):
            self.close(node)
            self.breaks = 0
        if node is not holder:
            self._add(node.tail, linked=linked)

    def _is_block(self, node: HtmlElement) -> bool:
        """Block elements, and spans that their names set apart: captions, subtitles, furniture."""
        return node.tag in _BLOCKS or bool(self.names.claimed(node) & _SET_APART)

    def _add(self, text: str | None, *, linked: bool) -> None:
        if text:
            self.pieces.append((text, linked))

    def close(self, block: HtmlElement) -> None:
        """End the unit that is being gathered."""
        source = "".join(piece for piece, _ in self.pieces)
        text = _SPACE.sub(" ", seen(source)).strip()
        if text:
            linked = sum(len(_SPACE.sub(" ", seen(piece))) for piece, link in self.pieces if link)
            self.units.append(Unit(block, text, linked, self.breaks, telling(source)))
            self.breaks = 0
        self.pieces.clear()


def _is_skipped(node: HtmlElement) -> bool:
    """Whether the element shows no words; a declared shadow root shows what is in it."""
    return node.tag in _SKIPPED and node.get("shadowrootmode") is None


def _is_put_away(node: HtmlElement) -> bool:
    """Whether the element is hidden and no part of the news that a button unfolds."""
    return is_hidden(node) and not _goes_on(node)


def _goes_on(node: HtmlElement) -> bool:
    """Whether a hidden element goes on with the news around it, in sentences of its own."""
    holder = node.getparent()
    if holder is None or next(node.iter(*_TOOLS), None) is not None:
        return False
    inside = _SPACE.sub("", node.text_content())
    if inside.count("다.") < _UNFOLDED:
        return False
    shown = (n for n in holder if n is not node and isinstance(n.tag, str) and not is_hidden(n))
    around = _SPACE.sub("", "".join(n.text_content() for n in shown) + (holder.text or ""))
    return "다." in around and inside[:_SAMPLE] not in around


def _adjoins(node: HtmlElement) -> bool:
    """Whether the element follows another without anything between, which style keeps apart."""
    before = node.getprevious()
    return before is not None and isinstance(before.tag, str) and not (before.tail or "")


def units_of(root: HtmlElement, names: Names) -> list[Unit]:
    """Paragraphs of a page in document order."""
    body = root.find("body")
    gatherer = _Gatherer(names)
    gatherer.walk(body if body is not None else root)
    return gatherer.units


def ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    """The element and what holds it, inside out, up to the body."""
    node: HtmlElement | None = element
    while node is not None and node.tag not in ("html", "body"):
        yield node
        node = node.getparent()


def holds_picture(element: HtmlElement) -> bool:
    """Whether a picture is inside the element."""
    return next(element.iter(*_PICTURES), None) is not None


def path_of(element: HtmlElement) -> str:
    """XPath of an element in its page."""
    return str(element.getroottree().getpath(element))
