"""Slavic names in the North's spelling."""

from __future__ import annotations

import pytest

from haengbo.knowledge.northern import northern_spellings


@pytest.mark.parametrize(
    ("south", "north", "why"),
    [
        ("로만 쿠리닌", "로만 꾸리닌", "к is tense"),
        ("드미트리 페스코프", "드미뜨리 뻬스꼬브", "т, п, к are tense; final в"),
        ("발렌티나 마트비옌코", "발렌찌나 마뜨비옌꼬", "ть before и"),
        ("세르게이 코즐로프", "쎄르게이 꼬즐로브", "с before a vowel"),
        ("안드레이 말리셰프", "안드레이 말리쉐브", "ше"),
    ],
)
def test_spelt_as_the_north_does(south: str, north: str, why: str) -> None:
    assert north in northern_spellings(south), why


@pytest.mark.parametrize("name", ["로만 쿠리닌", "마리야 자하로바", "김일성", "John"])
def test_never_the_name_itself_and_never_many(name: str) -> None:
    spellings = northern_spellings(name)
    assert name not in spellings
    assert len(spellings) == len(set(spellings)) <= 24
