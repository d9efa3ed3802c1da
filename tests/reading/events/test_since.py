"""The time before this one."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

WANG = "왕이 중국 외교부장"

COUNTED = [
    (f"{WANG}의 방북은 2019년 9월 이후 5년 만이다.", ["2019-09"], "counted from a visit"),
    (f"{WANG}이 평양을 찾은 것은 지난 3월 4일 이후 8개월 만이다.", ["2024-03-04"], "a day"),
    (f"{WANG}은 2019년 이후 바빴다.", [], "nothing is counted"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), COUNTED)
def test_the_visit_counted_from(sentence: str, expected: list[str], why: str) -> None:
    visits = [e for e in read_paragraphs(sentence).events if e.mode == "visit"]
    assert [e.date for e in visits if e.date is not None] == expected, why
