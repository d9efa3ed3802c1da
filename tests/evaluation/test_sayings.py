"""Texts in which somebody is quoted say what they should, and a reading is judged by that."""

from __future__ import annotations

from typing import Any

from evaluation.constructions import readings_of
from evaluation.sayings import Said, amiss, said, speech


def _case(name: str) -> Said:
    return next(c for c in said(speech(), 1) if c.id == name)


def test_every_proposition_and_way_of_quoting_is_used() -> None:
    found = speech()
    cases = list(said(found, 1))
    assert {c.saying.id for c in cases} == {s.id for s in found.sayings}
    assert len({s.id for s in found.sayings}) == len(found.sayings)
    assert {c.id.split(".")[1] for c in cases} == {p.id for p in found.propositions}
    assert not [c.text for c in cases if "{" in c.text]


def test_words_are_followed_by_the_form_they_take() -> None:
    assert "멈추라”라고" in _case("q-behind.stop.0").text
    assert "소문”이라고" in _case("q-behind.rumour.0").text
    assert "누구냐”고" in _case("q-behind.who-broke.0").text


def test_a_reading_is_judged_by_speaker_words_and_chain() -> None:
    case = _case("m-end-topic.no-change.0")
    record: dict[str, Any] = readings_of([case])[case.id]
    assert amiss(case, record) is None
    (got,) = record["statements"]
    assert amiss(case, {"statements": []}) == "missing"
    assert amiss(case, {"statements": [got, got]}) == "extra"
    assert amiss(case, {"statements": [got | {"form": "indirect"}]}) == "missing extra"
    assert amiss(case, {"statements": [got | {"speaker": ["누구"]}]}) == "speaker=누구"
    assert amiss(case, {"statements": [got | {"reported_by": []}]}) == "chain="
