"""One press release in every format; what cannot be read is said."""

from __future__ import annotations

import sys
import zlib
from functools import partial

import pytest

from article.documents.making import BODY, HEAD, SUBTITLE, TITLE, docx, hwp, hwpx, pdf
from capture.building import opened, zipped
from haengbo.article import to_article
from haengbo.article.documents.portable import _Line, _over_pages
from haengbo.errors import PageError
from haengbo.knowledge import Knowledge
from haengbo.model.article import Article, BlockKind
from haengbo.model.page import MediaType, Page
from haengbo.model.record import article_from_dict, article_to_dict


def printed() -> bytes:
    """The press release as a printer sets it: lines break inside words."""
    lines = [(60.0, 780.0, 10.0, "보도시점"), (140.0, 780.0, 10.0, HEAD[0][1])]
    lines += [(300.0, 780.0, 10.0, "배포"), (360.0, 780.0, 10.0, HEAD[0][3])]
    lines += [(60.0, 720.0, 20.0, TITLE), (60.0, 690.0, 12.0, SUBTITLE)]
    height = 650.0
    for text in BODY:
        for at in range(0, len(text), 36):
            lines.append((60.0, height, 12.0, text[at : at + 36].strip()))
            height -= 15
        height -= 18
    lines.append((290.0, 40.0, 10.0, "- 1 -"))
    return pdf(lines)


def read(data: bytes, knowledge: Knowledge) -> Article:
    (page,), errors = opened("보도자료", data)
    assert errors == []
    assert page.data == data, "the file is the page"
    return to_article(page, knowledge)


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (docx, MediaType.DOCX),
        (hwpx, MediaType.HWPX),
        (hwp, MediaType.HWP),
        (printed, MediaType.PDF),
    ],
    ids=["docx", "hwpx", "hwp", "pdf"],
)
def test_a_press_release(make: object, kind: MediaType, knowledge: Knowledge) -> None:
    assert callable(make)
    article = read(make(), knowledge)
    assert article.media_type is kind
    assert article.title == TITLE
    bodies = [block.span.of(article.text) for block in article.of_kind(BlockKind.BODY)]
    assert bodies == BODY
    assert [b.number for b in article.of_kind(BlockKind.BODY)] == [1, 2, 3]
    subtitles = [block.span.of(article.text) for block in article.of_kind(BlockKind.SUBTITLE)]
    assert subtitles == [SUBTITLE]
    assert article.published is not None
    assert article.published.value == "2024-11-02T12:00+09:00"
    assert article.outlet is None, "no cell of the head is an outlet"
    assert all(block.source for block in article.blocks)
    assert article_from_dict(article_to_dict(article)) == article


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (hwp(flags=3), "암호가 걸린 한글 문서"),
        (hwp(flags=5), "배포용 한글 문서"),
        (hwp(flags=17), "DRM"),
        (hwp()[:2048], "한글 문서가 깨졌다"),
        (hwpx(encrypted=True), "암호가 걸린 한글 문서"),
        (pdf([]), "글자가 없는 PDF"),
        (pdf([(60, 700, 12, BODY[0])], named=False), "글자를 알아볼 수 없는 PDF"),
        (printed()[:700], "PDF"),
        (zipped({"word/document.xml": "<w:document><broken"}), "문서가 깨졌다"),
    ],
    ids=["locked", "distributed", "drm", "torn", "locked-x", "scanned", "unnamed", "cut", "xml"],
)
def test_what_cannot_be_read_is_said(data: bytes, reason: str, knowledge: Knowledge) -> None:
    with pytest.raises(PageError, match=reason):
        read(data, knowledge)


def test_bombs_are_not_unpacked(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("packages", "hangul"):
        monkeypatch.setattr(f"haengbo.article.documents.{module}._LIMIT", 2000)
    monkeypatch.setattr("haengbo.article.documents.portable._UNPACKED_MOST", 100_000)
    long = ["가" * 3000]
    bomb = printed() + b"9 0 obj <<>> stream\n" + zlib.compress(b"0" * 5_000_000) + b"endstream"
    for data in (docx(long), hwpx(long), hwp(long), bomb):
        with pytest.raises(PageError, match="너무 크다"):
            read(data, knowledge)


def test_words_that_are_not_the_text_are_left_out(knowledge: Knowledge) -> None:
    extra = (
        "<w:p><w:del><w:r><w:t>지운 글이다.</w:t></w:r></w:del>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    for data in (docx(extra=extra), hwpx(), hwp()):
        text = read(data, knowledge).text
        assert "각주" not in text
        assert "지운" not in text
        assert "PAGE" not in text


def test_no_entity_is_opened(knowledge: Knowledge) -> None:
    good = docx()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    bad = zipped(
        {
            "word/document.xml": '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
            f"<w:document {space}><w:body><w:p><w:r><w:t>{BODY[0]}&e;</w:t></w:r></w:p>"
            "</w:body></w:document>"
        }
    )
    assert read(good, knowledge).text
    assert read(bad, knowledge).text == BODY[0]


def test_what_is_missing_is_named(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "olefile", None)
    with pytest.raises(PageError, match=r"HWP: 읽으려면 pip install 'haengbo\[documents\]'"):
        read(hwp(), knowledge)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"HWP Document File V3.00 \x1a\x01" + bytes(200), "한글 3 문서"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "암호가 걸린 오피스 문서"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "옛 오피스"),
    ],
    ids=["hangul-3", "locked", "old"],
)
def test_documents_that_nobody_here_reads(data: bytes, reason: str) -> None:
    pages, errors = opened("문서", data)
    assert pages == []
    assert reason in errors[0].reason


def test_a_page_of_a_document_is_named_by_its_file(knowledge: Knowledge) -> None:
    (page,), _ = opened("자료.zip", zipped({"보도.docx": docx()}))
    assert (page.name, page.media_type) == ("자료.zip!보도.docx", MediaType.DOCX)
    assert to_article(Page("x", page.data, page.media_type), knowledge).title == TITLE


def test_a_paragraph_goes_on_over_pages() -> None:
    line = partial(_Line, size=12.0, left=60.0, right=400.0)
    first = [[line("□ 양측은 다음 협의를 내", middle=90.0)], [line("- 1 -", middle=40.0)]]
    second = [[line("년 상반기 중 열기로 하였다.", middle=780.0)], [line("□ 끝.", middle=700.0)]]
    parts = [[one.text for one in part.lines] for part in _over_pages([first, second])]
    assert parts == [["□ 양측은 다음 협의를 내", "년 상반기 중 열기로 하였다."], ["□ 끝."]]


def test_the_head_of_a_press_release_names_its_issuer(knowledge: Knowledge) -> None:
    subtitle = "- 지역 정세 의견 교환 -"
    paragraphs = ["외교부 보도자료", "가람부 차관, 누리국 차관과 전략대화", subtitle, *BODY]
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    data = zipped(
        {"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>"}
    )
    article = read(data, knowledge)
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.rule) == ("외교부", "press-release:issuer")
    assert article.title == paragraphs[1]
    subtitles = [block.span.of(article.text) for block in article.of_kind(BlockKind.SUBTITLE)]
    assert subtitles == [subtitle]
