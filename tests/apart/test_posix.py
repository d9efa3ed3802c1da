"""Limits are set where the system has them, and missed where it has not."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

import pytest

from haengbo.apart import posix


def test_without_proc_pages_are_read_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a bare chroot, and in some containers."""
    monkeypatch.setattr(posix, "_STATM", str(tmp_path / "statm"))
    posix.limit_memory(1)
    assert len(bytearray(4_000_000)) == 4_000_000


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_have_no_limit(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(posix, "_STATM", "nowhere")
    posix.limit_memory(1)
    assert len(bytearray(4_000_000)) == 4_000_000


@pytest.mark.parametrize(
    ("code", "expected", "why"),
    [
        (-11, "SIGSEGV", "a signal by its name"),
        (-250, "-250", "no signal has that number"),
        (1, "1", "an exit code"),
        (None, "None", "not known"),
    ],
)
def test_manner_of_death(code: int | None, expected: str, why: str) -> None:
    assert posix.how_it_ended(code) == expected, why


def test_windows_has_no_alarm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    posix.set_alarm(0.01)
    assert not posix.timed_out(-14)


def _allocate() -> None:
    posix.limit_memory(50)
    bytearray(2_000_000_000)


def test_more_than_the_limit_is_refused() -> None:
    child = multiprocessing.get_context("spawn").Process(target=_allocate)
    child.start()
    child.join(60)
    assert child.exitcode == 1  # MemoryError
