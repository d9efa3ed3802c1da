"""A page's text, cut into blocks that say what each line or paragraph is.

Comes from ``article``, goes to ``reading`` and ``ledger``. Invariant: every block's span slices
``Article.text``; blocks are in the order of the text and do not overlap; for plain text the
blocks cover every non-empty line of the unchanged source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from haengbo.model.page import MediaType
from haengbo.model.span import Span

#: == 반응 ==, 반응[편집]: how wikis mark a heading.
_WIKI_HEADING = re.compile(
    r"(?P<marks>={2,6})\s?(?P<between>[^=\n]{1,150}?)\s?(?P=marks)"
    r"|(?P<edited>[^\[\]\n]{1,150}?)\s?\[(?:원본\s)?편집\]"
)


def bare_heading(text: str) -> str:
    """A heading without the marks of a wiki.

    Example:
        ``== 북한, 회담 제의 ==`` gives ``북한, 회담 제의``.
    """
    heading = _WIKI_HEADING.fullmatch(text)
    return (heading["between"] or heading["edited"] or text) if heading else text


class BlockKind(StrEnum):
    """What a line or paragraph is; the names are those of the evaluation format."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    META = "meta"
    BODY = "body"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


#: Kinds that are read as news, in the order in which they usually stand.
NEWS_KINDS = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BODY, BlockKind.CAPTION)

#: Rule of an entry of a chronology (``2011.9.21 = 주석, 평양 방문``): news in headline grammar.
CHRONOLOGY = "list:chronology"
#: Rule of a line that is only the day of what is told below it, and of other heads of such a page.
DAY_HEAD = "head:day"
LIST_HEAD = "head:of-list"
#: Rule of notes, which are told without full stops or predicates.
NOTE = "sentence:note"
#: Rule of the headline of a flash, which may be all that there is of it.
BULLETIN = "title:bulletin"
#: Rule of the outlet and the day of its paper on the first line of a page.
MASTHEAD = "masthead:dated"
#: Rule of a line that goes on the line before.
WRAPPED = "line:wrapped"


@dataclass(frozen=True, slots=True)
class Block:
    """One line (plain text) or paragraph (HTML).

    Attributes:
        kind: What it is.
        span: Where it stands in ``Article.text`` (without the line break).
        number: 1-based line number for plain text; for HTML body paragraphs the 1-based index
            among the body paragraphs; ``None`` otherwise.
        rule: Name of the rule that decided the kind.
        source: For HTML, where the element is (an XPath); ``None`` for plain text.
    """

    kind: BlockKind
    span: Span
    number: int | None
    rule: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact about the article and where the page (or the user) states it.

    Attributes:
        value: The fact: a name, or an EDTF date (with +09:00 when the page gives a time).
        span: Its place in ``Article.text``; ``None`` if it stands outside (meta tags, URLs, user).
        rule: What found it, e.g. ``meta:og:site_name``, ``byline:bracket``, ``known:user``.
        inferred: Whether it was concluded rather than read (a date from an image's path).
    """

    value: str
    span: Span | None
    rule: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a careful reader should know about the page: odd, missing or contradictory.

    Attributes:
        code: Stable short name, e.g. ``date-inferred``, ``role-outdated``.
        message: One Korean sentence for people.
        span: Where, if anywhere.
    """

    code: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The cleaned text of one page.

    Attributes:
        page: ``Page.name``.
        sha256: ``Page.sha256``.
        media_type: Of the page.
        text: What all spans count in.
        blocks: Every line or paragraph, furniture included.
        outlet: Who published it.
        origin: The outlet or wire that wrote it, when that is not the publisher.
        authors: Reporters, one each.
        published: Date of publication.
        updated: Date of the last change.
        url: Address.
        findings: What to know about the page.
    """

    page: str
    sha256: str
    media_type: MediaType
    text: str
    blocks: tuple[Block, ...]
    outlet: Stated | None = None
    origin: Stated | None = None
    authors: tuple[Stated, ...] = ()
    published: Stated | None = None
    updated: Stated | None = None
    url: str | None = None
    findings: tuple[Finding, ...] = ()

    def of_kind(self, kind: BlockKind) -> tuple[Block, ...]:
        """The blocks of one kind, in order."""
        return tuple(block for block in self.blocks if block.kind is kind)

    @property
    def title(self) -> str | None:
        """The headline as printed, without the marks of a wiki, or ``None``.

        Where a page prints it twice (a board adds a date to it), the shortest is the headline.
        """
        titles = [block.span.of(self.text).strip() for block in self.of_kind(BlockKind.TITLE)]
        return min(map(bare_heading, titles), key=len, default=None)

    @property
    def published_day(self) -> str | None:
        """The date of publication without its time, or ``None``."""
        return self.published.value[:10] if self.published else None
