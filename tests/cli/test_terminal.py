"""A terminal shows words of strangers and does nothing that they say."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from haengbo.cli.terminal import steadied, steady


@pytest.mark.parametrize(
    ("text", "expected", "why"),
    [
        ("회담 – “말”", "회담 – “말”", "words"),
        ("가\n\t나", "가\n\t나", "lines and columns"),
        ("가\x1b[2J나", "가\\x1b[2J나", "clears the screen"),
        ("가\x1b]0;제목\x07", "가\\x1b]0;제목\\x07", "names the window"),
        ("가\r나", "가\\r나", "goes back to the beginning of the line"),
        ("\u202e가", "\\u202e가", "turns the line"),
        ("\x9b2J", "\\x9b2J", "a control of eight bits"),
        ("\x1b[1m가\x1b[0m", "\x1b[1m가\x1b[0m", "bold, as our tables have it"),
    ],
)
def test_what_is_shown(text: str, expected: str, why: str) -> None:
    assert steady(text) == expected, why


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_terminal_is_steady_and_a_file_is_exact(tmp_path: Path) -> None:
    leader, follower = os.openpty()
    with steadied(os.fdopen(follower, "w", encoding="utf-8")) as stream:
        stream.write("가\x1b[2J나\n")
        stream.flush()
        assert os.read(leader, 100).decode() == "가\\x1b[2J나\r\n"
    os.close(leader)
    with (tmp_path / "out").open("w", encoding="utf-8") as file:
        assert steadied(file) is file
