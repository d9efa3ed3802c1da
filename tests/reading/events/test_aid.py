"""What is given and received. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

GIFTS = [
    (
        "쿠바는 지난해 러시아로 포탄과 관련 물자를 보냈다.",
        [("military", "occurred", None, ["러시아", "쿠바"])],
        "arms sent to a state",
    ),
    (
        "쿠바가 러시아에서 방공 장비를 받았다.",
        [("military", "occurred", None, ["러시아", "쿠바"])],
        "from whom is no place",
    ),
    (
        "러시아가 쿠바에 전투기 부품을 내줄 가능성이 있다.",
        [("military", "predicted", None, ["러시아", "쿠바"])],
        "what may be given",
    ),
    (
        "쿠바는 2일 북한 주민들에게 설탕을 기증했다.",
        [(None, "occurred", None, ["북한", "쿠바"])],
        "a people stands for its state",
    ),
    ("미국은 우크라이나에 미사일 정보를 제공했다.", [], "information is no arms"),
    ("쿠바 대표단은 러시아에서 열린 전시회에서 무기를 봤다.", [], "nothing is given"),
    ("쿠바는 러시아에서 비난을 받았다.", [], "nor is blame"),
]


@pytest.mark.parametrize(("sentence", "expected", "why"), GIFTS)
def test_aid(
    sentence: str, expected: list[tuple[str | None, str, str | None, list[str]]], why: str
) -> None:
    told = [
        (e.mode, e.status.value, e.place, sorted(p.name for p in e.participants))
        for e in read_paragraphs(sentence).events
        if e.type == "AID"
    ]
    assert told == expected, why
