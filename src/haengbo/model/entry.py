"""What a person enters by hand, with a reference that need not be a page.

Comes from ``capture.entries`` (a spreadsheet) or the command line; ``reading.entered`` makes a
page and a reading of it, marked as entered, so that it goes the same way as everything else.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

#: Stands for the version of the code in readings that no code made: they are never read again.
ENTERED = "entered"


class EntryKind(StrEnum):
    """What is entered."""

    EVENT = "event"
    STATEMENT = "statement"
    EXPECTATION = "expectation"


@dataclass(frozen=True, slots=True)
class Entry:
    """One event, statement or expectation as a person states it.

    Attributes:
        kind: What it is.
        name: What the source calls it (a row's id), or empty.
        text: One sentence: the summary, or the words said.
        date: EDTF; for an expectation its horizon.
        type: PLOVER type of an event.
        mode: Its mode.
        status: How it stands.
        place: Where.
        who: ``name`` or ``name:role`` (source, target, party); speakers of a statement, holder
            of an expectation first.
        references: Where it is from: addresses, books, archive numbers.
        note: Anything else.
    """

    kind: EntryKind
    text: str
    name: str = ""
    date: str | None = None
    type: str | None = None
    mode: str | None = None
    status: str = "occurred"
    place: str | None = None
    who: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    note: str = ""
