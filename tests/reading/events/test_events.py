"""What happened, by the frames of the pack. Every sentence and most of its facts are invented."""

from __future__ import annotations

import pytest

from factory import document_of, read_paragraphs
from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import EventReport

FRAMES = load().table("event_frames", FrameRow)


def events(*paragraphs: str) -> tuple[EventReport, ...]:
    return read_paragraphs(*paragraphs).events


def told(event: EventReport) -> tuple[str, str | None, str, list[str]]:
    names = sorted(p.name for p in event.participants)
    return event.type, event.mode, event.status.value, names


@pytest.mark.parametrize("frame", FRAMES, ids=lambda frame: frame.id)
def test_every_frame_reads_its_own_example(frame: FrameRow) -> None:
    found = {(e.type, e.mode, e.rule) for e in events(frame.example)}
    assert (frame.type, frame.mode, frame.id) in found


MEETING = ("CONSULT", "meeting", "occurred", ["왕이", "최선희"])
VISIT = ("CONSULT", "visit", "occurred", ["북한", "왕이"])

SENTENCES = [
    (
        "최선희 북한 외무상이 1일 평양을 방문한 왕이 중국 외교부장을 만났다.",
        [VISIT, MEETING],
        "the subject before a relative clause belongs to the main verb; visit and meeting are two",
    ),
    ("왕이 중국 외교부장과 최선희 북한 외무상의 회담이 1일 열렸다.", [MEETING], "a noun happens"),
    ("최선희 외무상은 왕이 중국 외교부장과 정상적인 회담을 했다.", [MEETING], "light verb"),
    ("왕이 중국 외교부장이 최선희 외무상을 만났는지는 알려지지 않았다.", [], "asked, not told"),
    ("최선희 외무상이 왕이 중국 외교부장을 만났을 것으로 보인다.", [], "a guess at the past"),
    ("왕이 중국 외교부장을 만날 때마다 최선희 외무상은 웃었다.", [], "a habit"),
    ("국제사회가 크게 반발했다.", [], "passing reaction"),
    ("최선희 외무상은 열병식을 앞두고 기업을 돌아봤다.", [], "a parade that is only ahead"),
    (
        "최룡해 상임위원장은 1일 왕이 중국대사로부터 신임장을 접수했다.",
        [("CONSULT", "ceremony", "occurred", ["왕이", "최룡해"])],
        "credentials are presented",
    ),
    ("왕이 중국대사는 1일 신임장을 읽었다.", [], "nobody receives them"),
    (
        "북한은 1일 억류하던 선교사 세 명을 석방했다.",
        [("RETREAT", None, "occurred", ["북한"])],
        "whom it held is not named",
    ),
    ("경찰은 1일 절도범을 석방했다.", [], "nobody was held for a state"),
    ("최선희 외무상은 기자들을 만났다.", [], "nobody on the other side"),
    (
        "최선희 외무상은 한미 훈련을 두고 “망동”이라고 비난했다. 이어 “갚을 것”이라고 경고했다.",
        [
            ("ACCUSE", None, "occurred", ["미국", "최선희", "한국"]),
            ("THREATEN", None, "occurred", ["미국", "최선희", "한국"]),
        ],
        "를 두고 names whom it is aimed at; the next sentence goes on against the same",
    ),
    (
        "최선희 외무상은 중국을 비난하지는 않을 것으로 보인다.",
        [],
        "a speech act that is not made is none",
    ),
    (
        "왕이 중국 외교부장은 북한에 대화를 제의했다.",
        [("REQUEST", None, "occurred", ["북한", "왕이"])],
        "talks are proposed to a state",
    ),
    (
        "왕이 중국 외교부장은 군사회담을 북한에 제의했다.",
        [("REQUEST", None, "occurred", ["북한", "왕이"])],
        "to whom stands behind what is proposed",
    ),
    (
        "왕이 중국 외교부장이 북한에 대화를 제의했다는 보도를 최선희 외무상은 부인했다.",
        [("REQUEST", None, "denied", ["북한", "왕이"]), ("REJECT", None, "occurred", ["최선희"])],
        "who denies a proposal did not make it",
    ),
    (
        "왕이 중국 외교부장은 오는 9일 평양을 방문할 예정이다.",
        [("CONSULT", "visit", "planned", ["북한", "왕이"])],
        "planned",
    ),
    (
        "왕이 중국 외교부장이 평양을 방문할 가능성이 있다는 관측이 나온다.",
        [("CONSULT", "visit", "predicted", ["북한", "왕이"])],
        "predicted",
    ),
    (
        "왕이 중국 외교부장이 평양을 찾을 것이라는 관측이 나왔지만 무산됐다.",
        [("CONSULT", "visit", "not_occurred", ["북한", "왕이"])],
        "what is said of the whole clause turns it",
    ),
    (
        "왕이 중국 외교부장의 평양 방문설은 사실이 아니라고 중국 외교부가 부인했다.",
        [("CONSULT", "visit", "denied", ["북한", "왕이"])],
        "denied",
    ),
    (
        "김정은 국무위원장은 2일 평양을 떠나 러시아로 갔다.",
        [("CONSULT", "visit", "occurred", ["김정은", "러시아"])],
        "nobody visits the own state",
    ),
    (
        "경애하는 김정은동지께서 11월 1일 평양에서 왕이동지를 접견하시였다.",
        [("CONSULT", "meeting", "occurred", ["김정은", "왕이"])],
        "the North's own style",
    ),
    (
        "최선희 북한 외무상은 중국의 정책을 전적으로 지지한다고 말했다.",
        [("SUPPORT", None, "occurred", ["중국", "최선희"])],
        "the utterance is the act",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), SENTENCES)
def test_what_a_sentence_tells(
    sentence: str, expected: list[tuple[str, str | None, str, list[str]]], why: str
) -> None:
    assert sorted(map(told, events(sentence)), key=str) == sorted(expected, key=str), why


def test_one_happening_is_one_event_however_often_it_is_told() -> None:
    found = events(
        "왕이 중국 외교부장이 1일 평양 만수대의사당에서 최선희 외무상과 회담했다.",
        "두 사람의 이번 회담은 두 시간 이어졌다.",
        "최 외무상은 회담에서 왕 부장에게 사의를 표했다.",
    )
    meetings = [e for e in found if e.mode == "meeting"]
    assert [(e.date, e.place) for e in meetings] == [("2024-11-01", "평양 만수대의사당")]


def test_a_recalled_meeting_keeps_its_own_date() -> None:
    found = events(
        "왕이 중국 외교부장이 1일 최선희 외무상과 회담했다.",
        "왕 부장은 지난 3월에도 최 외무상과 회담했다.",
    )
    assert [e.date for e in found if e.mode == "meeting"] == ["2024-11-01", "2024-03"]


def test_a_stay_has_its_ends() -> None:
    found = events(
        "왕이 중국 외교부장이 10월 30일 평양에 도착했다.",
        "왕 부장은 오는 4일까지 평양에 머물 예정이다.",
    )
    assert [(e.mode, e.date) for e in found] == [("visit", "2024-10-30/2024-11-04")]


def test_what_is_handed_over_at_a_meeting_has_its_day_and_place() -> None:
    found = events(
        "김정은 국무위원장이 1일 평양에서 왕이 중국 외교부장을 접견했다.",
        "왕 부장은 시진핑 국가주석의 친서를 김 위원장에게 전달했다.",
    )
    letter = next(e for e in found if e.mode == "letter")
    assert (letter.date, letter.place) == ("2024-11-01", "평양")
    assert {p.name for p in letter.participants} == {"시진핑", "왕이", "김정은"}


def test_evidence_is_a_span_of_the_text_and_comes_with_rule_and_confidence() -> None:
    document = document_of("왕이 중국 외교부장이 1일 평양을 방문했다.")
    for event in events(document.text):
        assert event.span == event.evidence[0]
        assert event.span.of(document.text) in document.text
        assert event.rule
        assert 0 < event.confidence <= 1


def test_frames_name_what_the_readme_names(knowledge: Knowledge) -> None:
    modes = {
        *("meeting", "visit", "phone", "multilateral", "ceremony", "reception", "letter"),
        *("sign", "ratify", "implement", "military", "economic", "cultural"),
        *("troops", "weapons", "exercise", "strike", "missile-test", None),
    }
    assert {f.mode for f in knowledge.table("event_frames", FrameRow)} <= modes


@pytest.mark.parametrize(
    ("sentence", "expected", "why"),
    [
        (
            "한일 외교장관이 8일 하노이에서 만났다.",
            ("CONSULT", "meeting", "occurred", ["일본", "한국"]),
            "two states by one office of each",
        ),
        (
            "한중일 외교장관이 8일 하노이에서 만났다.",
            ("CONSULT", "multilateral", "occurred", ["일본", "중국", "한국"]),
            "three of them",
        ),
        (
            "왕이 중국 외교부장의 방북이 조율되고 있다.",
            ("CONSULT", "visit", "planned", ["북한", "왕이"]),
            "what is being arranged is planned",
        ),
        (
            "북한이 러시아 파병을 공식 인정했다.",
            ("MOBILIZE", "troops", "occurred", ["러시아", "북한"]),
            "where troops go does not send them",
        ),
    ],
)
def test_states_at_once_and_arrangements(
    sentence: str, expected: tuple[str, str | None, str, list[str]], why: str
) -> None:
    assert expected in [told(event) for event in events(sentence)], why
