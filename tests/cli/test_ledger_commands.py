"""Commands over the ledger: tables and JSON, the same filters everywhere, clear exit codes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from haengbo.cli.main import app
from haengbo.cli.start import main
from haengbo.ledger import Ledger

RUNNER = CliRunner()


def run(location: str, *arguments: str) -> str:
    result = RUNNER.invoke(app, [*arguments, "--ledger", location])
    assert result.exit_code == 0, result.output
    return result.stdout


def records(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_events_and_filters(sample_location: str) -> None:
    everything = records(run(sample_location, "events", "--json", "--limit", "9999"))
    met = records(run(sample_location, "events", "--json", "--mode", "meeting", "--from", "2025"))
    assert 0 < len(met) < len(everything)
    assert all(record["mode"] == "meeting" for record in met)
    table = run(sample_location, "events", "--limit", "3")
    assert str(everything[0]["event"]) in table, "an id is never cut"
    assert table == run(sample_location, "events", "--limit", "3")


def test_show_event_page_and_actor(sample_location: str, sample_ledger: Ledger) -> None:
    line = max(sample_ledger.all_events(), key=lambda found: found.pages)
    assert line.event.sentence[:12] in run(sample_location, "show", line.id).replace("\n", "")
    assert records(run(sample_location, "show", line.id, "--json"))[0]["event"] == line.id
    name = line.page.name
    assert name in run(sample_location, "show", name)
    reading = records(run(sample_location, "show", name, "--json"))[0]
    assert reading["events"]
    assert "최선희" in run(sample_location, "show", "최선희")


def test_statements_and_search(sample_location: str) -> None:
    said = records(run(sample_location, "statements", "--json", "--form", "direct"))
    assert said
    assert all(record["form"] == "direct" for record in said)
    found = run(sample_location, "search", "러시아", "조약", "--json")
    assert records(found)
    assert run(sample_location, "search", "없는낱말입니다", "--json") == ""


def test_actors_and_expectations(sample_location: str) -> None:
    people = records(run(sample_location, "actors", "--json", "--limit", "5"))
    assert [p["events"] for p in people] == sorted((p["events"] for p in people), reverse=True)  # type: ignore[type-var]
    assert "최선희" in run(sample_location, "actors", "--name", "최선")
    hoped = records(run(sample_location, "expectations", "--json", "--kind", "forecast"))
    assert hoped
    assert all(record["kind"] == "forecast" for record in hoped)
    assert run(sample_location, "expectations", "--limit", "3")


@pytest.mark.parametrize("what", ["events", "copies", "statements", "expectations"])
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_export(what: str, form: str, sample_location: str, tmp_path: Path) -> None:
    path = tmp_path / f"out.{form}"
    run(sample_location, "export", what, "--format", form, "-o", str(path))
    assert len(path.read_text("utf-8").splitlines()) > 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "e000000000000"], "그런 사건, 쪽, 인물이 없다"),
        (["events", "--from", "어제"], "날짜로 읽을 수 없다"),
        (["events", "--as-of", "어제"], "날짜도 판 이름도 아니다"),
        (["decide", "undo", "99"], "그런 결정이 없다"),
        (["export", "events", "-o", "/nowhere/x.csv"], "쓸 수 없다"),
    ],
)
def test_wrong_usage_is_one_line(
    arguments: list[str],
    message: str,
    sample_location: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["haengbo", *arguments, "--ledger", sample_location])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    error = capsys.readouterr().err
    assert message in error
    assert len(error.splitlines()) == 1


def test_decisions_releases_and_the_queue(tmp_path: Path) -> None:
    location = str(tmp_path / "annals.db")
    table = tmp_path / "표.csv"
    table.write_text(
        "id,date,type,mode,place,participants,summary,source\n"
        "a,2025-03-04,CONSULT,meeting,평양,최선희; 왕이,두 사람이 만났다,연감\n"
        "b,2025-03-04,CONSULT,meeting,평양,최선희; 왕이,외무상이 장관을 만났다,신문\n"
        "c,어제,CONSULT,meeting,,최선희,만났다,신문\n",
        "utf-8",
    )
    result = RUNNER.invoke(app, ["import", "events", str(table), "--ledger", location])
    assert result.exit_code == 1
    assert "표.csv:3" in result.stderr
    (event,) = records(run(location, "events", "--json"))
    key = str(event["event"])
    run(location, "release", "1")
    run(location, "decide", "correct", key, "place", "베이징", "--by", "나기록", "--why", "확인")
    run(location, "decide", "note", key, "사진 있음")
    run(location, "release", "2")
    assert records(run(location, "events", "--json"))[0]["place"] == "베이징"
    assert records(run(location, "events", "--json", "--as-of", "1"))[0]["place"] == "평양"
    (change,) = records(run(location, "diff", "1", "2", "--json"))
    assert change["details"] == ["place: 평양 → 베이징"]
    made = records(run(location, "decisions", "--json"))
    assert [(d["kind"], d["who"]) for d in made][-1] == ("correct", "나기록")
    run(location, "decide", "split", key, "b")
    assert len(records(run(location, "events", "--json"))) == 2
    run(location, "decide", "undo", "3")
    assert len(records(run(location, "events", "--json"))) == 1
    assert run(location, "queue")
    run(location, "remove", "b", "--why", "요청")
    (left,) = records(run(location, "events", "--json"))
    # The fact stays with its reference, its words are gone
    assert ("b", ["(지움)"]) in [(r["page"], r["evidence"]) for r in left["reports"]]  # type: ignore[attr-defined]
    moved = str(tmp_path / "moved.db")
    assert RUNNER.invoke(app, ["ledger", "copy", location, moved]).exit_code == 0
    assert records(run(moved, "events", "--json")) == records(run(location, "events", "--json"))
