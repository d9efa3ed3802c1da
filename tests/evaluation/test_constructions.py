"""Texts that are made say what they should, and a reading is judged by what was told."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from evaluation.constructions import (
    Told,
    conjugated,
    material,
    readings_of,
    told,
    with_particle,
    wrong,
)

PAST = (("었", "EP"), ("다", "EF"))


@pytest.fixture(scope="module")
def cases() -> list[Told]:
    """Every text, made once."""
    return [*told(material(), 1)]


@pytest.mark.parametrize(
    ("word", "particle", "expected"),
    [
        ("외무상", "을", "외무상을"),
        ("대사", "을", "대사를"),
        ("서울", "으로", "서울로"),
        ("평양", "으로", "평양으로"),
        ("러시아", "이다", "러시아다"),
        ("북한", "에", "북한에"),
        ("외무상(사진)", "은", "외무상(사진)은"),
    ],
)
def test_particles_take_their_form(word: str, particle: str, expected: str) -> None:
    assert with_particle(word, particle) == expected


@pytest.mark.parametrize(
    ("verb", "expected"), [("방문+하", "방문했다"), ("만나", "만났다"), ("맺", "맺었다")]
)
def test_verbs_are_conjugated(verb: str, expected: str) -> None:
    assert conjugated(verb, PAST) == expected


def test_words_of_a_deed_and_doers_that_are_several() -> None:
    case = _case("u-condemn-several.ac-joint.0")
    assert len(case.people) > 2
    assert sorted(set(case.people.values())) == ["source", "target"]
    case = _case("u-urge.rq-that.0")
    assert "군사훈련을 중단할 것을 촉구했다" in case.text


def test_ids_name_one_thing_each() -> None:
    found = material()
    for rows in (found.deeds, found.tellings):
        ids = [row.id for row in rows]
        assert sorted(set(ids)) == sorted(ids)


def test_every_deed_and_telling_is_used(cases: list[Told]) -> None:
    found = material()
    assert {c.deed.id for c in cases} == {d.id for d in found.deeds}
    assert {c.telling.id for c in cases} == {t.id for t in found.tellings}
    assert not [c.text for c in cases if "{" in c.text]


def test_of_what_is_suffered_the_other_is_the_source() -> None:
    assert list(_case("p-rice-got.plain.0").people.values()) == ["target", "source"]


def test_many_deeds_meet_few_tellings(cases: list[Told]) -> None:
    met = Counter(c.deed.id for c in cases)
    assert 1 < met["p-loan"] < met["give-rice"] / 2


def _case(name: str) -> Told:
    (case,) = told(material(), 1, chosen=lambda found: found == name)
    return case


def test_what_is_read_right_is_told_from_what_is_not() -> None:
    case = _case("visit.plain.0")
    record: dict[str, Any] = readings_of([case])[case.id]
    assert wrong(case, record) is None
    (event,) = record["events"]
    assert wrong(case, {"events": []}) == "missing"
    assert wrong(case, {"events": [event | {"status": "planned"}]}) == "status=planned"
    assert wrong(case, {"events": [event | {"participants": []}]}) == "who"
    assert wrong(case, {"events": [event | {"date": None}]}) == "date=None"
    undated = _case("visit.t-recently.0")
    assert wrong(undated, readings_of([undated])[undated.id]) is None
    assert "date=2026-05-12" in (wrong(undated, record) or "").split()
    once = replace(case, telling=replace(case.telling, once=True))
    assert wrong(once, {"events": [event, event]}) == "twice"
    untold = _case("visit.whether.0")
    assert wrong(untold, record) == "read"
    either = replace(case, telling=replace(case.telling, status=("planned", "nothing")))
    assert wrong(either, {"events": []}) is None
    assert wrong(either, record) == "status=occurred"


def test_who_may_be_read_as_well() -> None:
    case = _case("visit.plain.0")
    record: dict[str, Any] = readings_of([case])[case.id]
    (event,) = record["events"]
    name, role = next(iter(case.people.items()))
    rest = [p for p in event["participants"] if p["name"] != name]
    fewer = {"events": [event | {"participants": rest}]}
    assert wrong(case, fewer) == "who"
    assert wrong(replace(case, perhaps=frozenset({name})), fewer) is None
    other = [{"name": name, "role": "party"}, *rest]
    assert role != "party"
    assert wrong(case, {"events": [event | {"participants": other}]}) == "role"


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("n-trip.n-trip-first.0", "방"),
        ("n-preacher.n-passive-at.0", "선교사 1명이 12일"),
        ("n-treaty.n-passive-signed.0", "체결됐다."),
        ("n-sanctions.n-measure-recalled.0", "에 대한 추가 제재 이후"),
        ("n-trip.n-chron-trip.0", "사망\n▲ 2018.9.5 = "),
    ],
)
def test_deeds_are_told_by_nouns_and_in_the_passive(name: str, part: str) -> None:
    assert part in _case(name).text
