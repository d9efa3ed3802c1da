"""``haengbo versions``: what was captured more than once and what was changed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from haengbo.capture import collect
from haengbo.cli.main import app
from haengbo.cli.start import main
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger
from haengbo.pipeline import ingest

FOLDER = Path(__file__).parents[2] / "examples" / "versions"
RUNNER = CliRunner()


@pytest.fixture(scope="module")
def location(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> str:
    made = str(tmp_path_factory.mktemp("versions") / "annals.db")
    ledger = Ledger.open(made)
    ingest(ledger, collect([str(FOLDER)]), knowledge)
    ledger.close()
    return made


def run(location: str, *arguments: str) -> str:
    result = RUNNER.invoke(app, [*arguments, "--ledger", location])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_all_articles(location: str) -> None:
    assert "1/2" in run(location, "versions")
    (record,) = [json.loads(line) for line in run(location, "versions", "--json").splitlines()]
    assert record["url"] == "https://garam.example/news/view?id=77"
    assert [(v["number"], v["page"], v["updated"]) for v in record["versions"]] == [
        (1, "morning.html", None),
        (2, "noon.html", "2025-06-05T11:20+09:00"),
    ]


def test_one_article(location: str) -> None:
    for key in ("noon.html", "morning.html", "https://garam.example/news/view?id=77"):
        shown = run(location, "versions", key)
        assert "[-2일-]{+3일+}" in shown
        assert "수정: — → 2025-06-05T11:20+09:00" in shown
        assert "[-양측은 협력 계획서에 서명했다.-]" in shown
    assert "글은 달라지지 않았다." in run(location, "versions", "noon.html", "--of", "2-2")
    record = json.loads(run(location, "versions", "noon.html", "--of", "1-2", "--json"))
    assert [passage["change"] for passage in record["passages"]] == [
        "changed",
        "changed",
        "removed",
    ]


def test_show_says_which_version_it_is(location: str) -> None:
    assert "판 1/2" in run(location, "show", "morning.html")
    assert "고친 판에는 없음" in run(location, "show", signed(location))


def test_exports_count_the_newest(location: str) -> None:
    exported = [json.loads(line) for line in run(location, "export", "pages").splitlines()]
    by_name = {record["page"]: record for record in exported}
    assert by_name["morning.html"]["newer"] == by_name["noon.html"]["sha256"]
    assert by_name["noon.html"]["newer"] is None
    events = [json.loads(line) for line in run(location, "export", "events").splitlines()]
    (meeting,) = [event for event in events if event["mode"] == "meeting"]
    assert [report["page"] for report in meeting["reports"]] == ["noon.html"]


def signed(location: str) -> str:
    """The event that only the first version told."""
    event: str = json.loads(run(location, "events", "--type", "AGREE", "--json"))["event"]
    return event


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nowhere.html"], "그런 쪽이 없다"),
        (["noon.html", "--of", "1-9"], "그런 판이 없다: 9"),
        (["noon.html", "--of", "one"], "두 판의 번호"),
    ],
)
def test_wrong_usage(
    location: str,
    arguments: list[str],
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["haengbo", "versions", *arguments, "--ledger", location])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert reason in capsys.readouterr().err
