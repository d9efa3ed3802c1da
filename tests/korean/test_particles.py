from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.korean.particles import attach, strip


@pytest.mark.parametrize(
    ("word", "pair", "expected"),
    [
        ("러시아", "을/를", "러시아를"),
        ("북한", "을/를", "북한을"),
        ("서울", "으로/로", "서울로"),
        ("평양", "으로/로", "평양으로"),
        ("제주", "으로/로", "제주로"),
        ("3", "이/가", "3이"),
        ("2", "은/는", "2는"),
        ("‘핵심이익’", "과/와", "‘핵심이익’과"),
        ("", "은/는", "는"),
        ("😀", "은/는", "😀는"),
    ],
)
def test_the_particle_fits_the_word(word: str, pair: str, expected: str) -> None:
    assert attach(word, pair) == expected


@pytest.mark.parametrize(
    ("word", "expected", "why"),
    [
        ("평양에서", "평양", "long particle"),
        ("대사에게는", "대사", "stacked particles"),
        ("장관은", "장관", "은 after a consonant"),
        ("대사는", "대사", "는 after a vowel"),
        ("대사은", "대사은", "은 cannot follow a vowel"),
        ("나는", "나는", "too short to be sure"),
        ("외무상", "외무상", "no particle"),
        ("", "", "nothing"),
    ],
)
def test_stripping(word: str, expected: str, why: str) -> None:
    assert strip(word) == expected, why


@given(st.text())
def test_strip_gives_a_prefix(word: str) -> None:
    assert word.startswith(strip(word))
    assert strip(word) or not word
