"""Codes of the ledger → words of the interface, in Korean or English (``labels.yaml``)."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).with_name("labels.yaml")


@cache
def _tables() -> dict[str, dict[str, dict[str, str]]]:
    tables: dict[str, dict[str, dict[str, str]]] = yaml.safe_load(_FILE.read_text("utf-8"))
    return tables


def label(table: str, code: str | None, lang: str) -> str:
    """The word for a code (``label("status", "planned", "ko")`` is ``예정``); else the code."""
    if code is None:
        return ""
    words = _tables()[table].get(code)
    return words[lang] if words else code


def codes(table: str) -> tuple[str, ...]:
    """All codes of a table in the order of the file (the fixed order of the lanes)."""
    return tuple(code for code in _tables()[table] if code != "none")
