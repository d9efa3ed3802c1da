"""When a stay was over, which of its days is meant, and what lies weeks back. Invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs
from haengbo.model.reading import Status

PUBLISHED = "2024-05-12"

ENDS = [
    (
        "리명수 북한 외무성 부상이 나흘간의 라오스 방문을 마치고 11일 베이징으로 빠져나왔다.",
        "2024-05-08/2024-05-11",
        "whatever the verb, it is a way to somewhere",
    ),
    (
        "리명수 북한 외무성 부상이 라오스 방문을 마치고 11일 한국에 사과를 요구했다.",
        None,
        "what else was done on a day says nothing of the end",
    ),
    (
        "몽골을 방문했던 북한 보건성 대표단이 11일 평양으로 돌아왔다.",
        "../2024-05-11",
        "who has been there is home again",
    ),
    (
        "전날 방북한 몽골 대통령은 13일 울란바토르로 돌아갈 예정이다.",
        "2024-05-11/2024-05-13",
        "who will leave ends a stay that has begun",
    ),
    (
        "리명수 북한 부상은 10일 라오스에 도착했다. 부상은 방문을 마치고 13일 돌아올 예정이다.",
        "2024-05-10/2024-05-13",
        "a visit that is to end later has begun",
    ),
    (
        "김성호 북한 국방상은 10일 모스크바에 도착했다. 국방상은 13일 모스크바를 떠난다.",
        "2024-05-10/2024-05-13",
        "leaving the town that one came to",
    ),
    (
        "엘벡도르지 몽골 대통령이 10일 평양에 도착해 나흘간의 국빈방문 일정에 들어갔다.",
        "2024-05-10/2024-05-13",
        "who came has begun so many days",
    ),
    (
        "왕이 중국 외교부장이 오는 18일 평양을 찾는다. 왕 부장은 21일까지 머물 예정이다.",
        "2024-05-18/2024-05-21",
        "until when he will stay is told in the next sentence",
    ),
    (
        "통룬 라오스 주석은 2일 평양을 찾았다. 통룬 주석은 10일에도 평양에 왔으며 11일 떠났다.",
        "2024-05-02",
        "of two stays the later ends",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), ENDS)
def test_a_stay_ends_by_how_one_goes_on(text: str, expected: str | None, why: str) -> None:
    events = read_paragraphs(text, published=PUBLISHED).events
    assert next(e.date for e in events if e.mode == "visit") == expected, why


MEANT = [
    ("9∼11일 북한을 방문해 둘째 날 김정은 국무위원장과 회담했다", "2024-05-10", "the second"),
    ("9일부터 사흘간 방북해 마지막 날 김정은 국무위원장을 만났다", "2024-05-11", "the last"),
    ("9일부터 2박 3일간 방북해 이튿날 김정은 국무위원장을 만났다", "2024-05-10", "the next"),
    (
        "오는 18일 평양을 찾는다. 통룬 주석은 21일까지 머물며 김정은 위원장과 회담할 예정이다",
        "2024-05-18/2024-05-21",
        "any of the days from arrival to departure",
    ),
    ("9일 평양에 도착해 머무는 동안 김정은 국무위원장과 회담한다", None, "any of them"),
]


@pytest.mark.parametrize(("told", "expected", "why"), MEANT)
def test_which_day_of_a_stay_is_meant(told: str, expected: str | None, why: str) -> None:
    events = read_paragraphs(f"통룬 라오스 주석은 {told}.", published=PUBLISHED).events
    assert [e.date for e in events if e.mode == "meeting"] == [expected], why


LATER = [
    (
        "북한은 2017년 11월 미사일을 쏜 뒤 유엔이 제재를 결의하자 이를 배격했다.",
        "REJECT",
        None,
        "others acted in between, years ago",
    ),
    (
        "북한이 11일 미사일을 발사하자 일본 정부는 북한을 규탄했다.",
        "ACCUSE",
        "2024-05-11",
        "news of one day",
    ),
    (
        "북한은 지난 3월 로켓을 발사한 뒤 대화에서 떠나겠다고 선언했고, 4월 25일에는 다시 쏘았다.",
        "REJECT",
        "2024-03",
        "not the day of what was done next",
    ),
    (
        "쿠웨이트는 10일 서창식 북한 대사에게 한 달 안에 출국할 것을 통보했다.",
        "SANCTION",
        "2024-05-10",
        "by when another is to do it",
    ),
    (
        "통신은 지난달 30일 북한이 미사일을 팔았다고 보도했으나, 이란 국방부는 이를 부인했다.",
        "REJECT",
        None,
        "an answer on a day unsaid",
    ),
    (
        (
            "북한은 지난 2월 미사일을 쐈고 지난 3월 푸틴 대통령이 평양을 찾았다."
            " 푸틴 대통령은 당시 김정은 위원장과 공동선언에 서명했다."
        ),
        "AGREE",
        "2024-03",
        "then, behind who acts: when the same had come",
    ),
    (
        "리명수 부상은 10일 라오스 외교차관과 회담하고 2024년도 교류계획서에 서명했다.",
        "AGREE",
        "2024-05-10",
        "the year of the paper is part of its name",
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected", "why"), LATER)
def test_what_an_earlier_date_does_not_date(
    text: str, kind: str, expected: str | None, why: str
) -> None:
    events = read_paragraphs(text, published=PUBLISHED).events
    assert {e.date for e in events if e.type == kind} <= {expected}, why


OVER = [
    (
        "전문가는 “김정은 위원장의 지난해 방러에 대한 답방이 이뤄질 가능성이 있다”고 전망했다.",
        Status.OCCURRED,
        "a visit of last year is over",
    ),
    ("김정은 위원장의 지난달 방러 계획은 미뤄질 것으로 보인다.", None, "a plan is none"),
    (
        "북한은 2022년 3월 미사일을 발사한 뒤 약속을 더는 지키지 않겠다고 선언했다.",
        Status.OCCURRED,
        "what was done before the vow",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), OVER)
def test_what_is_recalled_is_over(text: str, expected: Status | None, why: str) -> None:
    told = [e.status for e in read_paragraphs(text, published=PUBLISHED).events]
    assert (Status.OCCURRED in told) is (expected is Status.OCCURRED), why


def test_what_is_signed_when_talks_of_days_are_over_is_signed_on_their_last() -> None:
    events = read_paragraphs(
        "북한과 라오스는 5일부터 7일까지 비엔티안에서 경제공동위원회 회의를 열었다.",
        "회의가 끝난 뒤 양측은 의정서에 서명했다.",
        published=PUBLISHED,
    ).events
    assert [(e.date, e.place) for e in events if e.mode == "sign"] == [("2024-05-07", "비엔티안")]
