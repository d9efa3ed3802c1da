"""``haengbo wording``: the samples' remarks and a folder of texts."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from haengbo.cli.main import app


def test_remarks_are_held_against_the_ledger(sample_location: str) -> None:
    answer = CliRunner().invoke(app, ["wording", "remarks", "--ledger", sample_location])
    assert answer.exit_code == 0
    assert "안전이익 → 핵심이익" in answer.stdout
    assert "앞 문구가 뒤에도 나온다" in answer.stdout


def test_life_of_a_corpus(tmp_path: Path) -> None:
    for year, words in (("2001", "선군의 기치"), ("2002", "선군의 기치"), ("2003", "평화")):
        (tmp_path / f"{year}.txt").write_text(words, "utf-8")
    arguments = ["wording", "life", "선군", "--corpus", str(tmp_path), "--json"]
    (row,) = json.loads(CliRunner().invoke(app, arguments).stdout)
    assert (row["first"], row["last"], row["texts"], row["n"]) == ("2001", "2002", 2, 3)


def test_few_texts_are_called_few(tmp_path: Path) -> None:
    (tmp_path / "2001.txt").write_text("선군", "utf-8")
    answer = CliRunner().invoke(app, ["wording", "life", "선군", "--corpus", str(tmp_path)])
    assert "다섯이 못 되어" in answer.stdout
