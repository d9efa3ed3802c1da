"""Guessing passwords is made slow: after a few failures one has to wait, longer each time.

Counted by account and by address, so that neither one name from many places nor many names from
one place can be tried fast. Kept in memory: a restart forgives.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

#: Failures that cost nothing, and the longest wait in seconds.
FREE, LONGEST = 5, 900.0
#: Names and addresses that are remembered; the oldest are forgotten first.
_REMEMBERED = 10_000


class Throttle:
    """Failures by name and address, and until when each has to wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: dict[str, tuple[int, float]] = {}
        self._lock = threading.Lock()

    def wait(self, *keys: str) -> float:
        """Seconds until another try is answered; 0 where it is answered now."""
        with self._lock:
            until = max((self._failures.get(key, (0, 0.0))[1] for key in keys), default=0.0)
        return max(0.0, until - self._clock())

    def failed(self, *keys: str) -> None:
        """Count a failure."""
        with self._lock:
            for key in keys:
                count = self._failures.pop(key, (0, 0.0))[0] + 1
                pause = min(LONGEST, 2.0 ** (count - FREE)) if count >= FREE else 0.0
                self._failures[key] = (count, self._clock() + pause)
            while len(self._failures) > _REMEMBERED:
                del self._failures[next(iter(self._failures))]

    def succeeded(self, *keys: str) -> None:
        """Forget the failures of these."""
        with self._lock:
            for key in keys:
                self._failures.pop(key, None)
