"""Addresses under which captures of one article find each other."""

# ruff: noqa: E501 - rows of tables

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.model.address import address_key, part_of


@pytest.mark.parametrize(
    ("url", "expected", "why"),
    [
        ("https://www.paper.example/news/7", "paper.example/news/7", "plain"),
        ("http://paper.example/news/7/", "paper.example/news/7", "scheme and last stroke"),
        ("https://m.paper.example/news/7?utm_source=x#top", "paper.example/news/7", "mobile, tracked"),
        ("https://paper.example/amp/news/7", "paper.example/news/7", "AMP in front"),
        ("https://paper.example/news/7/amp", "paper.example/news/7", "AMP behind"),
        ("https://paper.example/news/7?outputType=amp", "paper.example/news/7", "AMP asked for"),
        ("https://paper.example/view?b=2&a=1", "paper.example/view?a=1&b=2", "order of parameters"),
        ("https://paper.example/view?id=7&from=portal", "paper.example/view?id=7", "whence one came"),
        ("https://paper.example/view?id=7&page=2", "paper.example/view?id=7", "a part of an article"),
        ("https://paper.example/?p=7", "paper.example?p=7", "an article by its number"),
        ("https://paper.example/%EA%B0%80/1", "paper.example/가/1", "encoded letters"),
        ("https://m.example/news/7", "m.example/news/7", "a host that is called so"),
        ("https://paper.example/", None, "a front page names no article"),
        ("https://paper.example/index.html", None, "nor does its file"),
        ("https://paper.example/index.php?id=7", "paper.example?id=7", "an article by its number"),
        ("file:///a/b.html", None, "no address of the web"),
        ("javascript:alert(1)", None, "nor this"),
        ("https://[broken/x", None, "not to be read"),
        (None, None, "none stated"),
    ],
)  # fmt: skip
def test_keys(url: str | None, expected: str | None, why: str) -> None:
    assert address_key(url) == expected, why


@given(st.text(max_size=60))
def test_any_text_has_a_key_or_none(text: str) -> None:
    key = address_key(f"https://paper.example/{text}")
    assert key is None or key.startswith("paper.example")


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("https://paper.example/view?id=7", 1),
        ("https://paper.example/view?id=7&page=3", 3),
        ("https://paper.example/view?id=7&pageNo=2", 2),
        ("https://paper.example/view?page=next", 1),
        ("https://paper.example/view?page=99999", 1),
        ("https://[broken/x", 1),
        (None, 1),
    ],
)
def test_parts(url: str | None, part: int) -> None:
    assert part_of(url) == part
