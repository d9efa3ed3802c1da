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


def code_of(table: str, words: str) -> str:
    """The code that a person means by code or word, in any case; else the words themselves.

    Example:
        ``code_of("type", "협의")`` and ``code_of("type", "consult")`` are ``"CONSULT"``.
    """
    wanted = words.casefold()
    for code, names in _tables()[table].items():
        if wanted in {code.casefold(), *(name.casefold() for name in names.values())}:
            return code
    return words
