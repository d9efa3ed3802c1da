"""What was asked before: a small SQLite file beside the ledger.

Invariant: a visit is noted after its page is in the ledger, never before, so that a run that is
killed asks again rather than leaving something out.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from haengbo.errors import UsageError

_TABLE = """
CREATE TABLE IF NOT EXISTS visits (
  url TEXT PRIMARY KEY, etag TEXT NOT NULL, modified TEXT NOT NULL, stamp TEXT NOT NULL
) WITHOUT ROWID
"""


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


class Visits:
    """Remembers URLs; in memory only, if no file is given."""

    def __init__(self, path: Path | None = None) -> None:
        """Open or make the file.

        Raises:
            UsageError: It cannot be opened.
        """
        try:
            self._connection = sqlite3.connect(path or ":memory:", isolation_level=None)
            self._connection.execute(_TABLE)
        except sqlite3.Error as error:
            raise UsageError(f"방문 기록을 열 수 없다: {path}: {error}") from error

    def get(self, url: str) -> Visit | None:
        """What is remembered of a URL."""
        row = self._connection.execute(
            "SELECT etag, modified, stamp FROM visits WHERE url = ?", (url,)
        ).fetchone()
        return Visit(*row) if row else None

    def put(self, url: str, visit: Visit) -> None:
        """Remember a URL."""
        self._connection.execute(
            "INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?)",
            (url, visit.etag, visit.modified, visit.stamp),
        )

    def forget(self) -> None:
        """Forget everything: the ledger is new."""
        self._connection.execute("DELETE FROM visits")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
