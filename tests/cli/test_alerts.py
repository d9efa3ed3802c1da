"""``haengbo alerts``: add, list, run, feed, remove; only what is new is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from typer.testing import CliRunner, Result

from alerts.conftest import Hook, hook
from capture.web.serving import policy
from haengbo.cli.main import app
from haengbo.errors import UsageError

__all__ = ["hook"]
TEXT = (
    "최선희, 왕이와 회담\n최선희 외무상이 {day}일 왕이 부장을 만났다고 조선중앙통신이 보도했다.\n"
)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["alerts", *arguments])


@pytest.fixture(autouse=True)
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    location = str(tmp_path / "annals.db")
    monkeypatch.setenv("HAENGBO_LEDGER", location)
    monkeypatch.setattr("haengbo.capture.web.posting.Policy", policy)
    ingest(tmp_path, 4)
    return location


def ingest(folder: Path, day: int) -> None:
    path = folder / f"{day}.jsonl"
    page = {"id": f"p{day}", "text": TEXT.format(day=day), "outlet": "시험일보"}
    page["published"] = f"2025-06-{day + 1:02d}"
    path.write_text(json.dumps(page, ensure_ascii=False), "utf-8")
    assert CliRunner().invoke(app, ["ingest", str(path)]).exit_code == 0


def test_only_what_is_new_is_told(tmp_path: Path, hook: Hook) -> None:
    added = run("add", "만남", "who:최선희 type:협의", "--webhook", hook.address)
    assert added.exit_code == 0, added.output
    assert "1건은 이미 아는" in added.output
    assert "0건" in run("run").output
    ingest(tmp_path, 11)
    assert "1건 알림" in run("run").output
    assert len(hook.told[0]["items"]) == 1
    assert "0건" in run("run").output
    record = json.loads(run("list", "--json").output)
    assert (record["via"], record["sent"], record["known"]) == ("webhook", 1, 1)
    assert "만남" in run("list").output
    hook.status = 503
    ingest(tmp_path, 18)
    failed = run("run")
    assert failed.exit_code == 1
    assert "HTTP 503" in failed.output


def test_a_feed_as_a_file(tmp_path: Path) -> None:
    assert run("add", "feed-1", "who:최선희", "--everything").exit_code == 0
    out = tmp_path / "feed.xml"
    assert run("feed", "feed-1", "-o", str(out), "--site", "https://a.example/").exit_code == 0
    root = etree.fromstring(out.read_bytes())
    assert root[0].text == "https://a.example/alerts/feed-1.atom"
    assert run("feed", "feed-1").stdout_bytes.startswith(b"<?xml")
    assert run("remove", "feed-1").exit_code == 0
    assert isinstance(run("feed", "feed-1").exception, UsageError)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("add", "../x"), "a name that is a path"),
        (("add", "x", "--webhook", "ftp://a.example/"), "no web address"),
        (("add", "x", "--mail", "nobody"), "no mail address"),
        (("add", "x", "--mail", "a@a.example", "--webhook", "http://a.example/"), "both"),
        (("add", "x", "--today", "언젠가"), "no day"),
        (("remove", "x"), "no such alert"),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], why: str) -> None:
    assert isinstance(run(*arguments).exception, UsageError), why
