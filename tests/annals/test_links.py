"""Addresses hold names as they must stand in a path."""

from __future__ import annotations

import pytest

from haengbo.annals.links import Links


@pytest.mark.parametrize(
    ("made", "expected", "why"),
    [
        (Links().event("e1"), "/event/e1", "without a site, a path"),
        (
            Links("https://a.example").actor("최선희"),
            "https://a.example/actor/%EC%B5%9C%EC%84%A0%ED%9D%AC",
            "letters",
        ),
        (Links().article("a b.html", "e3"), "/article/a%20b.html#e3", "a finding"),
        (Links().article("in/a.html"), "/article/in/a.html", "folders stay"),
        (Links().article("../a.html"), "/article/..%2Fa.html", "no way up"),
        (Links().event("a/b?c"), "/event/a%2Fb%3Fc", "no other path"),
    ],
)
def test_addresses(made: str, expected: str, why: str) -> None:
    assert made == expected, why
