"""What is searched for → the pages that hold it, compared with their texts as far as is asked.

Comes in: words, by which the index finds pages, and phrases, which a text must hold as they stand.
Goes out: pages newest first, and which of some pages hold it. Of common words there are ten
thousands of pages, of which a screen shows twenty: texts are compared from the newest page back,
each once. Invariant: what was compared is as the ledger's own queries have it; who asks for all
gets all.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from haengbo.ledger.dialects import Alternatives, among_numbers, readings_holding
from haengbo.ledger.shelf import Marks, Numbers, Shelf, numbers
from haengbo.ledger.tables import ArticleRow

#: Texts that are compared in any case: of what is on fewer pages the number is exact.
COMPARED = 2_000
#: Texts that are compared at once: few at first, for a phrase is often on every page of its words.
_FIRST, _MOST = 100, 2_000
_OPEN, _HOLDS = 1, 2


class Sought:
    """Pages that hold the words, of one state of the ledger."""

    def __init__(
        self,
        session: Session,
        shelf: Shelf,
        words: Sequence[Alternatives],
        phrases: Sequence[str],
    ) -> None:
        found = numbers(readings_holding(session, words) if words else None)
        size = 1 + max(shelf.last, int(found.max(initial=0)))
        self._phrases = phrases
        self._lock = Lock()
        # By number of the reading: not found, to be compared, holds it
        self._marks = np.zeros(size, dtype=np.int8)
        self._marks[found] = _OPEN if phrases else _HOLDS
        self._newest = shelf.newest(self._marks > 0)
        self._compared = 0 if phrases else len(self._newest)

    def first(self, session: Session, many: int) -> tuple[Numbers, bool]:
        """Readings of the newest pages that hold it, and whether these are all.

        Args:
            session: Of the same state.
            many: At least so many if there are; more where they were compared anyway.
        """
        with self._lock:
            step = _FIRST
            while self._compared < len(self._newest):
                found = self._newest[: self._compared]
                if self._compared >= COMPARED and (self._marks[found] == _HOLDS).sum() >= many:
                    break
                self._compare(session, self._newest[self._compared : self._compared + step])
                self._compared += step
                step = min(2 * step, _MOST)
            found = self._newest[: self._compared]
            return found[self._marks[found] == _HOLDS], self._compared >= len(self._newest)

    def may_hold(self, readings: Numbers) -> Marks:
        """Which of these the index gives: those that do not are no question."""
        marks: Marks = self._of(readings) > 0
        return marks

    def known(self, readings: Numbers) -> Marks:
        """Which of these hold it, as far as was compared."""
        marks: Marks = self._of(readings) == _HOLDS
        return marks

    def unsure(self, readings: Numbers) -> Numbers:
        """Those of these that were not compared yet and must be, once each."""
        found: Numbers = np.unique(readings[self._of(readings) == _OPEN])
        return found

    def holding(self, session: Session, readings: Numbers) -> Marks:
        """Which of these hold it."""
        with self._lock:
            unsure = self.unsure(readings)
            for start in range(0, len(unsure), _MOST):
                self._compare(session, unsure[start : start + _MOST])
            return self.known(readings)

    def _of(self, readings: Numbers) -> np.ndarray[tuple[int], np.dtype[np.int8]]:
        """What is known of these; of readings that came later nothing."""
        known = readings < len(self._marks)
        marks: np.ndarray[tuple[int], np.dtype[np.int8]]
        marks = np.where(known, self._marks[np.where(known, readings, 0)], 0)
        return marks

    def _compare(self, session: Session, readings: Numbers) -> None:
        left = readings[self._marks[readings] == _OPEN]
        if not len(left):
            return
        query = select(ArticleRow.reading).where(
            among_numbers(session.get_bind().dialect, ArticleRow.reading, left.tolist()),
            *(ArticleRow.body.contains(phrase, autoescape=True) for phrase in self._phrases),
        )
        self._marks[left] = 0
        self._marks[np.array(session.scalars(query).all(), dtype=np.int64)] = _HOLDS
