"""One happening is one event."""

from __future__ import annotations

from factory import read_paragraphs
from haengbo.model.reading import EventReport

PUTIN, KIM = "블라디미르 푸틴 러시아 대통령", "김정은 북한 국무위원장"


def of_mode(mode: str | None, *paragraphs: str) -> list[EventReport]:
    return [e for e in read_paragraphs(*paragraphs).events if e.mode == mode]


def test_journeys_to_two_states_on_one_day_are_two_visits() -> None:
    visits = of_mode(
        "visit",
        f"{PUTIN}은 10월 19일 북한을 방문했다.",
        "푸틴 대통령은 10월 19일 밤 베트남에 도착했다.",
    )
    assert [e.place for e in visits] == ["북한", "베트남"]


def test_the_hall_is_more_telling_than_its_town() -> None:
    (signed,) = of_mode(
        "sign",
        f"{PUTIN}과 {KIM}은 10월 19일 평양에서 조약에 서명했다.",
        "푸틴 대통령과 김 위원장은 10월 19일 만수대의사당에서 조약에 서명했다.",
    )
    assert signed.place == "만수대의사당"


def test_a_visit_goes_to_the_town_not_to_its_airport() -> None:
    (visit,) = of_mode(
        "visit",
        f"{PUTIN}은 10월 19일 평양을 방문했다.",
        "푸틴 대통령은 10월 19일 평양국제비행장에 도착했다.",
    )
    assert visit.place == "평양"


def test_what_was_planned_and_what_happened_on_a_day_are_one() -> None:
    (met,) = of_mode(
        "meeting",
        f"{PUTIN}과 {KIM}은 10월 19일 평양에서 회담할 예정이었다.",
        "푸틴 대통령과 김 위원장은 10월 19일 평양에서 회담했다.",
    )
    assert met.status.value == "occurred"
