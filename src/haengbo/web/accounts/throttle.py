"""Guessing passwords is made slow: after a few failures one has to wait, longer each time.

Counted by address and by account. Whoever guesses at somebody else's name must not be able to shut
that person out: a browser in which the account logged in before is counted by itself, and for all
others the wait of a name stays short. Kept in memory: a restart forgives.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

#: Failures that cost nothing, and the longest wait in seconds.
FREE, LONGEST = 5, 900.0
#: The same for a name, from wherever it is tried.
FREE_NAME, LONGEST_NAME = 20, 30.0
#: Names and addresses that are remembered; the oldest are forgotten first.
_REMEMBERED = 10_000
#: Seconds after which failures are forgotten.
_FORGOTTEN = 3600.0
#: Bits of an IPv6 address that one household or server has for itself.
_NETWORK = 64


@dataclass(frozen=True, slots=True)
class Key:
    """What failures are counted by.

    Attributes:
        text: An account or a place.
        free: So many cost nothing.
        longest: Seconds that the wait may become.
        forgiving: Whether a right password makes all failures forgotten.
    """

    text: str
    free: int = FREE
    longest: float = LONGEST
    forgiving: bool = True


def keys_of(name: str, address: str, *, known: bool) -> tuple[Key, ...]:
    """What a try to log in is counted by.

    Args:
        name: As typed.
        address: Whence.
        known: Whether that account logged in with this browser before.
    """
    place = _network(address)
    if known:
        return (Key(f"known {place} {name}"),)
    return (Key(f"from {place}", forgiving=False), Key(f"name {name}", FREE_NAME, LONGEST_NAME))


def _network(address: str) -> str:
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    return str(ipaddress.ip_network((int(found), _NETWORK), strict=False))


class Throttle:
    """Failures by name and address, and until when each has to wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: dict[str, tuple[int, float]] = {}
        self._lock = threading.Lock()

    def wait(self, *keys: Key) -> float:
        """Seconds until another try is answered; 0 where it is answered now."""
        with self._lock:
            until = max((self._failures.get(key.text, (0, 0.0))[1] for key in keys), default=0.0)
        return max(0.0, until - self._clock())

    def failed(self, *keys: Key) -> None:
        """Count a failure; a try counts as one until it succeeded, so that none run side by side.

        Failures are forgotten an hour after the last wait was over.
        """
        with self._lock:
            for key in keys:
                count, until = self._failures.pop(key.text, (0, self._clock()))
                count = 1 if self._clock() - until > _FORGOTTEN else count + 1
                late = count - key.free
                # Beyond some failures the wait is the longest; the power would become too large
                pause = min(key.longest, 2.0 ** min(late, 30)) if late >= 0 else 0.0
                self._failures[key.text] = (count, self._clock() + pause)
            while len(self._failures) > _REMEMBERED:
                del self._failures[next(iter(self._failures))]

    def succeeded(self, *keys: Key) -> None:
        """Take the try back; names are forgiven all, places only this one.

        Somebody with an account could otherwise guess at another's in between.
        """
        with self._lock:
            for key in keys:
                count, _ = self._failures.pop(key.text, (0, 0.0))
                if key.forgiving or count <= 1:
                    continue
                self._failures[key.text] = (count - 1, self._clock())
