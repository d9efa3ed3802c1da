"""Visits of teams and staff, dinners, missions reopened, wishes handed on. All invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

ROWS = [
    (
        "주북 몽골대사관은 지난해 3월 업무를 재개했다.",
        [("COOPERATE", None, ["몽골", "북한"])],
        "where a mission has its seat its name tells",
    ),
    (
        "최선희 외무상은 18일 왕이 중국 외교부장에게 저녁을 대접했다.",
        [("CONSULT", "reception", ["왕이", "최선희"])],
        "a dinner by the verb",
    ),
    (
        "라오스 외교부 실무단은 지난 2월 평양의 대사관 건물을 점검했다.",
        [("CONSULT", "visit", ["라오스 외교부", "북한"])],
        "who looks over a house has gone there",
    ),
    (
        "통룬 시술릿 라오스 국가주석은 아직 북한을 찾은 적이 없다.",
        [],
        "what somebody never did",
    ),
    (
        "왕이 외교부장은 최선희 외무상에게 베이징에 와 달라는 시진핑 주석의 뜻을 전했다.",
        [("REQUEST", None, ["시진핑", "최선희"])],
        "who wishes it asks, not who hands it on",
    ),
    (
        "왕이 외교부장은 최선희 외무상에게 회담을 제안했고 최 외무상은 이를 받아들였다.",
        [("REQUEST", None, ["왕이", "최선희"]), ("AGREE", None, ["왕이", "최선희"])],
        "what was offered is taken up",
    ),
    (
        "왕이 외교부장은 최선희 외무상에게 회담을 제안했으나 최 외무상은 이를 받아들이지 않았다.",
        [("REQUEST", None, ["왕이", "최선희"])],
        "what is not taken up is no agreement",
    ),
    (
        "라오스 대통령실은 왕이 외교부장의 방북을 취소했다.",
        [("CONSULT", "visit", ["북한", "왕이"])],
        "whose visit it was stands before it, not who called it off",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_dealings(text: str, expected: list[tuple[str, str | None, list[str]]], why: str) -> None:
    found = [
        (e.type, e.mode, sorted(p.name for p in e.participants))
        for e in read_paragraphs(text).events
    ]
    assert found == expected, why
