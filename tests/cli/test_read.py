"""``haengbo read``: good pages beside every kind of bad one; each failure is one clear line."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from haengbo.cli import read as reading_command
from haengbo.cli.main import app

LINES = (
    "외무상, 모스크바에서 회담",
    "",
    "입력 2024-11-02 10:00",
    "",
    (
        "최선희 북한 외무상이 지난 1일 모스크바에서 세르게이 라브로프 러시아 외무장관과 "
        "회담했다고 조선중앙통신이 2일 보도했다."
    ),
    "",
    "최 외무상은 이 자리에서 “두 나라의 우의는 굳건하다”고 말했다.",
)
GOOD = "\n".join(LINES)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One good page in each form, and one bad page of each kind."""
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "good.txt").write_text(GOOD, "utf-8")
    (pages / "korean.txt").write_bytes(GOOD.encode("cp949"))
    (pages / "empty.txt").write_bytes(b"")
    (pages / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (pages / "menu.html").write_text("<html><body><nav><a href=/>홈</a></nav></body></html>")
    (pages / "broken.html").write_text(
        f"<html><body><article><h1>{LINES[0]}<div><p>{LINES[4]}<p>{LINES[6]}", "utf-8"
    )
    rows = [
        json.dumps({"id": "kept", "text": GOOD, "published": "2024-11-02"}),
        "{not json",
        json.dumps({"id": "bare"}),
    ]
    (pages / "feed.jsonl").write_text("\n".join(rows), "utf-8")
    return pages


def test_bad_pages_are_named_and_the_rest_is_read(folder: Path) -> None:
    answer = CliRunner().invoke(app, ["read", str(folder), "--format", "jsonl"])
    assert answer.exit_code == 1
    read = {json.loads(line)["id"] for line in answer.stdout.splitlines()}
    assert read == {"good", "korean", "broken", "kept"}
    failures = answer.stderr.splitlines()
    assert len(failures) == 5
    for name in ("empty.txt", "picture.txt", "menu.html", "feed.jsonl:2", "feed.jsonl:3"):
        assert sum(name in line for line in failures) == 1, name


def test_two_processes_give_what_one_gives(folder: Path) -> None:
    one, two = (
        CliRunner().invoke(app, ["read", str(folder), "--format", "jsonl", "--jobs", jobs])
        for jobs in ("1", "2")
    )
    assert one.stdout
    assert (two.stdout, two.exit_code) == (one.stdout, one.exit_code)
    # Processes may name what failed in another order
    assert sorted(two.stderr.splitlines()) == sorted(one.stderr.splitlines())


def test_a_page_too_large_is_refused_with_the_reason(tmp_path: Path) -> None:
    page = tmp_path / "huge.txt"
    with page.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    answer = CliRunner().invoke(app, ["read", str(page), "--format", "jsonl"])
    assert answer.exit_code == 1
    assert "huge.txt" in answer.stderr
    assert answer.stdout == ""


def test_no_traceback_reaches_a_user(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "haengbo", "read", str(tmp_path / "nowhere.txt")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 1
    assert "nowhere.txt" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_usage_is_exit_code_two(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "haengbo", "read", "x.txt", "--pack", str(tmp_path / "none")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_what_the_user_knows_is_taken_as_known(tmp_path: Path) -> None:
    page = tmp_path / "bare.txt"
    page.write_text(LINES[4] + "\n" + LINES[6], "utf-8")
    arguments = ["read", str(page), "--format", "jsonl", "--published", "2024-11-02"]
    answer = CliRunner().invoke(app, [*arguments, "--outlet", "가람일보"])
    article = json.loads(answer.stdout)["article"]
    assert (article["published"], article["outlet"]) == ("2024-11-02", "가람일보")


def test_pages_of_one_stem_get_ids_of_their_own(tmp_path: Path) -> None:
    for name, text in (("a", GOOD), ("b", GOOD.replace("굳건", "두터"))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(text, "utf-8")
    answer = CliRunner().invoke(app, ["read", str(tmp_path), "--format", "jsonl"])
    ids = [json.loads(line)["id"] for line in answer.stdout.splitlines()]
    assert len(set(ids)) == 2
    assert all(one.startswith("page~") and len(one) == len("page~") + 6 for one in ids)


def test_confidence_bound(folder: Path) -> None:
    arguments = ["read", str(folder / "good.txt"), "--format", "jsonl"]
    loose = json.loads(CliRunner().invoke(app, arguments).stdout)
    strict = json.loads(CliRunner().invoke(app, [*arguments, "--min-confidence", "1"]).stdout)
    assert loose["actors"]
    assert all(actor["confidence"] == 1 for actor in strict["actors"])


def test_text_shows_the_sentence_behind_an_event(folder: Path) -> None:
    answer = CliRunner().invoke(app, ["read", str(folder / "good.txt")])
    assert answer.exit_code == 0
    assert "CONSULT" in answer.stdout
    assert "조선중앙통신" in answer.stdout
    assert "우의는 굳건하다" in answer.stdout


def test_explain_marks_the_span_and_names_the_rule(folder: Path) -> None:
    answer = CliRunner().invoke(app, ["explain", str(folder / "good.txt")])
    assert answer.exit_code == 0
    assert "⟦최선희 북한 외무상⟧" in answer.stdout
    assert "dictionary" in answer.stdout


def test_columns_of_a_table_are_mapped(tmp_path: Path) -> None:
    table = tmp_path / "표.csv"
    table.write_text(
        "머리,글,때\n누리국 특사 평양 도착,누리국 특사가 왔다고 가람통신이 보도했다.,20241102\n",
        "utf-8",
    )
    arguments = ["read", str(table), "--format", "jsonl", "--columns"]
    mapped = CliRunner().invoke(app, [*arguments, "title=머리,text=글,published=때"])
    assert mapped.exit_code == 0, mapped.output
    assert json.loads(mapped.stdout)["article"]["published"] == "2024-11-02"
    for wrong in ("글", "colour=색"):
        assert CliRunner().invoke(app, [*arguments, wrong]).exit_code != 0


@pytest.mark.parametrize(
    ("names", "begun", "why"),
    [
        (["a.txt"], 1, "one small page is read by this process"),
        (["a.txt", "b.html"], 0, "several are read by another"),
        (["c.jsonl"], 0, "may hold several"),
        (["none.txt"], 0, "is not there"),
    ],
)
def test_the_analyser_is_loaded_ahead_for_one_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str], begun: int, why: str
) -> None:
    for name in ("a.txt", "b.html", "c.jsonl"):
        (tmp_path / name).write_text("맑음", "utf-8")
    asked: list[None] = []
    monkeypatch.setattr(reading_command, "load_ahead", lambda: asked.append(None))
    reading_command.load_ahead_for([str(tmp_path / name) for name in names])
    assert len(asked) == begun, why
