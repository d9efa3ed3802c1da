"""WARC files: whole, broken, in every coding."""

from __future__ import annotations

import gzip
import zlib

import pytest

from capture.building import HTML, opened, warc_record

PAGE = HTML.encode()
TYPE = "Content-Type: text/html; charset=utf-8\r\n"


def chunks(data: bytes) -> bytes:
    parts = (data[at : at + 100] for at in range(0, len(data), 100))
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize(
    ("headers", "body", "why"),
    [
        (TYPE, PAGE, "plain"),
        (TYPE + "Content-Encoding: gzip", gzip.compress(PAGE), "gzip"),
        (TYPE + "Content-Encoding: deflate", zlib.compress(PAGE), "zlib"),
        (TYPE + "Content-Encoding: deflate", zlib.compress(PAGE)[2:-4], "raw deflate"),
        (TYPE + "Content-Encoding: gzip", PAGE, "a browser's archive keeps the header only"),
        (TYPE + "Content-Encoding: br", PAGE, "the same"),
        (TYPE + "Transfer-Encoding: chunked", chunks(PAGE), "chunked"),
        (TYPE + "Transfer-Encoding: chunked", PAGE, "the header only"),
        (
            TYPE + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip",
            chunks(gzip.compress(PAGE)),
            "both",
        ),
    ],
)
def test_codings(headers: str, body: bytes, why: str) -> None:
    record = warc_record("https://garam.example/1", body, headers=headers.strip())
    for data in (record, gzip.compress(record)):
        (page,), errors = opened("a.warc", data)
        assert (page.data, errors) == (PAGE, []), why
        assert page.name == page.known.url == "https://garam.example/1"
        assert (page.charset, page.captured) == ("utf-8", "2024-11-02T01:02:03Z")


def test_only_pages_that_were_there_count() -> None:
    data = b"".join(
        (
            warc_record("https://a.example/0", b"x", headers="Content-Type: image/png"),
            warc_record("https://a.example/1", PAGE, status="404 Not Found"),
            warc_record("https://a.example/2", PAGE, kind="request"),
            warc_record(
                "https://a.example/3", PAGE, kind="resource", headers="Content-Type: text/html"
            ),
            warc_record("https://a.example/4", b"", status="304 Not Modified"),
        )
    )
    pages, errors = opened("a.warc", data)
    assert [page.name for page in pages] == ["https://a.example/3"]
    assert errors == []


def test_cut_records_and_broken_files_are_named_and_the_rest_is_in() -> None:
    good = [gzip.compress(warc_record(f"https://a.example/{n}", PAGE)) for n in range(3)]
    pages, errors = opened("a.warc.gz", good[0] + good[1] + b"\x1f\x8bbroken" + good[2])
    assert [page.name for page in pages] == ["https://a.example/0", "https://a.example/1"]
    assert errors[0].page == "a.warc.gz"
    assert "2번째 기록 뒤" in errors[0].reason
    pages, errors = opened("a.warc.gz", good[0] + good[1][:-40])
    assert [page.name for page in pages] == ["https://a.example/0"]
    assert str(errors[0]) == "a.warc.gz!https://a.example/1: 잘린 기록이다"
    marked = warc_record("https://a.example/9", PAGE).replace(
        b"\r\n", b"\r\nWARC-Truncated: time\r\n", 1
    )
    assert "잘린" in opened("a.warc", marked)[1][0].reason


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("haengbo.capture.warcs.PAGE_LIMIT", 100_000)
    body = gzip.compress(b"0" * 10_000_000)
    bomb = warc_record("https://a.example/b", body, headers=TYPE + "Content-Encoding: gzip")
    _, errors = opened("a.warc", bomb)
    assert "너무 큰" in errors[0].reason
