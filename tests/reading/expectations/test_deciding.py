"""What would decide an expectation; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

DECIDED = [
    (
        "홍길순 연구위원은 “김정은 위원장이 내년 5월 9일 러시아를 방문할 가능성이 높다”고 봤다.",
        "2025-05-09까지: 방문 [CONSULT/visit] 김정은 → 러시아",
        "the visit that the clause foretells, by the day it names",
    ),
    (
        "홍길순 연구위원은 “김정은 위원장이 내년에 중국을 방문할 가능성은 낮다”고 내다봤다.",
        "2025까지: 방문 [CONSULT/visit] 김정은 → 중국 (없어야 함)",
        "the clause holds if nothing comes",
    ),
    (
        "북미 접촉이 내년 상반기 안에 재개될 것이라는 관측이 나온다.",
        "2025-06까지: 회담 [CONSULT/meeting] 북한·미국",
        "a meeting that the clause lets come about between two",
    ),
    (
        "최선희 북한 외무상은 오는 20일 왕이 중국 외교부장과 베이징에서 회담할 예정이다.",
        "2024-11-20까지: 회담 [CONSULT/meeting] 최선희·왕이",
        "a plan",
    ),
    (
        "홍길순 연구위원은 “북한은 연말까지 정찰위성을 발사할 것”이라고 내다봤다.",
        "2024-12까지: 시험발사 [ASSAULT/missile-test] 북한",
        "one who acts alone",
    ),
]


@pytest.mark.parametrize(("text", "line", "why"), DECIDED, ids=[row[2] for row in DECIDED])
def test_the_happening_foretold_decides(text: str, line: str, why: str) -> None:
    (found,) = read_paragraphs(text).expectations
    assert found.decided_by == line, why


OPEN = [
    (
        "홍길순 교수는 “북미 접촉은 내년 4월 트럼프 대통령의 방중 때 재개될 것”이라고 내다봤다.",
        "a visit that only says when is not what is foretold",
    ),
    ("홍길순 연구위원은 “두 나라 관계가 더 깊어질 것”이라고 내다봤다.", "nothing to be observed"),
    (
        "홍길순 연구위원은 “북한은 끝내 파병을 인정하지 않을 가능성이 크다”고 내다봤다.",
        "admitting is foretold, not the deployment",
    ),
    (
        "홍길순 연구위원은 “푸틴 대통령의 방북 때 새 합의가 나올 수 있다”고 내다봤다.",
        "what comes during the visit is foretold",
    ),
    (
        "홍길순 연구위원은 “김정은 위원장의 방러는 7월 이후로 미뤄질 공산이 크다”고 내다봤다.",
        "not before a month: no day by which",
    ),
    (
        "홍길순 연구위원은 “북미 접촉은 언론의 관심을 끌 것”이라고 내다봤다.",
        "a meeting that draws attention is not said to come about",
    ),
]


@pytest.mark.parametrize(("text", "why"), OPEN, ids=[row[1] for row in OPEN])
def test_what_cannot_be_observed_has_no_decider(text: str, why: str) -> None:
    assert [x.decided_by for x in read_paragraphs(text).expectations] == [None], why
