"""Who may act on whom. Every sentence is invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

IMPLAUSIBLE = [
    ("한국 국방부는 한국 국가정보원을 비난했다.", "a ministry does not accuse its own state"),
    ("한국 국방부는 “있을 수 없는 일”이라고 일축했다.", "home alone, nobody against whom"),
    ("김도윤 한빛연구소 연구위원은 “일본은 틀렸다”고 비난했다.", "who judges only comments"),
]


@pytest.mark.parametrize(("sentence", "why"), IMPLAUSIBLE)
def test_no_act_of_diplomacy(sentence: str, why: str) -> None:
    assert read_paragraphs(sentence).events == (), why


PLAUSIBLE = [
    ("한국 외교부는 “일본 정부가 틀렸다”고 비난했다.", "ACCUSE"),
    ("러시아 국방부는 “있을 수 없는 일”이라고 일축했다.", "REJECT"),
]


@pytest.mark.parametrize(("sentence", "expected"), PLAUSIBLE)
def test_acts_of_diplomacy(sentence: str, expected: str) -> None:
    assert [e.type for e in read_paragraphs(sentence).events] == [expected]
