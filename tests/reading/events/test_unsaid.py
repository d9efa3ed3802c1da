"""Who acts where the clause itself does not say it."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG, CHOE = "왕이 중국 외교부장", "최선희 북한 외무상"
SENT = "북한은 지난해 러시아에 전투 병력 1만 명을 보냈다."

FOUND = [
    (f"{WANG}은 “내일 {CHOE}과 만날 것”이라고 말했다.", "meeting", {"왕이", "최선희"}, "own words"),
    (f"{WANG}은 “곧 평양을 방문할 용의가 있다”고 했다.", "visit", {"왕이", "북한"}, "own plan"),
    (
        f"{CHOE}의 이번 방중은 2월 베이징에서 {WANG}과 회담한 이후 처음이다.",
        "meeting",
        {"왕이", "최선희"},
        "whose visit is the topic",
    ),
    (
        "일본은 북한의 미사일 발사 직후 선박 입항을 금지했다.",
        "missile-test",
        {"북한"},
        "a genitive goes before the topic of the main clause",
    ),
    (
        f"{CHOE}은 11일 베이징에 도착했다. 이날은 {WANG}과 회담했다.",
        "meeting",
        {"왕이", "최선희"},
        "a topic that says when",
    ),
    (f"{SENT} 공병도 추가로 보내기로 했다.", "troops", {"북한", "러시아"}, "sent on"),
    (
        "북한은 러시아의 전쟁을 돕기 위해 공병 부대를 파견했다.",
        "troops",
        {"북한", "러시아"},
        "whom one helps by it",
    ),
    (
        "남북은 지난달 23일 실무접촉에서 상봉 행사를 열기로 합의했다.",
        "meeting",
        {"북한", "한국"},
        "states that agree at talks of a day had them",
    ),
    (
        "북한과 중국은 10일 서울에서 열린 회담에서 정책을 논의했다.",
        "meeting",
        {"북한", "중국"},
        "the talks tell it where their verb tells of nobody",
    ),
    (
        "한미일 합참의장은 11일 서울에서 만나 북한 문제를 논의했다.",
        "multilateral",
        {"한국", "미국", "일본"},
        "the office holds the name of a body",
    ),
]


@pytest.mark.parametrize(("text", "mode", "expected", "why"), FOUND)
def test_who_acts_unsaid(text: str, mode: str, expected: set[str], why: str) -> None:
    last = [e for e in read_paragraphs(text).events if e.mode == mode][-1]
    assert {p.name for p in last.participants} == expected, why


LEFT_OUT = [
    (f"마오닝 중국 외교부 대변인은 “내일 {CHOE}과 만날 것”이라고 말했다.", "meeting", "spokesman"),
    (f"{WANG}은 “다음 달 평양을 방문할 것”이라고 전망했다.", "visit", "foreseen"),
    (f"{WANG}은 {CHOE}의 방북에 대해 “곧 평양을 방문할 것”이라고 했다.", "visit", "of another"),
]


@pytest.mark.parametrize(("text", "mode", "why"), LEFT_OUT)
def test_words_of_another_tell_nothing_of_the_speaker(text: str, mode: str, why: str) -> None:
    told = [e for e in read_paragraphs(text).events if e.mode == mode]
    assert not any(p.name in {"왕이", "마오닝"} for e in told for p in e.participants), why


def test_troops_for_another_place_are_not_sent_where_those_before_went() -> None:
    events = read_paragraphs(f"{SENT} 북한은 수해 현장에 군인들을 투입했다.").events
    assert sum(e.mode == "troops" for e in events) == 1


QUOTED = [
    ("북한은 러시아의 정책에 “무조건적인 지지”를 표명했다.", "SUPPORT", {"북한", "러시아"}),
    ("북한 외무성은 미국의 훈련을 “강력히 규탄”했다.", "ACCUSE", {"북한 외무성", "미국"}),
    (
        "북한 외무성은 “우리는 로씨야의 립장을 높이 평가하며 전적으로 지지한다”고 했다.",
        "SUPPORT",
        {"북한 외무성", "러시아"},
    ),
]


@pytest.mark.parametrize(("text", "kind", "expected"), QUOTED)
def test_an_act_at_the_end_of_quoted_words(text: str, kind: str, expected: set[str]) -> None:
    found = next(e for e in read_paragraphs(text).events if e.type == kind)
    assert {p.name for p in found.participants} == expected


def test_an_epithet_of_the_leader_names_him() -> None:
    text = (
        "김정은동지께서는 4일 또 럼 윁남공산당 총비서와 회담하시였다. "
        "최고령도자동지께서는 비행장에 나가시여 또 럼동지를 영접하시였다."
    )
    welcome = next(e for e in read_paragraphs(text).events if e.mode == "ceremony")
    assert "김정은" in {p.name for p in welcome.participants}


NAMED = [
    ("이번 날짜는 한국이 애초 북한에 제의한 17일보다 늦다.", "REQUEST", 1, "an offer described"),
    ("북한이 중국에 제의한다는 소문은 없다.", "REQUEST", 0, "not yet made"),
    (
        "일본과 북한은 교섭을 다시 벌이기 위한 접촉을 했다.",
        "CONSULT",
        1,
        "the contact, not the talks it is for",
    ),
    ("북한은 이날 반기문 사무총장의 평양 방문 허가를 철회했다.", "CONSULT", 0, "leave taken back"),
    ("북한은 핵 시설을 동결하기로 했다.", "COERCE", 0, "nobody else's goods"),
]


@pytest.mark.parametrize(("text", "kind", "number", "why"), NAMED)
def test_what_is_named_and_what_is_told(text: str, kind: str, number: int, why: str) -> None:
    assert sum(e.type == kind for e in read_paragraphs(text).events) == number, why


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("한국 정부는 제의를 수용했다.", [{"북한", "한국"}]),
        ("중국은 라오스의 제의를 수용했다.", [{"중국", "라오스"}]),
    ],
)
def test_an_offer_by_its_bare_noun_is_the_one_just_made(
    answer: str, expected: list[set[str]]
) -> None:
    events = read_paragraphs(f"북한은 4일 한국에 실무회담을 제의했다. {answer}").events
    accepted = [{p.name for p in e.participants} for e in events if e.type == "AGREE"]
    assert accepted == expected
