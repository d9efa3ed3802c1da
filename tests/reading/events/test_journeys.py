"""Who goes where: departures, arrivals, delegations, ways home. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs
from haengbo.model.reading import ParticipantRole

CHOE = "최선희 북한 외무상"

#: Text → (date, place, visitors, hosts) of its visits.
JOURNEYS = [
    (
        [f"{CHOE}은 1일부터 몽골 라오스 베트남 등 3개국을 방문한다."],
        [("2024-11-01", None, ["최선희"], ["몽골", "라오스", "베트남"])],
        "states that only blanks part",
    ),
    (
        [
            "북한 관광 대표단이 1일 몽골 방문길에 올랐다.",
            "리광철 부국장을 단장으로 하는 대표단이 몽골로 떠났다.",
        ],
        [("2024-11-01", "몽골", ["북한", "리광철"], ["몽골"])],
        "told on with who leads it",
    ),
    (
        [f"{CHOE}이 라오스와 베트남을 방문하기 위해 1일 평양을 출발했다."],
        [("2024-11-01", None, ["최선희"], ["라오스", "베트남"])],
        "a departure is the visit, dated by its day",
    ),
    (
        ["북한 대외경제성 리광철 부상이 이끄는 대표단이 1일 평양에서 하노이로 떠났다."],
        [("2024-11-01", "하노이", ["리광철"], ["베트남"])],
        "where it began is not where it leads",
    ),
    (
        [
            "리광철 부상을 단장으로 하는 외무성 대표단이 몽골을 찾는다.",
            "대표단은 1일 평양에서 출발했다.",
        ],
        [("2024-11-01", "몽골", ["리광철"], ["몽골"])],
        "who was to go sets out",
    ),
    (
        [f"{CHOE}은 10월 29일 베트남을 방문했다.", "최 외무상은 1일 귀국했다."],
        [("2024-10-29/2024-11-01", "베트남", ["최선희"], ["베트남"])],
        "the way home ends the visit",
    ),
    (
        ["라오스 고위급 대표단이 1일 평양에 도착했다."],
        [("2024-11-01", "평양", ["라오스"], ["북한"])],
        "a delegation of a state is the state",
    ),
    (
        ["왕이 중국 외교부장과 일행이 1일 비행기로 평양에 도착했다."],
        [("2024-11-01", "평양", ["왕이"], ["북한"])],
        "the party of somebody is named with that one",
    ),
    (
        [f"{CHOE}은 오는 5일 하노이를 방문, 베트남 외교부 관계자들을 만난다."],
        [("2024-11-05", "하노이", ["최선희"], ["베트남"])],
        "a verbal noun before a comma is a verb",
    ),
    (
        ["왕이 중국 외교부장이 1일 평양을 찾았다.", "중국 대표단은 2일 평양을 출발했다."],
        [("2024-11-01/2024-11-02", "평양", ["왕이"], ["북한"])],
        "a state's delegation is its minister who came",
    ),
    (
        [
            "라오스 체육부 대표단이 1일 평양에 도착했다.",
            "한편 왕이 중국 외교부장이 1일 평양에 왔다.",
        ],
        [
            ("2024-11-01", "평양", ["라오스 체육부"], ["북한"]),
            ("2024-11-01", "평양", ["왕이"], ["북한"]),
        ],
        "two visitors on one day are two visits",
    ),
    ([f"{CHOE}은 1일 평양을 출발했다."], [], "nobody knows where to"),
    ([f"{CHOE}은 1일 집으로 돌아왔다."], [], "no visit told of"),
    ([f"{CHOE}은 회담, 만찬, 방문, 답방을 이야기했다."], [], "a list of nouns"),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), JOURNEYS)
def test_visits(
    paragraphs: list[str],
    expected: list[tuple[str | None, str | None, list[str], list[str]]],
    why: str,
) -> None:
    found = [e for e in read_paragraphs(*paragraphs).events if e.mode == "visit"]
    told = [
        (
            e.date,
            e.place,
            [p.name for p in e.participants if p.role is ParticipantRole.SOURCE],
            [p.name for p in e.participants if p.role is ParticipantRole.TARGET],
        )
        for e in found
    ]
    assert told == expected, why
