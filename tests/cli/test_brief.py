"""``haengbo brief``: to standard output, to a file by its ending, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from haengbo.cli.main import app

JUNE = ["brief", "--from", "2025-06", "--to", "2025-06"]


def test_to_standard_output(sample_location: str) -> None:
    answer = CliRunner().invoke(app, [*JUNE, "--ledger", sample_location])
    assert answer.exit_code == 0
    assert answer.stdout.startswith("# 정세 보고 2025-06-01 – 2025-06-30")


def test_in_english(sample_location: str) -> None:
    answer = CliRunner().invoke(app, [*JUNE, "--lang", "en", "--ledger", sample_location])
    assert "## Events by channel" in answer.stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [("b.pdf", "%PDF"), ("b.docx", "PK"), ("b.hwpx", "PK"), ("b.html", "<!doctype html>")],
)
def test_a_file_by_its_ending(name: str, start: str, sample_location: str, tmp_path: Path) -> None:
    file = tmp_path / name
    answer = CliRunner().invoke(app, [*JUNE, "-o", str(file), "--ledger", sample_location])
    assert answer.exit_code == 0
    assert file.read_bytes().startswith(start.encode())


@pytest.mark.parametrize(
    "arguments",
    [
        ["brief", "--from", "2025-06", "--to", "2025-05"],
        ["brief", "--from", "언젠가", "--to", "2025-05"],
        [*JUNE, "-o", "보고.odt"],
    ],
)
def test_wrong_usage(arguments: list[str], sample_location: str) -> None:
    answer = CliRunner().invoke(app, [*arguments, "--ledger", sample_location])
    assert answer.exit_code != 0
