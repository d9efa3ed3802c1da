"""What is only asked for or talked about did not happen."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

TALKED_OF = [
    ("왕이 중국 외교부장은 최선희 북한 외무상의 중국 방문을 공식 초청했다.", 0, "asked for"),
    ("두 장관은 왕이 중국 외교부장의 북한 방문 계획을 논의했다.", 0, "talked about"),
    (
        "두 장관은 왕이 중국 외교부장의 북한 방문 및 교역을 포함한 여러 주제를 논의했다.",
        0,
        "one of the topics",
    ),
    ("두 장관은 지난달 왕이 중국 외교부장의 북한 방문 결과를 논의했다.", 1, "it came about"),
    ("왕이 중국 외교부장은 북한을 방문할 계획을 밝혔다.", 1, "a plan of the visitor's own"),
]


@pytest.mark.parametrize(("sentence", "visits", "why"), TALKED_OF)
def test_topics_of_talks_are_no_visits(sentence: str, visits: int, why: str) -> None:
    found = [e for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert len(found) == visits, why


OF_SOMEBODY = [
    ("3일 일본을 규탄한 최선희 북한 외무상은 떠났다.", ["ACCUSE"], "who did it is described by it"),
    ("3일 일본을 규탄한 내용이 알려졌다.", [], "no actor"),
    ("북한이 일본을 규탄한 것으로 알려졌다.", ["ACCUSE"], "known to have been done"),
    ("북한은 3일 라오스의 제의를 거부한 데 이어 떠났다.", ["REJECT"], "followed by more"),
    ("북한은 3일 라오스의 제의를 거부하기로 했다.", ["REJECT"], "resolved"),
]


@pytest.mark.parametrize(("sentence", "types", "why"), OF_SOMEBODY)
def test_acts_told_without_closing_a_clause(sentence: str, types: list[str], why: str) -> None:
    found = [e.type for e in read_paragraphs(sentence).events if e.type in {"ACCUSE", "REJECT"}]
    assert found == types, why
