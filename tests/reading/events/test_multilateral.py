"""Meetings of three states, talks told as debates, courses of visits. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

CHOE, WANG = "최선희 북한 외무상", "왕이 중국 외교부장"
THREE = ["미국", "일본", "한국"]

HELD = [
    (
        ["외교부는 한국, 미국, 일본이 오는 13일 서울에서 외교차관 협의회를 연다고 밝혔다."],
        [("multilateral", "planned", "2024-11-13", THREE)],
        "three states open it",
    ),
    (
        ["다음 주 도쿄에서 열리는 한미일 외교차관 회의에서 다룬다."],
        [("multilateral", "planned", "2024-11-04/2024-11-10", THREE)],
        "in passing, with its place",
    ),
    (
        ["한국과 미국, 일본은 1일 하노이에서 실무회담을 가졌다."],
        [("multilateral", "occurred", "2024-11-01", THREE)],
        "talks of three states",
    ),
    (
        ["한미, 한미일 외교장관 회담이 1일 하노이에서 열렸다."],
        [
            ("meeting", "occurred", "2024-11-01", ["미국", "한국"]),
            ("multilateral", "occurred", "2024-11-01", THREE),
        ],
        "one for each pair of the list",
    ),
    (
        ["최선희 북한 외무상은 2일 아세안지역안보포럼에 참석하기 위해 하노이에 도착했다."],
        [
            ("multilateral", "planned", None, ["최선희"]),
            ("visit", "occurred", "2024-11-02", ["베트남", "최선희"]),
        ],
        "the day of the arrival",
    ),
    (
        ["1일 하노이에서 열린 북일 협의가 성과 없이 끝났다."],
        [("meeting", "occurred", "2024-11-01", ["북한", "일본"])],
        "held in a clause that describes it",
    ),
    (
        ["이번 접촉은 지난해 10월 북일 회담 이후 처음이다."],
        [("meeting", "occurred", "2023-10", ["북한", "일본"])],
        "what one counts from",
    ),
    (["한미일 협의가 중요하다고 말했다."], [], "nobody meets"),
    (
        ["북중 외교장관회담이 두 나라 대사가 배석한 가운데 1일 평양에서 열렸다."],
        [("meeting", "occurred", "2024-11-01", ["북한", "중국"])],
        "what is told of a subject goes on behind who was there meanwhile",
    ),
    (
        ["한국과 미국 일본 대표들은 1일 도쿄에서 만났다."],
        [("multilateral", "occurred", "2024-11-01", THREE)],
        "two that only a blank parts, behind another of their list",
    ),
    (
        [f"{WANG}은 {CHOE}을 만나고 싶다는 뜻을 전해 왔다."],
        [(None, "occurred", None, ["왕이", "최선희"])],
        "to wish to meet is to ask for it",
    ),
    ([f"{WANG}은 평양을 방문하고 싶다고 말했다."], [], "a visit wished for"),
    (["중국은 6자 회담이 계속되길 바란다고 밝혔다."], [], "a wish holds no round"),
    (["북한은 “6자회담이 다시 열리는 그 자체도 중요하다”고 말했다."], [], "nor does a thought"),
    (
        ["북한은 6자회담 재개를 촉구했다."],
        [(None, "occurred", None, ["북한"])],
        "the talks as an institution: asked for, of nobody named",
    ),
    (
        ["북한은 지난달 뉴욕에서 열린 미국과의 양자회담에 만족한다고 밝혔다."],
        [("meeting", "occurred", "2024-10", ["미국", "북한"])],
        "in passing, with day and place",
    ),
    (
        [f"{WANG}은 1일 {CHOE}과 현안에 대한 논의를 벌였다."],
        [("meeting", "occurred", "2024-11-01", ["왕이", "최선희"])],
        "a debate of two is a meeting",
    ),
    (
        [f"{CHOE}과 {WANG}은 지난 9월 총회가 열리는 뉴욕에서 만나 협력하기로 합의했다."],
        [
            ("meeting", "occurred", "2024-09", ["왕이", "최선희"]),
            (None, "occurred", "2024-09", ["왕이", "최선희"]),
        ],
        "what they agree on does not make the meeting a plan; the time is that of both",
    ),
    (
        ["김정은 국무위원장이 1일 베트남 공식친선방문 일정을 시작했다."],
        [("visit", "occurred", "2024-11-01", ["김정은", "베트남"])],
        "the course of a visit",
    ),
    ([f"{WANG}은 1일 중국 대표단을 만났다."], [], "nobody meets the own state"),
    (
        [
            f"{WANG}이 북한에 도착해 {CHOE}을 만났다.",
            f"앞서 왕 부장은 지난달 20일 방북해 {CHOE}과 통화에 대해 논의했다.",
        ],
        [
            ("visit", "occurred", None, ["북한", "왕이"]),
            ("meeting", "occurred", None, ["왕이", "최선희"]),
            ("visit", "occurred", "2024-10-20", ["북한", "왕이"]),
        ],
        "another time than the one told of",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), HELD)
def test_what_is_held(
    paragraphs: list[str],
    expected: list[tuple[str | None, str, str | None, list[str]]],
    why: str,
) -> None:
    told = [
        (e.mode, e.status.value, e.date, sorted(p.name for p in e.participants))
        for e in read_paragraphs(*paragraphs).events
    ]
    assert told == expected, why
