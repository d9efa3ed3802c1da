"""Pages made from code and pack show all of it."""

from __future__ import annotations

import pytest

from docsite import options, pack
from docsite.tables import cell, table
from haengbo.knowledge import load
from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.frames import FrameRow


@pytest.mark.parametrize(
    ("value", "expected", "why"),
    [
        ("가|나", "가\\|나", "a bar would end the cell"),
        (("가", "나"), "가, 나", "lists are joined"),
        (None, "", "nothing is nothing"),
        ("<b> [x]", "&lt;b> \\[x]", "no markup"),
        ("한\n줄", "한 줄", "one line"),
    ],
)
def test_cells_hold_anything(value: object, expected: str, why: str) -> None:
    assert cell(value) == expected, why


def test_a_table_without_rows_is_nothing() -> None:
    assert table(("하나",), []) == ""
    assert table(("하나",), [("둘",)]) == "| 하나 |\n|---|\n| 둘 |\n"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_command_and_option_is_there(language: str) -> None:
    page = options.commands_page(language)
    for name, command in options.all_commands().items():
        section = page.split(f"## {name}\n")[1].split("\n## ")[0]
        assert (command.help or "").split("\n")[0] in section
        for parameter in command.params:
            if parameter.param_type_name == "option" and parameter.name != "help":
                assert f"`{parameter.opts[0]}`" in section, name


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_frame_and_actor_is_there(language: str) -> None:
    knowledge = load()
    frames = pack.frames_page(language)
    assert [f.id for f in knowledge.table("event_frames", FrameRow) if f.id not in frames] == []
    actors = pack.actors_page(language)
    missing = [a.name for a in knowledge.table("actors", ActorRow) if cell(a.name) not in actors]
    assert missing == []
    assert "따르면" in pack.cues_page(language)
