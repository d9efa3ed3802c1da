"""The gate fails on a figure below its floor, also while it pins new floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation import gate

HELD = [
    ([], 0.95, 0, "above its floor"),
    ([], 0.85, 1, "below it"),
    (["--update"], 0.85, 1, "new floors do not hide that an old one fell"),
    (["--update", "--allow-regression"], 0.85, 0, "lowered on purpose, seen in review"),
    (["--update"], 0.95, 0, "raised"),
]


@pytest.mark.parametrize(("options", "figure", "expected", "why"), HELD)
def test_a_floor_that_fell_is_named(
    options: list[str],
    figure: float,
    expected: int,
    why: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"some": {"digest": "d", "floors": {"events.f1": 0.9}}}), "utf-8")
    scored = gate.Scored("some", "d", {"events.f1": figure})
    monkeypatch.setattr(gate, "FLOORS", floors)
    monkeypatch.setattr(gate, "own", tuple)
    monkeypatch.setattr(gate, "outside", tuple)
    monkeypatch.setattr(gate, "every", lambda _: iter([scored]))
    monkeypatch.setattr("sys.argv", ["gate", *options])
    assert gate.main() == expected, why
