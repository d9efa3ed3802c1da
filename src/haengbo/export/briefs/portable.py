"""A document → PDF with its own letters inside, by ReportLab."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from haengbo.export.briefs.document import Document
from haengbo.export.briefs.figures import PALE, Box, Figure
from haengbo.export.briefs.lettering import font_of, name_of
from haengbo.export.needed import needed

_MARGIN = 57
#: Style → size, leading, space before, space after, indent of the first line and of the rest.
_STYLES = {
    "title": (17, 23, 0, 8, 0, 0),
    "heading": (13, 18, 14, 4, 0, 0),
    "subheading": (10.5, 15, 8, 2, 0, 0),
    "note": (8.5, 13, 2, 4, 0, 0),
    "figure": (8.5, 13, 2, 8, 0, 0),
    "line": (9.5, 14.5, 1, 1, -9, 9),
    "reference": (8, 12, 1, 1, -18, 18),
}
_GREY = {"note", "figure", "reference"}


def pdf(document: Document) -> bytes:
    """A PDF (A4) whose text can be searched and copied.

    Raises:
        UsageError: The extra ``briefs`` is not installed.
    """
    needed("reportlab", "briefs")
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415 - an extra
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415
    from reportlab.platypus import SimpleDocTemplate  # noqa: PLC0415

    letters = document.letters + "–0123456789"
    font = name_of(letters)
    pdfmetrics.registerFont(TTFont(font, io.BytesIO(font_of(letters))))
    held = io.BytesIO()
    about = {"title": document.title, "author": "haengbo", "creator": "haengbo"}
    made = SimpleDocTemplate(
        held,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN,
        invariant=1,
        lang=document.lang,
        initialFontName=font,
        **about,
    )
    number = partial(_number, font)
    made.build(list(_flow(document, font)), onFirstPage=number, onLaterPages=number)
    return held.getvalue()


def _number(font: str, canvas: Any, page: Any) -> None:  # noqa: ANN401 - objects of the library
    canvas.setFont(font, 8)
    canvas.setFillColor(PALE)
    canvas.drawRightString(page.pagesize[0] - _MARGIN, _MARGIN / 2, str(canvas.getPageNumber()))


def _flow(document: Document, font: str) -> Iterator[Any]:
    yield _paragraph(document.title, "title", font)
    for block in document.blocks:
        if block.figure is not None:
            yield _drawing(block.figure, font)
        mark = "– " if block.kind == "line" else ""
        yield _paragraph(mark + block.text + block.marks, block.kind, font)
    yield _paragraph(document.heading, "heading", font)
    for reference in document.references:
        yield _paragraph(reference, "reference", font)


def _paragraph(text: str, kind: str, font: str) -> Any:  # noqa: ANN401 - an object of the library
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - an extra
    from reportlab.platypus import Paragraph  # noqa: PLC0415

    size, leading, before, after, first, rest = _STYLES[kind]
    style = ParagraphStyle(
        kind,
        fontName=font,
        fontSize=size,
        leading=leading,
        spaceBefore=before,
        spaceAfter=after,
        firstLineIndent=first,
        leftIndent=rest,
        wordWrap="CJK",
        textColor=PALE if kind in _GREY else "#1B1C1F",
        keepWithNext=kind in {"heading", "subheading"},
    )
    return Paragraph(escape(text), style)


def _drawing(figure: Figure, font: str) -> Any:  # noqa: ANN401 - an object of the library
    from reportlab.graphics.shapes import Drawing, Rect, String  # noqa: PLC0415 - an extra
    from reportlab.lib.colors import HexColor  # noqa: PLC0415

    scale = 0.75
    made = Drawing(figure.width * scale, figure.height * scale)
    made.scale(scale, scale)
    for shape in figure.shapes:
        colour = HexColor(shape.colour)
        # Here y grows upwards
        if isinstance(shape, Box):
            y = figure.height - shape.y - shape.height
            size = (shape.width, shape.height)
            made.add(Rect(shape.x, y, *size, fillColor=colour, strokeWidth=0, strokeColor=None))
        else:
            options = {"fontName": font, "fontSize": shape.size, "textAnchor": shape.anchor}
            y = figure.height - shape.y
            made.add(String(shape.x, y, shape.text, fillColor=colour, **options))
    return made
