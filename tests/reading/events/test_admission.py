"""What is only asked for or talked about did not happen."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

TALKED_OF = [
    ("왕이 중국 외교부장은 최선희 북한 외무상의 중국 방문을 공식 초청했다.", 0, "asked for"),
    ("두 장관은 왕이 중국 외교부장의 북한 방문 계획을 논의했다.", 0, "talked about"),
    (
        "두 장관은 왕이 중국 외교부장의 북한 방문 및 교역을 포함한 여러 주제를 논의했다.",
        0,
        "one of the topics",
    ),
    ("두 장관은 지난달 왕이 중국 외교부장의 북한 방문 결과를 논의했다.", 1, "it came about"),
    ("왕이 중국 외교부장은 북한을 방문할 계획을 밝혔다.", 1, "a plan of the visitor's own"),
    ("북한 외무성은 일본이 죄행을 사죄하고 배상해야 한다고 했다.", 0, "joined to what ought to be"),
    ("일본은 북한에 사죄하고 배상하여야 한다.", 0, "joined to what ought to be, of one alone"),
    ("일본은 북한에 사죄하며 배상해야 할것이다.", 0, "the same in the North's manner"),
    (
        "왕이 부장은 미국이 제재를 풀고 교역할 것을 바란다고 했다.",
        0,
        "joined to what is wished for",
    ),
    ("왕이 부장은 최선희 외무상을 만날 계획이 있느냐는 질문에 답을 피했다.", 0, "asked about"),
    ("대변인은 왕이 부장의 방북을 어떻게 보느냐는 질문에 말을 아꼈다.", 0, "asked about"),
    ("대변인은 왕이 부장이 방북할 것으로 보느냐는 물음에 웃었다.", 0, "asked about, in a clause"),
    ("왕이 부장은 3일 북한을 방문한 뒤 만족하느냐는 물음에 웃었다.", 1, "no part of the question"),
    ("왕이 부장이 북한을 방문하려면 제재가 풀려야 한다.", 0, "what it would take"),
]


@pytest.mark.parametrize(("sentence", "visits", "why"), TALKED_OF)
def test_topics_of_talks_are_no_visits(sentence: str, visits: int, why: str) -> None:
    found = [e for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert len(found) == visits, why


OF_SOMEBODY = [
    ("3일 일본을 규탄한 최선희 북한 외무상은 떠났다.", ["ACCUSE"], "who did it is described by it"),
    ("3일 일본을 규탄한 내용이 알려졌다.", [], "no actor"),
    ("북한이 일본을 규탄한 것으로 알려졌다.", ["ACCUSE"], "known to have been done"),
    ("북한은 3일 라오스의 제의를 거부한 데 이어 떠났다.", ["REJECT"], "followed by more"),
    ("북한은 3일 라오스의 제의를 거부하기로 했다.", ["REJECT"], "resolved"),
]


@pytest.mark.parametrize(("sentence", "types", "why"), OF_SOMEBODY)
def test_acts_told_without_closing_a_clause(sentence: str, types: list[str], why: str) -> None:
    found = [e.type for e in read_paragraphs(sentence).events if e.type in {"ACCUSE", "REJECT"}]
    assert found == types, why


FORBORNE = [
    ("북한은 대화가 이어지는 동안 미사일을 쏘지 않겠다고 약속했다.", ["RETREAT"], "forgone"),
    ("북한은 추가 핵실험과 탄도미사일 시험발사를 하지 않기로 했다.", ["RETREAT"], "one, not three"),
    ("북한은 3일 미사일을 쏘지 않았다.", ["ASSAULT"], "what did not happen is no promise"),
    ("북한은 영변 핵시설을 폐기하는 대가로 쌀을 바랐다.", [], "offered in return"),
    ("정부는 북한의 추가 핵실험에 대비하고 있다.", [], "what one makes ready for"),
    ("일본은 북한에 식량 지원을 하지 않기로 했다.", [], "help that will not be given"),
    ("북한과 일본은 3일 주중 북한대사관에서 협의를 열었다.", ["CONSULT"], "where they met"),
]


@pytest.mark.parametrize(("sentence", "types", "why"), FORBORNE)
def test_tests_forgone_and_offered(sentence: str, types: list[str], why: str) -> None:
    assert [e.type for e in read_paragraphs(sentence).events] == types, why


GRANTED = [
    ("북한은 한국 정부의 개성공단 가동 중단에 반발해 떠났다.", ["SANCTION"], "answered"),
    ("라오스의 24일 대북 교역 중단은 효과가 없었다.", ["SANCTION"], "its own day"),
    ("라오스의 대북 교역 중단 이후 몽골은 말이 없다.", ["SANCTION"], "counted from"),
    ("라오스의 대북 교역 중단은 쉽지 않다.", [], "neither day nor answer"),
    ("개성공단 가동 중단에 반발해 사람들이 모였다.", [], "nobody's deed"),
    ("왕이 중국 외교부장의 지난달 쿠바·몽골 순방은 성과가 컸다.", ["CONSULT"], "a round of visits"),
    ("지난 1월 베이징 6자회담 이후 말이 없다.", ["CONSULT"], "talks of all six, in that month"),
    ("6자회담 이후 말이 없다.", [], "which of them is not said"),
    ("라오스와 몽골의 지난달 합의는 깨졌다.", ["AGREE"], "agreed in that month"),
    ("라오스와 몽골의 합의는 어렵다.", [], "no month"),
    ("지난 6월 라오스와 몽골의 정상회담 합의는 깨졌다.", ["CONSULT"], "the month of the summit"),
    ("지난 3일 판문점에서 라오스와 몽골의 접촉이 있었다.", ["CONSULT"], "held"),
    ("라오스와 몽골의 접촉이 늘었다.", [], "touch in general"),
]


@pytest.mark.parametrize(("sentence", "types", "why"), GRANTED)
def test_what_a_noun_takes_for_granted(sentence: str, types: list[str], why: str) -> None:
    assert [e.type for e in read_paragraphs(sentence).events] == types, why


STANDS = [
    ("지난 3일 라오스와 몽골의 군사회담은 성과가 없었다.", ["occurred"], "held in vain"),
    ("지난 3일 라오스와 몽골의 군사회담은 없었다.", ["not_occurred"], "not held"),
    ("북한은 위성 발사를 예고했다.", ["planned"], "announced ahead"),
    ("북한은 3일 납치 피해자 재조사를 약속했다.", ["planned"], "promised"),
    ("차관은 “북한이 위성을 발사했다고 가정해 보자”고 말했다.", [], "supposed"),
    ("차관은 “6자회담이 열려야 쌀도 논의할 수 있다”고 말했다.", [], "what it would take"),
    ("라오스와 몽골이 합의할 수 있는 의제는 많지 않다.", [], "what could be"),
]


@pytest.mark.parametrize(("sentence", "statuses", "why"), STANDS)
def test_how_it_stands_by_the_words_around(sentence: str, statuses: list[str], why: str) -> None:
    assert [str(e.status) for e in read_paragraphs(sentence).events] == statuses, why


def test_the_day_of_a_describing_clause_is_not_that_of_what_will_be() -> None:
    signed, opened = read_paragraphs("1일 라오스와 조약을 체결한 몽골은 곧 대사관을 연다.").events
    assert signed.date is not None
    assert opened.date is None


OWN_SIDE = [
    ("왕이 중국 외교부장은 “우리는 지난달 평양에 대표단을 파견했다”고 말했다.", ["중국"], "we"),
    ("왕이 중국 외교부장은 “정부는 3일 평양에 대표단을 파견했다”고 말했다.", ["중국"], "ours"),
    ("“정부는 지난달 평양에 대표단을 파견했다”는 말이 돌았다.", [], "whose is not said"),
]


@pytest.mark.parametrize(("sentence", "names", "why"), OWN_SIDE)
def test_whose_government_in_whose_words(sentence: str, names: list[str], why: str) -> None:
    events = read_paragraphs(sentence).events
    sources = [p.name for e in events for p in e.participants if str(p.role) == "source"]
    assert sources == names, why


HELD = [
    ("지난 1일 카잔에서 열린 국제회의에서 왕이 외교부장은 말을 아꼈다.", 1, "who acted there"),
    ("왕이 외교부장은 지난 1일 카잔 국제회의에서 말을 아꼈다.", 1, "by its day"),
    ("왕이 외교부장은 국제회의에서 말을 아낀다.", 0, "no day, no place"),
    ("권영세 장관은 지난 1일 안보관계장관회의에서 말을 아꼈다.", 0, "one cabinet's"),
    ("지난 1일 카잔에서 열린 국제회의에서 말이 오갔다.", 0, "nobody is named"),
]


@pytest.mark.parametrize(("sentence", "number", "why"), HELD)
def test_who_acts_at_a_conference_took_part(sentence: str, number: int, why: str) -> None:
    events = read_paragraphs(sentence).events
    assert sum(e.mode == "multilateral" for e in events) == number, why
