"""One row → every form under which a text may name it.

Spaces are optional in Korean names of more than one word (북한 외무성, 북한외무성), and an organ
may carry any name of its state (러 외무부, 로씨야 외무부): such forms are composed here, so that
the tables need not list them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from haengbo.knowledge.actors import ActorRow
from haengbo.knowledge.northern import northern_spellings
from haengbo.knowledge.outlets import OutletRow
from haengbo.knowledge.places import PlaceRow

#: Shorter run-together forms would be found inside other words.
_SHORTEST_JOINED = 4


def letters_by_state(actors: Iterable[ActorRow]) -> dict[str, tuple[str, ...]]:
    """Canonical name of a state → all its names and letters that may precede an organ."""
    return {
        row.name: (row.name, *row.strong, *((row.kp,) if row.kp else ()), *row.letters)
        for row in actors
        if row.kind == "state"
    }


def forms_of(
    row: ActorRow | OutletRow | PlaceRow, prefixes: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Forms of a row by strength (``strong``, ``default``, ``short``).

    Args:
        row: Any row with a name.
        prefixes: Of ``letters_by_state``.
    """
    strong = [row.name, *row.strong]
    strong += [form for form in (row.kp, getattr(row, "hanja", None)) if form]
    if isinstance(row, ActorRow) and row.kind == "person" and row.ru and " " in row.name:
        strong += [spelt for form in [row.name, *row.strong] for spelt in northern_spellings(form)]
    default = tuple(row.default)
    if isinstance(row, ActorRow) and row.kind == "organisation" and row.state:
        strong += _with_states((*default, *row.short), prefixes.get(row.state, ()))
    known = {*default, *row.short}
    return {
        "strong": tuple(f for f in _joined(strong) if f not in known),
        "default": default,
        "short": tuple(row.short),
    }


def _with_states(forms: Iterable[str], prefixes: Iterable[str]) -> list[str]:
    return [f"{prefix} {form}" for form in forms for prefix in prefixes]


def _joined(forms: Iterable[str]) -> Iterable[str]:
    for form in dict.fromkeys(forms):
        yield form
        joined = form.replace(" ", "")
        if joined != form and len(joined) >= _SHORTEST_JOINED:
            yield joined
