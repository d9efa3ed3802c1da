"""Tasks that a process does not survive, found by their names in the child."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

from haengbo.apart.workers import Ended
from haengbo.capture.items import Item, Wishes
from haengbo.errors import PageError
from haengbo.model.page import MediaType, Page


def nothing() -> None:
    """Getting ready takes nothing."""


def unable() -> None:
    """Getting ready fails."""
    os._exit(3)


def fall(task: str) -> str:
    """Come down with what the task names; what names nothing is given back twice."""
    if task == "hang":
        time.sleep(3600)
    elif task == "spin":
        while True:
            pass
    elif task == "eat":
        hoard = [bytearray(10_000_000) for _ in range(1_000)]
        return str(len(hoard))
    elif task == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif task == "leave":
        os._exit(7)
    elif task == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(3600)
    return task * 2


def shown(answer: str | Ended) -> str:
    """An answer in a word."""
    return f"{answer.how}:{answer.detail}" if isinstance(answer, Ended) else answer


def pages(item: Item, wishes: Wishes) -> Iterator[Page | PageError]:
    """A page for each line of an archive; a line may name what its process comes down with."""
    del wishes
    for line in item.stream.read().removeprefix(b"PAR1").decode().split():
        fall(line)
        yield Page(f"{item.name}!{line}", line.encode(), MediaType.TEXT)
