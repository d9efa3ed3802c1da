"""Which links lead to other parts of the same article."""

# ruff: noqa: E501 - rows of tables

from __future__ import annotations

import pytest

from haengbo.capture.web.parts import MOST, other_parts

HERE = "https://paper.example/news?id=7"


@pytest.mark.parametrize(
    ("links", "expected", "why"),
    [
        ("<a href='?id=7&page=2'>2</a><a href='?id=7&page=3'>3</a>", ["&page=2", "&page=3"], "a pager"),
        ("<a href='?id=7&page=3'>3</a><a href='/news?id=7&page=2'>다음 페이지</a>", ["&page=2", "&page=3"], "in order"),
        ("<link rel=next href='?id=7&page=2'>", ["&page=2"], "named in the head"),
        ("<a href='?id=7'>1</a>", [], "this page"),
        ("<a href='?id=8&page=2'>2</a>", [], "another article"),
        ("<a href='/list?page=2'>2</a>", [], "a list"),
        ("<a href='?id=7&page=2'>글 목록</a>", [], "the list that a board came from"),
        ("<a href='javascript:go(2)'>page 2</a>", [], "no address"),
        ("", [], "none"),
    ],
)  # fmt: skip
def test_links(links: str, expected: list[str], why: str) -> None:
    found = other_parts(f"<html><body>{links}</body></html>".encode(), HERE)
    assert [url.removeprefix(HERE) for url in found] == expected, why


def test_there_is_an_end() -> None:
    links = "".join(f"<a href='?id=7&page={n}'>{n}</a>" for n in range(2, 99))
    assert len(other_parts(links.encode(), HERE)) == MOST


def test_a_front_page_has_no_parts() -> None:
    assert other_parts(b"<a href='/?page=2'>2</a>", "https://paper.example/") == ()
