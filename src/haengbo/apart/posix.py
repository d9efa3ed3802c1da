"""What only POSIX gives a process that reads strangers' pages: alarm, limit, manner of death.

The one module with names that Windows has not; there each of these does nothing, and the parent's
clock alone holds a page to its time. Invariant: called in the child, but for ``how_it_ended``.
"""

from __future__ import annotations

import signal
import sys

_STATM = "/proc/self/statm"


def leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches the whole group; the parent ends its children in order."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def limit_memory(megabytes: int) -> None:
    """Take no more address space than this beyond what is in use; on Linux with ``/proc`` only."""
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - not on Windows

    try:
        with open(_STATM, encoding="ascii") as stream:  # noqa: PTH123 - a view of the kernel
            pages = int(stream.read().split()[0])
    except FileNotFoundError:
        return  # a bare chroot: what is in use is not known, and pages are read all the same
    most = pages * resource.getpagesize() + megabytes * 1_000_000
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def set_alarm(seconds: float) -> None:
    """Die after this time, whatever code runs and whether the parent lives; 0 turns it off."""
    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def how_it_ended(code: int | None) -> str:
    """Name of the signal that ended a process, or its exit code.

    Example:
        ``-11`` is ``SIGSEGV``, ``1`` is ``1``.
    """
    if code is not None and code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return str(code)
    return str(code)


def timed_out(code: int | None) -> bool:
    """Whether the alarm ended it."""
    return sys.platform != "win32" and code == -signal.SIGALRM
