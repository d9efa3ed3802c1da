"""A document's bytes → text, blocks and findings.

Comes in: PDF, DOCX, HWPX, HWP. Goes out: ``Content`` as for a web page: paragraphs joined by line
feeds, each block naming its place in the document. Invariant: only the bytes count: a document's
properties (its author's computer, its day of printing) are no statement of the press.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from haengbo.article.cues import Cues
from haengbo.article.documents.hangul import hwp_paragraphs
from haengbo.article.documents.packages import docx_paragraphs, hwpx_paragraphs
from haengbo.article.documents.paragraphs import Paragraph, Style, UnreadableError
from haengbo.article.documents.portable import pdf_paragraphs
from haengbo.article.forms import Form
from haengbo.article.issuers import issuer_among
from haengbo.article.layout import Line, Verdict, arrange
from haengbo.article.lines import look_at
from haengbo.article.metadata import Metadata
from haengbo.article.paragraphs import compose
from haengbo.article.recover import Content
from haengbo.errors import PageError
from haengbo.model.article import BlockKind
from haengbo.model.page import MediaType, Page

Join = Callable[[Sequence[str]], str]
_READERS: dict[MediaType, Callable[[bytes], Iterable[Paragraph]]] = {
    MediaType.DOCX: docx_paragraphs,
    MediaType.HWPX: hwpx_paragraphs,
    MediaType.HWP: hwp_paragraphs,
}
DOCUMENTS = frozenset({MediaType.PDF, *_READERS})
#: Press releases print their subtitles between dashes.
_FRAMED = re.compile(r"[-–—]\s?[^-–—].{4,80}[^-–—]\s?[-–—]")
_HINTS = {Style.TITLE: BlockKind.TITLE, Style.HEADING: BlockKind.SUBTITLE}


def read_document(page: Page, cues: Cues, join: Join) -> Content:
    """The article of a document.

    Args:
        page: Of one of ``DOCUMENTS``.
        cues: What lines are recognised by.
        join: Puts printed lines of a paragraph on one line; asked for PDF only.

    Raises:
        PageError: It cannot be read; says why.
    """
    try:
        if page.media_type is MediaType.PDF:
            paragraphs = list(pdf_paragraphs(page.data, join))
        else:
            paragraphs = list(_READERS[page.media_type](page.data))
    except UnreadableError as error:
        raise PageError(page.name, str(error)) from error
    except ModuleNotFoundError as error:
        kind = page.media_type.name
        reason = f"{kind}: 읽으려면 pip install 'haengbo[documents]' 가 필요하다"
        raise PageError(page.name, reason) from error
    lines = [_line(paragraph, cues) for paragraph in paragraphs]
    text, blocks = compose(
        (paragraph.text, _without_menus(line, verdict), paragraph.source)
        for paragraph, line, verdict in zip(paragraphs, lines, arrange(lines, cues), strict=True)
    )
    issuer = issuer_among([paragraph.text for paragraph in paragraphs], cues)
    outlets = ((issuer, "press-release:issuer"),) if issuer else ()
    return Content(text, blocks, Metadata(outlets=outlets))


def _without_menus(line: Line, verdict: Verdict) -> Verdict:
    """A document has no menus: a subtitle may be made of the words that menus have."""
    if line.hint is BlockKind.SUBTITLE and verdict.rule == "furniture:mostly-words":
        return Verdict(BlockKind.SUBTITLE, "subtitle:document")
    return verdict


def _line(paragraph: Paragraph, cues: Cues) -> Line:
    """A row of a table is no news, unless it says who and when."""
    if paragraph.row:
        meta = look_at(paragraph.text, cues).form is Form.META
        return Line(paragraph.text, None if meta else BlockKind.BOILERPLATE)
    if paragraph.style is None and _FRAMED.fullmatch(paragraph.text):
        return Line(paragraph.text, BlockKind.SUBTITLE)
    return Line(paragraph.text, _HINTS[paragraph.style] if paragraph.style else None)
