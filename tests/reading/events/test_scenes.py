"""What one sentence leaves to the sentence before: who, where, and of which visit."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

CHOE = "최선희 북한 외무상"
WANG = "왕이 중국 외교부장"

#: Text → participants of its meetings, in order.
MEETINGS = [
    (
        [f"{WANG}은 1일 김정은 국무위원장을 만났다.", f"{CHOE}과의 전략대화도 진행됐다."],
        [["왕이", "김정은"], ["왕이", "최선희"]],
        "the other side is who met before",
    ),
    (
        [f"{CHOE}은 1일 하노이에 도착했다.", "김영복 부총참모장과의 회담도 진행됐다."],
        [],
        "two of one state hold no talks",
    ),
    (
        [
            f"{WANG}은 1일 원산을 찾았다.",
            f"{CHOE}과의 회담도 열렸다.",
            "그는 2일 박태성 총리와 회담했다.",
        ],
        [["왕이", "최선희"], ["왕이", "박태성"]],
        "he is who the text is about, not the other side",
    ),
    (
        [
            "왕이 부장 일행은 1일 평양에 도착했고 공항에서 최선희 외무상이 영접했다.",
            "그는 2일 박태성 총리와 회담했다.",
        ],
        [["왕이", "박태성"]],
        "his company is no other topic",
    ),
    ([f"{CHOE}은 총회를 계기로 {WANG}과 만났다."], [["최선희", "왕이"]], "an occasion is nobody"),
    (
        [f"{WANG}은 1일 북한 외무성 아시아담당 국장을 만났다."],
        [["왕이", "북한 외무성"]],
        "who has no name stands for the body",
    ),
    (
        [f"{WANG}이 유엔총회 기간 북한 대표단과 만났다."],
        [["왕이", "북한"]],
        "the state that stands nearer sends the delegation",
    ),
    ([f"{WANG}이 {CHOE}과 만날 계획은 없다고 말했다."], [], "what is not planned"),
    ([f"{WANG}은 3월 1일 {CHOE}과 오찬을 겸한 회담을 했다."], [["왕이", "최선희"]], "with a meal"),
    (
        [f"{WANG}은 1일 {CHOE}을 만났다.", "두 사람의 만남은 2018년 3월 하노이가 마지막이었다."],
        [["왕이", "최선희"], ["왕이", "최선희"]],
        "the last time that the two met",
    ),
    ([f"{WANG}은 1일 북한 외무성 당국자들과 만났다."], [["왕이", "북한 외무성"]], "its people"),
    ([f"외교부 대변인은 {WANG}의 방한을 중국 측과 협의하고 있다고 밝혔다."], [], "in touch"),
    (
        [f"{WANG}은 1일 {CHOE}을 만났다.", "중국 외교부장이 북한 외무상과 만난 것은 처음이다."],
        [["왕이", "최선희"]],
        "a remark on what was told",
    ),
    (["북한과 중국은 지난 9월 정상회담 개최를 타진했다."], [], "the day is that of the asking"),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), MEETINGS)
def test_who_met(paragraphs: list[str], expected: list[list[str]], why: str) -> None:
    held = [e for e in read_paragraphs(*paragraphs).events if e.mode == "meeting"]
    assert [[p.name for p in e.participants] for e in held] == expected, why


PLACES = [
    (f"{CHOE}은 1일 원산에서 유람선에 올라 {WANG}을 만났다.", "원산", "where the scene begins"),
    (f"{CHOE}은 1일 원산에서 돌아왔고 {WANG}을 만났다.", None, "another scene"),
]


@pytest.mark.parametrize(("sentence", "place", "why"), PLACES)
def test_where_they_met(sentence: str, place: str | None, why: str) -> None:
    held = [e for e in read_paragraphs(sentence).events if e.mode == "meeting"]
    assert [e.place for e in held] == [place], why


FEASTS = [
    (f"{CHOE}은 1일 저녁 {WANG}에게 만찬을 냈다.", ["최선희", "왕이"], "a dinner is given"),
    (f"{CHOE}은 1일 {WANG}에게 문제를 냈다.", [], "no dinner"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), FEASTS)
def test_who_dined(sentence: str, expected: list[str], why: str) -> None:
    events = [e for e in read_paragraphs(sentence).events if e.mode == "reception"]
    assert [p.name for e in events for p in e.participants] == expected, why


def test_people_of_three_states_at_one_table() -> None:
    events = read_paragraphs(
        f"조현 외교부 장관과 {WANG}, 이와야 다케시 일본 외무상은 1일 하노이에서 만났다."
    ).events
    assert [e.mode for e in events if e.type == "CONSULT"] == ["multilateral"]


#: Text → who came with it.
PASSENGERS = [
    ("김정은 국무위원장을 태운 전용열차가 1일 베이징역에 도착했다.", ["김정은", "중국"]),
    ("왕이 중국 외교부장이 탄 전용기가 1일 평양에 도착했다.", ["왕이", "북한"]),
    ("김정은 국무위원장을 만난 대사의 전용기가 1일 하노이에 도착했다.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), PASSENGERS)
def test_who_comes_with_a_train(sentence: str, expected: list[str]) -> None:
    visits = [e for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert [p.name for e in visits for p in e.participants] == expected


def test_whose_delegation_goes_on() -> None:
    events = read_paragraphs(
        f"{CHOE}이 이끄는 대표단이 1일 하노이에 도착했다.",
        "대표단은 2일 르엉 꾸엉 베트남 국가주석을 예방했다.",
        "대표단은 이어 부이 타인 선 베트남 부총리와 회담했다.",
    ).events
    meetings = [e for e in events if e.mode == "meeting"]
    assert ["최선희" in {p.name for p in e.participants} for e in meetings] == [True, True]


def test_whose_inauguration_it_is() -> None:
    events = read_paragraphs(f"{WANG}의 취임식이 1일 베이징 인민대회당에서 열렸다.").events
    held = [e for e in events if e.mode == "ceremony"]
    assert [(e.date, [p.name for p in e.participants]) for e in held] == [("2024-11-01", ["왕이"])]


def test_a_letter_that_was_not_sent() -> None:
    events = read_paragraphs("북한은 중국 국경절에 축전을 보내지 않았다.").events
    assert [str(e.status) for e in events if e.mode == "letter"] == ["not_occurred"]


def test_every_state_of_a_tour() -> None:
    events = read_paragraphs(f"{CHOE}은 몽골과 베트남, 라오스 방문을 마치고 1일 귀국했다.").events
    visit = next(e for e in events if e.mode == "visit")
    assert [p.name for p in visit.participants] == ["최선희", "몽골", "베트남", "라오스"]


def test_a_call_with_whom_the_text_is_about() -> None:
    events = read_paragraphs(
        f"{WANG}은 1일 하노이에 도착했다.", f"{CHOE}과의 통화 일정도 조율되고 있다."
    ).events
    calls = [e for e in events if e.mode == "phone"]
    assert [(str(e.status), len(e.participants)) for e in calls] == [("planned", 2)]


WHEN = [
    (
        f"{CHOE}이 {WANG}과 얼굴을 마주한 것은 2018년 3월 2일 하노이에서였다.",
        "2018-03-02",
        "하노이",
    ),
    (f"{CHOE}과 {WANG}의 만남은 2018년 3월 하노이가 마지막이었다.", "2018-03", "하노이"),
    ("북한과 몽골의 정치대화는 2018년 3월을 끝으로 중단됐다.", "2018-03", None),
]


@pytest.mark.parametrize(("sentence", "date", "place"), WHEN)
def test_when_and_where_is_said_behind(sentence: str, date: str, place: str | None) -> None:
    held = [e for e in read_paragraphs(sentence).events if e.mode == "meeting"]
    assert [(e.date, e.place) for e in held] == [(date, place)]


#: Text → (status, date) of its visits.
FRUSTRATED = [
    (f"{WANG}의 방북 요청은 번번이 거절됐다.", [], "only asked for"),
    (f"{WANG}은 다음 달 평양을 찾을 예정이었으나 방문을 미뤘다.", ["not_occurred"], "put off"),
    (f"{CHOE}은 왕이 부장의 연내 방북을 기대한다고 말했다.", ["predicted"], "hoped for"),
    (f"{CHOE}은 1일 하노이로 이동했다.", ["occurred"], "on the way"),
    (f"{CHOE}은 북한군 병력이 하노이로 이동했다고 말했다.", [], "troops are no visitors"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), FRUSTRATED)
def test_how_a_visit_stands(sentence: str, expected: list[str], why: str) -> None:
    visits = [e for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert [str(e.status) for e in visits] == expected, why


def test_who_came_to_the_feast_told_before() -> None:
    events = read_paragraphs(
        "주북 중국대사관은 1일 저녁 대사관에서 연회를 열었다.", f"행사에는 {CHOE}이 자리했다."
    ).events
    feast = next(e for e in events if e.mode == "reception")
    assert [p.name for p in feast.participants] == ["주북 중국대사관", "최선희"]
