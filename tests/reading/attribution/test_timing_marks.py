"""What is said never hides the day on which it was said, whatever its marks. Invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WORDS = [
    ("라오스에 맞서고 있다", "a predicate like 두고, 대해 within the words"),
    ("제재와 관련한 논의가 필요하다", "관련 within the words describes a noun of theirs"),
    ("3월 합의를 두고 말이 많다", "두고 within the words"),
]
MARKS = [("“", "”"), ('"', '"'), ("", "")]


@pytest.mark.parametrize(("words", "why"), WORDS)
@pytest.mark.parametrize(("opens", "closes"), MARKS)
def test_the_occasion_has_the_day(opens: str, closes: str, words: str, why: str) -> None:
    told = f"한가람 외교부 장관은 1일 모스크바에서 열린 회의에서 {opens}{words}{closes}고 말했다."
    days = [s.date for s in read_paragraphs(told, published="2024-11-04").statements]
    assert days == ["2024-11-01"], why


INDIRECT = [
    ("한가람 외교부 장관은 하루 전인 1일 회담이 필요하다고 말했다.", "2024-11-01", "behind 전인"),
    ("한가람 외교부 장관은 현지시간으로 1일 회담이 필요하다고 말했다.", "2024-11-01", "local time"),
    (
        "한가람 외교부 장관은 북한이 2일 미사일을 쏜 데 대해 3일 회담이 필요하다고 말했다.",
        "2024-11-03",
        "behind the matter",
    ),
    (
        "한가람 외교부 장관은 3일 전날 열린 훈련이 끝났다고 말했다.",
        "2024-11-03",
        "of two days the first opens the clause",
    ),
    (
        "한가람 외교부 장관은 지난달 3일 열린 훈련이 끝났다고 말했다.",
        None,
        "a day that describes what is said",
    ),
]


@pytest.mark.parametrize(("told", "day", "why"), INDIRECT)
def test_a_day_before_words_without_marks(told: str, day: str | None, why: str) -> None:
    days = [s.date for s in read_paragraphs(told, published="2024-11-04").statements]
    assert days == [day], why


def test_what_was_said_in_another_month() -> None:
    """지난달에는: the month of these words, not the day on which the speaker was last shown."""
    told = (
        "한가람 외교부 장관은 1일 회견에서 “만나겠다”고 말했다.",
        "한가람 장관은 지난달에는 “때가 아니다”라고 말한 바 있다.",
    )
    days = [s.date for s in read_paragraphs(*told, published="2024-11-04").statements]
    assert days == ["2024-11-01", "2024-10"]


BETWEEN = [
    ("북한은 지난달 28일 동해로 미사일을 쐈다.", "an act of a state without him"),
    ("한미 양국 군은 2일 연합훈련을 시작했다.", "what others do"),
    ("이번 회담은 지난달 28일 최선희 외무상의 제안으로 성사됐다.", "he is only named"),
]


@pytest.mark.parametrize(("between", "why"), BETWEEN)
def test_what_stands_between_takes_no_day_away(between: str, why: str) -> None:
    told = (
        "최선희 북한 외무상과 왕이 중국 외교부장은 3일 베이징에서 회담했다.",
        between,
        "최선희 외무상은 “제재는 통하지 않는다”고 말했다.",
    )
    days = [s.date for s in read_paragraphs(*told, published="2024-11-04").statements]
    assert days == ["2024-11-03"], why
