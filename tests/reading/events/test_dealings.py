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
        [("REQUEST", None, ["왕이", "최선희"]), ("REJECT", None, ["왕이", "최선희"])],
        "what is not taken up is no agreement but refused",
    ),
    (
        "라오스 대통령실은 왕이 외교부장의 방북을 취소했다.",
        [("CONSULT", "visit", ["북한", "왕이"])],
        "whose visit it was stands before it, not who called it off",
    ),
    (
        "라오스는 8일 북한 관련 계좌 24개를 동결했다.",
        [("SANCTION", None, ["라오스", "북한"])],
        "how many there are stands between a thing and its particle",
    ),
    (
        "라오스는 8일 경고사격 10여 발을 가했다.",
        [("ASSAULT", "strike", ["라오스"])],
        "how many shots stands behind their noun",
    ),
    (
        "라오스는 8일 몽골을 상대로 경제 제재를 가했다.",
        [("SANCTION", None, ["라오스", "몽골"])],
        "at whom is said by 을 상대로 as by 겨냥해",
    ),
    (
        "라오스는 8일 북한산 석탄 수입을 중단했다.",
        [("SANCTION", None, ["라오스", "북한"])],
        "what comes from the North is no mountain",
    ),
    (
        "라오스는 8일 북한산에서 내려온 몽골 관광객 한 명을 억류했다.",
        [("COERCE", None, ["라오스", "몽골"])],
        "a mountain is not the North",
    ),
    (
        "라오스는 8일 몽골에 제공하던 쌀을 끊었다.",
        [],
        "what was given all along is no gift of that day",
    ),
    (
        "라오스는 8일 몽골과 교역을 늘리는 데 뜻을 모았다.",
        [("AGREE", None, ["라오스", "몽골"])],
        "with whom stands before what they are of one mind about",
    ),
    (
        "라오스는 8일 몽골과 연락사무소를 설치하기로 합의했다.",
        [("AGREE", None, ["라오스", "몽골"])],
        "what is agreed to be opened is not open yet",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_dealings(text: str, expected: list[tuple[str, str | None, list[str]]], why: str) -> None:
    found = [
        (e.type, e.mode, sorted(p.name for p in e.participants))
        for e in read_paragraphs(text).events
    ]
    assert found == expected, why


MORE = [
    (
        "라오스는 지난해 9월 북한이 수해를 입자 의약품을 보냈다.",
        [("AID", None, ["라오스", "북한"])],
        "help goes to the one other state that the sentence names",
    ),
    (
        "라오스는 지난해 9월 북한과 중국이 수해를 입자 의약품을 보냈다.",
        [],
        "of two others it is not known which",
    ),
    (
        "최선희 외무상은 18일 왕이 중국 외교부장을 불러 저녁을 대접했다.",
        [("CONSULT", "reception", ["왕이", "최선희"])],
        "whom the verb joined before takes",
    ),
    (
        "당 창건 80주년 행사에는 왕이 중국 외교부장이 참석했다.",
        [("CONSULT", "ceremony", ["왕이"])],
        "who came to a feast",
    ),
    ("설명 행사에는 왕이 중국 외교부장이 참석했다.", [], "no feast"),
    (
        "북한 건설 노동자들도 지난 2월부터 라오스 공사장에 투입됐다.",
        [("COOPERATE", "economic", ["라오스", "북한"])],
        "labour lent",
    ),
    (
        "라오스 어린이 250명이 원산 송도원야영소를 찾았다.",
        [("CONSULT", "visit", ["라오스", "북한"])],
        "children counted, a camp by its name",
    ),
    (
        "이날 연회에는 박정천 노동당 비서가 초대됐다.",
        [],
        "who is asked to a feast does not give it",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), MORE, ids=[row[2] for row in MORE])
def test_more_dealings(
    text: str, expected: list[tuple[str, str | None, list[str]]], why: str
) -> None:
    found = [
        (e.type, e.mode, sorted(p.name for p in e.participants))
        for e in read_paragraphs(text).events
    ]
    assert found == expected, why


def test_who_gave_a_dinner_is_not_who_the_text_goes_on_about() -> None:
    found = read_paragraphs(
        "최선희 외무상은 19일 하노이에서 또럼 서기장을 만났다.",
        "저녁에는 팜밍찐 총리가 마련한 만찬에 참석했다.",
        "21일에는 라오스로 이동할 예정이다.",
    ).events
    assert [p.name for p in found[-1].participants] == ["최선희", "라오스"]
