"""Bodies that meet, who stands for them, offices of two states in one word. All invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Found = list[tuple[str, str | None, str, list[str]]]

ROWS: list[tuple[list[str], Found, str]] = [
    (
        [
            "지난 8일 평양에서 남북정상회담이 열렸다.",
            "정부는 라오스와도 남북정상회담에 관해 협의했다고 설명했다.",
        ],
        [
            ("CONSULT", "meeting", "occurred", ["북한", "한국"]),
            ("CONSULT", "meeting", "occurred", ["라오스", "한국"]),
        ],
        "with whom else one talks about talks takes no part in them",
    ),
    (
        ["북한과 라오스의 무역·농업 협력위원회 3차 회의가 지난 8일 하노이에서 열렸다."],
        [("CONSULT", "meeting", "occurred", ["라오스", "북한"])],
        "what it is about are two nouns in one word",
    ),
    (
        ["북러 경제공동위원회 제9차 회의가 지난 8일 하노이에서 열렸다."],
        [("CONSULT", "meeting", "occurred", ["러시아", "북한"])],
        "a body in common, known by its name, is of those whom the name tells",
    ),
    (
        ["북한과 라오스의 농업 협조에 관한 협정이 지난 8일 하노이에서 조인됐다."],
        [("AGREE", "sign", "occurred", ["라오스", "북한"])],
        "whose a paper is stands before what it is about",
    ),
    (
        ["라오스와 북한의 외교차관이 8일 하노이에서 만났다."],
        [("CONSULT", "meeting", "occurred", ["라오스", "북한"])],
        "one word for the offices of two states",
    ),
    (
        [
            "라오스 외교부는 8일 북한 외무성과 하노이에서 회의를 열었다.",
            "북한에서는 최선희 외무상이, 중국에서는 왕이 외교부장이 참석했다.",
            "두 장관은 협력 협정에 서명했다.",
        ],
        [
            (
                "CONSULT",
                "meeting",
                "occurred",
                ["라오스 외교부", "북한 외무성", "왕이", "최선희"],
            ),
            ("AGREE", "sign", "occurred", ["왕이", "최선희"]),
        ],
        "bodies meet, people stand for them, and the people sign",
    ),
    (
        ["최선희 외무상과 왕이 중국 외교부장은 8일 국경 문제를 협의하고 교류를 늘리기로 했다."],
        [
            ("CONSULT", "meeting", "occurred", ["왕이", "최선희"]),
            ("AGREE", None, "occurred", ["왕이", "최선희"]),
        ],
        "they talked and then resolved",
    ),
    (
        [
            "북한과 중국 사이에는 현안이 많다.",
            "두 나라는 1일 협의를 했는데, 최선희 외무상과 왕이 중국 외교부장이 마주 앉았다.",
        ],
        [("CONSULT", "meeting", "occurred", ["북한", "왕이", "중국", "최선희"])],
        "both states talked, and who sat for them",
    ),
    (
        ["최선희 외무상은 17일 카잔에서 열린 국제보건회의에도 참가했다."],
        [("CONSULT", "multilateral", "occurred", ["최선희"])],
        "a meeting of many by its name",
    ),
    (["최선희 외무상은 17일 당 전원회의에 참가했다."], [], "a meeting at home"),
    (
        ["왕이동지는 김정은동지께 드리는 선물을 해당 부문 일군에게 전달하였다."],
        [("AID", None, "occurred", ["김정은", "왕이"])],
        "for whom a gift is, not who takes it over",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_bodies_meet(paragraphs: list[str], expected: Found, why: str) -> None:
    found = [
        (e.type, e.mode, e.status.value, sorted(p.name for p in e.participants))
        for e in read_paragraphs(*paragraphs).events
    ]
    assert found == expected, why


MORE: list[tuple[list[str], Found, str]] = [
    (
        ["최선희 외무상은 왕이 중국 외교부장에게 친서를 건네고 협력을 요청했다."],
        [
            ("CONSULT", "letter", "occurred", ["왕이", "최선희"]),
            ("REQUEST", None, "occurred", ["왕이", "최선희"]),
        ],
        "to whom both verbs are done",
    ),
    (
        ["북한은 라오스가 요청한 의료진을 보내는 데 동의했다."],
        [("AGREE", None, "occurred", ["라오스", "북한"])],
        "who asked for what is agreed to",
    ),
    (
        ["라오스 외무차관은 1일 평양을 찾아 김정규 부상과 회담을 가졌다."],
        [
            ("CONSULT", "visit", "occurred", ["라오스", "북한"]),
            ("CONSULT", "meeting", "occurred", ["김정규", "라오스"]),
        ],
        "an envoy without a name stands for the state",
    ),
    (
        ["라오스 관광객 98명을 태운 여객기가 지난해 2월 9일 평양에 내렸다."],
        [("CONSULT", "visit", "occurred", ["라오스", "북한"])],
        "who came in the plane",
    ),
    (
        ["왕이 외교부장은 최선희 외무상의 축전에 감사 편지로 답했다."],
        [("CONSULT", "letter", "occurred", ["왕이", "최선희"])],
        "a letter answered by a letter",
    ),
    (
        ["왕이 외교부장은 17일 북한에 밀 2만 톤을 보냈다."],
        [("AID", None, "occurred", ["북한", "왕이"])],
        "grain is sent, nobody goes",
    ),
    (
        ["최선희 외무상은 1일 하노이에서 쿠바, 라오스 외교장관과 회담했다."],
        [("CONSULT", "meeting", "occurred", ["라오스", "최선희", "쿠바"])],
        "one office of every state in the list",
    ),
    (
        ["최선희 외무상은 지난 5월 하노이에서 만난 왕이 외교부장에게 친서를 보냈다."],
        [
            ("CONSULT", "meeting", "occurred", ["왕이", "최선희"]),
            ("CONSULT", "letter", "occurred", ["왕이", "최선희"]),
        ],
        "who met whom the clause describes",
    ),
    (
        ["하노이에서 열린 회담에 참가했던 북한 대표단이 1일 귀국했다."],
        [("CONSULT", "visit", "occurred", ["베트남", "북한"])],
        "whence one comes home",
    ),
    (
        ["라오스는 1일 북한에 쌀을 보냈고 몽골은 물자를 제공하기로 했다."],
        [
            ("AID", None, "occurred", ["라오스", "북한"]),
            ("AID", None, "planned", ["몽골", "북한"]),
        ],
        "whom others help in one breath",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), MORE, ids=[row[2] for row in MORE])
def test_both_sides_of_an_act(paragraphs: list[str], expected: Found, why: str) -> None:
    found = [
        (e.type, e.mode, e.status.value, sorted(p.name for p in e.participants))
        for e in read_paragraphs(*paragraphs).events
    ]
    assert found == expected, why


def test_a_delegation_whose_visit_is_not_told_goes_on_as_its_leader() -> None:
    found = read_paragraphs(
        "최선희 외무상이 이끄는 대표단이 중국과 라오스를 도는 순방을 시작했다.",
        "대표단은 1일 베이징에서 왕이 외교부장을 만났다.",
    ).events
    assert [sorted(p.name for p in e.participants) for e in found] == [
        ["라오스", "중국", "최선희"],
        ["왕이", "최선희"],
    ]


def test_nobody_meets_where_only_those_are_named_who_were_met() -> None:
    assert not read_paragraphs("대표단은 1일 왕이 외교부장과 쑨웨이둥 부부장을 만났다.").events
