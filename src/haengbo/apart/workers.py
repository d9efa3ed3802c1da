"""Tasks → answers, each worked out in a process that may die alone.

Comes in: a function that can be found by its name, tasks that can be pickled. Goes out: answers in
the order of the tasks; for a task that took its process with it, ``Ended``. Invariant: a process
holds one task at a time, so that no other task is lost with it.
"""

from __future__ import annotations

import errno
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing import connection, get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, Generic, Self, TypeVar, cast

from haengbo.apart import posix
from haengbo.apart.limits import Limits
from haengbo.errors import HaengboError

Task = TypeVar("Task")
Answer = TypeVar("Answer")

#: Loading the analyser takes a second or two; on a machine that does much else, more.
_START_SECONDS = 300.0
#: The child's own alarm rings a little after the parent's clock, for a parent that died.
_LATER = 5.0
_GOODBYE_SECONDS = 5.0
_READY = "ready"


class How(StrEnum):
    """What ended a process."""

    TIME = "time"
    MEMORY = "memory"
    DEATH = "death"


@dataclass(frozen=True, slots=True)
class Ended:
    """In place of an answer.

    Attributes:
        how: Which limit, or another death.
        detail: The signal or the exit code.
    """

    how: How
    detail: str = ""


@dataclass(slots=True)
class _Slot:
    """A task and what came of it; ``done`` once something did."""

    task: Any
    answer: Any = None
    done: bool = False
    given: bool = False

    def settle(self, answer: Any) -> None:  # noqa: ANN401 - any answer
        self.answer, self.done = answer, True


@dataclass(slots=True)
class _Worker:
    """A process; ``slot`` is what it works at, ``None`` before it is ready and between tasks."""

    process: SpawnProcess
    link: Connection
    deadline: float
    ready: bool = False
    slot: _Slot | None = None

    @property
    def idle(self) -> bool:
        return self.ready and self.slot is None


def _serve(
    link: Connection, prepare: Callable[[], None], work: Callable[[Any], Any], limits: Limits
) -> None:
    """The child: get ready, then one task after another until nobody gives any."""
    posix.leave_interrupts_to_the_parent()
    prepare()
    posix.limit_memory(limits.memory)
    link.send(_READY)
    try:
        while _serve_one(link, work, limits):
            pass
    except (MemoryError, OSError) as error:
        # Taking the task, or handing the answer over, may be too much as well. What was
        # allocated is lost track of: a new process is the sure way
        if isinstance(error, OSError) and error.errno != errno.ENOMEM:
            raise
        posix.set_alarm(0)
        link.send(Ended(How.MEMORY))


def _serve_one(link: Connection, work: Callable[[Any], Any], limits: Limits) -> bool:
    """Work at the next task; whether there was one."""
    try:
        task = link.recv()
    except (EOFError, ConnectionError):
        return False
    posix.set_alarm(limits.seconds + _LATER)
    answer = work(task)
    posix.set_alarm(0)
    link.send(answer)
    return True


@dataclass(slots=True)
class Workers(Generic[Task, Answer]):
    """Processes that wait for tasks; started when first needed, replaced when they die.

    Attributes:
        prepare: Run once in each process before the first task; its time is not the tasks'.
        work: Task → answer. Its own errors are its answers.
        limits: For each task.
        jobs: Processes at most.
    """

    prepare: Callable[[], None]
    work: Callable[[Task], Answer]
    limits: Limits
    jobs: int = 1
    _workers: list[_Worker] = field(default_factory=list)

    def each(self, tasks: Iterable[Task]) -> Generator[Answer | Ended, None, None]:
        """Answers in the order of the tasks.

        Raises:
            HaengboError: No process can be started.
        """
        waiting: deque[_Slot] = deque()
        coming = iter(tasks)
        more = True
        try:
            while more or waiting:
                while more and len(waiting) <= self.jobs:
                    more = _take(coming, waiting)
                self._assign(waiting)
                if waiting and not waiting[0].done:
                    self._wait()
                while waiting and waiting[0].done:
                    yield cast("Answer | Ended", waiting.popleft().answer)
        finally:
            for worker in [w for w in self._workers if w.slot is not None]:
                self._end(worker)

    def close(self) -> None:
        """Send the processes home."""
        for worker in list(self._workers):
            worker.link.close()
            worker.process.join(_GOODBYE_SECONDS)
            self._end(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _assign(self, waiting: Iterable[_Slot]) -> None:
        open_slots = [slot for slot in waiting if not slot.given]
        for slot in open_slots:
            worker = next((w for w in self._workers if w.idle), None)
            if worker is None:
                starting = sum(not w.ready for w in self._workers)
                if len(self._workers) < self.jobs and starting < len(open_slots):
                    self._start()
                continue
            slot.given = True
            worker.slot, worker.deadline = slot, time.monotonic() + self.limits.seconds
            try:
                worker.link.send(slot.task)
            except OSError:
                self._died(worker)

    def _start(self) -> None:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(
            target=_serve, args=(theirs, self.prepare, self.work, self.limits), daemon=True
        )
        process.start()
        theirs.close()
        deadline = time.monotonic() + _START_SECONDS
        self._workers.append(_Worker(process, ours, deadline))

    def _wait(self) -> None:
        """Until a process says something, ends, or has had its time."""
        busy = [w for w in self._workers if not w.idle]
        left = min(w.deadline for w in busy) - time.monotonic()
        said = connection.wait([w.link for w in busy], max(0.0, left))
        for worker in busy:
            if worker.link in said:
                self._hear(worker)
            elif time.monotonic() >= worker.deadline:
                self._settle(worker, Ended(How.TIME))

    def _hear(self, worker: _Worker) -> None:
        try:
            said = worker.link.recv()
        except (EOFError, OSError):
            self._died(worker)
            return
        if not worker.ready:
            worker.ready = True
        elif isinstance(said, Ended):
            self._settle(worker, said)
        elif worker.slot is not None:
            worker.slot.settle(said)
            worker.slot = None

    def _died(self, worker: _Worker) -> None:
        worker.process.join(_GOODBYE_SECONDS)
        last = _last_word(worker.link)
        if isinstance(last, Ended):
            self._settle(worker, last)
            return
        code = worker.process.exitcode
        how = How.TIME if posix.timed_out(code) else How.DEATH
        self._settle(worker, Ended(how, posix.how_it_ended(code)))

    def _settle(self, worker: _Worker, ended: Ended) -> None:
        """The process is of no use any more; its task has this for an answer."""
        slot, ready = worker.slot, worker.ready
        self._end(worker)
        if not ready:
            raise HaengboError(f"읽는 프로세스를 띄우지 못했다({ended.detail or ended.how})")
        if slot is not None:
            slot.settle(ended)

    def _end(self, worker: _Worker) -> None:
        if worker in self._workers:
            self._workers.remove(worker)
        if worker.process.is_alive():
            worker.process.kill()
        worker.process.join()
        worker.process.close()
        worker.link.close()


def _last_word(link: Connection) -> Any:  # noqa: ANN401 - any answer
    """What a process said before it went while its task was still on the way to it, if anything."""
    for _ in range(2):  # a socket tells of the break first, then gives what came before it
        try:
            return link.recv() if link.poll() else None
        except (EOFError, OSError):
            continue
    return None


def _take(coming: Iterator[Any], waiting: deque[_Slot]) -> bool:
    """Put the next task in the queue; whether there was one."""
    for task in coming:
        waiting.append(_Slot(task))
        return True
    return False
