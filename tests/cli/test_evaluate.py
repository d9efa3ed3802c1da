"""``haengbo evaluate``: the samples' gold against itself, and a folder that is not there."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from haengbo.cli.main import app
from haengbo.samples import gold_folder


def test_gold_against_itself_is_perfect(tmp_path: Path) -> None:
    readings = tmp_path / "gold.jsonl"
    records = [json.loads(path.read_text("utf-8")) for path in sorted(gold_folder().glob("*.json"))]
    readings.write_text("\n".join(json.dumps(record) for record in records), "utf-8")
    arguments = ["evaluate", str(gold_folder()), "--readings", str(readings)]
    answer = CliRunner().invoke(app, arguments)
    assert answer.exit_code == 0
    rows = [line for line in answer.stdout.splitlines() if line.startswith("events ")]
    assert rows[0].split()[1:4] == ["1.000", "1.000", "1.000"]


def test_a_missing_gold_folder_is_wrong_usage(tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, ["evaluate", str(tmp_path / "none.jsonl"), "--readings", "x"])
    assert answer.exit_code != 0
