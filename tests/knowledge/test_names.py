"""Forms composed from a row."""

from __future__ import annotations

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.names import forms_of, letters_by_state

STATE = ActorRow("x", "state", "나라", strong=("나라국",), letters=("羅",))
ORGAN = ActorRow("o", "organisation", "나라 해양부", default=("해양부",), state="나라")


def test_an_organ_takes_every_name_and_letter_of_its_state() -> None:
    forms = forms_of(ORGAN, letters_by_state([STATE]))
    assert {"나라 해양부", "나라국 해양부", "羅 해양부", "나라해양부"} <= set(forms["strong"])
    assert forms["default"] == ("해양부",)


def test_a_shared_form_is_not_strong_even_if_it_is_the_name() -> None:
    row = ActorRow("o", "organisation", "국회", default=("국회",), state="나라")
    strong = forms_of(row, letters_by_state([STATE]))["strong"]
    assert "국회" not in strong
    assert "나라 국회" in strong


def test_short_names_are_not_run_together() -> None:
    row = ActorRow("p", "person", "또 럼")
    assert "또럼" not in forms_of(row, {})["strong"]
