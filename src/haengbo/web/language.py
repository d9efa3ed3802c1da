"""Which language, and its words: Korean is the language of the templates, English a catalogue.

``locale/en/LC_MESSAGES/haengbo.po`` (gettext) is read at start; a missing translation falls back
to the Korean words (a test refuses any that is missing).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

LANGUAGES = ("ko", "en")
CATALOGUE = Path(__file__).parent / "locale" / "en" / "LC_MESSAGES" / "haengbo.po"


@cache
def catalogue() -> dict[str, str]:
    """Korean words → English words."""
    with CATALOGUE.open("rb") as file:
        messages = read_po(file, locale="en")
    return {str(m.id): str(m.string) for m in messages if m.id and m.string}


def translator(lang: str) -> Callable[..., str]:
    """The function ``_(words, **values)`` of a language; ``%(name)s`` places take the values."""
    table = catalogue() if lang == "en" else {}

    def translate(words: str, **values: object) -> str:
        text = table.get(words, words)
        return text % values if values else text

    return translate
