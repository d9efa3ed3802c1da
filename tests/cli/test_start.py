"""What the command line loads, and that what it writes reaches files and pipes whole."""

from __future__ import annotations

import io

import pytest
from typer.testing import CliRunner

from haengbo.cli.main import app
from haengbo.cli.start import app_for, write_utf8

TEXT = "쎄르게이 쇼이구 ○ 北 → 러"


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def test_a_pipe_gets_utf8_on_korean_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    raw = io.BytesIO()
    pipe = io.TextIOWrapper(raw, encoding="cp949")
    write_utf8(pipe)
    print(TEXT, file=pipe, flush=True, end="")
    assert raw.getvalue().decode("utf-8") == TEXT


def test_a_terminal_keeps_its_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    terminal = Terminal(io.BytesIO(), encoding="cp949")
    write_utf8(terminal)
    assert terminal.encoding == "cp949"


def test_the_user_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp949")
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="cp949")
    write_utf8(pipe)
    assert pipe.encoding == "cp949"


@pytest.mark.parametrize(
    ("encoding", "text", "expected", "why"),
    [
        ("cp949", "회담 – 北", "회담 \\u2013 北", "an en dash is not in CP949"),
        ("cp949", "뷁 🚀", "뷁 \\U0001f680", "all syllables are, emoji are not"),
        ("ascii", "北", "\\u5317", "a terminal without any Korean"),
        ("utf-8", "\udcff", "\\udcff", "a byte of a file's name that is no character"),
    ],
    # Such texts in the names of tests could not be written down
    ids=["cp949-dash", "cp949-emoji", "ascii", "utf-8-surrogate"],
)
def test_what_a_terminal_cannot_show_is_written_out(
    encoding: str, text: str, expected: str, why: str
) -> None:
    raw = io.BytesIO()
    terminal = Terminal(raw, encoding=encoding)
    write_utf8(terminal)
    print(text, file=terminal, flush=True, end="")
    assert raw.getvalue().decode(encoding) == expected, why


def test_what_is_no_text_stream_is_let_alone() -> None:
    write_utf8(io.StringIO())
    write_utf8(None)


@pytest.mark.parametrize(
    ("arguments", "whole", "why"),
    [
        (["read", "page.txt"], False, "what is started most is started alone"),
        (["read", "--help"], False, "with its help"),
        (["events"], True, "another command"),
        ([], True, "the list of commands"),
        (["--version"], True, "an option of all"),
        (["rea"], True, "no such command: what there is must be known"),
    ],
)
def test_only_what_is_asked_for_is_loaded(arguments: list[str], whole: bool, why: str) -> None:
    assert (app_for(arguments) is app) == whole, why


def test_a_command_alone_is_the_same_command() -> None:
    helps = [CliRunner().invoke(one, ["read", "--help"]) for one in (app, app_for(["read"]))]
    assert helps[0].output == helps[1].output
    assert {result.exit_code for result in helps} == {0}
