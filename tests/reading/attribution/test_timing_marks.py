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
