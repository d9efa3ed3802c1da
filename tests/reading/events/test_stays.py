"""How long a visit lasts."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG = "왕이 중국 외교부장"

STAYS = [
    (f"{WANG}은 10월 26일까지 나흘간 평양에 머물렀다.", "2024-10-23/2024-10-26", "counted back"),
    (f"{WANG}은 22일 1박 2일 일정으로 북한을 방문했다.", "2024-10-22/2024-10-23", "nights"),
    (f"{WANG}은 21일 사흘 일정으로 북한을 방문했다.", "2024-10-21/2024-10-23", "in words"),
    (
        f"{WANG}은 10월 21일부터 23일까지 북한을 방문했다.",
        "2024-10-21/2024-10-23",
        "both ends",
    ),
    (f"{WANG}은 21일 북한을 방문했다.", "2024-10-21", "nothing is counted"),
    (f"{WANG}이 23일 방북 일정을 마치고 귀국했다.", "2024-10-23", "the one day that is told"),
    (f"북한을 찾은 {WANG}이 23일 2박 3일 일정을 마치고 떠났다.", "2024-10-21/2024-10-23", "over"),
    (f"{WANG}이 23일 귀국했다. 왕 부장은 21일 평양에 왔다.", "2024-10-21/2024-10-23", "in reverse"),
    (
        f"21일 방북한 {WANG}이 일정을 마치고 23일 베이징에 도착했다.",
        "2024-10-21/2024-10-23",
        "home",
    ),
]


@pytest.mark.parametrize(("sentence", "date", "why"), STAYS)
def test_the_days_of_a_stay(sentence: str, date: str, why: str) -> None:
    visits = [e.date for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert visits == [date], why


GUESTS = [
    (f"북한을 방문한 {WANG}이 23일 최선희 외무상과 회담했다.", "2024-10-23", "there on that day"),
    (f"김정은 위원장이 북한을 찾은 {WANG}을 23일 접견했다.", "2024-10-23", "whom one received"),
    (f"북한을 방문한 {WANG}이 23일 서울에서 조현 장관과 만났다.", None, "elsewhere by then"),
    (f"최근 북한을 방문한 {WANG}이 23일 푸틴 대통령과 만났다.", None, "some day before"),
    (f"북한을 방문한 바 있는 {WANG}이 23일 푸틴 대통령과 만났다.", None, "once"),
    (f"북한을 방문한 {WANG}의 초청으로 최선희 외무상이 23일 떠났다.", None, "not who acts"),
]


@pytest.mark.parametrize(("sentence", "date", "why"), GUESTS)
def test_a_guest_is_there_on_the_day_of_what_is_done(
    sentence: str, date: str | None, why: str
) -> None:
    visits = [e for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert [e.date for e in visits if e.place == "북한"] == [date], why


LASTING = [
    ("벌이고 있다.", "as papers write"),
    ("벌이고 있습니다.", "as broadcasters speak"),
    ("벌이고 있다고 한다.", "as it is passed on"),
]


@pytest.mark.parametrize(("ending", "why"), LASTING)
def test_what_goes_on_since_a_day_has_no_end(ending: str, why: str) -> None:
    sentence = f"미국과 한국은 지난 28일부터 동해에서 연합해상훈련을 {ending}"
    (exercise,) = read_paragraphs(sentence).events
    assert exercise.date == "2024-10-28/..", why


def test_who_is_on_the_way_home_has_ended_the_visit() -> None:
    (visit,) = [
        e
        for e in read_paragraphs(
            "최선희 북한 외무상은 지난달 29일 러시아에 도착했다.",
            "최 외무상은 1일 귀국길에 올랐다.",
        ).events
        if e.mode == "visit"
    ]
    assert visit.date == "2024-10-29/2024-11-01"
