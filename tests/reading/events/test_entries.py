"""Entries of a chronology tell happenings without verbs. Every page is invented."""

from __future__ import annotations

from haengbo.knowledge import Knowledge
from haengbo.model.page import Known, MediaType, Page
from haengbo.pipeline import read_page

CHRONICLE = """[일지] 북한·라오스 고위급 교류

강나루 기자 | 입력 2025-03-05 10:11

다음은 북한과 라오스가 주고받은 주요 방문이다. 두 나라는 오랜 우방이다.

▲ 2008년 9월 3일 = 최태복 최고인민회의 의장, 비엔티안 방문

▲ 2018.8.7 = 리용호 외무상 라오스 방문

▲ 2019년 5월 = 어느 부족장, 평양 방문

▲ 2019.6.2 = 박태성 부총리와 손싸이 시판돈 라오스 부총리, 평양에서 협정 서명

▲ 2025.3.4 = 왕이 중국 외교부장, 평양 도착. 최선희 외무상과 회담
"""


def test_every_entry_has_its_own_day_and_people(knowledge: Knowledge) -> None:
    page = Page("chronicle.txt", CHRONICLE.encode(), MediaType.TEXT, Known())
    found = [
        (event.mode, event.date, sorted(p.name for p in event.participants))
        for event in read_page(page, knowledge).events
    ]
    assert found == [
        ("visit", "2008-09-03", ["라오스", "최태복"]),
        ("visit", "2018-08-07", ["라오스", "리용호"]),
        ("sign", "2019-06-02", ["박태성", "손싸이 시판돈"]),
        ("visit", "2025-03-04", ["북한", "왕이"]),
        ("meeting", "2025-03-04", ["왕이", "최선희"]),
    ]


WEEK = """[주간 동향] 북한 대외관계

입력 2025-03-05 10:11

○ 2.24. 최선희 외무상, 원산에서 왕이 중국 외교부장과 회담(조선중앙통신)

○ 2.25. 김정은 국무위원장, 통룬 시술릿 라오스 국가주석에게 축전 발송

○ 2.26. 리용남 부총리, 세르게이 라브로프 러시아 외무장관과 철도 협정 체결

○ 2.27. 북한, 동해로 순항미사일 여러 발 발사
"""


def test_entries_headed_by_month_and_day(knowledge: Knowledge) -> None:
    """The source stands in parentheses; a verb bears the letter that is named before it."""
    page = Page("week.txt", WEEK.encode(), MediaType.TEXT, Known())
    found = [
        (event.mode, event.date, sorted(p.name for p in event.participants)[:2])
        for event in read_page(page, knowledge).events
    ]
    assert found == [
        ("meeting", "2025-02-24", ["왕이", "최선희"]),
        ("letter", "2025-02-25", ["김정은", "통룬 시술릿"]),
        ("sign", "2025-02-26", ["리용남", "세르게이 라브로프"]),
        ("missile-test", "2025-02-27", ["북한"]),
    ]


YEARS = """[일지] 북한·라오스 교류

입력 2025-03-05 10:11

다음은 북한과 라오스가 주고받은 주요 방문이다. 두 나라는 오랜 우방이다.

◇2018년

▷8월 7일 리용호 외무상, 라오스 방문

▷9월 3일 왕이·최선희, 원산서 정상급 회담…저녁 산책

◇2019년

▷2월 4일 최선희 외무상 방중, 왕이 중국 외교부장과 회담

- 관광 협정 체결

▷2.27∼28 = 통룬 시술릿 라오스 국가주석, 평양 방문
"""


def test_a_year_holds_for_the_entries_below_it(knowledge: Knowledge) -> None:
    """Lines that say more of a day are of that day; dots part two acts; 서 is 에서."""
    page = Page("years.txt", YEARS.encode(), MediaType.TEXT, Known())
    found = [
        (event.mode, event.date, event.place, sorted(p.name for p in event.participants))
        for event in read_page(page, knowledge).events
    ]
    assert found == [
        ("visit", "2018-08-07", "라오스", ["라오스", "리용호"]),
        ("meeting", "2018-09-03", "원산", ["왕이", "최선희"]),
        ("visit", "2019-02-04", "중국", ["중국", "최선희"]),
        ("meeting", "2019-02-04", "중국", ["왕이", "최선희"]),
        ("sign", "2019-02-04", None, ["왕이", "최선희"]),
        ("visit", "2019-02-27/2019-02-28", "평양", ["북한", "통룬 시술릿"]),
    ]


def test_the_day_of_an_entry_is_no_verb(knowledge: Knowledge) -> None:
    """15일 before a colon is a day, though 일 may be work."""
    text = """[일지] 북러 교류

입력 2025-03-05 10:11

1월 15일: 최선희 외무상, 모스크바 방문

1월 20일: 세르게이 쇼이구 서기, 평양 방문

2월 3일: 최선희 외무상, 민스크 방문
"""
    page = Page("days.txt", text.encode(), MediaType.TEXT, Known())
    found = [(e.mode, e.date) for e in read_page(page, knowledge).events]
    assert found == [("visit", "2025-01-15"), ("visit", "2025-01-20"), ("visit", "2025-02-03")]


ROUND_UP = """주간 북한 동향(2.24~3.2)

■ 대외 관계
▶ 최선희 외무상, 모스크바 방문해 세르게이 라브로프 외무장관과 회담(26일)
▶ 왕이 중국 외교부장, 27일 평양 도착

■ 대남 관계
▶ 북한 국방성, 한국 무인기 침투 주장하며 비난 담화(28일)
▶ 베트남 친선대표단 조문차 방북(28일)
"""


def test_points_of_a_round_up_have_the_day_behind_them(knowledge: Knowledge) -> None:
    """Who is accused is in the point itself, not whoever came in the one above."""
    page = Page("round-up.txt", ROUND_UP.encode(), MediaType.TEXT, Known(published="2025-03-03"))
    found = [
        (
            event.mode or event.type,
            event.date,
            event.place,
            sorted(p.name for p in event.participants),
        )
        for event in read_page(page, knowledge).events
    ]
    assert found == [
        ("visit", "2025-02-26", "모스크바", ["러시아", "최선희"]),
        ("meeting", "2025-02-26", "모스크바", ["세르게이 라브로프", "최선희"]),
        ("visit", "2025-02-27", "평양", ["북한", "왕이"]),
        ("ACCUSE", "2025-02-28", None, ["북한 국방성", "한국"]),
        ("visit", "2025-02-28", "북한", ["베트남", "북한"]),
    ]


BY_STATES = """[일지] 이번 주 외교

◆ 북한
- 24일: 조선중앙통신, 미국 제재 비난 논평 게재
- 25일: 김정은 국무위원장, 통룬 시술릿 라오스 국가주석과 정상회담

◆ 러시아
- 26일: 러시아 외무부, 한미 연합훈련 비난
"""


def test_heads_stand_among_the_entries_of_a_chronology(knowledge: Knowledge) -> None:
    page = Page("states.txt", BY_STATES.encode(), MediaType.TEXT, Known(published="2025-02-28"))
    found = [
        (event.mode or event.type, event.date, sorted(p.name for p in event.participants))
        for event in read_page(page, knowledge).events
    ]
    assert found == [
        ("ACCUSE", "2025-02-24", ["미국", "조선중앙통신"]),
        ("meeting", "2025-02-25", ["김정은", "통룬 시술릿"]),
        ("ACCUSE", "2025-02-26", ["러시아 외무부", "미국", "한국"]),
    ]


BEHIND = """주간 북한 동향

입력 2025-03-05 10:11

○ 최선희 외무상, 왕이 중국 외교부장 접견(2.24, 만수대의사당)
○ 김성남 부장, 라오스 방문(2.25~27)
○ 북한, 동해로 순항미사일 여러 발 발사(2.28, 조선중앙통신)
"""


def test_day_and_place_in_parentheses_behind_the_act(knowledge: Knowledge) -> None:
    page = Page("behind.txt", BEHIND.encode(), MediaType.TEXT, Known())
    found = [(e.mode, e.date, e.place) for e in read_page(page, knowledge).events]
    assert found == [
        ("meeting", "2025-02-24", "만수대의사당"),
        ("visit", "2025-02-25/2025-02-27", "라오스"),
        ("missile-test", "2025-02-28", "동해"),
    ]


TALKS = """[일지] 6자회담

입력 2007-10-03 10:11

▲ 2003.8.27∼29 = 1차 6자회담(베이징)

▲ 2007.1.16 = 크리스토퍼 힐 차관보·김계관 부상, 베를린서 회동

▲ 2007.8.1 = 박의춘 외무상-반기문 장관 회담(마닐라)
"""


def test_places_in_parentheses_and_titles_that_look_like_verbs(knowledge: Knowledge) -> None:
    page = Page("talks.txt", TALKS.encode(), MediaType.TEXT, Known())
    found = [(e.date, e.place) for e in read_page(page, knowledge).events if e.mode == "meeting"]
    assert found == [("2007-01-16", "베를린"), ("2007-08-01", "마닐라")]


HELD = """[일지] 6자회담

입력 2007-10-03 10:11

◇2003년

▲8.27∼29 = 제1차 6자회담 베이징에서 개최

▲9.20 = 북, NPT 탈퇴 선언

▲10.22 = 북ㆍ일 정상회담 평양서 개최

김별하 부상 “핵 위협 없애야”

▲12.24 = 제2차 6자회담(베이징)
"""


def test_what_is_held_stands_before_the_place(knowledge: Knowledge) -> None:
    """A state of one letter opens an entry; a line between two entries parts no chronology."""
    page = Page("held.txt", HELD.encode(), MediaType.TEXT, Known())
    found = [(e.type, e.date, e.place) for e in read_page(page, knowledge).events]
    assert found == [
        ("CONSULT", "2003-08-27/2003-08-29", "베이징"),
        ("REJECT", "2003-09-20", None),
        ("CONSULT", "2003-10-22", "평양"),
        ("CONSULT", "2003-12-24", None),
    ]
