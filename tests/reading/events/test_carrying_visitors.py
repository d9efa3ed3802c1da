"""Welcomes, farewells and receptions of visitors told of before. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

COMES, CHOE = "왕이 중국 외교부장이 10월 30일 평양에 도착했다.", "최선희 북한 외무상"

SCENES = [
    (
        [COMES, f"공항에서는 {CHOE}이 마중을 나왔다."],
        ("ceremony", "2024-10-30", ["왕이", "최선희"]),
        "who comes out to meet somebody",
    ),
    (
        [COMES, "저녁에는 시내 호텔에서 환영 연회가 열렸다."],
        ("reception", "2024-10-30", ["왕이"]),
        "nobody says who gives it",
    ),
    (
        [COMES, "왕 부장은 1일 떠났다.", f"공항에서 {CHOE}이 배웅했다."],
        ("ceremony", "2024-11-01", ["왕이", "최선희"]),
        "a farewell has the day of leaving",
    ),
    (["1일 저녁 시내에서 환영 연회가 열렸다."], None, "nobody has come"),
    ([COMES, "한국은 새 시대에 마중을 나왔다."], None, "no body meets anybody"),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), SCENES)
def test_scenes_of_a_visit(
    paragraphs: list[str], expected: tuple[str, str, list[str]] | None, why: str
) -> None:
    found = [e for e in read_paragraphs(*paragraphs).events if e.mode != "visit"]
    told = [(e.mode, e.date, sorted(p.name for p in e.participants)) for e in found]
    assert told == ([expected] if expected else []), why


VISITORS = [
    ("중국 외교 대표단이 내년 3월 평양을 찾을 것으로 보인다.", ["북한", "중국"], "others, later"),
    ("중국 대표단은 1일 평양을 떠났다.", ["북한", "왕이"], "he and those with him"),
    ("왕이 부장이 내년 3월 평양을 찾을 것으로 보인다.", ["북한", "왕이"], "he is named"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), VISITORS)
def test_who_is_yet_to_come_is_not_who_has_come(
    sentence: str, expected: list[str], why: str
) -> None:
    found = [e for e in read_paragraphs(COMES, sentence).events if e.mode == "visit"]
    assert sorted(p.name for p in found[-1].participants) == expected, why
