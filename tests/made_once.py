"""What costs seconds and is the same for all tests is made once a run, whatever the workers.

Comes in: a name and how to make a file. Goes out: the file, made by the worker that asks first; the
others wait for it. Invariant: nobody sees a file that is not whole, and nobody waits for one that
could not be made.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

#: Seconds that a worker waits for what another one makes.
PATIENCE = 600


def made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """The file of this name; do not write to it, others read it."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        alone = folders.mktemp(name) / name
        make(alone)
        return alone
    place = folders.getbasetemp().parent / f"{name}-of-all-workers"
    made, failed = place / name, place / "failed"
    try:
        place.mkdir()
    except FileExistsError:
        return _waited_for(made, failed)
    try:
        make(place / "making")
        (place / "making").rename(made)
    finally:
        if not made.exists():
            failed.touch()
    return made


def _waited_for(made: Path, failed: Path) -> Path:
    until = time.monotonic() + PATIENCE
    while not made.exists():
        assert not failed.exists(), f"another worker could not make {made.name}"
        assert time.monotonic() < until, f"another worker still makes {made.name}"
        time.sleep(0.2)
    return made
