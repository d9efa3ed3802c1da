"""Which language the command line speaks: Korean as it is written here, English by a catalogue.

``HAENGBO_LANG`` (ko, en) says it, else the locale: ``LC_ALL``, ``LC_MESSAGES`` or ``LANG``, the
first that is set, gives English where it begins with ``en``. Everything else is Korean. There is
no option for it: it belongs to a person rather than to a call, and ``brief --lang`` is the
language of what is written.

Invariant: in Korean no catalogue is read. What programs read (JSON, CSV) has no language.
"""

from __future__ import annotations

import os

from haengbo.cli.catalogues import entries, recognised
from haengbo.errors import HaengboError, PageError

NAME = "HAENGBO_LANG"
LANGUAGES = ("ko", "en")
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def chosen() -> str:
    """The language to speak: ``ko`` or ``en``."""
    wanted = os.environ.get(NAME, "").lower()
    if wanted in LANGUAGES:
        return wanted
    locale = next((value for name in _LOCALE if (value := os.environ.get(name))), "")
    return "en" if locale.lower().startswith("en") else "ko"


def _(words: str, /, **values: object) -> str:
    """Words in the chosen language; ``%(name)s`` places take the values."""
    text = words if chosen() == "ko" else entries("en", "commands").get(words, words)
    return text % values if values else text


def retold(said: HaengboError | str) -> str:
    """An error, or a sentence made in another room, in the chosen language.

    Such sentences are Korean and made far from any terminal, and ``str(error)`` is what is stored
    and sent; here the finished sentence is known again by its entry in the catalogue.
    """
    if chosen() == "ko":
        return str(said)
    if isinstance(said, PageError):
        return f"{said.page}: {recognised(said.reason, 'en', 'sentences')}"
    return recognised(str(said), "en", "sentences")
