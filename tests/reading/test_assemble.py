from __future__ import annotations

import pytest

from factory import read_paragraphs
from haengbo.model.reading import Actor, Reading


def _actor(reading: Reading, name: str) -> Actor:
    return next(actor for actor in reading.actors if actor.name == name)


def _roles(reading: Reading, name: str) -> list[tuple[str, str | None]]:
    return [(role.title, role.of) for role in _actor(reading, name).roles]


def test_every_spelling_of_one_actor_is_gathered() -> None:
    reading = read_paragraphs("벨로우소프 장관이 왔다. 벨로우쏘브 국방상은 웃었다.")
    surfaces = _actor(reading, "안드레이 벨로우소프").surfaces
    assert {"벨로우소프", "벨로우쏘브"} <= set(surfaces)


def test_a_shorter_title_of_one_office_is_dropped() -> None:
    reading = read_paragraphs(
        "세르게이 쇼이구 러시아 국가안보회의 서기가 왔다.", "쇼이구 서기는 웃었다."
    )
    assert _roles(reading, "세르게이 쇼이구") == [("국가안보회의 서기", "러시아")]


def test_two_words_for_one_office_count_once() -> None:
    reading = read_paragraphs("라브로프 러시아 외무장관이 왔다. 라브로프 외무상은 웃었다.")
    assert _roles(reading, "세르게이 라브로프") == [("외무장관", "러시아")]


def test_two_offices_are_two_roles() -> None:
    reading = read_paragraphs("조선로동당 총비서이며 국무위원장인 김정은동지가 왔다.")
    assert _roles(reading, "김정은") == [("총비서", "조선노동당"), ("국무위원장", "북한")]


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        (
            "대표단 단장인 김한길 북한 교육상이 왔다. 김한길 단장은 웃었다.",
            "김한길",
            [("교육상", "북한")],
        ),
        (
            "김한길 특사가 왔다. 김한길 북한 교육상은 웃었다.",
            "김한길",
            [("교육상", "북한")],
        ),
    ],
)
def test_what_somebody_is_on_a_journey_is_no_role(
    text: str, name: str, roles: list[tuple[str, str]]
) -> None:
    assert _roles(read_paragraphs(text), name) == roles


def test_family_name_and_title_is_no_role() -> None:
    reading = read_paragraphs("김정은은 침묵했다. 김 위원장은 웃었다.")
    assert _roles(reading, "김정은") == []


def test_places_are_entities_and_pronouns_no_spellings() -> None:
    reading = read_paragraphs("북한과 몽골이 평양에서 만났다. 양측은 합의했다.")
    assert "평양" in {entity.name for entity in reading.entities}
    assert "양측" not in _actor(reading, "몽골").surfaces


@pytest.mark.parametrize("text", ["北 발사에 북한 주민들이 놀랐다.", "北, 미사일 발사했다."])
def test_an_actor_stands_where_it_is_spelt_as_said(text: str) -> None:
    reading = read_paragraphs(text)
    actor = _actor(reading, "북한")
    assert actor.span.of(reading.article.text) in actor.surfaces


def test_mere_ground_is_no_actor() -> None:
    reading = read_paragraphs("북한 대표는 튀르키예 이스탄불에서 말했다.")
    assert "튀르키예" not in {actor.name for actor in reading.actors}


def test_an_outdated_office_is_noted() -> None:
    reading = read_paragraphs("세르게이 쇼이구 러시아 국방장관이 왔다.", published="2025-06-05")
    assert [f.code for f in reading.findings if f.code == "role-outdated"] == ["role-outdated"]


def test_an_office_held_then_or_called_former_is_not_noted() -> None:
    then = read_paragraphs("세르게이 쇼이구 러시아 국방장관이 왔다.", published="2023-07-26")
    former = read_paragraphs("세르게이 쇼이구 전 국방장관이 왔다.", published="2025-06-05")
    codes = [f.code for reading in (then, former) for f in reading.findings]
    assert "role-outdated" not in codes
