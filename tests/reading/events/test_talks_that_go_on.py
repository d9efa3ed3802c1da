"""Talks between two states, round after round, and who comes and goes for them.

Sentences are our own, facts invented; all pages are of Friday, 2024-11-08.
"""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Found = tuple[str, str, str | None, frozenset[str]]

KOREAS = frozenset({"북한", "한국"})

ROWS: list[tuple[tuple[str, ...], list[Found], str]] = [
    (
        ("북한은 6자회담이 열려도 나가지 않겠다며 참가를 거부했다.",),
        [("REJECT", "occurred", None, frozenset({"북한"}))],
        "talks that may be held have not been",
    ),
    (
        ("최선희는 조선과 라오스사이의 수교 50돐에 즈음하여 통룬 주석에게 5일 축전을 보냈다.",),
        [
            ("AGREE", "occurred", "1974", frozenset({"북한", "라오스"})),
            ("letter", "occurred", "2024-11-05", frozenset({"최선희", "통룬 시술릿"})),
        ],
        "whose day it is does not write",
    ),
    (
        ("왕이 중국 외교부장이 7일 하노이에서 포럼에 참석한 기간 최선희 북한 외무상을 만났다.",),
        [
            ("multilateral", "occurred", "2024-11-07", frozenset({"왕이"})),
            ("meeting", "occurred", "2024-11-07", frozenset({"왕이", "최선희"})),
        ],
        "a time between a clause and a name is what the clause describes",
    ),
    (
        ("남북은 7일 개성에서 남측이 북측에 씨감자를 지원하기로 하는 내용의 합의서에 서명했다.",),
        [
            ("sign", "occurred", "2024-11-07", KOREAS),
            ("AID", "planned", "2024-11-07", KOREAS),
        ],
        "who signs stands left of what the paper resolves",
    ),
    (
        ("남북은 오는 25일부터 개성에서 열리는 제3차 장관급 회담의 의제를 확정했다.",),
        [("meeting", "planned", "2024-11-25", KOREAS)],
        "a round of talks is that of the two who prepare it",
    ),
    (
        (
            "남북은 7일 개성에서 협력 합의서에 서명했다.",
            "다음 장관급 회담은 12월 3일 서울에서 열린다.",
        ),
        [
            ("sign", "occurred", "2024-11-07", KOREAS),
            ("meeting", "planned", "2024-12-03", KOREAS),
        ],
        "the next talks are those of the same two",
    ),
    (
        ("다음 장관급 회담은 12월 3일 서울에서 열린다.",),
        [],
        "of the next talks of nobody knows whom nothing is told",
    ),
    (
        ("7일 판문점에서 열린 남북 연락관 접촉에서 명단을 주고받았다.",),
        [("meeting", "occurred", "2024-11-07", KOREAS)],
        "officers in contact are talks of their states",
    ),
    (
        ("북한과 일본 두 나라는 7일 베이징에서 정부간 회의를 열었다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"북한", "일본"}))],
        "two states hold a meeting",
    ),
    (
        ("북한은 7일 평양에서 회의를 열었다.",),
        [],
        "one state that holds a meeting meets nobody",
    ),
    (
        ("남북은 다음 달 경제협력추진위원회를 개최하기로 했다.",),
        [("meeting", "planned", "2024-12", KOREAS)],
        "a committee that shall meet is a meeting, no work in common",
    ),
    (
        ("일본 관리들은 7일 평양에서 북한 관리들과 어업 문제에 관련된 의견을 논의했다.",),
        [("meeting", "occurred", "2024-11-07", frozenset({"일본", "북한"}))],
        "officials without names meet for their states",
    ),
    (
        (
            "왕이 중국 외교부장이 6일 평양에서 최선희 북한 외무상과 회담에 앞서 악수하고 있다.",
            "7일에는 김정은 국무위원장과 만나 대화를 나눴다고 중국 외교부가 밝혔다.",
        ),
        [
            ("meeting", "occurred", "2024-11-06", frozenset({"왕이", "최선희"})),
            ("meeting", "occurred", "2024-11-07", frozenset({"왕이", "김정은"})),
        ],
        "what comes before the talks; who tells of a meeting was not there",
    ),
    (
        ("북한과 일본의 수교 문제는 진전이 없다.",),
        [],
        "a matter of relations is no relations",
    ),
    (
        ("조선노동당 대표단은 6일 비엔티안에서 합의서를 체결했으며 통룬 시술리트 주석도 만났다.",),
        [("meeting", "occurred", "2024-11-06", frozenset({"조선노동당", "통룬 시술릿"}))],
        "whom the verb takes with 도 does not act",
    ),
    (
        ("지난해 8월에는 라오스 국방차관이 인솔하는 군사대표단이 북한을 방문했다.",),
        [("visit", "occurred", "2023-08", frozenset({"라오스", "북한"}))],
        "the state of a leader without a name",
    ),
    (
        ("육해운성 대표단(단장 리철수 부상)이 7일 베이징에 도착했다.",),
        [("visit", "occurred", "2024-11-07", frozenset({"리철수", "중국"}))],
        "who leads it, in brackets behind a delegation, stands for it",
    ),
    (
        ("리수용 외무상은 6일 비엔티안에서 합의서에 서명하고 유엔 총회 제28차 회의에 참석했다.",),
        [("multilateral", "occurred", "2024-11-06", frozenset({"리수용"}))],
        "a session is counted",
    ),
    (
        ("최선희 외무상은 7일 왕이 부장과 만나 ‘2025년 교류의정서’를 조인했다.",),
        [
            ("meeting", "occurred", "2024-11-07", frozenset({"왕이", "최선희"})),
            ("sign", "occurred", "2024-11-07", frozenset({"왕이", "최선희"})),
        ],
        "the year in a paper's name is not that of the signing",
    ),
    (
        ("왕이 부장이 보낸 축전에 대해 최선희 외무상이 6일 답전을 보냈다.",),
        [("letter", "occurred", "2024-11-06", frozenset({"왕이", "최선희"}))],
        "who answers stands between the letters",
    ),
    (
        ("최선희 외무상이 왕이 부장에게 축하 서한을 보낸 것은 2013년 이후 처음이다.",),
        [
            ("letter", "occurred", None, frozenset({"왕이", "최선희"})),
            ("letter", "occurred", "2013", frozenset({"왕이", "최선희"})),
        ],
        "the letter that the years are counted from",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_talks(paragraphs: tuple[str, ...], expected: list[Found], why: str) -> None:
    found = [
        (e.mode or e.type, e.status.value, e.date, frozenset(p.name for p in e.participants))
        for e in read_paragraphs(*paragraphs, published="2024-11-08").events
    ]
    assert sorted(found, key=str) == sorted(expected, key=str), why
