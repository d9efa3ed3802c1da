"""``haengbo read --engine … --to … --collate`` and ``haengbo ledger load``: what they say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from engine.made import made_pages, write_parts
from haengbo.cli import start
from haengbo.engine import Summary
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--collate"], "--collate 는 --engine, --to 와 함께 쓴다"),
        (["--collate", "--engine", "local"], "--collate 는 --engine, --to 와 함께 쓴다"),
        (["--collate", "--engine", "horse", "--to", "out"], "모르는 엔진: horse"),
        (["--to", "out"], "--engine 과 --to 를 함께"),
    ],
)
def test_wrong_usage_is_named(
    given: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["haengbo", "read", "pages", *given])
    with pytest.raises(SystemExit) as ended:
        start.main()
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_an_archive_is_read_collated_and_loaded(
    tmp_path: Path,
    knowledge: Knowledge,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    out, location = tmp_path / "out", tmp_path / "annals.db"
    write_parts(out, made_pages(20, 3, knowledge), parts=1)
    summary = Summary(1, 1, 20, 20, ())
    monkeypatch.setattr("haengbo.engine.read_archive", lambda *_given: summary)
    read = ["read", "pages", "--engine", "local", "--to", str(out), "--collate"]
    for command in (read, ["ledger", "load", str(out), "--ledger", str(location)]):
        monkeypatch.setattr(sys, "argv", ["haengbo", *command])
        with pytest.raises(SystemExit) as ended:
            start.main()
        assert not ended.value.code
    ledger = Ledger.open(location)
    totals = ledger.totals()
    said = capsys.readouterr().out
    assert f"맞춰 본 보고 {totals.reports} · 사건 {totals.events} · 관계" in said
    assert f"새로 들인 쪽 20 · 장부에 사건 {totals.events}" in said
    assert totals.dirty == 0
    ledger.close()
