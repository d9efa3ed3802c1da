"""How the North's media tell of letters and guests. Facts are invented."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

ROWS = [
    (
        "로씨야대통령 울라지미르 뿌찐동지에게 김정은동지께서 새해에 즈음하여 축전을 보내시였다.",
        [("letter", "occurred", {"김정은": "source", "블라디미르 푸틴": "target"})],
        "addressee first, and the occasion between him and the letter",
    ),
    (
        "김정은동지께서 건국절에 즈음하여 중국 국가주석 습근평동지에게 축전을 보내시였다.",
        [("letter", "occurred", {"김정은": "source", "시진핑": "target"})],
        "the occasion first",
    ),
    (
        (
            "외무상 최선희동지가 국제회의에 참가하기 위하여 온 "
            "로씨야련방 외무성 부상 안드레이 루덴꼬동지를 만났다."
        ),
        [
            ("visit", "occurred", {"안드레이 루덴코": "source", "북한": "target"}),
            ("meeting", "occurred", {"최선희": "party", "안드레이 루덴코": "party"}),
        ],
        "what the guest came for is not planned by the host",
    ),
    (
        "최선희동지는 8일 경축행사에 참가하기 위하여 온 중국 외교부장 왕의동지와 회담하였다.",
        [("meeting", "occurred", {"최선희": "party", "왕이": "party"})],
        "nor where the analyser takes 온 for another word",
    ),
    (
        "최선희동지는 8일 경축행사에 참가하기 위하여 로씨야를 방문하였다.",
        [("visit", "occurred", {"최선희": "source", "러시아": "target"})],
        "her own purpose",
    ),
]


@pytest.mark.parametrize(("text", "events", "why"), ROWS, ids=[row[2] for row in ROWS])
def test_letters_and_guests(
    text: str, events: list[tuple[str, str, dict[str, str]]], why: str
) -> None:
    found = [
        (e.mode, e.status.value, {p.name: p.role.value for p in e.participants})
        for e in read_paragraphs(text).events
    ]
    if why == "her own purpose":
        found = [item for item in found if item[0] == "visit"]
    assert found == events, why
