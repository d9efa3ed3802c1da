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
    ("대변인은 왕이 부장의 방북을 어떻게 보느냐는 질문에 말을 아꼈다.", 0, "asked about"),
    ("대변인은 왕이 부장이 방북할 것으로 보느냐는 물음에 웃었다.", 0, "asked about, in a clause"),
    ("왕이 부장은 3일 북한을 방문한 뒤 만족하느냐는 물음에 웃었다.", 1, "no part of the question"),
    ("왕이 부장이 북한을 방문하려면 제재가 풀려야 한다.", 0, "what it would take"),
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


FORBORNE = [
    ("북한은 대화가 이어지는 동안 미사일을 쏘지 않겠다고 약속했다.", ["RETREAT"], "forgone"),
    ("북한은 추가 핵실험과 탄도미사일 시험발사를 하지 않기로 했다.", ["RETREAT"], "one, not three"),
    ("북한은 3일 미사일을 쏘지 않았다.", ["ASSAULT"], "what did not happen is no promise"),
    ("북한은 영변 핵시설을 폐기하는 대가로 쌀을 바랐다.", [], "offered in return"),
    ("정부는 북한의 추가 핵실험에 대비하고 있다.", [], "what one makes ready for"),
    ("일본은 북한에 식량 지원을 하지 않기로 했다.", [], "help that will not be given"),
    ("북한과 일본은 3일 주중 북한대사관에서 협의를 열었다.", ["CONSULT"], "where they met"),
]


@pytest.mark.parametrize(("sentence", "types", "why"), FORBORNE)
def test_tests_forgone_and_offered(sentence: str, types: list[str], why: str) -> None:
    assert [e.type for e in read_paragraphs(sentence).events] == types, why
