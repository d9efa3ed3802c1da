"""The present tense announces."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG, CHOE = "왕이 중국 외교부장", "최선희 북한 외무상"

ANNOUNCED = [
    (f"{WANG}이 북한을 방문한다고 신문이 전했다.", ["planned"], "what is announced"),
    (f"{WANG}이 곧 북한을 찾습니다.", ["planned"], "the polite ending"),
    (f"{WANG}이 북한을 방문하게 된다고 했다.", ["planned"], "게 되다"),
    (f"{WANG}은 북한을 방문해 {CHOE}과 회담을 갖는다.", ["planned", "planned"], "a chain of verbs"),
    ("북중 외교장관 회담이 6일 열린다.", ["planned"], "a noun that takes place"),
    (f"{WANG}이 이번 주 북한을 방문하는 것으로 알려졌다.", ["planned"], "what one hears is to be"),
    (f"{WANG}이 북한을 방문하는 것으로 알려졌다.", ["occurred"], "what may be a habit"),
    (
        f"소식통은 “{WANG}이 이번 주 북한을 방문하는 것으로 안다”고 말했다.",
        ["planned"],
        "what one knows is to be",
    ),
    (f"{WANG}이 이번 주 북한을 방문하는 것으로 확인됐다.", ["planned"], "what is found out"),
    (f"{WANG}은 1일 북한을 방문했다.", ["occurred"], "the past"),
    (f"{WANG}은 1일 북한을 방문해 눈길을 끈다.", ["occurred"], "another verb's present"),
    (f"{WANG}이 1994년 북한을 방문한다.", ["occurred"], "told of a past day"),
    (
        "한미 국방장관은 서울에서 회의를 열고 북한을 규탄한다고 발표했다.",
        ["occurred", "occurred"],
        "what is uttered by saying so announces nothing",
    ),
    (f"{WANG}과 {CHOE}이 악수하고 있다.", ["occurred"], "what lasts"),
    ("북한이 곧 미사일을 발사할 가능성이 크다.", ["predicted"], "a verb foretold"),
    ("라오스는 오는 20일 북한과 수교한다.", ["planned"], "a bond of a day to come"),
    ("라오스와 북한은 협력을 강화하기로 합의한다.", ["occurred"], "as a document puts it"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), ANNOUNCED)
def test_how_the_present_tense_stands(sentence: str, expected: list[str], why: str) -> None:
    assert [e.status.value for e in read_paragraphs(sentence).events] == expected, why


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("라오스는 오는 20일 북한과 수교할 예정이다.", "2024-11-20"),
        ("라오스와 북한은 오는 20일 직항로를 열기로 합의했다.", None),
    ],
)
def test_a_day_to_come_is_that_of_the_bond_unless_it_has_been_made(
    sentence: str, date: str | None
) -> None:
    assert [e.date for e in read_paragraphs(sentence).events if e.type == "AGREE"] == [date]
