"""Bytes → a file that the user named, or standard output.

Invariant: what cannot be written is a ``UsageError`` that names the file and the reason.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from haengbo.errors import UsageError


def put(pieces: Iterable[bytes], out: Path | None) -> None:
    """Write pieces one behind the other.

    Args:
        pieces: Taken as they come, so that no more than one need be held.
        out: ``None`` for standard output.

    Raises:
        UsageError: The file cannot be written.
    """
    if out is None:
        # Bytes, so that no system turns line breaks or letters into its own
        sys.stdout.flush()
        sys.stdout.buffer.writelines(pieces)
        sys.stdout.buffer.flush()
        return
    try:
        with out.open("wb") as file:
            file.writelines(pieces)
    except OSError as error:
        raise UsageError(f"쓸 수 없다: {out}: {error.strerror}") from error
