"""Every command that a page shows does what it says, on the samples; the others say why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from docsite.blocks import blocks, stray_commands
from docsite.running import ROOT, DocumentedCommandError, run

PAGES = sorted(
    [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"],
    key=lambda path: path.as_posix(),
)
NAMES = [path.relative_to(ROOT).as_posix() for path in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_commands_stand_in_fences(page: Path) -> None:
    assert stray_commands(page.read_text("utf-8")) == []


#: Translations show the commands of their originals, which ``test_shared`` holds them to.
SHOWING = [
    page for page in PAGES if blocks(page.read_text("utf-8")) and not page.name.endswith(".ko.md")
]


@pytest.mark.parametrize("page", SHOWING, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_of_a_page_run(
    page: Path, desk: Path, stands_for: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    ran, left = 0, []
    for block in blocks(page.read_text("utf-8")):
        if block.title:
            (desk / block.title).write_text(block.text, "utf-8")
        elif block.reason:
            left.append(f"line {block.line}: {len(block.commands)} not run: {block.reason}")
        else:
            for command in block.commands:
                run(command, stands_for)
                ran += 1
    with capsys.disabled():
        print(f"\n{page.name}: {ran} commands run", *left, sep="\n  ", end=" ")  # noqa: T201


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("haengbo read nowhere.txt", "what fails is told"),
        ("haengbo nonsense", "an unknown command"),
        ("haengbo read --no-such-option", "an unknown option"),
        ("make no-such-target", "a target that the Makefile has not"),
        ("curl http://127.0.0.1/", "another program"),
        ("haengbo events | head", "a pipe"),
    ],
)
def test_what_does_not_work_does_not_pass(line: str, why: str, desk: Path) -> None:
    assert desk.is_dir()
    with pytest.raises(DocumentedCommandError):
        pytest.fail(f"{line} passed: {why}") if run(line, {}) else run(line, {})


def test_commands_follow_each_other_and_write_files(desk: Path) -> None:
    run("haengbo --version > version.txt && haengbo --version > again.txt", {})
    assert (desk / "version.txt").read_text("utf-8") == (desk / "again.txt").read_text("utf-8")
    assert "haengbo" in (desk / "version.txt").read_text("utf-8")
