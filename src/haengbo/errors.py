"""Errors that reach a user, each with one clear sentence.

Bad *input* that concerns one page is a ``PageError``: it is named, counted and the rest goes on
(exit code 1). Wrong *usage* is a ``UsageError`` (exit code 2). A broken pack is a ``PackError``
(exit code 2, it names file and row). None of them shows a traceback.

What a page calls itself stands in messages: ``legible`` takes from it what would steer a terminal.
"""

from __future__ import annotations

import re

#: Control characters, what turns the direction of writing, and halves of surrogate pairs, which no
#: file takes.
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
#: The same and what has no width.
_UNSEEN = re.compile(f"{_STEERING.pattern[:-1]}\xad\u200b-\u200f\u2060-\u2065\ufeff]")


def legible(text: str) -> str:
    r"""A name or an address that can be printed, stored and sent as it stands.

    Example:
        ``"a\x1b[2J.html"`` (which would clear the screen) is ``"a\\x1b[2J.html"``.
    """
    return _STEERING.sub(_as_written, text)


def _as_written(match: re.Match[str]) -> str:
    return match.group().encode("unicode_escape").decode("ascii")


def _on_one_line(text: str) -> str:
    """Words of a message; what cannot be seen is written out."""
    return _UNSEEN.sub(_as_written, " ".join(text.split()))


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
        self.page = legible(page)
        self.reason = _on_one_line(reason)
        super().__init__(f"{_on_one_line(page)}: {self.reason}")

    def __reduce__(self) -> tuple[type[PageError], tuple[str, str]]:
        """So that it crosses from one process to another."""
        return type(self), (self.page, self.reason)


class PassedError(PageError):
    """A feed that has nothing in common with what it listed last time.

    What it listed and dropped again in between was not seen. ``page`` is the feed's address.
    """
