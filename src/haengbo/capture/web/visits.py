"""What was asked before: a small SQLite file beside the ledger.

Invariant: a visit is noted after its page is in the ledger, never before, so that a run that is
killed asks again rather than leaving something out. Pages are taken in some at a time: ``put``
remembers for this run, ``keep`` writes down, and is called when what was handed over is stored.
What a feed listed and could not be had is owed: it is asked for when no feed lists it any more.
What a feed listed when it was last seen whole is kept too: a listing without any of it has a gap.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

from haengbo.errors import UsageError

_TABLES = (
    """
    CREATE TABLE IF NOT EXISTS visits (
      url TEXT PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL, stamp TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS owed (
      url TEXT PRIMARY KEY, stamp TEXT NOT NULL, since TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE IF NOT EXISTS listings (
      feed TEXT PRIMARY KEY, looked TEXT NOT NULL, urls TEXT NOT NULL
    )
    """,
)
#: Days for which an address that no feed lists any more is asked for.
_DAYS_OWED = 30


@dataclass(frozen=True, slots=True)
class Visit:
    """What is remembered of a URL.

    Attributes:
        etag: Of its last answer.
        modified: ``Last-Modified`` of its last answer.
        stamp: When it was last changed, as the feed says.
    """

    etag: str = ""
    modified: str = ""
    stamp: str = ""

    @property
    def conditions(self) -> dict[str, str]:
        """Headers that ask for something newer."""
        given = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in given.items() if value}


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed listed when it was last seen whole.

    Attributes:
        looked: ISO 8601 time.
        urls: Addresses of pages.
    """

    looked: str
    urls: frozenset[str]


class Visits:
    """Remembers URLs; in memory only, if no file is given."""

    def __init__(self, path: Path | None = None) -> None:
        """Open or make the file.

        Raises:
            UsageError: It cannot be opened.
        """
        self._path = path
        self._put: dict[str, Visit] = {}
        self._owed: dict[str, str] = {}
        self._listings: dict[str, Listing] = {}
        try:
            self._connection = sqlite3.connect(path or ":memory:", isolation_level=None)
            for table in _TABLES:
                self._connection.execute(table)
        except sqlite3.Error as error:
            raise UsageError(f"방문 기록을 열 수 없다: {path}: {error}") from error

    def get(self, url: str) -> Visit | None:
        """What is remembered of a URL."""
        if url in self._put:
            return self._put[url]
        row = self._connection.execute(
            "SELECT etag, modified, stamp FROM visits WHERE url = ?", (url,)
        ).fetchone()
        return Visit(*row) if row else None

    def put(self, url: str, visit: Visit) -> None:
        """Remember a URL, until ``keep`` for this run only; it is owed no more."""
        self._put[url] = visit
        self._owed.pop(url, None)

    def owe(self, url: str, stamp: str) -> None:
        """Remember that a feed lists a URL which is not taken yet."""
        self._owed[url] = stamp

    def owed(self) -> list[tuple[str, str]]:
        """URLs that earlier runs still owe, with their stamps, sorted."""
        rows = self._connection.execute("SELECT url, stamp FROM owed ORDER BY url")
        return [(url, stamp) for url, stamp in rows if url not in self._put]

    def listing(self, feed: str) -> Listing | None:
        """What a feed listed last time."""
        if feed in self._listings:
            return self._listings[feed]
        row = self._connection.execute(
            "SELECT looked, urls FROM listings WHERE feed = ?", (feed,)
        ).fetchone()
        return Listing(row[0], frozenset(row[1].split("\n"))) if row else None

    def put_listing(self, feed: str, listing: Listing) -> None:
        """Remember what a feed lists, until ``keep`` for this run only."""
        self._listings[feed] = listing

    def still(self, feed: str, looked: str) -> None:
        """Remember that a feed lists what it listed before."""
        if before := self.listing(feed):
            self._listings[feed] = replace(before, looked=looked)

    def keep(self) -> None:
        """Write down what was put and listed and what is owed: the pages are in the ledger.

        Raises:
            UsageError: The file cannot be written.
        """
        if not (self._put or self._owed or self._listings):
            return
        listings = self._listings.items()
        rows = [(url, v.etag, v.modified, v.stamp) for url, v in self._put.items()]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?)", rows)
            self._connection.executemany(
                "DELETE FROM owed WHERE url = ?", ((url,) for url in self._put)
            )
            self._connection.executemany(
                "INSERT INTO owed VALUES (?, ?, date('now')) ON CONFLICT (url)"
                " DO UPDATE SET stamp = excluded.stamp",
                self._owed.items(),
            )
            self._connection.executemany(
                "INSERT OR REPLACE INTO listings VALUES (?, ?, ?)",
                ((f, made.looked, "\n".join(sorted(made.urls))) for f, made in listings),
            )
            self._connection.execute(
                "DELETE FROM owed WHERE since < date('now', ?)", (f"-{_DAYS_OWED} days",)
            )
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise UsageError(f"방문 기록에 적을 수 없다: {self._path}: {error}") from error
        self._forget_unkept()

    def forget(self) -> None:
        """Forget everything: the ledger is new."""
        self._forget_unkept()
        for table in ("visits", "owed", "listings"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names

    def _forget_unkept(self) -> None:
        self._put.clear()
        self._owed.clear()
        self._listings.clear()

    def close(self) -> None:
        """Close the file; what was put and not kept is forgotten."""
        self._connection.close()
