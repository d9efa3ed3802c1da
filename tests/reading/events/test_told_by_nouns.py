"""Deeds told by nouns, behind a cleft, in notes, in the passive. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

#: Type, status, date and participants of each event.
Told = tuple[str, str, str | None, set[str]]

CLEFTS: list[tuple[str, list[Told], str]] = [
    (
        "1일 최선희 북한 외무상을 만난 것은 왕이 중국 외교부장이다.",
        [("CONSULT", "occurred", "2024-11-01", {"왕이", "최선희"})],
        "who did it stands behind it",
    ),
    (
        "최선희 북한 외무상이 1일 만난 사람은 왕이 중국 외교부장이었다.",
        [("CONSULT", "occurred", "2024-11-01", {"왕이", "최선희"})],
        "whom one met stands behind it",
    ),
    (
        "1일 북한을 비난한 쪽은 몽골과 라오스다.",
        [("ACCUSE", "occurred", "2024-11-01", {"몽골", "라오스", "북한"})],
        "a list of them",
    ),
    (
        "북한과 라오스가 외무장관 회담을 가진 것은 지난달 3일이다.",
        [("CONSULT", "occurred", "2024-10-03", {"북한", "라오스"})],
        "the day of a noun and its light verb",
    ),
    ("최선희 북한 외무상을 만난 것은 누구인가.", [], "a question singles out nobody"),
    ("북한에 쌀을 지원한 것은 실수다.", [], "a judgement is no doer"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), CLEFTS)
def test_clefts(sentence: str, expected: list[Told], why: str) -> None:
    told = [
        (e.type, e.status.value, e.date, {p.name for p in e.participants})
        for e in read_paragraphs(sentence).events
    ]
    assert told == expected, why


DAYS: list[tuple[str, list[Told], str]] = [
    (
        "라오스와 북한의 고위급회담 2차 회의가 오는 20일 열린다.",
        [("CONSULT", "planned", "2024-11-20", {"라오스", "북한"})],
        "a sitting of talks, with its number",
    ),
    (
        (
            "왕이 부장은 1일 몽골에서 오는 20일 평양에서 열릴 북·미 회담에 관한 회담을"
            " 최선희 외무상과 열었다."
        ),
        [
            ("CONSULT", "occurred", "2024-11-01", {"왕이", "최선희"}),
            ("CONSULT", "planned", "2024-11-20", {"북한", "미국"}),
        ],
        "two days and two places: the first are of the clause around",
    ),
    (
        "라오스는 북한과 오는 20일 철길을 논의하기 위해 회담을 연다.",
        [("CONSULT", "planned", "2024-11-20", {"라오스", "북한"})],
        "with whom, in front of what it is for",
    ),
    ("두 나라는 북한의 미사일 발사 문제를 말하지 않았다.", [], "a matter, no launch"),
    (
        "韓-美 회담이 오는 20일 열린다.",
        [("CONSULT", "planned", "2024-11-20", {"한국", "미국"})],
        "states written together in characters",
    ),
    (
        "라오스와 북한의 정상회담 날짜가 오는 20일로 잡혔다.",
        [("CONSULT", "planned", "2024-11-20", {"라오스", "북한"})],
        "its day is settled, so it is to come",
    ),
    (
        "왕이 중국 외교부장의 방북이 오는 20일로 확정됐다.",
        [("CONSULT", "planned", "2024-11-20", {"왕이", "북한"})],
        "a visit whose day is settled",
    ),
    (
        "라오스와 북한은 오는 20일 정상회담 개최에 합의했다.",
        [
            ("CONSULT", "planned", "2024-11-20", {"라오스", "북한"}),
            ("AGREE", "occurred", None, {"라오스", "북한"}),
        ],
        "what is agreed to be held is to come",
    ),
    (
        "라오스와 북한은 1일 회담에서 교역 확대에 합의했다.",
        [
            ("AGREE", "occurred", "2024-11-01", {"라오스", "북한"}),
        ],
        "where it was agreed is no plan",
    ),
    (
        "오는 20일 열릴 예정이던 라오스와 북한의 외무장관 회담이 취소됐다.",
        [("CONSULT", "not_occurred", "2024-11-20", {"라오스", "북한"})],
        "when it should have been held",
    ),
    (
        "최선희 북한 외무상은 20일로 예정했던 라오스 방문을 취소했다.",
        [("CONSULT", "not_occurred", "2024-11-20", {"최선희", "라오스"})],
        "the visitor's own plan",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), DAYS)
def test_days_of_nouns(sentence: str, expected: list[Told], why: str) -> None:
    told = [
        (e.type, e.status.value, e.date, {p.name for p in e.participants})
        for e in read_paragraphs(sentence).events
    ]
    assert told == expected, why


PEOPLE: list[tuple[str, list[Told], str]] = [
    (
        "1일 열린 북·라오스 외무장관 회담에서 현안이 논의됐다.",
        [("CONSULT", "occurred", "2024-11-01", {"북한", "라오스"})],
        "two states in one word are both sides, not where it was",
    ),
    (
        "지난 9월 북한·라오스 정상회담 이후 두 달이 지났다.",
        [("CONSULT", "occurred", "2024-09", {"북한", "라오스"})],
        "their day stands before both",
    ),
    (
        "북한이 1일 라오스인 선교사 1명을 억류했다.",
        [("COERCE", "occurred", "2024-11-01", {"북한", "라오스"})],
        "whose citizen somebody is, though the analyser sees 이다",
    ),
    (
        "라오스 선원 5명이 1일 북한에 의해 석방됐다.",
        [("RETREAT", "occurred", "2024-11-01", {"북한", "라오스"})],
        "by whom they were released",
    ),
    (
        "북한의 라오스 선원 석방이 1일 이뤄졌다.",
        [("RETREAT", "occurred", "2024-11-01", {"북한", "라오스"})],
        "a release as a noun",
    ),
    (
        "북한과 라오스가 1일 양해각서 서명식을 가졌다.",
        [("AGREE", "occurred", "2024-11-01", {"북한", "라오스"})],
        "states hold it as well",
    ),
    (
        "왕이 중국 외교부장은 국제회의 참석을 계기로 1일 최선희 북한 외무상과 회담을 가졌다.",
        [
            ("CONSULT", "occurred", None, {"왕이"}),
            ("CONSULT", "occurred", "2024-11-01", {"왕이", "최선희"}),
        ],
        "whom one meets on the occasion of a congress",
    ),
    (
        "몽골의 라오스 대사 추방 하루 만에 대사관이 비었다.",
        [("SANCTION", "occurred", None, {"몽골", "라오스"})],
        "what days are counted from has been",
    ),
    ("몽골은 1일 북한·라오스 정상회담 이틀 만에 담화를 냈다.", [], "the day of what follows"),
    (
        "북한은 1일 미국과의 정상회담을 끝냈다.",
        [("CONSULT", "occurred", "2024-11-01", {"북한", "미국"})],
        "talks that end are no ties cut",
    ),
    (
        "북한과 라오스는 다음 달 고위급 접촉을 재개하기로 했다.",
        [("CONSULT", "planned", "2024-12", {"북한", "라오스"})],
        "talks taken up again, and no work besides",
    ),
    (
        "○ 쩐 득 탕 베트남 외교차관은 1일 최선희 북한 외무상을 만났다.",
        [("CONSULT", "occurred", "2024-11-01", {"쩐 득 탕", "최선희"})],
        "the mark of a list is no part of a name",
    ),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), PEOPLE)
def test_who_is_meant(sentence: str, expected: list[Told], why: str) -> None:
    told = [
        (e.type, e.status.value, e.date, {p.name for p in e.participants})
        for e in read_paragraphs(sentence).events
    ]
    assert told == expected, why


NOTES: list[tuple[str, str | None, str]] = [
    ("라오스와 북한의 외무장관 회담이 1일 막을 올렸다.", "meeting", "a phrase bears the noun"),
    ("최선희 북한 외무상은 1일 라오스를 방문함.", "visit", "what a note ends with closes it"),
]


@pytest.mark.parametrize(("sentence", "mode", "why"), NOTES)
def test_a_deed_is_told(sentence: str, mode: str | None, why: str) -> None:
    told = [(e.mode, e.date) for e in read_paragraphs(sentence).events]
    assert told == [(mode, "2024-11-01")], why
