"""Errors that reach a user, each with one clear sentence.

Bad *input* that concerns one page is a ``PageError``: it is named, counted and the rest goes on
(exit code 1). Wrong *usage* is a ``UsageError`` (exit code 2). A broken pack is a ``PackError``
(exit code 2, it names file and row). None of them shows a traceback.
"""

from __future__ import annotations


class HaengboError(Exception):
    """Base of all errors with a message written for people."""


class UsageError(HaengboError):
    """The call cannot be carried out as given."""


class PackError(HaengboError):
    """A knowledge pack does not validate."""


class LedgerError(HaengboError):
    """The ledger cannot be opened, read or written."""


class PageError(HaengboError):
    """One page cannot be read; the others can.

    Attributes:
        page: What the user calls the page (path, URL or JSONL id).
        reason: Why, in one clause, without the page's name.
    """

    def __init__(self, page: str, reason: str) -> None:
        super().__init__(f"{page}: {reason}")
        self.page = page
        self.reason = reason
