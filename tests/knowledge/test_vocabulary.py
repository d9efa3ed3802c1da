"""Fixed forms in a text: by table and by automaton alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.knowledge.vocabulary import Vocabulary

#: Few letters, so that forms begin with each other and overlap.
_WORDS = st.text("가나 A", min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("forms", "text", "expected", "why"),
    [
        (("북한", "북한군"), "북한군이 북한에", [(0, 3), (5, 7)], "the longest of each place"),
        (("외무", "무성 부"), "외무성 부상", [(0, 2)], "what is taken begins no other"),
        (("北", "북미"), "北·미, 북미", [(0, 1), (5, 7)], "a single letter is a form"),
        (("러", "러시아"), "러", [(0, 1)], "at the very end"),
        (("북한", "북한군대"), "북한", [(0, 2)], "a longer form would reach beyond the end"),
        (("조선소",), "조선", [], "a beginning is no form"),
        ((), "북한", [], "nothing to look for"),
    ],
)
@pytest.mark.parametrize("by_table", [0, 1000])
def test_places(
    forms: tuple[str, ...], text: str, expected: list[tuple[int, int]], why: str, by_table: int
) -> None:
    assert Vocabulary(forms, by_table).places(text) == expected, why


@given(st.sets(_WORDS, max_size=8), st.text("가나 A", max_size=40))
def test_table_and_automaton_agree(forms: set[str], text: str) -> None:
    assert Vocabulary(forms, 1000).places(text) == Vocabulary(forms, 0).places(text)


def test_the_automaton_takes_over_in_the_middle() -> None:
    words = Vocabulary(("북한",), by_table=5)
    assert [words.places("북한 북한") for _ in range(3)] == [[(0, 2), (3, 5)]] * 3
