"""Programs of haengbo as their users start them: the site's server, an ingest; and what they weigh.

Invariant: a program that was started is ended with the block that started it.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

_WAIT = 0.1
_PATIENCE = 120.0
_PAGE = os.sysconf("SC_PAGE_SIZE")
_MEGABYTE = 1_000_000


def command(*arguments: str) -> list[str]:
    """How ``haengbo ARGUMENTS`` is started with this interpreter."""
    return [sys.executable, "-W", "ignore", "-m", "haengbo", *arguments]


def started(arguments: list[str], log: Path) -> subprocess.Popen[bytes]:
    """A command that writes what it says into a file, in a process of its own."""
    with log.open("ab") as out:
        return subprocess.Popen(command(*arguments), stdout=out, stderr=out)  # noqa: S603 - ours


def ended(process: subprocess.Popen[bytes]) -> int:
    """End a program as Ctrl+C does; gives its exit code."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    try:
        return process.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(
    location: str, log: Path, *, team: bool = False
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """``haengbo serve`` over a ledger; gives its address and its process.

    Raises:
        RuntimeError: It does not answer.
    """
    port = _free_port()
    wanted = ["serve", "--ledger", location, "--port", str(port), *(["--team"] if team else [])]
    process = started(wanted, log)
    address = f"http://127.0.0.1:{port}"
    try:
        _await(f"{address}/static/icon.svg", process, log)
        yield address, process
    finally:
        ended(process)


def _await(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            httpx2.get(url)
        except httpx2.TransportError:
            time.sleep(_WAIT)
        else:
            return
    raise RuntimeError(f"the site does not answer: {log.read_text('utf-8', 'replace')[-2000:]}")


def megabytes(pid: int) -> float:
    """Memory that a process holds, 0 if there is none; megabytes of 10⁶ bytes."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * _PAGE / _MEGABYTE
    except (FileNotFoundError, ProcessLookupError):
        return 0.0


def children(pid: int) -> list[int]:
    """Processes that a process started."""
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [int(number) for number in text.split()]
