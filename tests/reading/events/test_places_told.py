"""Where things happen: near a town, in a state, by the clause before. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG, CHOE = "왕이 중국 외교부장", "최선희 북한 외무상"

NEAR_TOWNS = [
    ("울란우데 교외의 군부대에서", "울란우데 교외의 군부대", "outside of the town"),
    ("블라디보스토크 인근 크네비치 비행장에서", "블라디보스토크 인근 크네비치 비행장", "near"),
    ("평양 외곽의 초대소에서", "평양 외곽의 초대소", "on its edge"),
    ("베이징 근교의 별장에서", "베이징 근교의 별장", "in its surroundings"),
    ("모스크바 시내 호텔에서", "모스크바 시내 호텔", "in its middle, without 의"),
    ("모스크바 시내의 한 호텔에서", "모스크바 시내의 한 호텔", "a hotel that has no name"),
    ("판문점 남측 지역 평화의집에서", "판문점 남측 지역 평화의집", "a side of the line"),
    ("선양의 공장에서", "선양의 공장", "a factory"),
    ("원산의 농장에서", "원산의 농장", "a farm"),
    ("베트남 하노이의 병원에서", "베트남 하노이의 병원", "town and country before 의"),
    ("평양에 위치한 영빈관에서", "평양 영빈관", "what is said of where the hall stands"),
    ("판문점 북측 지역인 통일각에서", "판문점 북측 지역 통일각", "said by what it is a part of"),
    ("평양 중구역 만수대의사당에서", "평양 중구역 만수대의사당", "a part of the town between"),
    ("회의장 한편에서", "회의장", "a corner of the hall is the hall"),
    ("모스크바 호텔 로비에서", "모스크바 호텔", "the lobby is the hotel"),
]


@pytest.mark.parametrize(("place", "expected", "why"), NEAR_TOWNS)
def test_a_place_near_a_town(place: str, expected: str, why: str) -> None:
    told = read_paragraphs(f"{WANG}은 1일 {place} {CHOE}과 만났다.").events
    assert [e.place for e in told] == [expected], why


JOINED = [
    (
        "북한은 1일 서해위성발사장에서 위성을 로켓에 실어 발사했다.",
        "서해위성발사장",
        "loaded and fired",
    ),
    ("중국 공안은 1일 훈춘에서 북한 노동자들을 차에 태워 추방했다.", "훈춘", "put on a truck"),
    ("북한과 쿠바는 1일 뉴욕에서 문서를 주고받아 수교했다.", "뉴욕", "two verbs of one clause"),
    (
        "김정은 국무위원장은 1일 당 청사 앞 광장에 나와 시진핑 주석을 맞이했다.",
        "당 청사 앞 광장",
        "out on a square",
    ),
    (
        "정무림 북한 보건상은 모스크바에서 무라시코 장관을 만나고 의사를 길러 내기로 합의했다.",
        "모스크바",
        "what is agreed on stands between",
    ),
    (
        "북한은 1일 개성공단에 있던 남북공동연락사무소 청사를 폭파했다.",
        "개성공단",
        "it stood there",
    ),
    ("중국은 1일 선양에 머물던 북한 노동자들을 추방했다.", "선양", "they stayed there"),
    ("북한은 1일 판문점에 자리한 남북공동연락사무소를 폭파했다.", "판문점", "it lay there"),
    ("북한 외교관들은 3월 다마스쿠스를 떠났다.", "다마스쿠스", "whence they leave"),
    (
        "북한은 1일 중국에서 돌아와 남북공동연락사무소를 폭파했다.",
        None,
        "whence one came is not where one acts",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), JOINED)
def test_the_clause_before_says_where(sentence: str, expected: str | None, why: str) -> None:
    assert read_paragraphs(sentence).events[-1].place == expected, why


VISITED = [
    (f"{WANG}은 1일 북한을 공식 방문해 {CHOE}과 회담했다.", "북한", "that is all that is said"),
    (f"{CHOE}은 1일 베트남을 찾아 또 럼 서기장과 회담했다.", "베트남", "by another verb"),
    (f"{WANG}은 오는 12∼14일 북한을 방문해 {CHOE}과 회담할 예정이다.", "북한", "still to come"),
    (
        f"{CHOE}은 1일 러시아를 방문해 모스크바에서 라브로프 장관과 회담했다.",
        "모스크바",
        "the town",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), VISITED)
def test_a_meeting_on_a_visit_is_in_the_state(sentence: str, expected: str, why: str) -> None:
    told = [e.place for e in read_paragraphs(sentence).events if e.mode == "meeting"]
    assert told == [expected], why


def test_one_meeting_of_a_visit_told_twice() -> None:
    """The lead says the state and the days of the visit, the body town and day."""
    events = read_paragraphs(
        f"{WANG}은 1~3일 북한을 방문해 {CHOE}과 회담했다.",
        f"{WANG}은 2일 평양에서 {CHOE}과 만나 회담했다.",
    ).events
    met = [(e.date, e.place) for e in events if e.mode == "meeting"]
    assert met == [("2024-11-02", "평양")]


MATTERS = [
    (
        f"{CHOE}은 1일 외무성에서 기자들과 만나 미국의 주장을 반박했다.",
        "외무성",
        "an office in which the press was met",
    ),
    (
        f"{CHOE}은 1일 평양에서 기자회견을 열었다. 최 외무상은 미국의 훈련을 비난했다.",
        "평양",
        "a briefing of the sentence before",
    ),
    (f"{CHOE}은 1일 우크라이나 문제에서 러시아를 지지한다고 밝혔다.", None, "a matter"),
    (f"{CHOE}은 1일 대만 문제에서 중국 편에 서겠다고 말했다.", None, "another matter"),
    (
        "윤병세 외교부 장관은 1일 제네바에서 국제사회가 북한의 특권을 정지해야 한다고 촉구했다.",
        "제네바",
        "between who speaks and of whom",
    ),
    (
        "로마를 찾은 오스틴 미국 국방장관은 1일 “북한군이 러시아에 있다는 증거가 있다”고 말했다.",
        "로마",
        "where the visitor is",
    ),
    (
        "리용호 외무상은 1일 멜리아 호텔에서 회견을 열어 “원한 것은 다르다”고 미국을 비난했다.",
        "멜리아 호텔",
        "the words have verbs of their own",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), MATTERS)
def test_where_words_are_said(sentence: str, expected: str | None, why: str) -> None:
    assert read_paragraphs(sentence).events[-1].place == expected, why


FEASTS = [
    ("1일 원산관광지구 준공식에는 마체고라 러시아 대사가 초대됐다.", "원산관광지구", "a ground"),
    (
        "1일 평양 개선문광장 환영식에는 마체고라 러시아 대사가 초대됐다.",
        "평양 개선문광장",
        "a square",
    ),
    ("1일 광복절 기념식에는 마체고라 러시아 대사가 초대됐다.", None, "a feast is no place"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), FEASTS)
def test_where_a_feast_is_held(sentence: str, expected: str | None, why: str) -> None:
    assert [e.place for e in read_paragraphs(sentence).events] == [expected], why


def test_the_stay_that_lasts_over_the_day_places_the_meeting() -> None:
    """A visit years ago told between the two does not stand for the present one."""
    events = read_paragraphs(
        f"{WANG}이 1∼2일 평양을 다녀갔다. 그가 북한 땅을 밟은 것은 2019년 9월 이후 5년 만이다.",
        "왕 부장은 2일 김정은 국무위원장을 만났다.",
    ).events
    assert [e.place for e in events if e.mode == "meeting"] == ["평양"]


SAID_OF = [
    (
        f"{CHOE}이 1일 원산에서 라브로프 러시아 외무장관과 회담했다.",
        f"{CHOE}은 북한이 모든 일에서 러시아를 지지한다는 입장을 표명했다.",
        ("2024-11-01", "원산"),
        "no day is dropped where none stands between who tells and of whom",
    ),
    (
        "김정은 국무위원장이 1일 통룬 시술릿 라오스 국가주석을 만났다.",
        "신화통신은 김 위원장이 중국의 정책을 지지했다고 전했다.",
        (None, None),
        "not said to the guest from Laos",
    ),
]


@pytest.mark.parametrize(("lead", "then", "expected", "why"), SAID_OF)
def test_what_is_said_after_a_meeting(
    lead: str, then: str, expected: tuple[str | None, str | None], why: str
) -> None:
    said = [e for e in read_paragraphs(lead, then).events if e.type == "SUPPORT"]
    assert [(e.date, e.place) for e in said] == [expected], why
