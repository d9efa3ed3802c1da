"""``haengbo sequels``: a question put to the samples, as text and as JSON."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from haengbo.cli.main import app

QUESTION = ["sequels", "who:쇼이구", "type:MOBILIZE", "--days", "90"]


def test_a_question_lists_its_cases(sample_location: str) -> None:
    answer = CliRunner().invoke(app, [*QUESTION, "--ledger", sample_location])
    assert answer.exit_code == 0
    assert "창 90일" in answer.stdout
    assert "쇼이구" in answer.stdout


def test_json_holds_n_base_and_every_case(sample_location: str) -> None:
    arguments = [*QUESTION, "--ledger", sample_location, "--json"]
    record = json.loads(CliRunner().invoke(app, arguments).stdout)
    assert record["n"] == len(record["cases"]) > 0
    assert 0 <= record["base"] <= 1


def test_a_question_nobody_can_answer_is_wrong_usage(sample_location: str) -> None:
    arguments = ["sequels", "who:아무도아닌사람", "type:MOBILIZE", "--ledger", sample_location]
    assert CliRunner().invoke(app, arguments).exit_code != 0
