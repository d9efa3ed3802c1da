"""Bytes → HTML, plain text, or no text."""

from __future__ import annotations

import codecs

import pytest

from haengbo.capture.detect import binary_kind, media_type_of
from haengbo.model.page import MediaType


@pytest.mark.parametrize(
    ("data", "expected", "why"),
    [
        (b"<!DOCTYPE html><title>a</title>", MediaType.HTML, "doctype"),
        (b"\n\n<html lang=ko>", MediaType.HTML, "leading space"),
        (b"<div><p>a</p><p>b</p></div>", MediaType.HTML, "fragment"),
        ("<p>누리국 특사가 왔다.</p>\n".encode(), MediaType.HTML, "one element around all"),
        (codecs.BOM_UTF16_LE + "<html><body>가".encode("utf-16-le"), MediaType.HTML, "UTF-16"),
        ("북한은 <연합> 3 < 5".encode(), MediaType.TEXT, "angle brackets"),
        ("<가람신문> 누리국 <p> 라는 글자".encode(), MediaType.TEXT, "one stray element"),
        ("# 제목\n![그림](a.jpg)".encode(), MediaType.TEXT, "markdown"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_media_types(data: bytes, expected: MediaType, why: str) -> None:
    assert media_type_of(data) is expected, why


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", MediaType.PDF),
        (b"\r\n%PDF-1.4", MediaType.PDF),
        (b"PK\x03\x04torn", MediaType.TEXT),
    ],
    ids=["pdf", "pdf after a line", "torn zip"],
)
def test_documents(data: bytes, expected: MediaType) -> None:
    assert media_type_of(data) is expected


def test_text_in_any_encoding_is_not_binary() -> None:
    for charset in ("utf-8", "cp949", "utf-16"):
        assert binary_kind("누리국 특사\n\t".encode(charset)) is None
