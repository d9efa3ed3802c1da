"""``haengbo export``: formats and filters on the command line, wrong ones in one line."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from haengbo.cli.start import main


def call(monkeypatch: pytest.MonkeyPatch, location: str, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["haengbo", "export", *arguments, "--ledger", location])
    with pytest.raises(SystemExit) as stopped:
        main()
    code = stopped.value.code
    return code if isinstance(code, int) else 0


def test_to_the_terminal_as_bytes(
    sample_location: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert (
        call(monkeypatch, sample_location, "pages", "--format", "csl", "--date", "2026-01-02") == 0
    )
    records = json.loads(capfdbinary.readouterr().out)
    assert {tuple(r["accessed"]["date-parts"][0]) for r in records} == {(2026, 1, 2)}


def test_filters_choose_what_goes_out(
    sample_location: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "net.gexf"
    arguments = ("events", "--format", "gexf", "--who", "최선희", "-o", str(out))
    assert call(monkeypatch, sample_location, *arguments) == 0
    assert "최선희" in out.read_text("utf-8")


def test_what_is_left_out_is_said(
    sample_location: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    out = tmp_path / "out.tsv"
    arguments = ("events", "--format", "gdelt", "-o", str(out))
    assert call(monkeypatch, sample_location, *arguments) == 0
    assert "빠진 사건" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("copies", "--format", "ics"), "되는 꼴: jsonl, csv, xlsx, parquet"),
        (("events", "--format", "csl", "--date", "2026-01"), "하루가 아니다"),
        (("events", "--format", "csl", "--date", "어제"), "하루가 아니다"),
        (("pages", "--format", "xlsx", "-o", "/nowhere/x.xlsx"), "쓸 수 없다"),
    ],
)
def test_wrong_usage_is_one_line(
    arguments: tuple[str, ...],
    message: str,
    sample_location: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert call(monkeypatch, sample_location, *arguments) == 2
    shown = capsys.readouterr().err
    assert message in shown
    assert shown.count("\n") == 1
