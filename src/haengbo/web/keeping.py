"""What takes long to add up → kept until the ledger changes.

Invariant: what is kept was made from the ledger as it stands; of everything else a few hundred
results at most are held, the least recently asked for go first.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from fastapi import Request

from haengbo.ledger import Ledger

T = TypeVar("T")
#: Results that are held.
MOST = 64


class Kept:
    """Results of one ledger, each made once for each state of it."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._state: Hashable = None
        self._held: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The result under a key, made now if the ledger changed or nobody asked yet.

        Two who ask at once may both make it; neither waits for the other.
        """
        state = self._ledger.state()
        with self._lock:
            if state != self._state:
                self._held.clear()
                self._state = state
            if key in self._held:
                self._held.move_to_end(key)
                return cast("T", self._held[key])
        made = make()
        with self._lock:
            if state == self._state:
                self._held[key] = made
                while len(self._held) > MOST:
                    self._held.popitem(last=False)
        return made


def kept(request: Request, key: Hashable, make: Callable[[], T]) -> T:
    """A result of the ledger that this site shows, kept until it changes."""
    found: Kept = request.app.state.kept
    return found.get(key, make)
