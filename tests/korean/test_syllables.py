"""A syllable taken apart and put together again."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.korean.syllables import FIRST, LAST, closed_in, final_of, parts, syllable


@given(st.integers(FIRST, LAST).map(chr))
def test_parts_make_the_syllable_again(char: str) -> None:
    """Nothing of a syllable is lost, and Unicode's own decomposition agrees on the final."""
    numbers = parts(char)
    assert numbers is not None
    assert syllable(*numbers) == char
    assert numbers[2] == final_of(char)
    assert (final_of(char) > 0) is (len(unicodedata.normalize("NFD", char)) == len("초중종"))


@pytest.mark.parametrize(
    ("char", "numbers"),
    [
        ("가", (0, 0, 0)),  # first of all
        ("한", (18, 0, 4)),
        ("힣", (18, 20, 27)),  # last of all
        ("ㄱ", None),  # a letter is no syllable
        ("\uabff", None),  # just before the first
        ("\ud7a4", None),  # just behind the last
        ("A", None),
    ],
)
def test_numbers_of_a_character(char: str, numbers: tuple[int, int, int] | None) -> None:
    """Edges of the block, and what lies outside it."""
    assert parts(char) == numbers
    assert final_of(char) == (numbers[2] if numbers else -1)


@pytest.mark.parametrize(("final", "some"), [(0, "가히"), (8, "갈을힐"), (20, "했갔있")])
def test_all_syllables_of_one_final(final: int, some: str) -> None:
    """As many as there are initials and vowels, each with that final."""
    found = closed_in(final)
    assert len(found) == len(set(found)) == 19 * 21
    assert {final_of(char) for char in found} == {final}
    assert set(some) <= set(found)
