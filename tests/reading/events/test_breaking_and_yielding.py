"""Ties cut, people sent away, doors opened. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

CASES = [
    (
        "유엔총회는 8일 북한의 인권침해를 규탄하는 내용의 결의안을 통과시켰다.",
        ("ACCUSE", "occurred", "2025-03-08", {"유엔": "source", "북한": "target"}),
        "whose deeds a resolution condemns does not condemn",
    ),
    (
        "멕시코 정부는 8일 “외교부가 북한 대사를 기피인물로 선언했다”고 밝혔다.",
        ("SANCTION", "occurred", None, {"멕시코": "source", "북한": "target"}),
        "a ministry in the words of another state is not that of the outlet",
    ),
    (
        "북한이 8일 스페인에서도 대사관을 철수했다.",
        ("SANCTION", "occurred", "2025-03-08", {"북한": "source", "스페인": "target"}),
        "a mission taken away is a tie cut, as one that is closed",
    ),
    (
        "외교부는 8일 “유엔 안전보장이사회가 대북제재 결의를 채택한 것을 환영한다”고 밝혔다.",
        ("SANCTION", "occurred", None, {"유엔 안전보장이사회": "source", "북한": "target"}),
        "who welcomes a resolution has not passed it",
    ),
    (
        "북한은 8일 6자회담 참가를 거부키로 했다.",
        ("REJECT", "occurred", "2025-03-08", {"북한": "source"}),
        "who resolves to refuse has refused; 거부키로 is 거부하기로",
    ),
    (
        "페루 정부가 8일 박춘남 페루 주재 북한 대사를 '기피인물'로 지정했다.",
        ("SANCTION", "occurred", "2025-03-08", {"페루": "source", "박춘남": "target"}),
        "to declare an envoy unwanted is to expel him",
    ),
    (
        "페루 정부는 8일 북한 외교관 두 명을 추방했다.",
        ("SANCTION", "occurred", "2025-03-08", {"페루": "source", "북한": "target"}),
        "to send somebody away is to cut ties",
    ),
    (
        "북한은 8일 미국 선교사를 억류했다.",
        ("COERCE", "occurred", "2025-03-08", {"북한": "source", "미국": "target"}),
        "to hold somebody is force",
    ),
    (
        "페루와 칠레는 7일 북한인에 대한 비자 발급을 중단했다.",
        (
            "SANCTION",
            "occurred",
            "2025-03-07",
            {"페루": "source", "칠레": "source", "북한": "target"},
        ),
        "nobody is let in",
    ),
    (
        "북한은 7일 몽골과의 외교관계를 단절한다고 선언했다.",
        ("SANCTION", "occurred", "2025-03-07", {"북한": "source", "몽골": "target"}),
        "breaking relations",
    ),
    (
        "유엔 안전보장이사회는 4일 대북 제재를 넓히는 결의 1718호를 통과시켰다.",
        (
            "SANCTION",
            "occurred",
            "2025-03-04",
            {"유엔 안전보장이사회": "source", "북한": "target"},
        ),
        "a resolution told by its number",
    ),
    (
        "미국은 6일 북한을 테러지원국으로 다시 지정했다.",
        ("SANCTION", "occurred", "2025-03-06", {"미국": "source", "북한": "target"}),
        "put on a list of states",
    ),
    (
        "북한은 지난 5일 몽골과의 무비자 협정을 파기했다.",
        ("SANCTION", "occurred", "2025-03-05", {"북한": "source", "몽골": "target"}),
        "a treaty cast off is no treaty signed",
    ),
    (
        "북한은 장거리 미사일 발사와 핵실험을 유예하기로 했다.",
        ("RETREAT", "planned", None, {"북한": "source"}),
        "a test forgone is a step back and no test",
    ),
    (
        "한국과 미국, 일본 외교장관이 7일 북한의 발사를 규탄했다.",
        (
            "ACCUSE",
            "occurred",
            "2025-03-07",
            {"한국": "source", "미국": "source", "일본": "source", "북한": "target"},
        ),
        "the office behind a list is that of each state in it",
    ),
    (
        "한미일을 비롯한 14개국은 7일 북한의 발사를 규탄했다.",
        (
            "ACCUSE",
            "occurred",
            "2025-03-07",
            {"한국": "source", "미국": "source", "일본": "source", "북한": "target"},
        ),
        "of many those who are named",
    ),
    (
        "조용원 북한 노동당 비서는 7일 쿠바 대사를 만나 담화를 나눴다.",
        ("CONSULT", "occurred", "2025-03-07", {"조용원": "party", "쿠바": "party"}),
        "who has no name stands for the state",
    ),
    (
        "미국 핵추진 항공모함이 7일 부산항에 입항했다.",
        ("MOBILIZE", "occurred", "2025-03-07", {"미국": "source"}),
        "of a ship the state is known",
    ),
    (
        "최선희 북한 외무상이 몽골과 라오스 방문을 위해 7일 평양을 떠났다.",
        (
            "CONSULT",
            "occurred",
            "2025-03-07",
            {"최선희": "source", "몽골": "target", "라오스": "target"},
        ),
        "the aim of a departure, in a phrase of purpose",
    ),
    (
        "도널드 트럼프 미국 대통령이 7일 북미정상회담을 취소한다고 밝혔다.",
        ("CONSULT", "not_occurred", None, {"북한": "party", "미국": "party"}),
        "who calls it off is not one of the two that the word names, nor is that day the meeting's",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), CASES)
def test_an_act_and_who_did_it(
    sentence: str, expected: tuple[str, str, str | None, dict[str, str]], why: str
) -> None:
    found = read_paragraphs(sentence, published="2025-03-09").events
    told = [
        (e.type, e.status.value, e.date, {p.name: p.role.value for p in e.participants})
        for e in found
    ]
    assert told == [expected], why


def test_an_offer_refused_is_whose_it_was() -> None:
    found = read_paragraphs(
        "왕이 중국 외교부장은 7일 회담을 제안했으나 최선희 북한 외무상은 이를 거부했다.",
        published="2025-03-09",
    ).events
    refused = next(e for e in found if e.type == "REJECT")
    assert {p.name: p.role.value for p in refused.participants} == {
        "최선희": "source",
        "왕이": "target",
    }


def test_two_states_that_expel_one_envoy_each_do_so() -> None:
    found = read_paragraphs(
        "페루 정부가 7일 북한 대사를 추방했다.",
        "쿠웨이트도 8일 북한 대사를 추방했다.",
        published="2025-03-09",
    ).events
    assert [e.type for e in found] == ["SANCTION", "SANCTION"]


@pytest.mark.parametrize(
    ("sentence", "date", "why"),
    [
        (
            "최선희 북한 외무상과 왕이 중국 외교부장은 7일 '2월 베이징공동선언'에 서명했다.",
            "2025-03-07",
            "a month in the name of a paper dates nothing",
        ),
        (
            "왕이 중국 외교부장은 7일 나흘간의 방북을 마치고 귀국했다.",
            "2025-03-04/2025-03-07",
            "a stay that ends is counted back",
        ),
    ],
)
def test_the_day_of_an_act(sentence: str, date: str, why: str) -> None:
    found = read_paragraphs(sentence, published="2025-03-09").events
    assert [e.date for e in found] == [date], why


def test_an_act_forsworn_is_no_test() -> None:
    found = read_paragraphs("북한은 탄도미사일 발사를 하지 않겠다고 약속했다.").events
    assert [e for e in found if e.type == "ASSAULT"] == []


@pytest.mark.parametrize(
    ("paragraphs", "expected", "why"),
    [
        (
            (
                "최선희 북한 외무상과 김정규 북한 외무성 부상이 7일 베이징에 도착했다.",
                "이들은 8일 왕이 중국 외교부장과 회담했다.",
            ),
            {"최선희", "김정규", "왕이"},
            "they are who acted in the sentence before",
        ),
        (
            (
                "최선희 북한 외무상이 8일 베이징에 도착했다.",
                "최 외무상은 왕이 중국 외교부장도 따로 만났다.",
            ),
            {"최선희", "왕이"},
            "what 도 adds to a subject is the object of a meeting",
        ),
        (
            ("왕이 중국 외교부장은 8일 평양에서 김정은 북한 국무위원장의 접견을 받았다.",),
            {"김정은", "왕이"},
            "a reception suffered",
        ),
    ],
)
def test_who_meets(paragraphs: tuple[str, ...], expected: set[str], why: str) -> None:
    found = read_paragraphs(*paragraphs, published="2025-03-09").events
    meeting = next(e for e in found if e.mode == "meeting")
    assert {p.name for p in meeting.participants} == expected, why


def test_two_sides_are_the_states_of_those_who_met() -> None:
    found = read_paragraphs(
        "최선희 북한 외무상과 왕이 중국 외교부장은 7일 회담했다.",
        "양측은 관광 협정을 맺었다.",
        published="2025-03-09",
    ).events
    signed = next(e for e in found if e.type == "AGREE")
    assert {p.name for p in signed.participants} <= {"북한", "중국", "최선희", "왕이"}
    assert len(signed.participants) == 2
