"""Talks by turns, and what reactions take up. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

LEE, SATO, WANG = "이도윤 외교부 장관", "사토 겐지 일본 외무상", "왕이 중국 외교부장"

TALKS = [
    (
        f"{LEE}은 7일 {SATO}, {WANG}과 각각 통화했다.",
        [{"이도윤", "사토 겐지"}, {"이도윤", "왕이"}],
        "two calls",
    ),
    (
        f"{LEE}은 7일 베이징에서 {SATO}과 {WANG}을 차례로 만났다.",
        [{"이도윤", "사토 겐지"}, {"이도윤", "왕이"}],
        "one after the other",
    ),
    (
        f"{LEE}은 7일 베이징에서 {SATO}, {WANG}과 만났다.",
        [{"이도윤", "사토 겐지", "왕이"}],
        "all three at once: nothing says by turns",
    ),
    (
        f"{LEE}과 {SATO}은 7일 각각 베이징에 도착했다.",
        [],
        "who arrive each by himself have not talked",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), TALKS)
def test_by_turns(text: str, expected: list[set[str]], why: str) -> None:
    reading = read_paragraphs(text, published="2025-03-08")

    talks = [
        {p.name for p in e.participants} for e in reading.events if e.mode in {"phone", "meeting"}
    ]
    assert talks == expected, why
