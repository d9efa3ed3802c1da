"""Catalogues of gettext (``.po``) → words, and finished sentences → the entry they were made of.

Read by a few lines of our own: the command line has no time for Babel, which the tests hold
against these. Nothing is read before it is asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "locale"
_PLACE = re.compile(r"%\((\w+)\)s")
#: What stands between sentences that make a list.
_BETWEEN = "; "
_KEYWORD = re.compile(r'(msgid|msgstr)? ?(".*")')


@cache
def entries(lang: str, name: str) -> dict[str, str]:
    """Words of the source → words of a language, from ``locale/LANG/LC_MESSAGES/NAME.po``."""
    # The escapes of gettext are those of JSON
    path = _FOLDER / lang / "LC_MESSAGES" / f"{name}.po"
    found: list[tuple[list[str], list[str]]] = []
    for line in path.read_text("utf-8").splitlines():
        match = _KEYWORD.fullmatch(line)
        if match is None:
            continue
        if match[1] == "msgid":
            found.append(([], []))
        here = 1 if match[1] == "msgstr" or (not match[1] and found[-1][1]) else 0
        found[-1][here].append(json.loads(match[2]))
    return {"".join(ours): "".join(theirs) for ours, theirs in found if "".join(ours)}


@cache
def _forms(lang: str, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Entries with places for values, cut at them; those that say most themselves first."""
    cut = ((words, tuple(_PLACE.split(words))) for words in entries(lang, name))
    return tuple(
        sorted(
            ((words, pieces) for words, pieces in cut if len(pieces) > 1),
            key=lambda form: -sum(map(len, form[1][::2])),
        )
    )


def _values(text: str, pieces: tuple[str, ...]) -> dict[str, str] | None:
    """What stands in the places if ``text`` was made of these pieces; each as short as can be."""
    fixed, names = pieces[::2], pieces[1::2]
    if not (text.startswith(fixed[0]) and text.endswith(fixed[-1])):
        return None
    at, values = len(fixed[0]), {}
    for number, name in enumerate(names, 1):
        last = number == len(names)
        end = len(text) - len(fixed[-1]) if last else text.find(fixed[number], at + 1)
        if end <= at:
            return None
        values[name] = text[at:end]
        at = end + len(fixed[number])
    return values


def _made_of(text: str, lang: str, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    for words, pieces in _forms(lang, name):
        values = _values(text, pieces)
        if values is not None:
            yield words, values


def recognised(text: str, lang: str, name: str) -> str:
    """A finished sentence in another language, by the entry it was made of; else as it is.

    What was put into it may be such a sentence itself, or a list of them.

    Example:
        ``그런 알림이 없다: a`` is ``no such alert: a``, by ``그런 알림이 없다: %(name)s``.
    """
    table = entries(lang, name)
    if text in table:
        return table[text]
    for words, values in _made_of(text, lang, name):
        return table[words] % {
            place: recognised(value, lang, name) for place, value in values.items()
        }
    parts = text.split(_BETWEEN)
    return _BETWEEN.join(recognised(part, lang, name) for part in parts) if parts[1:] else text
