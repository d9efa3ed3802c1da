"""Korean readings of names in Chinese characters."""

from __future__ import annotations

from haengbo.knowledge import load
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.hanja import HanjaRow, readings_of

TABLE = {row.id: row for row in load().table("hanja", HanjaRow)}


def test_readings_are_those_of_the_north() -> None:
    assert readings_of("宋濤", TABLE) == ("송도",)
    assert readings_of("李强", TABLE) == ("리강",)
    assert "화춘영" in readings_of("華春瑩", TABLE)


def test_a_character_that_is_not_there_gives_nothing() -> None:
    assert readings_of("宋㐂", TABLE) == ()
    assert readings_of("", TABLE) == ()


def test_the_table_agrees_with_spellings_that_the_pack_has() -> None:
    """Every spelling of the North's media in the pack is among the readings."""
    known = [
        row
        for row in load().table("actors", ActorRow)
        if row.kind == "person" and row.kp and readings_of(row.hanja or "", TABLE)
    ]
    assert len(known) > 15
    assert [(r.kp, r.hanja) for r in known if r.kp not in readings_of(r.hanja or "", TABLE)] == []
