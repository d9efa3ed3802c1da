"""The date of a happening; all pages are of 2024-11-02."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG, CHOE = "왕이 중국 외교부장", "최선희 북한 외무상"

DATES = [
    (
        f"{WANG}은 오늘 평양에 도착한 뒤 {CHOE}을 만났다.",
        "meeting",
        "2024-11-02",
        "no later day is",
    ),
    (
        "정부는 2022년에 북한이 병력을 러시아에 보냈다고 밝혔다.",
        "troops",
        "2022",
        "a year is of what was done, not of the word about it",
    ),
    (f"{WANG}이 {CHOE}과 회담을 연 것은 1일 오후였다.", "meeting", "2024-11-01", "told behind 것"),
    (f"{WANG}이 {CHOE}을 만난 때는 지난 1일이었다.", "meeting", "2024-11-01", "told behind 때"),
    (
        f"{WANG}이 {CHOE}과 회담한 다음 날인 2일 비가 내렸다.",
        "meeting",
        "2024-11-01",
        "the day before the one told",
    ),
    (
        f"1일 열린 {WANG}과 {CHOE}의 회담 뒤 양측은 공동보도문을 냈다.",
        "meeting",
        "2024-11-01",
        "the day on which the talks were held",
    ),
    (f"{WANG}은 전날 평양에 도착한 {CHOE}과 회담했다.", "meeting", None, "when one came"),
    (f"{WANG}은 1일 평양을 방문한 {CHOE}과 회담했다.", "meeting", "2024-11-01", "on the visit"),
    (
        "성명에는 국방부가 1일 발표한 북한군의 러시아 파병 이야기가 없었다.",
        "troops",
        None,
        "the day on which it was made known",
    ),
    (
        f"{WANG}은 {CHOE}을 만나 내년 교류를 논의했으며 해방탑에 헌화했다.",
        "ceremony",
        None,
        "nothing was done in a year to come",
    ),
    (
        "지난주 루덴코 러시아 외무차관은 모스크바가 김정은 위원장의 방러를 준비한다고 밝혔다.",
        "visit",
        None,
        "nothing is to come in a week gone by",
    ),
    ("북한 외무성은 1일 몽골에 보복하겠다고 위협했다.", None, "2024-11-01", "before the words"),
    (
        "정부는 북한 외무성이 1일 몽골에 보복하겠다고 위협했다고 2일 밝혔다.",
        None,
        "2024-11-01",
        "before the words, of those who speak them",
    ),
    (
        "북한 외무성이 1일 몽골에 도발을 멈추라고 촉구한 데 이어 행사를 열었다.",
        None,
        "2024-11-01",
        "before what is asked for, of who asks",
    ),
    (
        "북한 외무성이 지난 9월에도 몽골이 합의를 어겼다고 비난한 바 있다.",
        None,
        "2024-09",
        "behind who blames, before who is blamed",
    ),
    (
        "정부는 2일 북한 외무성이 1일 몽골에 도발을 멈추라고 촉구했다고 밝혔다.",
        None,
        "2024-11-01",
        "behind the last one who speaks",
    ),
    (
        "북한은 1일 지난해 붙잡은 몽골 국적 선원 두 명을 석방했다.",
        None,
        "2024-11-01",
        "of two times the first; the other is that of the clause",
    ),
    (
        "조선중앙통신은 2일, 북한 고위급 대표단은 곧 몽골을 방문할 예정이라고 보도했다.",
        "visit",
        None,
        "the report's, though nobody is named in the delegation",
    ),
    (
        f"조선중앙통신은 2일 {CHOE}이 회의에 참석하기 위해 몽골을 방문했다고 보도했다.",
        "visit",
        None,
        "the report's, though the visitor stands in a clause between",
    ),
    (
        "북한은 지난 9월에도 홍수 피해를 본 몽골에 의약품을 보냈다.",
        None,
        "2024-09",
        "told with 에 before a clause that describes",
    ),
    (
        "북한은 5일 몽골과 직항로 개설에 합의할 예정이다.",
        None,
        "2024-11-05",
        "the day of the agreement that is to come",
    ),
    (f"{WANG}이 1일 {CHOE}과 회담했다.", "meeting", "2024-11-01", "its own"),
    (
        f"{WANG}은 추석 계기 행사를 논의하는 {CHOE}과의 회담을 가졌다.",
        "meeting",
        None,
        "an occasion",
    ),
    (
        f"{CHOE}이 지난달 29일 평양을 찾은 {WANG}을 만났다.",
        "meeting",
        "2024-10-29",
        "the day of the visit",
    ),
    (
        f"조선중앙통신은 2일 {WANG}이 {CHOE}과 회담했다고 보도했다.",
        "meeting",
        None,
        "the day of the report is not the day of the meeting",
    ),
    (
        f"조선중앙통신은 2일 {WANG}이 1일 {CHOE}과 회담했다고 보도했다.",
        "meeting",
        "2024-11-01",
        "the inner one",
    ),
    (f"지난 9월 {WANG}과 {CHOE}의 회담이 떠오른다.", "meeting", "2024-09", "before a noun"),
    (
        "북한은 1일 한국에 회담을 3일 열 것을 제의했다.",
        None,
        "2024-11-01",
        "behind what is to be done: the day of the doing",
    ),
    (
        f"3일 베이징에서 열릴 {WANG}과 {CHOE}의 회담이 눈길을 끈다.",
        "meeting",
        "2024-11-03",
        "in the clause that describes the noun",
    ),
    (f"{WANG}은 31일 평양을 떠났다.", "visit", "../2024-10-31", "the end of a stay"),
    (
        f"{WANG}은 12월 1일 이전에 평양을 방문할 예정이다.",
        "visit",
        "../2024-12-01",
        "before a day to come",
    ),
    (
        f"{CHOE}이 베이징역에서 저우언라이 총리의 1971년 평양 방문을 기념하는 제막식에 참석했다.",
        "ceremony",
        None,
        "the year of what is remembered is not that of the ceremony",
    ),
    (f"{WANG}의 방북은 5년 만이다.", "visit", None, "how long is not when"),
    (
        f"평양을 방문하고있는 {WANG}과 {CHOE}사이의 회담이 1일 열렸다.",
        "visit",
        "2024-11-01",
        "the guest was there on the day of the talks",
    ),
]


DATES += [
    (
        f"{CHOE}이 1일 의원들로 구성된 러시아 대표단을 만났다.",
        "meeting",
        "2024-11-01",
        "what says of whom a thing consists has no day of its own",
    ),
    (
        f"{CHOE}이 지난 5월 총리로 지명된 미하일 미슈스틴을 만났다.",
        "meeting",
        None,
        "of two readings none: when he was named is not when they met",
    ),
    (
        f"{WANG}은 지난해 6월 방북 당시 {CHOE}과 회담한 바 있다.",
        "meeting",
        "2023-06",
        "then was when they met",
    ),
    (
        f"{CHOE}은 지난해 6월 방중 당시 약속한 대로 {WANG}과 회담했다.",
        "meeting",
        None,
        "what was promised then was kept later",
    ),
    (
        f"{WANG}은 지난달 5일 평양을 찾았을 때 {CHOE}과 회담했다.",
        "meeting",
        "2024-10-05",
        "that day",
    ),
    (f"{WANG}은 30일 평양을 떠날 때까지 {CHOE}과 회담하지 못했다.", "meeting", None, "until a day"),
    (
        f"관계는 지난 9월 {WANG}이 평양을 방문하면서 풀렸다.",
        "visit",
        "2024-09",
        "relations report nothing, so the month is that of the visit",
    ),
    (
        f"당국자는 지난 9월 {WANG}이 평양을 방문했다고 말했다.",
        "visit",
        None,
        "behind who tells it may be the day of the telling",
    ),
    (
        f"평양을 방문 중인 {WANG}이 1일 {CHOE}과 회담했다고 통신이 2일 보도했다.",
        "visit",
        "2024-11-01",
        "there on the day of the talks, not on that of the report",
    ),
    (f"{WANG}은 방북 일정을 마치고 31일 평양을 떠났다.", "visit", "../2024-10-31", "its last day"),
]


@pytest.mark.parametrize(("sentence", "mode", "expected", "why"), DATES)
def test_date(sentence: str, mode: str, expected: str | None, why: str) -> None:
    dates = [e.date for e in read_paragraphs(sentence).events if e.mode == mode]
    assert dates == [expected], why


ACTS = [
    (
        "트럼프 대통령은 1일 기자회견에서 북한이 미국에 제재 해제를 요구했다고 밝혔다.",
        "REQUEST",
        None,
        "the day of the words is not that of the demand told of",
    ),
    (
        "말레이시아 정부가 강철 북한대사를 기피인물로 지정하고 이틀 안에 떠나라고 1일 명령했다.",
        "SANCTION",
        "2024-11-01",
        "one day for what one subject does",
    ),
    (
        "일본 정부는 북한에 항의하고 1일 독자 제재를 발표했다.",
        "PROTEST",
        None,
        "the day before an object may be that of the second act alone",
    ),
    (
        "일본 정부는 북한에 항의하고 대사는 도쿄로 1일 돌아갔다.",
        "PROTEST",
        None,
        "another acts on that day",
    ),
    (
        "북한 외무성은 지난달 21일 열린 한미 정상회담을 비난하며 맞서겠다고 밝혔다.",
        "ACCUSE",
        None,
        "a day past beside what is judged",
    ),
    (
        "북한 외무성은 1일 재개된 한미 연합훈련을 비난했다.",
        "ACCUSE",
        "2024-11-01",
        "of yesterday it may be the day of the words",
    ),
    (
        "북한은 2019년 4월 미사일을 쏘았고, 유엔 안보리가 이를 규탄하자 회담을 거부했다.",
        "ACCUSE",
        None,
        "what others said of it long ago, on a day unsaid",
    ),
    (
        "북한과 말레이시아는 1973년 수교했지만, 김정남 사건 이후 대사를 서로 추방했다.",
        "SANCTION",
        None,
        "timed by something else",
    ),
    (
        "국무부는 2019년 북한이 무기를 판다고 주장했으나, 외무성은 “꾸며낸 일”이라고 일축했다.",
        "REJECT",
        None,
        "the year of what is answered",
    ),
]


@pytest.mark.parametrize(("sentence", "kind", "expected", "why"), ACTS)
def test_date_told_behind_the_act(sentence: str, kind: str, expected: str | None, why: str) -> None:
    dates = [e.date for e in read_paragraphs(sentence).events if e.type == kind]
    assert dates == [expected], why


def test_a_month_beside_what_is_to_come_is_not_that_of_the_talks() -> None:
    events = read_paragraphs(
        f"{WANG}은 1일 평양을 방문했다.",
        f"왕이 부장은 이번 방문에서 11월 정상회담 의제를 {CHOE}과 협의했다.",
    ).events
    dates = [e.date for e in events if {p.name for p in e.participants} >= {"왕이", "최선희"}]
    assert dates
    assert "2024-11" not in dates


def test_the_day_of_a_report_on_a_visit_is_not_that_of_the_visit() -> None:
    events = read_paragraphs(
        f"{WANG}이 평양을 방문했다.", "왕이 부장은 2일 방북 결과를 발표한다."
    ).events
    assert [e.date for e in events if e.mode == "visit"] == [None]


def test_a_guest_told_of_on_one_day_came_on_another() -> None:
    events = read_paragraphs(
        f"평양을 방문 중인 {WANG}이 1일 {CHOE}과 회담했다.",
        "왕이 부장은 지난달 31일 평양국제비행장에 도착했다.",
    ).events
    assert [(e.date, e.place) for e in events if e.mode == "visit"] == [("2024-10-31/..", "평양")]


def test_a_sight_seen_is_a_day_of_the_stay() -> None:
    events = read_paragraphs(
        f"{WANG}은 지난달 31일 평양에 도착했다.",
        "왕이 부장은 1일 금수산태양궁전을 찾았다.",
    ).events
    assert [e.date for e in events if e.mode == "visit"] == ["2024-10-31"]


STAYS = [
    (
        f"{WANG}은 1일부터 이틀간 평양을 방문해 {CHOE}과 회담했다.",
        "2024-11-01/2024-11-02",
        "either day",
    ),
    (f"{WANG}은 1일 평양을 방문해 {CHOE}과 회담했다.", "2024-11-01", "the day of the visit"),
    (f"{WANG}과 {CHOE}이 1일부터 이틀간 회담했다.", "2024-11-01/2024-11-02", "talks of two days"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), STAYS)
def test_days_of_talks(sentence: str, expected: str, why: str) -> None:
    dates = [e.date for e in read_paragraphs(sentence).events if e.mode == "meeting"]
    assert dates == [expected], why


def test_a_dinner_in_another_town_was_on_a_day_unsaid() -> None:
    events = read_paragraphs(
        f"{WANG}은 지난달 30일 평양을 방문했다.",
        f"{CHOE}은 베이징에서 {WANG}을 위해 만찬을 열었다.",
    ).events
    assert [e.date for e in events if e.mode == "reception"] == [None]


def test_what_is_pointed_at_has_no_day_before_it() -> None:
    events = read_paragraphs(
        f"{WANG}은 지난달 30일 평양을 방문했다.",
        "한국 국방부는 1일 이번 방문이 결의 위반이라고 비판했다.",
    ).events
    assert [e.date for e in events if e.mode == "visit"] == ["2024-10-30"]


def test_the_day_of_an_announcement_is_not_that_of_what_both_did() -> None:
    events = read_paragraphs(
        "러시아와 북한이 모스크바에서 회담했다.",
        "러시아 국방부는 1일 성명에서 양측이 의정서에 서명했다고 발표했다.",
    ).events
    assert [e.date for e in events if e.mode == "sign"] == [None]


ENDS = [
    (
        f"평양을 방문 중인 {WANG}은 지난달 30일 평양에 도착했다.",
        "2024-10-30/..",
        "still there",
    ),
    (f"{WANG}은 1일 평양에 도착해 4일까지 머문다.", "2024-11-01/2024-11-04", "until when"),
    (f"{WANG}은 1일 평양에 도착했다.", "2024-11-01", "until when is unsaid"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), ENDS)
def test_days_of_a_stay(sentence: str, expected: str, why: str) -> None:
    dates = [e.date for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert dates == [expected], why


def test_a_visit_announced_for_days_lasts_them() -> None:
    events = read_paragraphs(
        f"{WANG}은 1일 평양에 도착했다.",
        "중국 외교부는 왕이 부장이 1일부터 4일까지 북한을 방문한다고 발표했다.",
    ).events
    assert [e.date for e in events if e.mode == "visit"] == ["2024-11-01/2024-11-04"]
