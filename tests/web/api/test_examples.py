"""The examples of docs/api.md run as they stand, against a real server; R where there is one."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

DOCS = Path(__file__).parents[3] / "docs" / "api.md"
#: Language of a block → the command that runs a file of it; left out where it is not installed.
RUNNERS = {
    "sh": ["bash", "-eu"],
    "python": [sys.executable],
    **({"r": ["Rscript"]} if shutil.which("Rscript") else {}),
}


def examples() -> list[tuple[str, str]]:
    """Language and text of each block, in order."""
    return re.findall(r"^```(\w+)\n(.*?)^```$", DOCS.read_text("utf-8"), re.MULTILINE | re.DOTALL)


RUN = [(language, text) for language, text in examples() if language in RUNNERS]


def test_there_are_examples_in_each_language() -> None:
    assert {language for language, _ in examples()} == {"sh", "python", "r"}
    assert shutil.which("curl")


@pytest.mark.parametrize(("language", "text"), RUN, ids=[f"{k}{i}" for i, (k, _) in enumerate(RUN)])
def test_examples_run(language: str, text: str, written_address: str, tmp_path: Path) -> None:
    script = tmp_path / "example"
    script.write_text(text.replace("http://127.0.0.1:8350", written_address), "utf-8")
    done = subprocess.run(  # noqa: S603 - our own examples
        [*RUNNERS[language], str(script)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert "problem" not in done.stdout
    if "304" in DOCS.read_text("utf-8") and "If-None-Match" in text:
        assert done.stdout.strip().endswith("304")


def test_the_example_in_r_asks_for_what_the_api_gives(written_address: str) -> None:
    """Also where there is no R to run it."""
    (text,) = [text for language, text in examples() if language == "r"]
    (address,) = re.findall(r'"http://127\.0\.0\.1:8350(/\S+)"', text)
    with urlopen(written_address + address) as answer:  # noqa: S310 - our own server
        piece = json.load(answer)
    (columns,) = re.findall(r"items\[, c\((.*?)\)\]", text)
    assert set(re.findall(r'"(\w+)"', columns)) <= set(piece["items"][0])
    assert set(re.findall(r'\[\["(\w+)"\]\]', text)) <= set(piece)
    assert all(text.count(one) == text.count(other) for one, other in ("()", "[]", "{}"))
