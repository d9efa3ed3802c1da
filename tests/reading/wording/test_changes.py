"""Remarks that one wording gave way to another; every sentence is invented."""

from __future__ import annotations

import pytest

from factory import document_of
from haengbo.reading.wording import find_wording_changes
from haengbo.reading.wording.changes import slot

LEAD = "북한 노동신문이 1일 보도했다."

ROWS = [
    (
        "지난해의 ‘선린관계’와 달리 이번에는 ‘혈맹관계’가 등장했다.",
        ("선린관계", "혈맹관계"),
        "unlike",
    ),
    ("신문은 ‘이웃’ 대신 ‘전우’를 썼다.", ("이웃", "전우"), "instead"),
    (
        "‘오랜 벗’이라던 것이 올해는 ‘한 전호의 전우’가 됐다.",
        ("오랜 벗", "한 전호의 전우"),
        "used to be",
    ),
    ("호칭이 ‘각하’에서 ‘동지’로 바뀌었다.", ("각하", "동지"), "from … to"),
    (
        "안전이익에서 핵심이익으로 달라졌다.",
        ("안전이익", "핵심이익"),
        "formulas of the pack need no marks",
    ),
    (
        "신문은 봄에 ‘나라의 안전리익’을 앞세웠지만, 이번에는 ‘공동의 핵심리익’을 썼다.",
        ("안전이익", "핵심이익"),
        "slot, North spelling",
    ),
]

ROWS += [
    ("‘혈맹’이라는 표현은 이번 성명에서 ‘동반자’로 대체됐다.", ("혈맹", "동반자"), "replaced"),
    ("신문은 ‘괴뢰’를 ‘이웃나라’로 바꿔 적었다.", ("괴뢰", "이웃나라"), "written anew"),
    (
        "지금까지 ‘손님’이라고만 부르던 대표단을 ‘동무’로 고쳐 불렀다.",
        ("손님", "동무"),
        "called so until now",
    ),
    (
        "신문은 지난해까지 ‘이웃’이라고 적었으나 올해 들어서는 ‘형제’라고 쓴다.",
        ("이웃", "형제"),
        "but now",
    ),
    (
        "성명에서는 ‘공동방위’라는 문구가 빠지고 대신 ‘상호지원’이라는 문구가 들어갔다.",
        ("공동방위", "상호지원"),
        "gone and come",
    ),
    ("신문은 종전의 ‘친선’보다 한 단계 높은 ‘동맹’이라는 말을 썼다.", ("친선", "동맹"), "more"),
    (
        "축전은 두 나라를 ‘이웃’이라고 불렀다. 한 달 뒤 말이 달라졌다. 통신은 ‘형제’라고 적었다.",
        ("이웃", "형제"),
        "announced, over three sentences",
    ),
]

ROWS += [
    ("‘이웃’에서 한발 나아가 ‘전우’라고 불렀다.", ("이웃", "전우"), "a step further"),
    ("‘이웃’이던 호칭은 ‘형제’로 격상됐다.", ("이웃", "형제"), "used to be, of the name"),
    ("이전 성명의 ‘이웃’ 자리를 이번엔 ‘형제’가 차지했다.", ("이웃", "형제"), "took its place"),
    ("성명은 ‘응징’이라는 문구를 ‘조치’로 낮췄다.", ("응징", "조치"), "toned down"),
    ("‘통합’이 지워지고 ‘번영’이 들어섰다.", ("통합", "번영"), "struck out"),
    ("‘경고’가 이번에는 ‘통첩’으로 수위가 올라갔다.", ("경고", "통첩"), "raised"),
]
ROWS += [
    ("예전처럼 ‘형제’라고 하지 않고 ‘이웃’이라고 적었다.", ("형제", "이웃"), "no longer called so"),
    (
        "전의 “응징”을 경고했던 것과 비교하면 담화는 “주시”로 낮아졌다.",
        ("응징", "주시"),
        "compared",
    ),
    ("그동안 ‘압박’을 내세우던 정부가 이번에는 ‘접촉’이라는 말을 꺼냈다.", ("압박", "접촉"), "who"),
    ("신문은 지난해에는 ‘이웃’을, 올해는 ‘전우’를 내걸었다.", ("이웃", "전우"), "then and now"),
    ("봄의 축전이 ‘형제’로 시작했다면 올해는 ‘이웃’으로 시작했다.", ("형제", "이웃"), "began"),
    ("통신은 “우려”라던 표현을 “규탄”으로 높였다.", ("우려", "규탄"), "used to be, of the word"),
    ("통신은 ‘대통령’을 이번 보도부터 ‘동지’로 높여 불렀다.", ("대통령", "동지"), "from now on"),
]
NONE = [
    ("신문은 ‘벗’을 내세우며 ‘이웃’을 강조했다.", "both at once"),
    ("축전은 ‘이웃’이라고 불렀다. 통신은 ‘형제’라고 적었다.", "nobody says that words changed"),
    ("신문은 ‘이웃’과 ‘전우’를 함께 썼다.", "both are there"),
    ("대표단은 평양에서 원산으로 옮겼다.", "places, not wordings"),
    ("‘폭풍’ 작전과 달리 순조로웠다.", "only one wording"),
]


@pytest.mark.parametrize(("sentence", "pair", "why"), ROWS)
def test_change_is_found(sentence: str, pair: tuple[str, str], why: str) -> None:
    found = find_wording_changes(document_of(LEAD, sentence))
    assert [(c.old, c.new) for c in found] == [pair], why


@pytest.mark.parametrize(("sentence", "why"), NONE)
def test_no_change(sentence: str, why: str) -> None:
    assert find_wording_changes(document_of(LEAD, sentence)) == (), why


def test_slot_keeps_the_whole_where_words_are_shared() -> None:
    assert slot("새로운 협조관계", "전통적인 협조관계") == ("새로운 협조관계", "전통적인 협조관계")
