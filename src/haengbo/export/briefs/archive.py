"""Files of a ZIP that says nothing of when it was made: the base of DOCX and HWPX."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

#: The earliest day that a ZIP can name.
_NEVER = (1980, 1, 1, 0, 0, 0)


def packed(files: Iterable[tuple[str, bytes]], *, stored: frozenset[str] = frozenset()) -> bytes:
    """A ZIP of files in this order, all with one fixed time.

    Args:
        files: Name and content.
        stored: Names that are kept without compression (``mimetype``).
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, _NEVER)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            plain = name in stored
            entry.compress_type = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return held.getvalue()


def settled(data: bytes) -> bytes:
    """A ZIP that another library made, with its times taken out."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed((name, archive.read(name)) for name in archive.namelist())
