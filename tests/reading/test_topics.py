"""What happenings were about, as printed. Facts are invented."""

from __future__ import annotations

import re

import pytest

from factory import read_paragraphs
from haengbo.knowledge import load
from haengbo.knowledge.topics import TopicCueRow

CHOE, WANG = "최선희 북한 외무상", "왕이 중국 외교부장"

FOUND = [
    (
        [f"(평양 4월 15일발 조선중앙통신) 국경절에 즈음하여 {CHOE}이 {WANG}에게 축전을 보내였다."],
        "letter",
        ("국경절",),
        "a dateline is no part of what stands behind it",
    ),
    (
        [f"{CHOE}은 3일 {WANG}과 두 차례 회담했다."],
        "meeting",
        (),
        "how often they met is no matter",
    ),
    (
        [f"{CHOE}은 3일 {WANG}에게 서한을 보냈다.", "정부는 4일 후속대책을 논의한다."],
        "letter",
        (),
        "others talk about something else afterwards",
    ),
    (
        [f"{CHOE}은 3일 베이징에서 {WANG}과 회담하고 어업 협력 확대 방안을 논의했다."],
        "meeting",
        ("어업 협력 확대",),
        "the object of a verb of talking, without the word that only holds it",
    ),
    (
        [f"{CHOE}은 3일 {WANG}을 만나 국경 무역 재개와 세관 현대화 방안을 깊이 있게 협의했다."],
        "meeting",
        ("국경 무역 재개", "세관 현대화"),
        "two matters are two topics",
    ),
    (
        [f"{CHOE}은 3일 {WANG}과 회담했다.", "양측은 무역과 농업 협력을 의제로 다뤘다."],
        "meeting",
        ("무역과 농업 협력",),
        "told one sentence later; two words that share the last one are one matter",
    ),
    (
        [f"{CHOE}은 3일 {WANG}과 회담했다.", "회담에서는 홍수 복구가 주요 의제로 다뤄졌다."],
        "meeting",
        ("홍수 복구",),
        "the subject of being on the agenda",
    ),
    (
        [f"{CHOE}은 3일 {WANG}을 만나 관광객을 다시 받아들이는 방안을 협의했다."],
        "meeting",
        ("관광객을 다시 받아들이는 방안",),
        "a way that a clause describes keeps its word",
    ),
    (
        ["김정은 국무위원장은 1일 시진핑 중국 국가주석에게 수교 75주년 축전을 보냈다."],
        "letter",
        ("수교 75주년 축전",),
        "a letter by its name",
    ),
    (
        ["시진핑 중국 국가주석은 1일 건국 기념일을 맞아 김정은 국무위원장에게 축전을 보냈다."],
        "letter",
        ("건국 기념일",),
        "the occasion of a letter",
    ),
    (
        [f"{CHOE}과 {WANG}이 3일 베이징에서 어업 협정에 서명했다."],
        "sign",
        ("어업 협정",),
        "what was signed",
    ),
    (
        ["북한 외무성은 3일 한미 연합훈련을 규탄했다."],
        None,
        ("한미 연합훈련",),
        "the object of an accusation",
    ),
    (
        ["북한 외무성은 3일 성명에서 “새 훈련장은 침략기지”라고 한국을 규탄했다."],
        None,
        ("새 훈련장",),
        "what the words of an accusation begin with",
    ),
    (
        ["중국은 3일 북한에 의약품 20톤을 보냈다."],
        None,
        ("의약품 20톤",),
        "what is given",
    ),
    (
        ["북한이 3일 동해상으로 단거리 탄도미사일을 발사했다."],
        "missile-test",
        ("단거리 탄도미사일",),
        "what was fired",
    ),
]


@pytest.mark.parametrize(("paragraphs", "mode", "topics", "why"), FOUND, ids=[r[3] for r in FOUND])
def test_topics_are_read(
    paragraphs: list[str], mode: str | None, topics: tuple[str, ...], why: str
) -> None:
    events = read_paragraphs(*paragraphs, published="2024-11-04").events
    assert [e.topics for e in events if e.mode == mode] == [topics], why


NOT_FOUND = [
    (f"{CHOE}은 3일 {WANG}과 회담했다.", "nothing is said to be discussed"),
    (f"{CHOE}은 3일 {WANG}을 만나 의견을 교환했다.", "an exchange without a matter"),
    ("북한 외무성은 3일 미국을 규탄했다.", "whom it is against is no topic"),
    ("북한 외무성은 3일 러시아에 전적인 지지를 표명했다.", "support is what it is, not its matter"),
    (f"{CHOE}은 3일 {WANG}과 이야기를 나눴다.", "a talk is no matter"),
    ("김정은 국무위원장은 1일 시진핑 중국 국가주석에게 축전을 보냈다.", "a bare letter"),
]


@pytest.mark.parametrize(("text", "why"), NOT_FOUND, ids=[r[1] for r in NOT_FOUND])
def test_where_no_matter_is_named_there_is_none(text: str, why: str) -> None:
    assert [e.topics for e in read_paragraphs(text, published="2024-11-04").events] == [()], why


def test_what_was_not_talked_of_at_a_meeting_is_not_its_topic() -> None:
    """Two sentences after the meeting, behind others, the talk is another's."""
    reading = read_paragraphs(
        f"{CHOE}은 3일 {WANG}과 회담했다.",
        "비가 내렸다.",
        "거리는 한산했다.",
        "가람시 의회는 쓰레기 처리 방안을 논의했다.",
        published="2024-11-04",
    )
    assert [e.topics for e in reading.events] == [()]


def test_every_cue_finds_its_example() -> None:
    for row in load().table("event_topics", TopicCueRow):
        assert re.search(row.written_out(), row.example), row.id
