"""Deeds that are only threatened, supposed or declined, and whose a deed is. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Told = list[tuple[str, str, str | None, dict[str, str]]]
CASES: list[tuple[str, Told, str]] = [
    (
        "북한은 지난 6일 몽골이 훈련을 거두지 않으면 통로를 닫겠다고 알려왔다.",
        [("THREATEN", "occurred", "2025-03-06", {"북한": "source", "몽골": "target"})],
        "on a condition: the words are the act, and nothing is planned",
    ),
    (
        "북한은 6일 일본과의 회담에 나가지 않을 수 있음을 내비쳤습니다.",
        [("THREATEN", "occurred", "2025-03-06", {"북한": "source", "일본": "target"})],
        "hinted at; what one may not do is no refusal yet",
    ),
    (
        "일본은 6일 유엔이 결의하면 북한 회사 두 곳의 자산을 동결하겠다고 밝혔다.",
        [("SANCTION", "planned", None, {"일본": "source", "북한": "target"})],
        "a plan that waits for others is no threat to them",
    ),
    (
        "북한은 6일 일본이 훈련을 벌이거나 몽골이 제재를 더한다면 지켜볼 것이라고 밝혔다.",
        [],
        "both are only supposed, each with a subject of its own",
    ),
    (
        "북한은 6일 14일 몽골과의 접촉에는 나갈 수 없다고 통보했다.",
        [("REJECT", "occurred", "2025-03-06", {"북한": "source", "몽골": "target"})],
        "declined in milder words, on the day of the notice and not on that of the talks",
    ),
    (
        "일본은 북한의 핵실험을 평화에 대한 위협으로 본다.",
        [("ASSAULT", "occurred", None, {"북한": "source"})],
        "who takes it for a threat has not done it",
    ),
    (
        "북한은 말이 없다. 핵실험까지 한 이상 일본도 물러서기 어렵다.",
        [("ASSAULT", "occurred", None, {"북한": "source"})],
        "the noun behind the clause is no part of the next name",
    ),
    (
        "일본 외무성은 6일 “지난달 18일 북한의 미사일 발사가 있었다”고 밝혔다.",
        [("ASSAULT", "occurred", "2025-02-18", {"북한": "source"})],
        "the day of the saying ends where the words begin",
    ),
    (
        "왕이 중국 외교부장은 6일 “북한에 양보만 요구하는 것은 옳지 않다”고 말했다.",
        [],
        "spoken of in general, asked by nobody",
    ),
    (
        "몽골 정부는 6일 바트 총리 명의의 통지문을 북측에 보내 회담을 다시 열자고 제의했다.",
        [("REQUEST", "occurred", "2025-03-06", {"몽골": "source", "북한": "target"})],
        "what a letter asks is asked of whom it goes to",
    ),
    (
        "북한은 6일 핵실험과 미사일 시험발사 유예를 깼다.",
        [],
        "what ends a list is of all in it",
    ),
    (
        "일본 정부가 북한 회사 두 곳을 제재 명단에 넣기로 했다고 6일 밝혔다.",
        [("SANCTION", "occurred", "2025-03-06", {"일본": "source", "북한": "target"})],
        "what is put on a list is so by the decision, on the day it is announced",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), CASES)
def test_what_is_told_of_a_deed(sentence: str, expected: Told, why: str) -> None:
    found = read_paragraphs(sentence, published="2025-03-08").events
    told = [
        (e.type, e.status.value, e.date, {p.name: p.role.value for p in e.participants})
        for e in found
    ]
    assert told == expected, why
