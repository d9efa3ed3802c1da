"""What work is done by: processes of this machine, or Daft, on this machine or on a Ray cluster.

Comes in: a function of this package and what to call it with. Goes out: what it gives, in any
order. Invariant: an engine adds nothing to what the function gives; which one worked cannot be told
from the result.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

import msgspec

from haengbo.errors import HaengboError, UsageError, legible

if TYPE_CHECKING:
    from multiprocessing.pool import Pool

T = TypeVar("T")
R = TypeVar("R")


class EngineName(StrEnum):
    """The engines there are."""

    LOCAL = "local"
    DAFT = "daft"
    RAY = "ray"


class Engine(Protocol):
    """Calls a function for each of many things, several at once."""

    def each(self, function: Callable[[T], R], given: Sequence[T]) -> Iterator[R]:
        """What the function gives for each.

        Args:
            function: Of a module, so that a worker finds it by its name.
            given: Tuples or dataclasses, all of one type, of text and numbers.
        """
        ...


@dataclass(slots=True)
class Local:
    """Processes of this machine; kept from call to call inside ``with``."""

    workers: int
    _pool: Pool | None = field(default=None, init=False)

    def __enter__(self) -> Self:
        if self.workers > 1:
            self._pool = _pool(self.workers)
        return self

    def __exit__(self, *_error: object) -> None:
        if self._pool is not None:
            self._pool.terminate()
            self._pool.join()
            self._pool = None

    def each(self, function: Callable[[T], R], given: Sequence[T]) -> Iterator[R]:
        """See ``Engine``."""
        if self.workers == 1 or len(given) < 2:  # noqa: PLR2004 - one alone needs no process
            yield from map(function, given)
        elif self._pool is not None:
            yield from self._pool.imap_unordered(function, given)
        else:
            with _pool(min(self.workers, len(given))) as pool:
                yield from pool.imap_unordered(function, given)


def _pool(workers: int) -> Pool:
    from multiprocessing import get_context  # noqa: PLC0415

    return get_context("spawn").Pool(workers)


@dataclass(frozen=True, slots=True)
class Daft:
    """Daft's workers: processes of this machine, or of the cluster that Ray knows."""

    workers: int
    on_ray: bool = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def each(self, function: Callable[[T], R], given: Sequence[T]) -> Iterator[R]:
        """See ``Engine``."""
        if len(given) < 2:  # noqa: PLR2004 - one alone needs no process
            yield from map(function, given)
            return
        daft = _daft()
        if self.on_ray:
            daft.set_runner_ray(noop_if_initialized=True)
        # One thing a batch: Daft hands batches to its workers, and each of ours is long
        frame = daft.from_pydict({"given": [msgspec.json.encode(value) for value in given]})
        frame = frame.into_partitions(len(given)) if self.on_ray else frame.into_batches(1)
        workers = daft.cls(Applied, use_process=True, max_concurrency=self.workers)
        apply = workers(function, type(given[0]))
        try:
            for row in frame.select(apply(frame["given"]).alias("made")).iter_rows():
                yield msgspec.json.decode(row["made"])
        except RuntimeError as error:
            # A traceback of its worker as text, the reason last
            reason = str(error).strip().splitlines()[-1]
            raise HaengboError(
                f"엔진의 일꾼이 멈췄다: {legible(reason)} (다시 실행하면 이어 간다)"
            ) from error


class Applied:
    """Calls one function; lives as long as its process."""

    def __init__(self, function: Callable[[Any], Any], kind: type) -> None:
        self.function = function
        self.kind = kind

    def __call__(self, given: bytes) -> bytes:
        """What the function gives for a value, both as JSON."""
        return msgspec.json.encode(self.function(msgspec.json.decode(given, type=self.kind)))


#: Daft tells its makers of every import and run unless it is told not to; its workers, which
#: inherit this, too. And draws bars where only results are wanted.
_QUIET = {"DO_NOT_TRACK": "1", "DAFT_ANALYTICS_ENABLED": "0", "DAFT_PROGRESS_BAR": "0"}


def _daft() -> Any:  # noqa: ANN401 - an optional extra
    os.environ.update(_QUIET)
    try:
        import daft  # noqa: PLC0415
    except ModuleNotFoundError as error:
        raise UsageError("daft가 없다: pip install 'haengbo[engine]'") from error
    return daft


def engine_of(name: EngineName, workers: int) -> Local | Daft:
    """The engine of a name.

    Raises:
        UsageError: It is not installed.
    """
    if name is EngineName.LOCAL:
        return Local(workers)
    _daft()
    return Daft(workers, on_ray=name is EngineName.RAY)
