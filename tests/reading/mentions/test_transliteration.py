from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from haengbo.knowledge import Knowledge
from haengbo.knowledge.mention_words import TransliterationRow
from haengbo.reading.mentions.transliteration import sound_key, southern, without_patronymic


@pytest.fixture(scope="module")
def rules(knowledge: Knowledge) -> tuple[TransliterationRow, ...]:
    return knowledge.table("transliteration", TransliterationRow)


@pytest.mark.parametrize(
    ("north", "south"),
    [
        ("이고리 쏘로낀", "이고리 소로킨"),
        ("안똔 마르찐", "안톤 마르틴"),
        ("울라지미르 체르늬쉐브", "블라디미르 체르니셰프"),
        ("이고르 소로킨", "이고르 소로킨"),
    ],
)
def test_southern(north: str, south: str, rules: tuple[TransliterationRow, ...]) -> None:
    assert southern(north, rules) == south


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("벨로우소프", "벨로우쏘브", True),
        ("콜로콜체프", "꼴로꼴쩨브", True),
        ("볼로딘", "월로진", True),
        ("라브로프", "루카셴코", False),
        ("페스코프", "페트로프", False),
    ],
)
def test_spellings_of_one_name_share_a_key(
    one: str, other: str, same: bool, rules: tuple[TransliterationRow, ...]
) -> None:
    assert (sound_key(one, rules) == sound_key(other, rules)) is same


def test_fathers_names_are_left_out() -> None:
    assert without_patronymic("올레그 이와노비치 쏘로낀", ("비치",)) == "올레그 쏘로낀"
    assert without_patronymic("후안 카를로스 페레스", ("비치",)) == "후안 카를로스 페레스"


@given(st.text(max_size=12))
def test_no_text_breaks_it(text: str) -> None:
    rules = (TransliterationRow("r", "쉐", "셰"),)
    assert isinstance(sound_key(text, rules), str)
    assert southern(southern(text, rules), rules) == southern(text, rules)
