"""A line without end is one error, and what stands behind it is read."""

from __future__ import annotations

import io
import json

import pytest

from capture.building import NEWS, opened
from haengbo.capture import jsonl
from haengbo.capture.items import PAGE_LIMIT
from haengbo.capture.jsonl import lines_of

GOOD = json.dumps({"id": "a", "text": NEWS}).encode()


@pytest.mark.parametrize(
    ("data", "lines", "why"),
    [
        (b"", [], "nothing"),
        (b"ab\ncd", [b"ab\n", b"cd"], "short lines as they are"),
        (b"abcdefghij\nk\n", [b"abcdef", b"k\n"], "a long one is cut, and its rest skipped"),
        (b"abcdefghijklmnopqrstuvwxyz", [b"abcdef"], "a long one at the end"),
        (b"abcde\n\nf", [b"abcde\n", b"\n", b"f"], "one of just the length"),
        (b"abcdefghijk\n", [b"abcdef"], "one of twice the length and its end"),
    ],
    ids=str,
)
def test_lines_are_held_up_to_a_length(data: bytes, lines: list[bytes], why: str) -> None:
    assert list(lines_of(io.BytesIO(data), 5)) == lines, why


def test_a_long_line_is_named_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "LINE_LONGEST", 1000)
    monkeypatch.setattr(jsonl.lines_of, "__defaults__", (1000,))
    pages, (error,) = opened("a.jsonl", b'{"text": "' + b"x" * 5000 + b'"}\n' + GOOD)
    assert [page.name for page in pages] == ["a"]
    assert error.page == "a.jsonl:1"
    assert "너무 큰" in error.reason


def test_a_page_of_a_hundred_megabytes_on_one_line() -> None:
    pages, (error,) = opened("a.txt", b"a" * 100_000_000)
    assert pages == []
    assert error.reason == f"너무 큰 파일이다({PAGE_LIMIT // 1_000_000} MB를 넘는다)"
