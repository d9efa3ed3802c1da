"""Encodings as Korean pages declare and misdeclare them."""

from __future__ import annotations

import codecs

import pytest

from haengbo.article.decode import decode
from haengbo.errors import PageError
from haengbo.model.page import MediaType, Page

TEXT = "누리국 특사가 평양에 도착했다. 똠방각하와 펲시도 왔다."
META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


def page(data: bytes, charset: str | None = None) -> Page:
    return Page("page", data, MediaType.HTML, charset=charset)


@pytest.mark.parametrize(
    ("data", "charset", "codes", "why"),
    [
        (TEXT.encode(), "utf-8", [], "undeclared UTF-8"),
        (TEXT.encode("cp949"), "cp949", [], "undeclared CP949 with letters beyond EUC-KR"),
        ((META.format("euc-kr") + TEXT).encode("cp949"), "cp949", [], "EUC-KR means CP949"),
        ((META.format("utf-8") + TEXT).encode("cp949"), "cp949", ["charset-misdeclared"], "lie"),
        ((META.format("euc-kr") + TEXT).encode(), "utf-8", ["charset-misdeclared"], "other lie"),
        (('<meta charset="ks_c_5601-1987">' + TEXT).encode("cp949"), "cp949", [], "old name"),
        ((META.format("iso-8859-1") + TEXT).encode(), "utf-8", ["charset-misdeclared"], "Latin"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8", [], "byte order mark"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le", [], "Notepad's Unicode"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be", [], "the other Unicode"),
        (TEXT.encode() * 40 + b"\xff\xfe", "utf-8", ["charset-damaged"], "a few broken bytes"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_encodings(data: bytes, charset: str, codes: list[str], why: str) -> None:
    decoded = decode(page(data))
    assert decoded.charset == charset, why
    assert TEXT in decoded.text, why
    assert [finding.code for finding in decoded.findings] == codes, why


def test_encoding_declared_outside_goes_before_the_page() -> None:
    data = TEXT.encode("cp949")
    assert decode(page(data, charset="euc-kr")).findings == ()
    assert decode(page(data, charset="utf-8")).findings[0].code == "charset-misdeclared"


@pytest.mark.parametrize(
    "data",
    [
        "Пхеньян и Москва договорились о многом.".encode("koi8-r"),
        b"\x80\x81\x82\xfe\xff" * 300,
        codecs.BOM_UTF16_LE + b"\x00\xd8\x00",
    ],
    ids=lambda value: str(value)[:24],
)
def test_unknown_encoding_is_one_clear_error(data: bytes) -> None:
    with pytest.raises(PageError, match="인코딩"):
        decode(page(data))
