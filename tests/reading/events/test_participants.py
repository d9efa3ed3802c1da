"""Who takes part."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG, CHOE = "왕이 중국 외교부장", "최선희 북한 외무상"

PARTICIPANTS = [
    (f"{WANG}과 {CHOE}이 1일 회담했다.", {"왕이": "party", "최선희": "party"}, "both sides"),
    (
        f"{CHOE}이 {WANG}을 접견했다.",
        {"최선희": "source", "왕이": "target"},
        "the host receives",
    ),
    (f"{CHOE}이 접견한 {WANG}은 떠났다.", {"최선희": "source", "왕이": "target"}, "described"),
    ("북중 정상회담이 1일 열렸다.", {"북한": "party", "중국": "party"}, "a compound"),
    (
        f"{CHOE}은 베이징을 방문해 {WANG}을 만났다.",
        {"최선희": "party", "왕이": "party"},
        "shared",
    ),
    (
        f"{CHOE}과 북한을 방문한 {WANG} 사이의 회담이 1일 열렸다.",
        {"최선희": "party", "왕이": "party"},
        "a clause stands between the two sides",
    ),
    (f"{CHOE}과 {WANG}이 1일 만났다.", {"최선희": "party", "왕이": "party"}, "nobody receives"),
    (
        f"{CHOE}이 {WANG}과 북중 외교장관 회담을 열었다.",
        {"최선희": "party", "왕이": "party"},
        "states give way to their ministers",
    ),
    (
        f"시진핑 중국공산당 총서기, 국가주석은 1일 {CHOE}을 접견했다.",
        {"시진핑": "source", "최선희": "target"},
        "a second title behind a comma",
    ),
    (
        "왕이 외교부장의 방북과 1일 북중 정상회담 개최를 확인했다.",
        {"북한": "party", "중국": "party"},
        "the genitive belongs to the other noun",
    ),
    (
        f"{CHOE}은 1일 {WANG} 등 중국 관계자들과 만났다.",
        {"최선희": "party", "왕이": "party"},
        "others beside the one named",
    ),
    (
        f"{WANG}은 {CHOE}과 새로 임명된 노광철 국방상을 1일 만났다.",
        {"왕이": "party", "최선희": "party", "노광철": "party"},
        "a clause about the second of a list",
    ),
    (
        f"노광철 국방상은 {CHOE}과 회담한 {WANG}을 1일 만났다.",
        {"왕이": "party", "최선희": "party"},
        "with whom the one described met",
    ),
    (
        f"{WANG}은 {CHOE}과 회담했으며, 회담에는 신홍철 대사가 배석했다.",
        {"왕이": "party", "최선희": "party", "신홍철": "party"},
        "who else was there, in the same sentence",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), PARTICIPANTS)
def test_participants_of_a_meeting(sentence: str, expected: dict[str, str], why: str) -> None:
    meeting = next(e for e in read_paragraphs(sentence).events if e.mode == "meeting")
    assert {p.name: p.role.value for p in meeting.participants} == expected, why


def test_a_feast_is_for_whom_it_welcomes_even_if_the_host_is_unsaid() -> None:
    found = read_paragraphs(
        f"{WANG}이 4일 평양에 도착하였다.",
        "4일 저녁 옥류관에서는 왕이동지를 환영하는 연회가 있었다.",
        "최선희 외무상은 6일 어느 부족장을 환영하여 연회를 차렸다.",
    ).events
    feasts = [
        {p.name: p.role.value for p in e.participants} for e in found if e.mode == "reception"
    ]
    assert feasts == [{"왕이": "target"}, {"최선희": "source"}]


def test_a_delegation_stands_for_its_leader_and_comes_back_as_one() -> None:
    found = read_paragraphs(
        f"{WANG}을 단장으로 하는 대표단이 1일 평양에 도착하였다.",
        "대표단은 우의탑에 화환을 진정하였다.",
    ).events
    assert [(e.mode, next(p.name for p in e.participants)) for e in found] == [
        ("visit", "왕이"),
        ("ceremony", "왕이"),
    ]


def test_a_dropped_subject_goes_on() -> None:
    found = read_paragraphs(f"{WANG}이 1일 평양에 도착했다.", f"이어 {CHOE}과 회담했다.").events
    meeting = next(e for e in found if e.mode == "meeting")
    assert {p.name for p in meeting.participants} == {"왕이", "최선희"}


def test_a_medium_never_takes_part() -> None:
    found = read_paragraphs(f"조선중앙통신은 {WANG}을 접견했다고 전했다.").events
    assert all(p.name != "조선중앙통신" for e in found for p in e.participants)


def test_who_sat_in_is_added_to_the_meeting() -> None:
    found = read_paragraphs(
        f"{WANG}이 1일 {CHOE}과 회담했다.", "회담에는 신홍철 대사가 배석했다."
    ).events
    assert [{p.name for p in e.participants} for e in found] == [{"왕이", "최선희", "신홍철"}]


def test_who_signed_is_told_behind_the_signing() -> None:
    found = read_paragraphs(
        "북한과 중국은 1일 평양에서 의정서를 체결했다.",
        f"의정서에는 북한측에서 {CHOE}이, 중국측에서 {WANG}이 서명했다.",
    ).events
    told = [(e.date, e.place, sorted(p.name for p in e.participants)) for e in found]
    assert told == [("2024-11-01", "평양", ["북한", "왕이", "중국", "최선희"])]


ACTS_UPON = [
    ("중국은 미국의 대만 무기 지원을 규탄했다.", "ACCUSE", {"중국", "미국"}, "whose act it is"),
    ("중국은 대만을 규탄했다.", "ACCUSE", {"중국", "대만"}, "whom it is about"),
    (
        "블링컨 미국 국무장관은 왕이 중국 외교부장에게 북한에 영향력을 행사해 달라고 요청했다.",
        "REQUEST",
        {"토니 블링컨", "왕이"},
        "who is asked, not upon whom he is to act",
    ),
    (
        "북한은 러시아에 무기를 보내 달라고 요청했다.",
        "REQUEST",
        {"북한", "러시아"},
        "who is asked where nobody else is",
    ),
    (
        "미국, 영국, 프랑스 대사는 북한의 핵실험을 규탄했다.",
        "ACCUSE",
        {"미국", "영국", "프랑스", "북한"},
        "an office of three states",
    ),
]


@pytest.mark.parametrize(("sentence", "kind", "expected", "why"), ACTS_UPON)
def test_whom_words_are_for(sentence: str, kind: str, expected: set[str], why: str) -> None:
    (event,) = (e for e in read_paragraphs(sentence).events if e.type == kind)
    assert {p.name for p in event.participants} == expected, why


def test_a_visitor_told_before_is_not_the_one_of_another_visit() -> None:
    events = read_paragraphs(
        "마리야 자하로바 러시아 외무부 대변인은 “협력은 누구도 겨냥하지 않는다”고 말했다.",
        "지난 6월 블라디미르 푸틴 대통령의 평양 방문 때 두 나라는 조약을 체결했다.",
    ).events
    (visit,) = (e for e in events if e.mode == "visit")
    assert {p.name for p in visit.participants} == {"블라디미르 푸틴", "북한"}
