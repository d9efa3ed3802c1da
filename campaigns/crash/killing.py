"""An operation in a child that is killed at an instant; what it had said until then.

The child is forked from a process that has the pages read and the analyser loaded. It writes what
it tells its user into a pipe, before anything else happens; what is in the pipe was acknowledged.
"""

from __future__ import annotations

import contextlib
import os
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from campaigns.crash.material import Material
from campaigns.crash.operations import Operation

_BEGUN, _DONE, _FAILED = "begun", "done", "failed"
_ENDINGS = (_DONE, _FAILED)


@dataclass(frozen=True, slots=True)
class Death:
    """What is known of a child that is no more.

    Attributes:
        said: What it had acknowledged.
        done: Whether it came to its end before it was killed.
        failure: Its own fault, if it had one.
        seconds: Between its beginning and its end.
    """

    said: tuple[str, ...]
    done: bool
    failure: str | None
    seconds: float


def carried_out(
    operation: Operation, location: str, material: Material, kill_after: float | None = None
) -> Death:
    """Do an operation in a child.

    Args:
        operation: What.
        location: Of the ledger.
        material: What it works on.
        kill_after: Seconds after its beginning; ``None``: it may come to its end.
    """
    return in_child(lambda say: operation.run(location, material, say), kill_after)


def killed(child: int) -> None:
    """SIGKILL, which no program can answer."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)


def in_child(
    work: Callable[[Callable[[str], None]], None],
    kill_after: float | None,
    strike: Callable[[int], None] = killed,
) -> Death:
    """Do something in a forked child, and strike after so many seconds.

    Args:
        work: What; it is given what to tell its user by.
        kill_after: Seconds after its beginning; ``None``: nothing strikes.
        strike: Is given the child's number: kills it, or what it stands on.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8", errors="replace") as told:
        lines = _lines(told.fileno())
        if next(lines, None) == _BEGUN:
            start = time.perf_counter()
            if kill_after is not None:
                time.sleep(kill_after)
                strike(child)
        said = list(lines)
        seconds = time.perf_counter() - start
    os.waitpid(child, 0)
    ending = said[-1] if said else ""
    kept = tuple(line for line in said if not line.startswith(_ENDINGS))
    failure = ending.removeprefix(_FAILED).strip() if ending.startswith(_FAILED) else None
    return Death(kept, ending == _DONE, failure, seconds)


def _lines(pipe: int) -> Iterator[str]:
    """Lines as they come; one that was cut off by the kill was not said."""
    rest = b""
    while part := os.read(pipe, 65536):
        *whole, rest = (rest + part).split(b"\n")
        yield from (line.decode() for line in whole)


def _work(work: Callable[[Callable[[str], None]], None], pipe: int) -> None:
    """The child's life; it never returns."""

    def say(words: str) -> None:
        os.write(pipe, f"{words}\n".encode())

    try:
        say(_BEGUN)
        work(say)
        say(_DONE)
    except BaseException as error:  # noqa: BLE001 - a child must not run on as its parent
        traceback.print_exc()
        say(f"{_FAILED} {type(error).__name__}: {error}".replace("\n", " "))
    finally:
        os._exit(0)
