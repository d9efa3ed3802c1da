"""What makes a clause a proposition about the future; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import document_of
from haengbo.knowledge.foresight import compiled
from haengbo.reading.expectations.hedging import hedged
from haengbo.reading.expectations.lexicon import foresight_of

ROWS = [
    ("사절단이 가을에 올 가능성이 크다", "likely", "possibility of something to come"),
    ("사절단이 가을에 올 가능성은 작다", "likely", "or that it is small"),
    ("합의가 곧 나올 겁니다", "will", "as it is said"),
    ("공사가 내년에 시작될 수 있다", "may", "an analyst's may"),
    ("합의가 곧 나올 것", "will", "bare -ㄹ 것"),
    ("회담은 연말에 열릴 것으로 보인다", "will-be-seen", "the impersonal form comes first"),
    ("내년 봄까지는 어렵다", "hard-then", "with a time to come"),
]
NONE = [
    ("이 문제는 어렵다", "no time to come"),
    ("양측이 이미 논의했을 수 있다", "a guess at the past"),
    ("대표단은 어제 돌아갔다", "a fact"),
    ("사절단이 왔을 가능성이 크다", "a guess at the past"),
]


@pytest.mark.parametrize(("clause", "rule", "why"), ROWS)
def test_analyst_expects(clause: str, rule: str, why: str) -> None:
    document = document_of(f"{clause}.")
    sentence = document.sentences[-1]
    found = hedged(
        document,
        foresight_of(document.knowledge).possible(document.text),
        sentence.span,
        judging=True,
    )
    assert found is not None, why
    assert found.row.id == rule, why


@pytest.mark.parametrize(("clause", "why"), NONE)
def test_no_expectation(clause: str, why: str) -> None:
    document = document_of(f"{clause}.")
    words = foresight_of(document.knowledge).possible(document.text)
    assert hedged(document, words, document.sentences[-1].span, judging=True) is None, why


def test_weak_hedge_needs_somebody_who_judges() -> None:
    document = document_of("우리는 대화할 수 있다.")
    words = foresight_of(document.knowledge).possible(document.text)
    assert hedged(document, words, document.sentences[-1].span, judging=False) is None


def test_prospective_syllable_is_not_past() -> None:
    pattern = compiled("@L 것")
    assert pattern.search("떠날 것")
    assert pattern.search("남아 있을 것")
    assert not pattern.search("떠났을 것")
