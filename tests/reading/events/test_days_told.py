"""When things happened: stays that end, what goes on, ranges, talks on an occasion. Invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

STAYS = [
    (
        "왕이 부장은 1일 평양에 왔다. 양제츠도 2019년 북한을 찾았다. 왕 부장은 4일까지 머문다.",
        [("2024-11-01/2024-11-04", "평양"), ("2019", "북한")],
        "how long one stays, told behind another's visit",
    ),
    (
        "지난달 20일 평양에 온 왕이 부장은 25일 최선희 외무상과 회담한 뒤 귀국길에 올랐다.",
        [("2024-10-20/2024-10-25", "평양")],
        "the day of the talks ends the stay",
    ),
    (
        "왕이 중국 외교부장은 1일 평양에 왔다. 이번 방북은 지난달 두 나라가 합의한 데 따른 것이다.",
        [("2024-11-01", "평양")],
        "the day of what led to it is not its own",
    ),
    (
        "왕이 중국 외교부장은 지난달 20일 평양에 왔으며 25일 몽골로 떠났다.",
        [("2024-10-20/2024-10-25", "평양"), ("2024-10-25", "몽골")],
        "who goes on to another country ends the stay",
    ),
    (
        "왕이 중국 외교부장은 지난달 20일 평양에 왔다. 왕 부장은 23일 몽골로 떠났다.",
        [("2024-10-20/2024-10-23", "평양"), ("2024-10-23", "몽골")],
        "told in the next sentence",
    ),
    (
        "앞서 지난달 20일 평양에 온 왕이 중국 외교부장은 22일 몽골로 떠났다.",
        [("2024-10-20/2024-10-22", "평양"), ("2024-10-22", "몽골")],
        "told in a clause that describes",
    ),
    (
        "왕이 중국 외교부장은 지난 8월 20일 평양에 왔다. 왕 부장은 지난달 23일 몽골로 떠났다.",
        [("2024-08-20", "평양"), ("2024-10-23", "몽골")],
        "two months later it is another journey",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), STAYS)
def test_a_stay_ends_when_one_goes_on(
    sentence: str, expected: list[tuple[str, str]], why: str
) -> None:
    told = [(e.date, e.place) for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert told == expected, why


DAYS = [
    (
        "최선희 외무상은 1일 왕이 부장을 만났다. 통신은 3일 회담 소식을 전했다.",
        ["2024-11-01"],
        "the day of the news is that of telling",
    ),
    (
        "1973년 외교관계를 맺은 북한과 이란은 핵 문제로 미국의 제재를 받는 처지다.",
        ["1973", None],
        "the year of what a clause says had been done",
    ),
    (
        "조선중앙통신은 1일 이란대사관이 김정일 생일(2·16)을 맞아 연회를 열었다고 전했다.",
        [None],
        "neither the feast with its figures in brackets nor the day of the report",
    ),
    (
        "북한은 라오스와 1974년에, 가나와는 1964년에 각각 수교했다.",
        ["1974", "1964"],
        "each of several states has a year",
    ),
    (
        "지난 9월 남북은 추석 이산가족상봉에 합의했다.",
        ["2024-09"],
        "a feast is what the matter is called",
    ),
    (
        "안보리는 지난 1일 회의를 열어 지난달 30일 북한의 미사일 발사를 논의했다.",
        ["2024-10-30", "2024-11-01"],
        "of two days the last is that of the deed which is talked over",
    ),
    (
        "남북은 올 하반기에 열차를 시험운행하고 회의를 이달 12일 평양에서 열기로 합의했다.",
        ["2024-11-12", None],
        "nobody agreed on a day still to come",
    ),
    ("북한은 올해가 다 가기 전에 위성을 발사하겠다고 발표했다.", ["../2024"], "before it goes by"),
    (
        "왕이 부장은 12일까지 평양에 머물며 최선희 외무상과 회담할 예정이다.",
        ["../2024-11-12", None],
        "how long one stays is no day of the talks",
    ),
    (
        "왕이 부장은 다음 달 하노이에서 열리는 회의를 계기로 최선희 외무상과 회담한다.",
        ["2024-12"],
        "the day of the occasion",
    ),
    (
        "북한 외무성이 어제 담화에서 한미 선언을 내정간섭이라고 비난했다.",
        ["2024-11-01"],
        "what it is called parts no clause",
    ),
    (
        "북한은 다음 달 12일부터 16일 사이에 위성을 발사하겠다고 발표했다.",
        ["2024-12-12/2024-12-16"],
        "between two days",
    ),
    (
        "김정은 위원장은 2018년 3월부터 이듬해 1월까지 네 차례 중국을 찾았다.",
        ["2018-03/2019-01"],
        "the year after the first end",
    ),
    (
        "두 나라 관계는 2022년 러시아의 우크라이나 침공을 계기로 가까워졌다.",
        ["2022"],
        "the year is that of the invasion",
    ),
    (
        "북한과 벨라루스는 2022년 러시아의 우크라이나 침공 이후 고립됐다.",
        ["2022"],
        "counted from then",
    ),
    (
        "북한이 지난해 컨테이너 2만 개가 넘는 포탄을 러시아로 보냈다.",
        ["2023"],
        "a clause that measures takes no date",
    ),
    (
        "일본 방위성은 미사일을 내년 3월까지 구마모토에 배치하겠다고 발표했다.",
        ["../2025-03"],
        "no later than a month to come",
    ),
    (
        "몽골이 지난달 20일 표류하던 라오스 어민 세 명을 송환한 것으로 확인됐다.",
        ["2024-10-20"],
        "what had been until then has not the day",
    ),
    (
        "몽골이 지난달 20일 유해가 담긴 상자를 라오스에 넘긴 것으로 확인됐다.",
        ["2024-10-20"],
        "a clause with a subject of its own has not the day of the main one",
    ),
    (
        "몽골이 지난달 20일 채택한 성명을 보고 라오스를 비난한 것으로 확인됐다.",
        [None],
        "a clause that the same one did has it",
    ),
    (
        "최선희 외무상은 지난 3월 취임한 왕이 부장과 회담했다.",
        [None],
        "since when the other one is in office",
    ),
    (
        "몽골이 지난달 20일 라오스와 사무소를 설치하기로 합의한 것으로 확인됐다.",
        ["2024-10-20"],
        "what was agreed on a day that is over",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), DAYS)
def test_the_time_of_one_act(sentence: str, expected: list[str], why: str) -> None:
    assert [e.date for e in read_paragraphs(sentence).events] == expected, why


LEAD = "김여정 노동당 부부장은 지난달 13일 한국을 비난했다."


def test_a_visit_that_is_over_dates_no_arrival() -> None:
    """The minister had been in Mongolia on that day; when the arrival was is unsaid."""
    events = read_paragraphs(
        "지난달 3일 몽골을 방문했던 최선희 북한 외무상은 모스크바에 도착했다."
    ).events
    assert [(e.place, e.date) for e in events] == [("몽골", "2024-10-03"), ("모스크바", None)]


ASKED = [
    (
        "김정은 위원장은 1일 시진핑 주석을 만난 뒤 루카셴코 벨라루스 대통령을 만나 방북을 청했다.",
        {"김정은", "알렉산드르 루카셴코"},
        "the one met last",
    ),
    (
        "윤석열 대통령은 오는 26일 시진핑 주석과 만나 중재를 부탁할 계획이다.",
        {"윤석열", "시진핑"},
        "still to come",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), ASKED)
def test_whom_one_asks(sentence: str, expected: set[str], why: str) -> None:
    asked = [e for e in read_paragraphs(sentence).events if e.type == "REQUEST"]
    assert [{p.name for p in e.participants} for e in asked] == [expected], why


def test_who_shows_that_troops_were_sent_accuses_both() -> None:
    """Troops went to Russia; who makes it known accuses who sent them and who took them."""
    events = read_paragraphs(
        "북한이 지난달 러시아에 병력을 보냈다.", "국가정보원은 1일 파병 사실을 처음 공개했다."
    ).events
    told = [{p.name for p in e.participants} for e in events if e.type == "ACCUSE"]
    assert told == [{"국가정보원", "북한", "러시아"}]


NO_DAY = [
    (LEAD, "김 부부장은 미국을 거듭 비난해 왔다.", "ACCUSE", ["2024-10-13", None], "all along"),
    (
        "라브로프 러시아 외무장관은 지난달 19일 김정은 위원장을 만났다.",
        "앞서 라브로프 장관은 최선희 외무상과도 회담했다.",
        "CONSULT",
        ["2024-10-19", None],
        "another meeting, on a day unsaid",
    ),
    (
        "라브로프 러시아 외무장관은 지난달 19일 김정은 위원장을 만났다.",
        "라브로프 장관은 이날 최선희 외무상과도 회담했다.",
        "CONSULT",
        ["2024-10-19", "2024-10-19"],
        "on the same day, as it is said",
    ),
    (
        "라브로프 러시아 외무장관은 지난달 19일 김정은 위원장을 만났다.",
        "그는 박태성 내각 총리도 만났고 해방탑에 헌화했다.",
        "CONSULT",
        ["2024-10-19", None, None],
        "whom else one met and where one laid a wreath",
    ),
    (
        "라브로프 러시아 외무장관은 지난달 18일부터 20일까지 평양을 방문했다.",
        "라브로프 장관은 최선희 외무상을 만났다.",
        "CONSULT",
        ["2024-10-18/2024-10-20", "2024-10-18/2024-10-20"],
        "on one of the days that the page names",
    ),
    (
        "라브로프 러시아 외무장관은 지난달 18일 평양에 도착했다.",
        "라브로프 장관은 최선희 외무상을 만났다.",
        "CONSULT",
        ["2024-10-18", None],
        "some time after the arrival",
    ),
]


@pytest.mark.parametrize(("lead", "then", "kind", "expected", "why"), NO_DAY)
def test_no_day_is_carried(
    lead: str, then: str, kind: str, expected: list[str | None], why: str
) -> None:
    told = [e.date for e in read_paragraphs(lead, then).events if e.type == kind]
    assert told == expected, why


OCCASIONS = [
    (
        "미국과 북한은 지난달 12일 평양에서 열린 협상에서 감시 방법에 합의했다.",
        ("2024-10-12", "평양"),
        "talks held there",
    ),
    (
        "최선희 북한 외무상은 지난달 12일 모스크바에서 열린 회의에서 미국을 비난했다.",
        ("2024-10-12", "모스크바"),
        "what was said at the meeting",
    ),
    (
        "조현 외교부 장관은 1일 뉴욕 유엔총회를 계기로 왕이 중국 외교부장과 회담했다.",
        ("2024-11-01", "뉴욕"),
        "on the occasion of a congress",
    ),
    (
        "윤석열 대통령은 오는 26일 서울 핵안보정상회의를 계기로 시진핑 주석과 만난다.",
        ("2024-11-26", "서울"),
        "still to come",
    ),
    (
        "북한과 일본은 지난 5월 하순 스톡홀름에서 조사와 제재 완화를 맞바꾸기로 합의했다.",
        ("2024-05-21/2024-05-31", "스톡홀름"),
        "a time gone by is that of the agreement",
    ),
    (
        "남북은 1일 통일각에서 열린 회담에서 내용을 포함해 세 항이 담긴 공동보도문을 채택했다.",
        ("2024-11-01", "통일각"),
        "other clauses stand between the talks and the paper",
    ),
    (
        "북한과 일본은 지난달 26∼28일 스웨덴에서 열린 협의에서 이에 상응하는 제재 해제에 합의했다.",
        ("2024-10-26/2024-10-28", "스웨덴"),
        "a clause that describes the matter takes no day from the talks",
    ),
    (
        "남북은 1일 판문점 통일각에서 고위급회담을 가진 뒤 공동보도문을 채택했다.",
        ("2024-11-01", "판문점 통일각"),
        "after the talks, on their day",
    ),
    (
        "북한은 지난달 말 선양에서 열린 북일 국장급 협의 때 협상을 일본에 제안했다.",
        ("2024-10-21/2024-10-31", "선양"),
        "at the time of the talks",
    ),
    (
        "윤석열 대통령은 1일 38분 간 청와대 본관 접견실에서 왕이 외교부장을 만나 설명을 들었다.",
        ("2024-11-01", "청와대 본관 접견실"),
        "how long stands before where",
    ),
    (
        "김정은 국무위원장이 1일 노동당 중앙위원회 본부청사에서 왕이 중국 외교부장을 접견했다.",
        ("2024-11-01", "노동당 중앙위원회 본부청사"),
        "a building named after its body",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), OCCASIONS)
def test_what_is_done_on_an_occasion(sentence: str, expected: tuple[str, str], why: str) -> None:
    told = [(e.date, e.place) for e in read_paragraphs(sentence).events]
    assert told[-1] == expected, why


OPENED = [
    ("국무부 관계자는 1일 “도발을 멈추라”고 답했다.", "2024-11-01", "one of its offices"),
    ("중국 외교부 대변인은 1일 “대화하라”고 답했다.", None, "an office of another state"),
]


@pytest.mark.parametrize(("sentence", "date", "why"), OPENED)
def test_what_a_state_is_said_to_do_first_has_the_day_of_its_office(
    sentence: str, date: str | None, why: str
) -> None:
    events = read_paragraphs("미국은 북한의 미사일 발사를 규탄했다.", sentence).events
    assert [e.date for e in events if e.type == "ACCUSE"] == [date], why
