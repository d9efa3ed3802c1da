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
    ("외무상의 방러마다 새 협정이 나왔다.", "외무상의 방러", "새 협정이 나왔다"),
    (
        "훈련이 시작되면 담화를 내는 패턴이 이번에도 반복됐다.",
        "훈련이 시작되면",
        "담화를 내는 패턴이 이번에도 반복됐다",
    ),
    ("관계자는 “서기가 오면 큰일이 벌어지곤 했다”고 했다.", "서기가 오면", "큰일이 벌어지곤 했다"),
    ("서기의 방북에는 늘 거래설이 따라붙었다.", "서기의 방북", "늘 거래설이 따라붙었다"),
    ("서기가 다녀가면 큰 발표가 뒤따랐다.", "서기가 다녀가면", "큰 발표가 뒤따랐다"),
    ("장관이 올 때마다 협정이 나왔다는 점에서 눈길을 끈다.", "장관이 올", "협정이 나왔다"),
]
NONE = [
    ("훈련이 시작되면 담화가 나올 수 있다.", "once, not each time"),
    ("회담이 끝나면 발표가 이어진다.", "one meeting to come"),
    ("북한은 그때마다 손사래를 쳤다.", "the sentence does not say when"),
    ("러시아 인사의 방북은 조약 서명 뒤 부쩍 늘었다.", "늘었다 is not 늘"),
    ("북한은 해마다 이맘때 성명을 낸다.", "a year is no condition"),
]


@pytest.mark.parametrize(("sentence", "condition", "consequence"), ROWS)
def test_pattern(sentence: str, condition: str, consequence: str) -> None:
    found = find_patterns(document_of(sentence))
    assert [(p.condition, p.consequence) for p in found] == [(condition, consequence)]


@pytest.mark.parametrize(("sentence", "why"), NONE)
def test_no_pattern(sentence: str, why: str) -> None:
    assert find_patterns(document_of(sentence)) == (), why


LISTED = [
    (
        (
            "서기가 다녀갈 때마다 새 협정이 나왔다.\n지난해 9월 그가 다녀간 뒤에는 철도 협정이, "
            "올해 3월 방북 뒤에는 항공 협정이 맺어졌다."
        ),
        (("2023-09", "철도 협정이"), ("2024-03", "항공 협정이 맺어졌다")),
        "behind the claim, in another paragraph",
    ),
    (
        (
            "지난해 5월 훈련 때는 담화가 나왔고 올해 3월 훈련 때는 미사일이 올랐다. "
            "훈련 때마다 북한이 맞섰다."
        ),
        (("2023-05", "담화가 나왔고"), ("2024-03", "미사일이 올랐다")),
        "before the claim that sums them up",
    ),
    (
        (
            "외무상의 방러마다 대통령이 시간을 냈다. 지난해 1월 방러 때도, 올해 9월 방러 때도 "
            "대통령은 외무상을 만났다."
        ),
        (("2023-01", "대통령은 외무상을 만났다"), ("2024-09", "대통령은 외무상을 만났다")),
        "two conditions with one consequence",
    ),
    (
        "도발마다 안보리가 모였다. 지난해 11월 18일 시험발사 다음 날 안보리가 회의를 열었다.",
        (("2023-11-18", "안보리가 회의를 열었다"),),
        "the day of the condition, not the next",
    ),
    ("제재가 나올 때마다 북한은 반발했다. 올해 9월 이후 제재는 없었다.", (), "no condition"),
    ("서기가 올 때마다 협정이 나왔다. 회담은 4일 열린다.", (), "a date, but no case of it"),
    (
        (
            "서기가 올 때마다 협정이 나왔다. 두 나라는 그 뒤 말이 없다. "
            "지난해 9월 방북 뒤에는 철도 협정이 나왔다."
        ),
        (),
        "the list begins right beside the claim or not at all",
    ),
]


@pytest.mark.parametrize(("text", "instances", "why"), LISTED)
def test_instances(text: str, instances: tuple[tuple[str, str], ...], why: str) -> None:
    (found,) = find_patterns(document_of(*text.split("\n")))
    assert found.instances == instances, why
