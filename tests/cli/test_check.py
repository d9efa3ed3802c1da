"""``haengbo check``: a page, a ledger, JSON."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from haengbo.cli.main import app


def test_a_page(tmp_path: Path) -> None:
    page = tmp_path / "쪽.txt"
    page.write_text("북한군이 제2차 세계대전 당시 쿠르스크에서 싸웠다고 신문은 전했다.\n", "utf-8")
    arguments = ["check", str(page), "--published", "2025-05-10"]
    answer = CliRunner().invoke(app, arguments)
    assert answer.exit_code == 0
    assert "생기기 전의 전쟁: 북한군" in answer.stdout
    assert "살펴볼 것 1건" in answer.stdout
    (row,) = CliRunner().invoke(app, [*arguments, "--json"]).stdout.splitlines()
    record = json.loads(row)
    assert record["rule"] == "war"
    assert record["evidence"][0][0] == "쪽"


def test_a_ledger(sample_location: str) -> None:
    answer = CliRunner().invoke(app, ["check", "--ledger", sample_location])
    assert answer.exit_code == 0
    assert "살펴볼 것" in answer.stdout


def test_a_page_that_is_not_there() -> None:
    assert CliRunner().invoke(app, ["check", "없는.txt"]).exit_code != 0
