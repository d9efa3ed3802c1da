"""Claims that one thing follows another each time; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import document_of
from haengbo.reading.wording import find_patterns

ROWS = [
    ("외무상이 다녀갈 때마다 새 협정이 나왔다.", "외무상이 다녀갈", "새 협정이 나왔다"),
    (
        "훈련이 시작되면 북한은 어김없이 담화를 냈다.",
        "훈련이 시작되면",
        "북한은 어김없이 담화를 냈다",
    ),
    (
        "사절이 다녀간 뒤에는 번번이 곡물이 왔다.",
        "사절이 다녀간 뒤에는",
        "번번이 곡물이 왔다",
    ),
]
NONE = [
    ("훈련이 시작되면 담화가 나올 수 있다.", "once, not each time"),
    ("북한은 그때마다 손사래를 쳤다.", "the sentence does not say when"),
]


@pytest.mark.parametrize(("sentence", "condition", "consequence"), ROWS)
def test_pattern(sentence: str, condition: str, consequence: str) -> None:
    found = find_patterns(document_of(sentence))
    assert [(p.condition, p.consequence) for p in found] == [(condition, consequence)]


@pytest.mark.parametrize(("sentence", "why"), NONE)
def test_no_pattern(sentence: str, why: str) -> None:
    assert find_patterns(document_of(sentence)) == (), why
