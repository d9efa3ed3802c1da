"""A document → DOCX, by python-docx."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from haengbo.export.briefs.archive import settled
from haengbo.export.briefs.document import Block, Document
from haengbo.export.briefs.lettering import font_of
from haengbo.export.briefs.raster import png
from haengbo.export.needed import needed

_STYLES = {"heading": "Heading 1", "subheading": "Heading 2", "line": "List Bullet"}
_FACE = "맑은 고딕"
#: A file must name a day; this one says that it means nothing.
_NO_DAY = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)


def docx(document: Document) -> bytes:
    """A Word document with headings, bullet lines, pictures and references.

    Raises:
        UsageError: The extra ``briefs`` is not installed.
    """
    made = needed("docx", "briefs").Document()
    _prepare(made, document)
    made.add_heading(document.title, level=0)
    font = font_of(document.letters)
    for block in document.blocks:
        _add(made, block, font)
    made.add_heading(document.heading, level=1)
    for reference in document.references:
        made.add_paragraph(reference)
    held = io.BytesIO()
    made.save(held)
    return settled(held.getvalue())


def _prepare(made: Any, document: Document) -> None:  # noqa: ANN401 - a document of the library
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra

    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = made.styles[name]
        style.font.name = _FACE
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FACE)
    about = made.core_properties
    about.title, about.author, about.language = document.title, "haengbo", document.lang
    about.created = about.modified = _NO_DAY
    about.last_modified_by, about.comments = "haengbo", ""


def _add(made: Any, block: Block, font: bytes) -> None:  # noqa: ANN401 - a document of the library
    if block.figure is not None:
        from docx.shared import Pt  # noqa: PLC0415 - an extra

        picture = io.BytesIO(png(block.figure, font))
        made.add_picture(picture, width=Pt(min(block.figure.width, 430)))
    text = block.text + block.marks
    made.add_paragraph(text, style=_STYLES.get(block.kind))
