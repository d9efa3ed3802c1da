"""One happening is one event."""

from __future__ import annotations

import pytest

from factory import read_paragraphs
from haengbo.model.reading import EventReport
from haengbo.reader import read

PUTIN, KIM = "블라디미르 푸틴 러시아 대통령", "김정은 북한 국무위원장"


def of_mode(mode: str | None, *paragraphs: str) -> list[EventReport]:
    return [e for e in read_paragraphs(*paragraphs).events if e.mode == mode]


def test_journeys_to_two_states_on_one_day_are_two_visits() -> None:
    visits = of_mode(
        "visit",
        f"{PUTIN}은 10월 19일 북한을 방문했다.",
        "푸틴 대통령은 10월 19일 밤 베트남에 도착했다.",
    )
    assert [e.place for e in visits] == ["북한", "베트남"]


#: Sentences, what the one visit of theirs is.
ONE_VISIT = [
    (
        f"{KIM}이 오는 12월 3일 러시아를 방문한다고 새솔통신이 보도했다.",
        f"통신은 김 위원장의 러시아 방문에 앞서 {PUTIN}이 중국을 찾는다고 전했다.",
        ("planned", "2024-12-03", {"김정은"}),
    ),
    (
        f"{KIM}이 오는 12월 3일부터 5일까지 러시아를 방문한다.",
        "김 위원장의 방러에는 최선희 외무상이 동행한다.",
        ("planned", "2024-12-03/2024-12-05", {"김정은", "최선희"}),
    ),
    (
        "리가람 북한 외무성 부상은 1일 몽골을 방문했다.",
        "북한 외무성 대표단이 몽골을 찾은 것은 처음이다.",
        ("occurred", "2024-11-01", {"리가람", "북한 외무성"}),
    ),
    (
        "북한 외무성 대표단이 몽골을 방문한다고 새솔통신이 전했다.",
        "리가람 부상을 단장으로 하는 외무성 대표단이 몽골을 방문하기 위해 평양을 출발했다.",
        ("occurred", None, {"리가람", "북한 외무성"}),
    ),
    (
        "최선희 북한 외무상이 1일 몽골에 도착했다.",
        "최 외무상은 몽골을 방문한 뒤 돌아갈 예정이다.",
        ("occurred", "2024-11-01", {"최선희"}),
    ),
]


@pytest.mark.parametrize(("first", "then", "expected"), ONE_VISIT)
def test_a_visit_told_again_by_other_words_is_one(
    first: str, then: str, expected: tuple[str, str | None, set[str]]
) -> None:
    (visit,) = [e for e in of_mode("visit", first, then) if e.participants[0].name != PUTIN[:8]]
    came = {p.name for p in visit.participants if p.role.value == "source"}
    assert (visit.status.value, visit.date, came) == expected


@pytest.mark.parametrize(
    ("mode", "first", "then", "names"),
    [
        (
            "sign",
            "한반도에너지개발기구(KEDO)와 북한은 1일 뉴욕에서 의정서에 서명했다.",
            "의정서에는 이날 찰스 카트먼 KEDO 사무총장과 허종 북한 대사가 서명했다.",
            {"한반도에너지개발기구", "찰스 카트먼", "허종"},
        ),
        (
            "ceremony",
            "김영남 상임위원장이 오는 5일 하산 로하니 이란 대통령의 취임식에 참석할 예정이다.",
            "김 위원장은 이란 대통령 취임식에 참가하기 위해 1일 평양을 떠났다.",
            {"김영남", "하산 로하니"},
        ),
    ],
)
def test_now_the_side_and_now_who_stands_for_it(
    mode: str, first: str, then: str, names: set[str]
) -> None:
    (one,) = of_mode(mode, first, then)
    assert {p.name for p in one.participants} == names


def test_two_sides_exchange_views_at_the_talks_just_told() -> None:
    (met,) = of_mode(
        "meeting",
        "최선희 북한 외무상과 왕이 중국 외교부장은 1일 베이징에서 회담했다.",
        "회담에서는 북중관계를 넓힐 문제들에 대하여 의견을 교환하였다.",
    )
    assert {p.name for p in met.participants} == {"최선희", "왕이"}


def test_what_is_to_come_and_is_told_again_without_a_day_has_not_happened() -> None:
    (meeting,) = of_mode(
        "meeting",
        "남북은 다음 장관급 회담을 12월에 백두산에서 열기로 합의했다.",
        "남북 회담이 백두산에서 열리는 것은 이번이 처음이다.",
    )
    assert (meeting.status.value, meeting.date) == ("planned", "2024-12")


def test_the_person_now_and_then_the_state() -> None:
    (meeting,) = of_mode(
        "meeting",
        "사이키 일본 외무성 국장은 1일 송일호 북한 대사와 회담했다.",
        "사이키 국장은 이날 북일 회담을 마친 뒤 떠났다.",
    )
    assert {p.name for p in meeting.participants} == {"사이키 아키타카", "송일호"}


def test_the_hall_is_more_telling_than_its_town() -> None:
    (signed,) = of_mode(
        "sign",
        f"{PUTIN}과 {KIM}은 10월 19일 평양에서 조약에 서명했다.",
        "푸틴 대통령과 김 위원장은 10월 19일 만수대의사당에서 조약에 서명했다.",
    )
    assert signed.place == "만수대의사당"


def test_what_describes_the_paper_is_no_other_account_of_its_signing() -> None:
    signed = of_mode("sign", "북한과 러시아는 지난해 가서명한 우호조약에 서명했다.")
    assert [e.date for e in signed] == ["2023", None]


@pytest.mark.parametrize(
    "behind",
    ["가 마주 앉은 이날 회담에서 쌀을 논의했다.", "는 회담에서 쌀 문제를 논의했다."],
)
def test_who_sat_for_two_states_is_told_right_behind(behind: str) -> None:
    (met,) = of_mode(
        "meeting",
        "북한과 몽골은 1일 하노이에서 회담을 열었다.",
        f"리가람 북한 대사와 바트 몽골 대사{behind}",
    )
    assert {p.name for p in met.participants} == {"북한", "몽골", "리가람", "바트"}


def test_what_was_not_done_in_talks_leaves_them_held() -> None:
    (met,) = of_mode(
        "meeting",
        "북한과 몽골은 1일 하노이에서 회담을 열었다.",
        "이날 회담에서 양측은 날짜를 정하지 못했다.",
    )
    assert met.status.value == "occurred"


def test_a_visit_goes_to_the_town_not_to_its_airport() -> None:
    (visit,) = of_mode(
        "visit",
        f"{PUTIN}은 10월 19일 평양을 방문했다.",
        "푸틴 대통령은 10월 19일 평양국제비행장에 도착했다.",
    )
    assert visit.place == "평양"


def test_what_was_planned_and_what_happened_on_a_day_are_one() -> None:
    (met,) = of_mode(
        "meeting",
        f"{PUTIN}과 {KIM}은 10월 19일 평양에서 회담할 예정이었다.",
        "푸틴 대통령과 김 위원장은 10월 19일 평양에서 회담했다.",
    )
    assert met.status.value == "occurred"


def test_who_met_without_a_day_met_on_the_one_told_in_the_same_sentence() -> None:
    (met,) = of_mode(
        "meeting",
        "남북 수석대표가 1일 오후 베이징에서 회동했다.",
        "정부 당국자는 1일 오후 리가람 북한 외무성 부상과 한솔별 통일부 차관이 "
        "베이징 댜오위타이에서 만나 회동을 가졌다고 밝혔다.",
    )
    assert (met.date, met.place) == ("2024-11-01", "베이징 댜오위타이")
    assert {p.name for p in met.participants} == {"리가람", "한솔별"}


def test_the_programme_of_a_visitor_who_came_is_no_other_visit() -> None:
    (visit,) = of_mode(
        "visit",
        "최선희 북한 외무상이 1일 베이징에 도착했다.",
        "최 외무상의 방중 일정은 알려지지 않고 있다.",
    )
    assert (visit.status.value, visit.date) == ("occurred", "2024-11-01")


def test_who_came_to_the_dinner_told_of_some_sentences_before() -> None:
    (dinner,) = of_mode(
        "reception",
        f"{KIM}은 1일 평양에서 왕이 중국 외교부장을 접견하고 이어 만찬을 베풀었다.",
        "접견은 네 시간 넘게 이어졌다.",
        "접견에는 최선희 북한 외무상이 배석했다.",
        "이어진 만찬에는 리가람 북한 외무성 부상이 참석했다.",
    )
    assert dinner.date == "2024-11-01"
    assert "리가람" in {p.name for p in dinner.participants}


def test_who_sat_there_by_sides_and_in_a_list_with_a_clause_in_it() -> None:
    (talks,) = of_mode(
        "meeting",
        f"{KIM}은 1일 하노이에서 왕이 중국 외교부장과 회담을 가졌다.",
        "회담에는 북측에서는 리가람 외무성 부상, 최선희 외무상, 교류를 담당하는 "
        "노별솔 체육상 등이 참석했다.",
        "중국 측에서는 쑨하이린 외교부 부부장이 배석했다.",
    )
    assert {p.name for p in talks.participants} >= {"리가람", "최선희", "노별솔", "쑨하이린"}


def test_who_sat_there_for_two_states() -> None:
    (talks,) = of_mode(
        "meeting",
        "남과 북은 1일 판문점 평화의 집에서 적십자 실무접촉을 시작했다.",
        "이 자리에는 우리측 한가람 대한적십자사 실행위원 등 3명과 북한측 박별솔 "
        "조선적십자회 위원 등 3명이 참여했다.",
    )
    assert {p.name for p in talks.participants} == {"한국", "북한", "한가람", "박별솔"}


def test_delegations_of_two_states_act_as_the_states() -> None:
    events = read_paragraphs(
        "남북 대표단은 1일 판문점에서 실무접촉을 갖고 상봉 행사를 열기로 합의했다."
    ).events
    assert {(e.type, e.mode) for e in events} >= {("CONSULT", "meeting")}
    assert {p.name for p in events[0].participants} == {"한국", "북한"}


def test_where_those_just_told_of_met() -> None:
    (met,) = of_mode(
        "meeting",
        f"{PUTIN}은 1일 {KIM}을 접견했다.",
        "이번 만남은 원산에서 이뤄졌다.",
    )
    assert (met.date, met.place) == ("2024-11-01", "원산")


def test_a_state_and_its_envoy_refuse_once() -> None:
    refused = [
        e
        for e in read_paragraphs(
            "북한은 1일 인권 결의안을 거부한다고 밝혔다.",
            "리가람 유엔 주재 북한대표부 차석대사는 이날 결의안을 거부한다고 말했다.",
        ).events
        if e.type == "REJECT"
    ]
    assert len(refused) == 1


def test_a_picture_of_a_signing_shows_the_one_that_is_told() -> None:
    page = """누리뉴스
북러, 경제 의정서 서명
2023.11.16 10:00

북한과 러시아가 지난 15일 평양에서 경제협력 의정서에 서명했다고 조선중앙통신이 16일 전했다.

▲ 의정서를 교환하는 윤정호 대외경제상과 알렉산드르 코즐로프 러시아 천연자원부 장관. 누리뉴스

통신은 두 나라가 교류를 넓히는 문제를 논의했다고 전했다.
"""
    (signed,) = [e for e in read(page).events if e.mode == "sign"]
    names = {p.name for p in signed.participants}
    signers = {"윤정호", "알렉산드르 코즐로프"}
    assert (signed.date, names) == ("2023-11-15", {"북한", "러시아"} | signers)


def test_a_lead_without_a_day_is_told_again_by_who_went() -> None:
    events = read_paragraphs(
        "한국 정부 대북 특사단이 평양을 찾아 김정은 국무위원장을 만났다.",
        "정의용 국가안보실장은 5일 평양을 방문해 김정은 국무위원장을 만났다.",
        published="2018-09-06",
    ).events
    assert [(e.mode, e.date) for e in events] == [
        ("visit", "2018-09-05"),
        ("meeting", "2018-09-05"),
    ]


def test_our_delegation_meets_others() -> None:
    events = read_paragraphs("우리 대표단은 1일 김정은 국무위원장을 만났다.").events
    assert [{p.name for p in e.participants} for e in events] == [{"한국", "김정은"}]
