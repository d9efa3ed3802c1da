"""Acts of which only one side is named."""

from __future__ import annotations

import pytest

from factory import read_paragraphs
from haengbo.model.reading import EventReport

LAVROV, CHOE = "세르게이 라브로프 러시아 외무장관", "최선희 북한 외무상"


def only(mode: str | None, kind: str, *paragraphs: str) -> EventReport:
    events = [e for e in read_paragraphs(*paragraphs).events if (e.type, e.mode) == (kind, mode)]
    (found,) = events
    return found


def names(event: EventReport) -> set[str]:
    return {p.name for p in event.participants}


def test_who_has_met_somebody_agrees_with_the_same() -> None:
    agreed = only(
        None,
        "AGREE",
        f"{LAVROV}은 22일 평양에서 {CHOE}과 만나 교류를 늘리기로 합의했다.",
    )
    assert names(agreed) == {"세르게이 라브로프", "최선희"}


def test_a_treaty_enters_into_force_between_those_who_signed_it() -> None:
    in_force = only(
        "implement",
        "AGREE",
        "북한과 러시아는 6월 19일 평양에서 조약에 서명했다.",
        "조약은 10월 30일 발효됐다.",
    )
    assert (names(in_force), in_force.date) == ({"북한", "러시아"}, "2024-10-30")


def test_who_was_to_come_arrives() -> None:
    visit = only(
        "visit",
        "CONSULT",
        f"{LAVROV}은 10월 21∼22일 북한을 방문할 예정이었으나 10월 22일 새벽 도착했다.",
    )
    assert (visit.status.value, visit.date) == ("occurred", "2024-10-22")


@pytest.mark.parametrize(
    ("sentence", "mode", "expected"),
    [
        (
            "김정은 북한 국무위원장은 7일 블라디미르 푸틴 러시아 대통령의 생일에 축전을 보냈다.",
            "letter",
            {"김정은", "블라디미르 푸틴"},
        ),
        ("한미일 안보 당국은 18일 전화로 대응 방안을 협의했다.", "phone", {"한국", "미국", "일본"}),
        (
            f"{LAVROV}은 {CHOE}과의 회담에서 “관계가 넓어지고 있다”고 말했다.",
            "meeting",
            {"세르게이 라브로프", "최선희"},
        ),
        ("러시아 외무부 대표단이 22일 평양에 도착했다.", "visit", {"러시아 외무부", "북한"}),
    ],
)
def test_who_takes_part(sentence: str, mode: str, expected: set[str]) -> None:
    assert names(only(mode, "CONSULT", sentence)) == expected
