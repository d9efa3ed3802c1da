"""On which day something was said. PUBLISHED of the factory is the page's day; all invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

SAID = [
    (
        (
            "환영의식이 3일 평양에서 진행되였다.",
            "김정은동지께서 환영의식에 참석하시여 연설하시였다.",
            "김정은동지께서는 《우리의 전우들은 기적을 안아왔다》고 말씀하시였다.",
        ),
        "2024-11-03",
        "at the ceremony that the text dates",
    ),
    (
        (
            "유엔 안전보장이사회 회의가 2일 열렸다.",
            "바실리 네벤자 러시아대사는 회의에서 “제재는 낡았다”고 말했다.",
        ),
        "2024-11-02",
        "in the meeting",
    ),
    (
        (
            "유엔 안전보장이사회 회의가 2일 열렸다.",
            "바실리 네벤자 러시아대사는 회의를 앞두고 “제재는 낡았다”고 말했다.",
        ),
        None,
        "before the meeting: on what day it does not say",
    ),
    (
        (
            "유엔 안전보장이사회가 2일 뉴욕에서 공개회의를 열었다.",
            "바실리 네벤자 주유엔 러시아대사는 “제재는 낡았다”고 말했다.",
        ),
        "2024-11-02",
        "an envoy to the house speaks on the day on which it met",
    ),
    (
        (
            "유엔 안전보장이사회가 2일 뉴욕에서 공개회의를 열었다.",
            "알렉산드르 마체고라 주북 러시아대사는 “제재는 낡았다”고 말했다.",
        ),
        None,
        "an envoy elsewhere may speak on any day",
    ),
]


@pytest.mark.parametrize(("text", "day", "why"), SAID)
def test_words_have_the_day_of_the_occasion(
    text: tuple[str, ...], day: str | None, why: str
) -> None:
    reading = read_paragraphs(*text, published="2024-11-04")
    assert [s.date for s in reading.statements] == [day], why


def test_an_accusation_has_the_day_of_the_statement_that_it_is() -> None:
    reading = read_paragraphs(
        "노광철 국방상이 3일 담화를 냈다.",
        "노광철 국방상은 한미가 오는 18일 벌이는 훈련을 “군사적 도발”이라고 비난했다.",
        published="2024-11-04",
    )
    assert [(e.type, e.date) for e in reading.events if e.type == "ACCUSE"] == [
        ("ACCUSE", "2024-11-03")
    ]
