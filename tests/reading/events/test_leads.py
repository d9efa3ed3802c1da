"""What a lead tells without a day, and the sentence after it with one. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

LEAD = "북한과 몽골이 울란바토르에서 제3차 경제공동위원회 회의를 열고 의정서에 서명했다."
THEN = "5일 열린 회의에는 윤정호 대외경제상과 바트뭉흐 바트체체그 외교부 장관이 참석했다."
BACK = "두 나라는 지난 6월 정상회담에서 한 합의를 다시 확인했다."

ROWS = [
    (
        (LEAD, THEN, BACK),
        [
            (
                "meeting",
                "2024-11-05",
                "울란바토르",
                ["몽골", "바트뭉흐 바트체첵", "북한", "윤정호"],
            ),
            ("sign", "2024-11-05", "울란바토르", ["몽골", "북한"]),
            ("meeting", "2024-06", None, ["몽골", "북한"]),
        ],
        "one meeting, its signing on that day, and another one of which only the month is said",
    ),
    (
        (LEAD, BACK),
        [
            ("meeting", None, "울란바토르", ["몽골", "북한"]),
            ("sign", None, "울란바토르", ["몽골", "북한"]),
            ("meeting", "2024-06", None, ["몽골", "북한"]),
        ],
        "the summit gone back to does not date the news",
    ),
]


@pytest.mark.parametrize(("paragraphs", "expected", "why"), ROWS)
def test_a_lead_and_what_comes_after(
    paragraphs: tuple[str, ...],
    expected: list[tuple[str, str | None, str | None, list[str]]],
    why: str,
) -> None:
    events = read_paragraphs(*paragraphs, published="2024-11-07").events
    told = [(str(e.mode), e.date, e.place, sorted(p.name for p in e.participants)) for e in events]
    assert told == expected, why


def test_two_people_are_those_just_told_of_at_the_airport() -> None:
    events = read_paragraphs(
        "김정은 국무위원장이 3일 왕이 중국 외교부장을 접견했다.",
        "왕 부장은 2일 평양국제비행장에 도착해 최선희 외무상의 영접을 받았다.",
        "두 사람은 이어 만수대의사당에서 회담했다.",
        published="2024-11-07",
    ).events
    (talks,) = (e for e in events if e.place == "만수대의사당")
    assert {p.name for p in talks.participants} == {"왕이", "최선희"}


DENIED = "최선희 북한 외무상이 일본에 회담을 제안했다는 보도를 부인했다."
SAID = "조선중앙통신은 4일 최 외무상이 담화에서 “그런 일이 없다”고 밝혔다고 보도했다."


@pytest.mark.parametrize(
    ("paragraphs", "date", "why"),
    [
        ((DENIED, SAID), "2024-11-04", "the words given next are those of the lead"),
        ((DENIED, "외무성은 말을 아꼈다.", "비가 왔다.", SAID), None, "too far behind"),
        ((DENIED, SAID.replace("최 외무상이", "리일환 비서가")), None, "somebody else's words"),
    ],
)
def test_a_lead_has_the_day_of_the_words_that_follow(
    paragraphs: tuple[str, ...], date: str | None, why: str
) -> None:
    events = read_paragraphs(*paragraphs, published="2024-11-07").events
    assert [e.date for e in events if e.type == "REJECT"][:1] == [date], why


SPEAKING = [
    (
        "최선희 북한 외무상은 5일 왕이 중국 외교부장과 회담하고 중국의 정책을 지지한다고 밝혔다.",
        [("meeting", "occurred", "2024-11-05", ["왕이", "최선희"])],
        "they have met, whatever tense follows",
    ),
    (
        "최선희 북한 외무상은 다음 달 왕이 중국 외교부장과 회담하고 조약에 서명하겠다고 밝혔다.",
        [("meeting", "planned", "2024-12", ["왕이", "최선희"])],
        "they will meet",
    ),
    (
        "최선희 북한 외무상은 북미 정상회담을 빨리 열기로 왕이 중국 외교부장과 의견을 모았다.",
        [("meeting", "planned", None, ["미국", "북한"])],
        "a summit of others, still to come",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), SPEAKING)
def test_meetings_beside_what_is_said(
    sentence: str, expected: list[tuple[str, str, str | None, list[str]]], why: str
) -> None:
    events = read_paragraphs(sentence, published="2024-11-07").events
    told = [
        (str(e.mode), e.status.value, e.date, sorted(p.name for p in e.participants))
        for e in events
        if e.mode == "meeting"
    ]
    assert told == expected, why


def test_who_did_what_is_condemned_is_blamed() -> None:
    events = read_paragraphs(
        "북한 외무성은 5일 일본이 미사일을 배치한 것을 “망동”이라고 비난했다."
    ).events
    (blame,) = (e for e in events if e.type == "ACCUSE")
    assert [p.name for p in blame.participants] == ["북한 외무성", "일본"]


ASKED = [
    (
        "지난 4일 최선희 북한 외무상은 왕이 중국 외교부장과의 회담에서 방북을 요청했다.",
        [
            ("CONSULT", "2024-11-04", ["왕이", "최선희"]),
            ("REQUEST", "2024-11-04", ["왕이", "최선희"]),
        ],
        "the day that opens the clause is that of the talks in it",
    ),
    (
        "중국 외교부는 왕이 부장이 최선희 북한 외무상에게 “좋을 것”이라며 방중을 요청했다고 했다.",
        [("REQUEST", None, ["왕이", "최선희"])],
        "behind somebody's words his clause goes on",
    ),
    (
        "최선희 북한 외무상은 말을 아꼈다. 2019년 2월 하노이 정상회담은 결렬됐다.",
        [("CONSULT", "2019-02", ["미국", "북한"])],
        "whose a meeting was that is known by its town",
    ),
    (
        "왕이 중국 외교부장이 4일 청사에서 최선희 북한 외무상의 예방을 받았다.",
        [("CONSULT", "2024-11-04", ["왕이", "최선희"])],
        "whoever is called on has met the caller",
    ),
    (
        "북한과 쿠바 정부대표단이 4일 아바나에서 회담했다.",
        [("CONSULT", "2024-11-04", ["북한", "쿠바"])],
        "a government's delegation is its state",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), ASKED)
def test_who_asks_whom_in_talks(
    sentence: str, expected: list[tuple[str, str | None, list[str]]], why: str
) -> None:
    events = read_paragraphs(sentence, published="2024-11-07").events
    told = [(e.type, e.date, sorted(p.name for p in e.participants)) for e in events]
    assert sorted(told, key=str) == expected, why
