"""At which event something was said; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

LEAD = "최선희 북한 외무상이 1일 원산에서 세르게이 라브로프 러시아 외무장관과 회담했다."

ROWS = [
    ("최 외무상은 “두 나라는 끝까지 함께 간다”고 말했다.", "meeting", "took part in the meeting"),
    (
        "마리야 자하로바 러시아 외무부 대변인은 “회담은 길었다”고 말했다.",
        None,
        "was not there",
    ),
    (
        "라브로프 장관은 기자회견에서 “두 나라는 끝까지 함께 간다”고 말했다.",
        None,
        "a press conference is no part of the meeting",
    ),
]


@pytest.mark.parametrize(("sentence", "mode", "why"), ROWS)
def test_occasion(sentence: str, mode: str | None, why: str) -> None:
    reading = read_paragraphs(LEAD, sentence)
    modes = {event.id: event.mode for event in reading.events}
    found = [modes[s.occasion] if s.occasion else None for s in reading.statements]
    assert found == [mode], why


def test_words_at_talks_are_of_their_day() -> None:
    reading = read_paragraphs(
        "북한과 미국은 1일 베이징에서 회담하고 공동성명을 채택했다.",
        "북한은 성명에서 “핵을 내려놓겠다”고 밝혔다. 미국은 “침공할 뜻이 없다”고 확인했다.",
    )
    assert [s.date for s in reading.statements] == ["2024-11-01", "2024-11-01"]


def test_act_is_the_occasion_of_its_words() -> None:
    reading = read_paragraphs("북한 외무성은 1일 “미국은 침략자이다”라고 미국을 규탄했다.")
    types = {event.id: event.type for event in reading.events}
    assert [types[s.occasion] for s in reading.statements if s.occasion] == ["ACCUSE"]
