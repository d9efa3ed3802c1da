"""The date of a happening; all pages are of 2024-11-02."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG, CHOE = "왕이 중국 외교부장", "최선희 북한 외무상"

DATES = [
    (f"{WANG}이 1일 {CHOE}과 회담했다.", "meeting", "2024-11-01", "its own"),
    (
        f"{CHOE}이 지난달 29일 평양을 찾은 {WANG}을 만났다.",
        "meeting",
        "2024-10-29",
        "the day of the visit",
    ),
    (
        f"조선중앙통신은 2일 {WANG}이 {CHOE}과 회담했다고 보도했다.",
        "meeting",
        None,
        "the day of the report is not the day of the meeting",
    ),
    (
        f"조선중앙통신은 2일 {WANG}이 1일 {CHOE}과 회담했다고 보도했다.",
        "meeting",
        "2024-11-01",
        "the inner one",
    ),
    (f"지난 9월 {WANG}과 {CHOE}의 회담이 떠오른다.", "meeting", "2024-09", "before a noun"),
    (
        f"3일 베이징에서 열릴 {WANG}과 {CHOE}의 회담이 눈길을 끈다.",
        "meeting",
        "2024-11-03",
        "in the clause that describes the noun",
    ),
    (f"{WANG}은 31일 평양을 떠났다.", "visit", "../2024-10-31", "the end of a stay"),
    (
        f"{WANG}은 12월 1일 이전에 평양을 방문할 예정이다.",
        "visit",
        "../2024-12-01",
        "before a day to come",
    ),
    (
        f"{CHOE}이 베이징역에서 저우언라이 총리의 1971년 평양 방문을 기념하는 제막식에 참석했다.",
        "ceremony",
        None,
        "the year of what is remembered is not that of the ceremony",
    ),
    (f"{WANG}의 방북은 5년 만이다.", "visit", None, "how long is not when"),
    (
        f"평양을 방문하고있는 {WANG}과 {CHOE}사이의 회담이 1일 열렸다.",
        "visit",
        "2024-11-01",
        "the guest was there on the day of the talks",
    ),
]


@pytest.mark.parametrize(("sentence", "mode", "expected", "why"), DATES)
def test_date(sentence: str, mode: str, expected: str | None, why: str) -> None:
    dates = [e.date for e in read_paragraphs(sentence).events if e.mode == mode]
    assert dates == [expected], why
