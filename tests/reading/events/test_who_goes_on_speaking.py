"""Acts done by words: who speaks and when, behind and inside other words."""

from __future__ import annotations

import pytest

from factory import read_paragraphs

Told = tuple[str, str | None, dict[str, str]]
_MINISTRY = {"북한 외무성": "source", "일본": "target"}
CASES: list[tuple[str, list[Told], str]] = [
    (
        "북한 외무성 대변인은 5일 “정세를 지켜보고 있다”고 했다. 이어 일본의 군비 증강을 비난했다.",
        [("ACCUSE", "2025-03-05", _MINISTRY)],
        "the body spoken for goes on, on the same day",
    ),
    (
        "유엔 인권이사회는 5일 북한인권결의안을 채택했다. 결의안은 북한에 사과하라고 촉구했다.",
        [
            (kind, "2025-03-05", {"유엔 인권이사회": "source", "북한": "target"})
            for kind in ("ACCUSE", "REQUEST")
        ],
        "a text just adopted speaks for who adopted it",
    ),
    (
        "북한 외무성 대변인은 5일 담화를 냈다. 대변인은 일본의 군비 증강을 비난했다.",
        [("ACCUSE", "2025-03-05", _MINISTRY)],
        "a bare 대변인 is the one told of",
    ),
    (
        "당국자는 북한 외무성이 5일 일본에 보복하겠다고 위협했다고 6일 밝혔다.",
        [("THREATEN", "2025-03-05", _MINISTRY)],
        "a threat that another tells has its own speaker and day",
    ),
    (
        "북한 외무성이 5일 일본에 보복하겠다고 위협한 사실이 알려졌다.",
        [("THREATEN", "2025-03-05", _MINISTRY)],
        "the day beside who speaks, though the words part it from the verb",
    ),
    (
        "북한 외무성은 4일 “다 보고 있다”고 했다. 이어 일본이 선을 넘으면 보복하겠다고 경고했다.",
        [("THREATEN", "2025-03-04", _MINISTRY)],
        "who would do so in a condition does not speak",
    ),
    (
        "일본이 긴장을 높이고 있다고 북한 외무성이 5일 비난했다.",
        [("ACCUSE", "2025-03-05", _MINISTRY)],
        "the words stand before who says them",
    ),
    (
        "북한 외무성 대변인이 5일 일본이 제기한 의혹을 부인했지만 증거는 내놓지 않았다.",
        [("REJECT", "2025-03-05", _MINISTRY)],
        "the spokesman denies what the other raised, on the day beside him",
    ),
    (
        "북한 외무성은 5일 담화를 냈다. 담화는 일본이 제기한 의혹을 부인했다.",
        [("REJECT", "2025-03-05", _MINISTRY)],
        "who raised it does not deny it",
    ),
    (
        "북한 노동신문은 5일 논평에서 일본에 과거 청산을 촉구했다.",
        [("REQUEST", "2025-03-05", {"노동신문": "source", "일본": "target"})],
        "a paper of the North asks, too",
    ),
    ("북한 노동신문은 5일 주민들에게 모내기에 나설 것을 촉구했다.", [], "not the own people"),
    (
        "5일 일본을 비난한 북한 외무성 대변인은 새 조치도 예고했다.",
        [("ACCUSE", "2025-03-05", _MINISTRY)],
        "a spokesman described by what he said",
    ),
    ("북한 외무성이 일본을 규탄할 수 있을까.", [], "only a question"),
    (
        "5일 일본의 군함 파견을 비난하는 북한 외무성 대변인 명의의 담화가 나왔다.",
        [("ACCUSE", "2025-03-05", _MINISTRY)],
        "in whose name a paper is",
    ),
    (
        "북한 외무성은 5일 일본의 대화 제안을 일축했다.",
        [("REJECT", "2025-03-05", _MINISTRY)],
        "a proposal waved off is not denied",
    ),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES)
def test_who_goes_on_speaking(text: str, expected: list[Told], why: str) -> None:
    found = read_paragraphs(text, published="2025-03-08").events
    told = [(e.type, e.date, {p.name: p.role.value for p in e.participants}) for e in found]
    assert told == expected, why
