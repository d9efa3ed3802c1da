"""Names of pages."""

from __future__ import annotations

import pytest

from haengbo.model.page import MediaType, Page


@pytest.mark.parametrize(
    ("name", "expected", "why"),
    [
        ("a/b.html", "b", "a path"),
        ("pages.zip!a/b.html", "b", "a member"),
        ("pages.zip!b.html", "b", "a member at the top"),
        ("속보!특사.txt", "속보!특사", "an exclamation mark in a name"),
        ("01100101.20241102081501001", "01100101.20241102081501001", "a key with a dot"),
        ("https://garam.example/news/7?a=1", "7?a=1", "an address"),
        ("https://garam.example/", "garam", "an address without a path"),
        (".txt", ".txt", "nothing but an ending"),
    ],
)
def test_stem(name: str, expected: str, why: str) -> None:
    assert Page(name, b"x", MediaType.TEXT).stem == expected, why
