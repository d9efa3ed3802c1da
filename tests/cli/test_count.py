"""``haengbo count``: a saved count, one asked ad hoc, a count of one's own pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from haengbo.cli.main import app


def run(*arguments: str) -> str:
    answer = CliRunner().invoke(app, ["count", *arguments])
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def test_a_saved_count(sample_location: str) -> None:
    said = run("north-russia", "--from", "2024", "--to", "2024", "--ledger", sample_location)
    assert "2024-01-01 – 2024-12-31 북한–러시아 차관급 이상 교류" in said
    assert "세지 않은 것" in said


def test_the_same_asked_ad_hoc(sample_location: str) -> None:
    saved = json.loads(run("north-russia", "--json", "--ledger", sample_location))
    sides = ["--between", "조선", "--between", "로씨야", "--rank", "차관급"]
    assert json.loads(run(*sides, "--json", "--ledger", sample_location)) == saved
    assert saved["n"] == len(saved["exchanges"])


def test_a_count_of_ones_own(sample_location: str, tmp_path: Path) -> None:
    rows = '- {id: mine, sides: [북한, 벨라루스], rank: 장관급, since: "2024"}\n'
    (tmp_path / "counts.yaml").write_text(rows, "utf-8")
    said = run("mine", "--pack", str(tmp_path), "--json", "--ledger", sample_location)
    assert json.loads(said)["sides"] == ["북한", "벨라루스"]


@pytest.mark.parametrize(
    "arguments",
    [["nobodys"], [], ["north-russia", "--rank", "황제급"], ["north-russia", "--from", "언젠가"]],
)
def test_wrong_usage(arguments: list[str], sample_location: str) -> None:
    answer = CliRunner().invoke(app, ["count", *arguments, "--ledger", sample_location])
    assert answer.exit_code != 0


def test_channels_as_records(sample_location: str) -> None:
    arguments = ["channels", "foreign", "--between", "조선", "--between", "로씨야", "--json"]
    answer = CliRunner().invoke(
        app, [*arguments, "--today", "2025-11-01", "--ledger", sample_location]
    )
    record = json.loads(answer.stdout)
    assert record["n"] == len(record["meetings"]) > 3
    assert record["since_last"] == 5
    assert dict(record["hosts"])["러시아"] > 1
