"""``haengbo knowledge`` in the terminal."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from haengbo.cli.knowledge import app

RUN = CliRunner()


def test_check_of_the_shipped_pack() -> None:
    result = RUN.invoke(app, ["check"])
    assert result.exit_code == 0
    assert "이상 없음" in result.output


def test_check_names_what_is_wrong(tmp_path: Path) -> None:
    folder = tmp_path / "actors"
    folder.mkdir()
    (folder / "x.tsv").write_text("id\tkind\tname\tstrong\nx\tperson\t박가람빛\t쇼이구\n", "utf-8")
    result = RUN.invoke(app, ["check", "--pack", str(tmp_path)])
    assert result.exit_code == 2
    assert "sergei-shoigu" in result.output


def test_show_prints_names_offices_and_voice() -> None:
    result = RUN.invoke(app, ["show", "쇼이구"])
    assert result.exit_code == 0
    for part in ("쎄르게이 쇼이구", "Sergei Shoigu", "Сергей Шойгу", "장관급", "러시아 당국"):
        assert part in result.output


def test_show_says_what_is_ambiguous() -> None:
    assert "모호하다" in RUN.invoke(app, ["show", "외무성"]).output


def test_show_as_json() -> None:
    rows = json.loads(RUN.invoke(app, ["show", "국방상", "--on", "2025-01", "--json"]).output)
    assert [row["name"] for row in rows] == ["노광철"]


def test_show_of_a_name_that_nobody_has() -> None:
    result = RUN.invoke(app, ["show", "듣도 보도 못한 이름"])
    assert result.exit_code == 1
    assert "없는 이름" in result.output
