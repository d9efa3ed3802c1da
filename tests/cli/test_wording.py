"""``haengbo wording``: the samples' remarks and a folder of texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
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


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    words = {
        "2001": "두 나라 공동의 안전이익을 수호하기 위한 문제들을 토의하였다.",
        "2002": "두 나라 공동의 핵심리익을 수호하기 위한 문제들을 토의하였다.",
    }
    for year, said in words.items():
        (tmp_path / f"{year}.txt").write_text(said, "utf-8")
    return str(tmp_path)


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (["texts"], "formulas"),
        (["phrases", "--least", "2"], "phrase"),
        (["slots"], "slot"),
        (["lines", "핵심이익"], "word"),
    ],
)
def test_records(arguments: list[str], key: str, corpus: str) -> None:
    answer = CliRunner().invoke(app, ["wording", *arguments, "--corpus", corpus, "--json"])
    rows = json.loads(answer.stdout)
    assert rows
    assert all(key in row for row in rows)
    assert CliRunner().invoke(app, ["wording", *arguments, "--corpus", corpus]).stdout


def test_slots_of_a_corpus(corpus: str) -> None:
    answer = CliRunner().invoke(app, ["wording", "slots", "--corpus", corpus])
    assert "공동의 [안전|핵심] 이익을" in answer.stdout


def test_silence_and_comparison_as_records(tmp_path: Path) -> None:
    for year in range(2001, 2006):
        said = "선군의 기치" if year < 2005 else "평화의 기치"
        (tmp_path / f"{year}.txt").write_text(said, "utf-8")
    arguments = ["wording", "silence", "선군", "--corpus", str(tmp_path), "--json"]
    (row,) = json.loads(CliRunner().invoke(app, arguments).stdout)
    assert (row["before"], row["since"], row["n"]) == (4, 1, 5)
    pair = [str(tmp_path / "2004.txt"), str(tmp_path / "2005.txt")]
    pieces = json.loads(CliRunner().invoke(app, ["wording", "compare", *pair, "--json"]).stdout)
    assert "".join(piece["old"] for piece in pieces) == "선군의 기치"


def test_only_what_was_said_at_a_kind_of_occasion(sample_location: str) -> None:
    def said(*arguments: str) -> list[dict[str, object]]:
        command = ["wording", "texts", *arguments, "--json", "--ledger", sample_location]
        rows: list[dict[str, object]] = json.loads(CliRunner().invoke(app, command).stdout)
        return rows

    every, there = said(), said("--at", "mode:meeting who:라브로프")
    assert 0 < len(there) < len(every)
    # Of a page only the words said there: fewer letters, but no other speaker or page
    whose = {(row["issuer"], row["source"]) for row in every}
    assert {(row["issuer"], row["source"]) for row in there} <= whose
    assert {row["issuer"] for row in said("--who", "로씨야 외무성", "--at", "mode:phone")} <= {
        "러시아 외무부"
    }


def test_remarks_as_records(sample_location: str) -> None:
    command = ["wording", "remarks", "--json", "--ledger", sample_location]
    rows = json.loads(CliRunner().invoke(app, command).stdout)
    assert any(row["verdict"] == "contradicted" and row["old_after"] for row in rows)


def test_never_is_told(sample_location: str) -> None:
    answer = CliRunner().invoke(app, ["wording", "life", "--ledger", sample_location])
    assert "한 번도 나오지 않은 문구" in answer.stdout
