"""``haengbo expectations …``: due, candidates, a decision, the record; the calendar opens."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import icalendar
import pytest
from typer.testing import CliRunner

from haengbo.cli.main import app

TODAY = ("--today", "2025-09-08")


def run(location: str, *arguments: str) -> str:
    answer = CliRunner().invoke(app, ["expectations", *arguments, "--ledger", location])
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def records(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def own_ledger(sample_location: str, tmp_path: Path) -> str:
    return str(shutil.copy(sample_location, tmp_path / "own.db"))


def test_what_is_due_is_open_and_in_order(sample_location: str) -> None:
    found = records(run(sample_location, "due", *TODAY, "--days", "40", "--json"))
    assert [item["due"] for item in found] == ["2025-10-10"]
    assert all(item["outcome"] == "open" for item in found)
    late = records(run(sample_location, "due", "--past", *TODAY, "--json"))
    assert len(late) > 20
    assert all(item["outcome"] == "lapsed" and item["due"] < "2025-09-08" for item in late)


def test_the_calendar_opens_in_another_program(sample_location: str, tmp_path: Path) -> None:
    file = tmp_path / "due.ics"
    run(sample_location, "due", *TODAY, "--ics", str(file))
    entries = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    found = records(run(sample_location, "due", *TODAY, "--json", "--limit", "500"))
    assert [e.decoded("DTSTART").isoformat() for e in entries] == [item["due"] for item in found]
    again = tmp_path / "again.ics"
    run(sample_location, "due", *TODAY, "--ics", str(again))
    assert again.read_bytes() == file.read_bytes()


def test_candidates_name_their_rules(sample_location: str) -> None:
    found = records(run(sample_location, "candidates", "--json"))
    reasons = [r for item in found for c in item["candidates"] for r in c["reasons"]]
    assert {"persons", "kind", "in-time", "late"} <= {rule for rule, _ in reasons}
    words = run(sample_location, "candidates")
    assert "같은 사람" in words


def test_a_decision_enters_the_record_and_can_be_undone(own_ledger: str) -> None:
    key = next(
        item["expectation"]
        for item in records(run(own_ledger, "--json", "--limit", "500"))
        if "리 총리가 평양에 갈" in item["text"]
    )
    (proposal,) = records(run(own_ledger, "candidates", key, "--json"))
    event = proposal["candidates"][0]["event"]
    said = run(own_ledger, "decide", key, "met", "--event", event, "--by", "나", "--why", "봄")
    by_hedge = {r["key"]: r for r in records(run(own_ledger, "record", "--by", "hedge", "--json"))}
    assert by_hedge["확실하다"]["brier"] == pytest.approx(0.0049)
    assert [key, "met"] in by_hedge["확실하다"]["cases"]
    assert "다섯이 못 되어" in run(own_ledger, "record")
    undone = ["decide", "undo", said.split()[1], "--ledger", own_ledger]
    assert CliRunner().invoke(app, undone).exit_code == 0
    assert all(r["share"] is None for r in records(run(own_ledger, "record", "--json")))


@pytest.mark.parametrize(
    "arguments",
    [
        ["decide", "x0", "met"],
        ["decide", "x", "maybe"],
        ["record", "--by", "colour"],
        ["due", "--today", "soon"],
    ],
)
def test_wrong_usage(arguments: list[str], sample_location: str) -> None:
    answer = CliRunner().invoke(app, ["expectations", *arguments, "--ledger", sample_location])
    assert answer.exit_code != 0


def test_an_export_has_the_decision(own_ledger: str) -> None:
    key = records(run(own_ledger, "--json", "--limit", "1"))[0]["expectation"]
    run(own_ledger, "decide", key, "undecidable", "--by", "나판정")
    arguments = ["export", "expectations", "--ledger", own_ledger]
    found = {r["expectation"]: r for r in records(CliRunner().invoke(app, arguments).stdout)}
    assert (found[key]["outcome"], found[key]["outcome_by"]) == ("undecidable", "나판정")
    assert {r["outcome"] for r in found.values()} == {"undecidable", None}


@pytest.mark.parametrize("group", ["expectations", "network"])
def test_options_before_a_command_below_are_not_lost(group: str, sample_location: str) -> None:
    below = "due" if group == "expectations" else "change"
    answer = CliRunner().invoke(app, [group, "--ledger", sample_location, below])
    assert answer.exit_code != 0
    assert "뒤에 준다" in str(answer.exception)
