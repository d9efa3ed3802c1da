"""Acts against somebody: told of in many ways, and what only looks like one. All invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs
from haengbo.model.reading import EventReport


def told(event: EventReport) -> tuple[str, str | None, list[str], list[str]]:
    sources = sorted(p.name for p in event.participants if p.role != "target")
    targets = sorted(p.name for p in event.participants if p.role == "target")
    return event.type, event.mode, sources, targets


ACTS = [
    (
        "유엔 안전보장이사회는 일본이 권고를 무시하고 시험을 강행한 것을 규탄했다.",
        [("ACCUSE", None, ["유엔 안전보장이사회"], ["일본"])],
        "the subject of what is condemned is not who condemns",
    ),
    (
        "정부는 “일본의 발사는 유엔 안보리 결의 위반으로, 이를 규탄한다”고 밝혔다.",
        [("ACCUSE", None, ["한국"], ["일본"])],
        "whose launch it is, not the body whose resolution it breaks",
    ),
    (
        "최선희 북한 외무상이 일본과의 대화 가능성을 일축하는 담화를 냈다.",
        [("REJECT", None, ["최선희"], ["일본"])],
        "who dismisses talks denies no meeting",
    ),
    (
        "일본의 제의를 거부한 최선희 북한 외무상의 담화가 4일 나왔다.",
        [("REJECT", None, ["최선희"], ["일본"])],
        "the author of the text that the clause describes",
    ),
    (
        "북한은 일본의 대화 제의에 대해 잇따라 거부 의사를 밝혔다.",
        [("REJECT", None, ["북한"], ["일본"])],
        "a noun of refusal",
    ),
    (
        "최선희 외무상은 “일본의 요구는 받아들일 수 없다”고 말했다.",
        [("REJECT", None, ["최선희"], ["일본"])],
        "not to be accepted",
    ),
    (
        "최선희 외무상은 “선을 넘으면 값을 치를 것”이라고 위협했다.",
        [("THREATEN", None, ["최선희"], [])],
        "a threat against whomever it may concern",
    ),
    (
        "정부는 개인 두 명과 기관 세 곳을 대북 독자제재 대상으로 지정했다.",
        [("SANCTION", None, ["한국"], ["북한"])],
        "the word itself says against whom",
    ),
    (
        "유엔 안전보장이사회는 새 대북제재 결의를 만장일치로 채택했다.",
        [("SANCTION", None, ["유엔 안전보장이사회"], ["북한"])],
        "a resolution is adopted",
    ),
    (
        "외교부는 일본대사를 초치했다. 외교부는 일본에 조사를 촉구했다.",
        [("PROTEST", None, ["한국 외교부"], ["일본"])],
        "an envoy without a name stands for the state; what is said at the protest is part of it",
    ),
    (
        "북한군은 9일 서해로 해안포 십여 발을 쏘았다.",
        [("ASSAULT", "strike", ["북한군"], [])],
        "artillery into the sea",
    ),
    (
        "한미 양국은 10일 자유의 방패 연습을 시작했다.",
        [("MOBILIZE", "exercise", ["미국", "한국"], [])],
        "an exercise by its name",
    ),
    (
        "북한은 일본이 헬기를 동원해 실시한 훈련을 비난했다.",
        [("ACCUSE", None, ["북한"], ["일본"])],
        "the topic acts, the subject belongs to the relative clause and its chained verb",
    ),
    (
        "북한 해커들이 지난 4일 일본 거래소에서 가상자산을 훔쳤다고 일본 경찰이 밝혔다.",
        [("ASSAULT", None, ["북한"], [])],
        "people of a state who act for it",
    ),
    (
        "중국 외교부 대변인은 일본이 약속을 어겼고 미국은 이를 도왔다고 비난했다.",
        [("ACCUSE", None, ["중국 외교부"], ["미국", "일본"])],
        "whose words they are, not who acts in them; an office for its unnamed official",
    ),
    (
        "이스라엘은 이란이 공격하자 안보리 회의 소집을 유엔에 요청했다.",
        [("REQUEST", None, ["이스라엘"], ["유엔"])],
        "who attacks is only the occasion",
    ),
    (
        "유엔 안전보장이사회는 대북 유류 제재를 강화하는 결의안을 채택했다.",
        [("SANCTION", None, ["유엔 안전보장이사회"], ["북한"])],
        "a resolution without a number against whom the word says",
    ),
    (
        "외교부는 4일 일본대사를 불러 조사를 요구했다.",
        [("PROTEST", None, ["한국 외교부"], ["일본"])],
        "an envoy is called in to hear a demand",
    ),
    (
        "결의안은 러시아의 거부권으로 무산됐다.",
        [("REJECT", None, ["러시아"], [])],
        "whose veto it was",
    ),
    (
        "최선희 외무상은 “일본이 국제법을 위반했다”고 말했다.",
        [("ACCUSE", None, ["최선희"], ["일본"])],
        "who is said to have broken the law",
    ),
    (
        "전선에서 싸운 북한군의 모습이 나왔다.",
        [("MOBILIZE", "troops", ["북한군"], [])],
        "the genitive right behind the verb acted",
    ),
    (
        "국정원은 23일 북한군 3천여 명이 러시아에 있다고 밝혔다.",
        [("MOBILIZE", "troops", ["북한"], ["러시아"])],
        "where troops are, however many",
    ),
    (
        "일본은 북한 회사 다섯 곳의 자산을 동결했다.",
        [("SANCTION", None, ["일본"], ["북한"])],
        "assets are frozen",
    ),
    (
        "일본은 미사일을 발사하는 도발을 감행한 북한을 규탄했다.",
        [("ASSAULT", "missile-test", ["북한"], []), ("ACCUSE", None, ["일본"], ["북한"])],
        "whom the outer clause describes did what the inner one tells",
    ),
    (
        "러시아 외무부 대변인은 이번 회의를 “광대극”이라고 비난했다.",
        [("ACCUSE", None, ["러시아 외무부"], [])],
        "nobody is named against whom",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), ACTS)
def test_an_act_is_found(
    text: str, expected: list[tuple[str, str | None, list[str], list[str]]], why: str
) -> None:
    assert [told(e) for e in read_paragraphs(text).events] == expected, why


NO_ACTS = [
    ("김도윤 한빛연구소 연구위원은 “일본은 실패했다”고 비판했다.", "an expert only comments"),
    ("김도윤 한빛연구소 연구위원은 “일본이 나설 것”이라고 경고했다.", "an expert only foresees"),
    ("최선희 외무상은 “일본이 국제법을 위반하지 않았다”고 말했다.", "nobody is accused"),
    ("대북제재 회피에 관여한 배가 항구에 들어왔다.", "sanctions are only named"),
    ("정부는 대북제재 이행을 강조했다.", "sanctions are only named"),
    ("북한의 반발을 비난하지 않았다.", "nothing was said"),
    ("중국의 성명은 일본을 비난하지는 않되 자제를 바랐다.", "nothing was said"),
    ("한국과 일본은 머리를 맞대야 한다.", "what ought to happen"),
    ("공보문에 북한군 파병에 대한 언급은 없었다.", "what is not spoken of is a topic"),
    ("양측은 북한군 파병 문제에 침묵했다.", "what is passed over is a topic"),
]


@pytest.mark.parametrize(("text", "why"), NO_ACTS)
def test_no_act_is_found(text: str, why: str) -> None:
    assert read_paragraphs(text).events == (), why


COUNTED = [
    ("북한의 이번 발사는 지난달 4일 방사포를 쏜 이후 20일 만이다.", "2024-10-04"),
    ("북한이 미사일을 발사한 것은 지난달 4일 이후 20일 만이다.", "2024-10-04"),
    ("북한의 미사일 발사는 지난달 4일 방사포를 쏜 지 20일 만이다.", "2024-10-04"),
]


@pytest.mark.parametrize(("text", "date"), COUNTED)
def test_a_launch_that_the_next_is_counted_from(text: str, date: str) -> None:
    found = [e.date for e in read_paragraphs(text).events if e.mode == "missile-test"]
    assert date in found


def test_the_day_before_what_is_answered_is_that_of_the_answer() -> None:
    found = read_paragraphs("정부는 8일 북한의 미사일 시험발사에 대응해 훈련을 했다.").events
    assert [e.date for e in found if e.mode == "missile-test"] == [None]


def test_a_state_and_its_ministry_impose_one_sanction() -> None:
    found = read_paragraphs(
        "정부는 1일 북한 회사 한 곳을 제재 대상으로 지정하기로 했다.",
        "외교부는 이 회사를 제재 대상에 추가했다고 밝혔다.",
    ).events
    assert [(e.type, e.status.value) for e in found] == [("SANCTION", "occurred")]


STATUSES = [
    (
        "김도윤 한빛연구소 연구위원은 “북한은 연말까지 미사일을 시험발사할 것”이라고 내다봤다.",
        "predicted",
        "what an expert foresees, quotation mark between 것 and 이라고",
    ),
    ("왕이 중국 외교부장은 가장 이른 때에 평양을 찾겠다고 했다.", "planned", "a will"),
    ("북러 연합훈련은 없었다.", "not_occurred", "it did not take place"),
    ("북한은 러시아에 병력을 파병한 것으로 추정된다.", "alleged", "a conjecture about the past"),
    ("우크라이나는 북한군이 쿠르스크 전투에 투입됐다고 주장했다.", "alleged", "a claim"),
    ("북한군이 쿠르스크 전투에 참가했다는 첩보가 있다.", "alleged", "a rumour"),
]


@pytest.mark.parametrize(("text", "status", "why"), STATUSES)
def test_how_it_stands(text: str, status: str, why: str) -> None:
    assert [e.status.value for e in read_paragraphs(text).events] == [status], why


def test_what_is_still_to_come_does_not_date_the_words_against_it() -> None:
    found = read_paragraphs("최선희 외무상은 한미가 오는 20일 여는 훈련을 두고 비난했다.").events
    assert [e.date for e in found if e.type == "ACCUSE"] == [None]


def test_troops_named_without_whose_or_whither_are_no_event_of_their_own() -> None:
    assert read_paragraphs("북한과 러시아는 가깝다.", "파병은 뜻밖이었다.").events == ()


WE = [
    (
        "일본은 지난달 우리에게 대화를 제의하였다.",
        [("REQUEST", None, ["일본"], ["북한"])],
        "우리 in somebody's words is the speaker's state",
    ),
    (
        "우리는 일본과의 그 어떤 접촉도 거부할것이다.",
        [("REJECT", None, ["최선희"], ["일본"])],
        "the future in a statement is the act itself; 일본과의 is no subject",
    ),
    (
        "일본 총리는 우리의 립장을 받아들일수 없다고 떠들었다.",
        [("REJECT", None, ["이시바 시게루"], ["북한"])],
        "whose position it is",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), WE)
def test_the_own_we_takes_part(
    text: str, expected: list[tuple[str, str | None, list[str], list[str]]], why: str
) -> None:
    opening = "최선희 북한 외무상은 2일 다음과 같은 담화를 발표하였다."
    assert [told(e) for e in read_paragraphs(opening, text).events] == expected, why


def test_who_only_stands_by_is_no_target() -> None:
    found = read_paragraphs("미국은 유엔 회의에서 중국, 일본과 함께 이란을 규탄했다.").events
    assert [told(e) for e in found] == [("ACCUSE", None, ["미국"], ["이란"])]


def test_what_an_official_and_the_office_say_is_one_act() -> None:
    found = read_paragraphs(
        "미국 국무부는 이란의 발사를 규탄했다.",
        "존 밀러 미국 국무부 대변인은 “미국은 이란의 발사를 규탄한다”고 말했다.",
    ).events
    assert [e.type for e in found if e.type == "ACCUSE"] == ["ACCUSE"]


def test_the_sides_of_an_exercise_are_those_of_its_name() -> None:
    found = read_paragraphs("한미 연합훈련을 앞두고 북한이 담화를 냈다.").events
    assert [told(e)[2] for e in found] == [["미국", "한국"]]
