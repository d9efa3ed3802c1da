"""Several times in one sentence, days of a stay, gatherings told before who was there."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

CHOE = "최선희 북한 외무상"
WANG = "왕이 중국 외교부장"

#: Text → (date, place) of its meetings and visits.
LISTED = [
    (
        f"{CHOE}과 {WANG}은 2018년 6월 하노이, 2019년 2월 비엔티안에서 만났다.",
        [("2018-06", "하노이"), ("2019-02", "비엔티안")],
        "each time has its place",
    ),
    (
        f"{WANG}은 2018년 3월과 2019년 9월 평양을 방문했다.",
        [("2018-03", "평양"), ("2019-09", "평양")],
        "one place for both",
    ),
    (
        f"{WANG}이 북한을 찾은 것은 지난 3월과 5월에 이어 세 번째다.",
        [(None, "북한"), ("2024-03", "북한"), ("2024-05", "북한")],
        "those that went before",
    ),
    (
        f"{WANG}은 1일과 2일 평양을 방문했다.",
        [("2024-11-01/2024-11-02", "평양")],
        "two days running",
    ),
    (
        f"{WANG}은 11일 일본 도쿄, 12일 러시아 모스크바를 차례로 방문한 뒤 15일 돌아갈 예정이다.",
        [("2024-11-11", "일본 도쿄"), ("2024-11-12", "러시아 모스크바")],
        "days of what is planned lie ahead, and two towns are two visits",
    ),
    (
        f"{WANG}은 3월 하노이와 맺은 협정을 들고 5월 평양을 찾았다.",
        [("2024-05", "평양")],
        "no list",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), LISTED)
def test_one_for_each_time(sentence: str, expected: list[tuple[str | None, str]], why: str) -> None:
    held = [e for e in read_paragraphs(sentence).events if e.mode in {"visit", "meeting"}]
    assert sorted((e.date or "", e.place) for e in held) == sorted(
        (date or "", place) for date, place in expected
    ), why


STAY = f"{WANG}이 10월 21일부터 23일까지 북한을 방문했다."
DAYS = [
    (f"왕 부장은 방북 첫날 {CHOE}과 회담했다.", "2024-10-21", "the first day"),
    (f"왕 부장은 방문 이틀째 만수대의사당에서 {CHOE}과 회담했다.", "2024-10-22", "the second"),
    (f"왕 부장은 방북 마지막 날 {CHOE}과 회담했다.", "2024-10-23", "the last"),
    (f"왕 부장은 방북 기간 {CHOE}과 회담했다.", "2024-10-21/2024-10-23", "some day of it"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), DAYS)
def test_the_day_of_a_stay(sentence: str, expected: str | None, why: str) -> None:
    meetings = [e.date for e in read_paragraphs(STAY, sentence).events if e.mode == "meeting"]
    assert meetings == [expected], why


STAGED = [
    (
        ["기념관 착공식이 10월 31일 평양 화성지구에서 열렸다.", f"착공식에는 {CHOE}이 참석했다."],
        [("2024-10-31", "평양 화성지구")],
        "who was at the ceremony just told of",
    ),
    (
        ["기념관 착공식이 10월 31일 평양에서 열렸다.", f"{CHOE}은 준공식에 참석했다."],
        [(None, None)],
        "another ceremony",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), STAGED)
def test_who_came_has_the_day_of_the_ceremony(
    paragraphs: list[str], expected: list[tuple[str | None, str | None]], why: str
) -> None:
    held = [e for e in read_paragraphs(*paragraphs).events if e.mode == "ceremony"]
    assert [(e.date, e.place) for e in held] == expected, why


RETURNED = [
    (f"{WANG}이 1일 평양을 찾았다.", ["북한", "중국"], "to whom the visitor belongs"),
    (f"{WANG}이 1일 하노이를 찾았다.", ["베트남"], "nobody came to her"),
]


@pytest.mark.parametrize(("first", "hosts", "why"), RETURNED)
def test_a_visit_returned_goes_to_the_visitor(first: str, hosts: list[str], why: str) -> None:
    events = read_paragraphs(first, f"{CHOE}은 내년에 답방할 예정이다.").events
    visits = [e for e in events if e.mode == "visit"]
    assert [e.participants[-1].name for e in visits] == hosts, why


TOURS = [
    (f"{CHOE}은 1일 선양의 조선소를 참관했다.", ["2024-11-01"], "what is abroad is visited"),
    (f"{CHOE}은 1일 원산의 조선소를 참관했다.", [], "what is at home is not"),
    (f"{CHOE}은 1일 선양의 무역 박람회를 참관했다.", [], "an occasion is no place"),
]


@pytest.mark.parametrize(("sentence", "dates", "why"), TOURS)
def test_a_tour_abroad_is_a_visit(sentence: str, dates: list[str], why: str) -> None:
    assert [e.date for e in read_paragraphs(sentence).events if e.mode == "visit"] == dates, why
