"""How news agencies pack several things into a lead, and what must not be made of them.

Sentences are our own, facts invented; all pages are of Friday, 2024-11-08.
"""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Found = tuple[str, str | None, str | None, frozenset[str]]

SIX = frozenset({"북한", "한국", "미국", "중국", "일본", "러시아"})
COUNCIL = "유엔 안전보장이사회"

ROWS: list[tuple[tuple[str, ...], list[Found], str]] = [
    (
        ("왕이 중국 정치국 위원(외교부장 겸임)이 7일 베이징에서 최선희 북한 외무상을 만났다.",),
        [("meeting", "2024-11-07", "베이징", frozenset({"왕이", "최선희"}))],
        "a second office in brackets does not act",
    ),
    (
        ("제4차 6자회담이 오는 26일 베이징에서 열린다고 중국 외교부가 밝혔다.",),
        [("multilateral", "2024-11-26", "베이징", SIX)],
        "the six of the six-party talks",
    ),
    (
        ("북한은 6자회담에 돌아오지 않겠다고 밝혔다.",),
        [],
        "talks that are only spoken of",
    ),
    (
        ("북한 외무성은 이날 질문에 답하며 “왕이 부장이 최선희 외무상과 회담했다”고 밝혔다.",),
        [("meeting", None, None, frozenset({"왕이", "최선희"}))],
        "the day of the answer is not that of what the words tell",
    ),
    (
        ("안보리는 7일(한국시간 8일) 결의를 어긴 북한의 지난달 12일 로켓 발사를 규탄했다.",),
        [
            ("ACCUSE", "2024-11-07", None, frozenset({COUNCIL, "북한"})),
            ("missile-test", "2024-10-12", None, frozenset({"북한"})),
        ],
        "each day to its own; the one in brackets is the first again",
    ),
    (
        ("안보리는 추가 발사나 핵실험이 있다면 중대한 조치를 취할 것이라고 북한에 경고했다.",),
        [("THREATEN", None, None, frozenset({COUNCIL, "북한"}))],
        "what is only supposed has not happened",
    ),
    (
        ("안보리는 추가 발사와 관련 활동 전면중단, 핵 폐기 등을 북한에 요구했다.",),
        [("REQUEST", None, None, frozenset({COUNCIL, "북한"}))],
        "a noun of a list is no verb",
    ),
    (
        ("북한은 금요일 한국의 “헛된 유화책”이라고 비난했다.",),
        [("ACCUSE", "2024-11-08", None, frozenset({"북한", "한국"}))],
        "today by its weekday; whose it is that the words name",
    ),
    (
        ("한국 대통령실은 북한의 미사일 발사 직후 이번 발사는 중대한 도발이라며 강력히 규탄했다.",),
        [
            ("missile-test", None, None, frozenset({"북한"})),
            ("ACCUSE", None, None, frozenset({"대통령실", "북한"})),
        ],
        "who did what the words take up by 이번",
    ),
    (
        ("기시다 후미오 일본 총리는 북한의 잇단 도발에 경고 메시지를 보냈다.",),
        [("THREATEN", None, None, frozenset({"기시다 후미오", "북한"}))],
        "잇단 stands between whose and what",
    ),
    (
        ("한국 정부는 7일 통일부 장관 명의의 통지문을 북한에 보냈다.",),
        [("letter", "2024-11-07", None, frozenset({"한국", "북한"}))],
        "a letter that is sent is no visit, whoever signs it",
    ),
    (
        ("최선희 북한 외무상의 방중은 2022년 6월 취임 이후 처음이다.",),
        [("visit", None, "중국", frozenset({"최선희", "중국"}))],
        "since when it is the first is not when it is",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), ROWS)
def test_a_lead_of_an_agency(paragraphs: tuple[str, ...], expected: list[Found], why: str) -> None:
    events = read_paragraphs(*paragraphs, published="2024-11-08").events
    told = [
        (e.mode or e.type, e.date, e.place, frozenset(p.name for p in e.participants))
        for e in events
    ]
    assert sorted(told, key=str) == sorted(expected, key=str), why
