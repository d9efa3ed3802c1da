"""Content codings: whole ones, cut and broken ones, plain text under their name, bombs."""

from __future__ import annotations

import gzip
import zlib

import pyarrow as pa
import pytest

from capture.building import HTML, opened, warc_record
from haengbo.capture.decoding import BrokenCodingError, TooLargeError, decoded, inflated

PAGE = (HTML + "가나다라 " * 400).encode()
RAW = zlib.compress(PAGE)[2:-4]


def _coded(data: bytes) -> dict[str, bytes]:
    return {
        "gzip": gzip.compress(data),
        "deflate": zlib.compress(data),
        "br": bytes(pa.compress(data, codec="brotli", asbytes=True)),
        "zstd": bytes(pa.compress(data, codec="zstd", asbytes=True)),
    }


CODED = _coded(PAGE)
LIMIT = 1_000_000


@pytest.mark.parametrize("coding", CODED)
def test_whole_ones_are_decoded(coding: str) -> None:
    assert decoded(CODED[coding], coding, LIMIT) == PAGE
    assert decoded(PAGE, coding, LIMIT) == PAGE, "an archive kept the header only"
    assert decoded(HTML.encode("cp949"), coding, LIMIT) == HTML.encode("cp949")
    assert decoded(HTML.encode("utf-16"), coding, LIMIT) == HTML.encode("utf-16")


@pytest.mark.parametrize("coding", CODED)
@pytest.mark.parametrize("cut", [0.3, 0.5, 0.9])
def test_what_breaks_off_is_said(coding: str, cut: float) -> None:
    data = CODED[coding]
    with pytest.raises(BrokenCodingError, match=coding):
        decoded(data[: int(len(data) * cut)], coding, LIMIT)


@pytest.mark.parametrize("coding", CODED)
def test_another_coding_than_the_one_declared_is_said(coding: str) -> None:
    for other in set(CODED) - {coding}:
        with pytest.raises(BrokenCodingError, match=coding):
            decoded(CODED[other], coding, LIMIT)


@pytest.mark.parametrize("coding", CODED)
def test_bombs_are_bounded(coding: str) -> None:
    zeros = bytes(50_000_000)
    bomb = _coded(zeros)[coding]
    with pytest.raises(TooLargeError):
        decoded(bomb, coding, LIMIT)


def test_members_without_end_are_refused() -> None:
    with pytest.raises(BrokenCodingError, match="64"):
        inflated(gzip.compress(b"") * 200_000, LIMIT)


def test_raw_deflate_and_what_stands_behind_a_stream() -> None:
    assert decoded(RAW, "deflate", LIMIT) == PAGE
    assert decoded(CODED["gzip"] + b"junk", "gzip", LIMIT) == PAGE
    assert decoded(gzip.compress(b""), "gzip", LIMIT) == b""


def test_the_message_names_page_and_reason() -> None:
    data = CODED["gzip"]
    headers = "Content-Type: text/html\r\nContent-Encoding: gzip"
    record = warc_record("https://garam.example/1", data[: len(data) // 2], headers=headers)
    pages, errors = opened("a.warc", record)
    assert pages == []
    assert str(errors[0]) == (
        "a.warc!https://garam.example/1: 풀 수 없는 압축이다: gzip: 압축이 중간에 끊겼다"
    )
