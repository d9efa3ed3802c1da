"""The same pages give the same bytes, whatever the hash seed, locale and time zone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from haengbo.samples import pages_folder

SOURCE = Path(__file__).parents[2] / "src"
#: Enough pages to share events, few enough to be read in seconds.
PAGES = sorted(pages_folder().iterdir())[:6]
#: Hash seed, locale, time zone: each differs from the first in all three.
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    {"PYTHONHASHSEED": "4294967295", "LC_ALL": "ko_KR.UTF-8", "TZ": "Pacific/Pago_Pago"},
)
#: What is exported: all kinds that rest on sets and on sorting.
EXPORTS = (("events", "jsonl"), ("events", "csv"), ("statements", "jsonl"), ("copies", "jsonl"))


def haengbo(surroundings: dict[str, str], *arguments: str) -> bytes:
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "haengbo", *arguments],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(SOURCE)} | surroundings,
        stdout=subprocess.PIPE,
        check=True,
    )
    return done.stdout


def everything(surroundings: dict[str, str], folder: Path) -> dict[str, bytes]:
    """Readings and exports of the pages as one process after another gives them."""
    names = [str(page) for page in PAGES]
    ledger = str(folder / "annals.db")
    haengbo(surroundings, "ingest", *names, "--ledger", ledger)
    made = {"readings": haengbo(surroundings, "read", *names, "--format", "jsonl")}
    for kind, form in EXPORTS:
        given = ("export", kind, "--format", form, "--ledger", ledger)
        made[f"{kind}.{form}"] = haengbo(surroundings, *given)
    return made


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    made = everything(SURROUNDINGS[0], tmp_path_factory.mktemp("first"))
    assert all(made.values()) or not made["copies.jsonl"]
    assert len(made["readings"].splitlines()) == len(PAGES)
    return made


@pytest.mark.parametrize("surroundings", SURROUNDINGS[1:], ids=lambda given: given["TZ"])
def test_surroundings_change_no_byte(
    surroundings: dict[str, str], expected: dict[str, bytes], tmp_path: Path
) -> None:
    assert everything(surroundings, tmp_path) == expected
