"""Briefings in every format, read back by another program or by our own readers of pages."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import string
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hwpx.document import HwpxDocument
from hwpx.tools.package_validator import validate_package
from hwpx.tools.validator import validate_document
from lxml import etree
from lxml import html as lxml_html
from pdfminer.high_level import extract_text
from PIL import Image

from haengbo.analysis.briefing import Bar, brief, gather
from haengbo.article.documents.packages import docx_paragraphs, hwpx_paragraphs
from haengbo.errors import UsageError
from haengbo.export.briefs.document import Document, document_of, period_of, templates
from haengbo.export.briefs.figures import Box, Words, by_channel, over_time, svg
from haengbo.export.briefs.lettering import font_of
from haengbo.export.briefs.raster import png
from haengbo.export.briefs.registry import BRIEF_FORMATS, brief_format
from haengbo.knowledge import Knowledge, load
from haengbo.ledger import Ledger
from haengbo.model.collation import Channel

SINCE, UNTIL = dt.date(2025, 5, 1), dt.date(2025, 10, 31)


@pytest.fixture(scope="module")
def document(sample_location: str) -> Document:
    return made(sample_location, "ko")


def made(location: str, lang: str) -> Document:
    ledger = Ledger.open(location)
    knowledge: Knowledge = load()
    found = brief(gather(ledger, SINCE, UNTIL), SINCE, UNTIL, knowledge)
    ledger.close()
    return document_of(found, "ko" if lang == "ko" else "en", knowledge)


def written(document: Document, form: str) -> bytes:
    return brief_format(form).write(document)


def values(root: etree._Element, attribute: str, tag: str | None = None) -> list[str]:
    """Values of an attribute of the elements with a local name, or of all."""
    found = (e for e in root.iter() if tag is None or str(e.tag).rpartition("}")[2] == tag)
    return [str(value) for e in found if (value := e.get(attribute)) is not None]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_line_has_its_references_and_every_reference_is_used(document: Document) -> None:
    lines = [block for block in document.blocks if block.kind == "line"]
    assert len(lines) > 40
    assert all(block.refs for block in lines)
    used = {number for block in lines for number in block.refs}
    assert used == set(range(1, len(document.references) + 1))
    assert all(ref.startswith(f"[{n}] ") for n, ref in enumerate(document.references, 1))


def test_sections_are_all_there_in_both_languages(sample_location: str) -> None:
    for lang in ("ko", "en"):
        found = made(sample_location, lang)
        headings = [block.text for block in found.blocks if block.kind == "heading"]
        keys = ("events", "wording", "due", "conflicts", "impossible")
        assert headings == [templates()[key][lang] for key in keys]
        assert sum(1 for block in found.blocks if block.figure is not None) == 2


def test_templates_are_complete_both_ways() -> None:
    for key, said in templates().items():
        assert set(said) == {"ko", "en"}, key
        blanks = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name}
            for text in said.values()
        ]
        assert blanks[0] == blanks[1], key


@pytest.mark.parametrize("form", [form.id for form in BRIEF_FORMATS])
def test_the_same_document_gives_the_same_bytes(form: str, document: Document) -> None:
    assert written(document, form) == written(document, form)


@pytest.mark.parametrize("form", ["docx", "hwpx"])
def test_our_own_readers_find_every_line(form: str, document: Document) -> None:
    reader = docx_paragraphs if form == "docx" else hwpx_paragraphs
    found = {bare(paragraph.text).lstrip("–") for paragraph in reader(written(document, form))}
    assert bare(document.title) in found
    for block in document.blocks:
        assert bare(block.text + block.marks) in found
    assert {bare(reference) for reference in document.references} <= found


def test_a_word_document_opens_in_its_library(document: Document) -> None:
    opened = docx.Document(io.BytesIO(written(document, "docx")))
    assert opened.core_properties.title == document.title
    assert len(opened.inline_shapes) == 2
    assert any(p.style is not None and p.style.name == "List Bullet" for p in opened.paragraphs)


def test_the_parts_of_a_hangul_document(document: Document) -> None:
    data = written(document, "hwpx")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert archive.read("mimetype") == b"application/hwp+zip"
        package = etree.fromstring(archive.read("Contents/content.hpf"))
        assert set(values(package, "href")) <= set(archive.namelist())
        header = etree.fromstring(archive.read("Contents/header.xml"))
        section = etree.fromstring(archive.read("Contents/section0.xml"))
        for name in ("charPr", "paraPr", "style"):
            ids = set(values(header, "id", name))
            assert set(values(section, f"{name}IDRef")) <= ids, name
        pictures = values(section, "binaryItemIDRef")
        assert len(pictures) == 2
        assert set(pictures) <= set(values(package, "id"))
        for name in pictures:
            assert Image.open(io.BytesIO(archive.read(f"BinData/{name}.png"))).format == "PNG"


def test_a_hangul_document_follows_the_schema(document: Document, tmp_path: Path) -> None:
    file = tmp_path / "보고.hwpx"
    file.write_bytes(written(document, "hwpx"))
    assert validate_package(file).issues == ()
    assert validate_document(file).issues == ()
    opened = HwpxDocument.open(file)
    assert opened.paragraphs[0].text == document.title
    assert len(list(opened.paragraphs)) == 2 + len(document.blocks) + len(document.references)


def test_hangul_stands_in_the_pdf(document: Document) -> None:
    text = bare(extract_text(io.BytesIO(written(document, "pdf"))))
    assert bare(document.title) in text
    for block in document.blocks:
        assert bare(block.text) in text


def test_each_pdf_has_its_own_letters(document: Document) -> None:
    for title in ("뷁", "쉛"):
        other = replace(document, title=title, blocks=document.blocks[:1])
        assert title in extract_text(io.BytesIO(written(other, "pdf")))


def test_a_page_holds_pictures_and_links(document: Document) -> None:
    page = lxml_html.fromstring(written(document, "html").decode())
    targets = {value.removeprefix("#") for value in values(page, "href", "a")}
    assert targets == set(values(page, "id", "li"))
    assert len(values(page, "width", "rect")) > 5
    assert not list(page.iter("script", "link", "img"))


def test_json_holds_every_block(document: Document) -> None:
    record = json.loads(written(document, "json"))
    assert [block["text"] for block in record["blocks"]] == [b.text for b in document.blocks]
    assert record["references"] == list(document.references)
    assert all(block["refs"] for block in record["blocks"] if block["kind"] == "line")


def test_markdown_is_text_with_tables(document: Document) -> None:
    text = written(document, "md").decode()
    assert text.startswith(f"# {document.title}\n")
    assert "| | n |" in text
    assert text.count("\n- ") == sum(1 for block in document.blocks if block.kind == "line")


def test_a_bar_is_as_long_as_its_count() -> None:
    bars = [
        Bar("2025-06-01", Channel.SUMMIT, 1),
        Bar("2025-06-03", Channel.SUMMIT, 3),
        Bar("2025-06-03", None, 2),
    ]
    names = {"summit": "정상", "": "모름"}
    drawn = by_channel(bars, names)
    widths = [shape.width for shape in drawn.shapes if isinstance(shape, Box)]
    assert widths[0] / widths[1] == pytest.approx(2, abs=0.01)
    assert drawn.rows == (("정상", 4), ("모름", 2))
    days = over_time(bars, dt.date(2025, 6, 1), dt.date(2025, 6, 4))
    boxes = [shape for shape in days.shapes if isinstance(shape, Box)][1:]
    assert [round(box.height) for box in boxes] == [24, 120]
    step = (boxes[1].x - boxes[0].x) / 2
    assert step == pytest.approx(75, abs=0.1), "the day without an event keeps its room"
    assert "<title>가&lt;나</title>" in svg(days, "가<나")


def test_a_picture_has_ink_where_its_letters_are() -> None:
    bars = [Bar("2025-06-01", Channel.SUMMIT, 1)]
    figure = by_channel(bars, {"summit": "정상"})
    letters = [shape for shape in figure.shapes if isinstance(shape, Words)]
    image = Image.open(io.BytesIO(png(figure, font_of(figure.letters)))).convert("L")
    left = round(letters[0].x * 3)
    word = image.crop((left - 60, 0, left, image.height))
    assert word.tobytes().count(b"\xff") < word.width * word.height, "not only white"


@pytest.mark.parametrize("letter", ["핵", "쎄", "北", "朝", "A", "·", "→"])
def test_the_font_has_what_is_printed(letter: str) -> None:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - the extra's own reader

    font = TTFont(io.BytesIO(font_of(f"가{letter}")))
    assert ord(letter) in font.getBestCmap()


@pytest.mark.parametrize(("since", "until"), [("2025-06", "2025-05"), ("소한", "2025")])
def test_no_period(since: str, until: str) -> None:
    with pytest.raises(ValueError, match=r"2025|EDTF"):
        period_of(since, until)


def test_no_such_format() -> None:
    with pytest.raises(UsageError, match="hwpx"):
        brief_format("odt")
