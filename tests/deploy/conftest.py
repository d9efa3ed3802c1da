"""What several checks of regular expressions look at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from campaigns.patterns import recorded
from made_once import made_once


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """Pattern → flags and our line that compiled it, in a process that reads the samples."""

    def record(place: Path) -> None:
        place.write_text(json.dumps(recorded()), "utf-8")

    told = json.loads(made_once(tmp_path_factory, "patterns.json", record).read_text("utf-8"))
    return {pattern: (flags, where) for pattern, (flags, where) in told.items()}
