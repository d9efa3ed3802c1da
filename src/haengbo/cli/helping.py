"""Help and wrong usage in the chosen language, in one place for all commands.

Comes in: the commands that typer made of the functions, whose docstrings and helps are Korean.
Goes out: the same commands, that speak the chosen language. Typer's own words are English; what
they are in Korean stands in ``locale/ko/LC_MESSAGES/typer.po``.
"""

from __future__ import annotations

import inspect
import io
import re
from collections.abc import Iterable
from typing import Any

import typer

from haengbo.cli.catalogues import recognised
from haengbo.cli.language import _, chosen

#: What typer puts behind a help: ``[default: 50; x>=1]``.
_NOTES = re.compile(r"(^|  )\[([^\[\]]+)\]$")
_PIECE = "; "


def _korean(words: str) -> str:
    """Typer's own words in Korean."""
    return recognised(words, "ko", "typer")


def _row(name: str, text: str) -> tuple[str, str]:
    def notes(match: re.Match[str]) -> str:
        return f"{match[1]}[{_PIECE.join(map(_korean, match[2].split(_PIECE)))}]"

    return name, _NOTES.sub(notes, _korean(text))


def _korean_formatter(plain: type[Any]) -> type[Any]:
    class Formatter(plain):  # type: ignore[misc]
        """Writes a help with the headings and remarks in Korean."""

        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, _korean("Usage: ") if prefix is None else prefix)

        def write_heading(self, heading: str) -> None:
            super().write_heading(_korean(heading))

        def write_dl(
            self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
        ) -> None:
            super().write_dl([_row(*row) for row in rows], col_max, col_spacing)

    return Formatter


def _spoken(text: str | None) -> str | None:
    return _(inspect.cleandoc(text)) if text else text


def in_chosen_language(command: Any) -> Any:  # noqa: ANN401 - typer does not name its classes
    """The command and all below it, so that their helps are in the chosen language."""
    if chosen() == "ko":
        context = command.context_class
        formatter = _korean_formatter(context.formatter_class)
        _give(command, type("Context", (context,), {"formatter_class": formatter}))
    else:
        _translate(command)
    return command


def _give(command: Any, context: type[Any]) -> None:  # noqa: ANN401 - as above
    command.context_class = context
    for below in getattr(command, "commands", {}).values():
        _give(below, context)


def _translate(command: Any) -> None:  # noqa: ANN401 - as above
    command.help = _spoken(command.help)
    command.short_help = _spoken(command.short_help)
    for parameter in command.params:
        parameter.help = _spoken(parameter.help)
    for below in getattr(command, "commands", {}).values():
        _translate(below)


#: The class of all that is wrong about a call; typer itself names only one below it.
WrongUsage: type[Any] = typer.BadParameter.__mro__[2]


def usage_told(error: Any) -> str:  # noqa: ANN401 - as above
    """What is wrong about a call, and how it is called, in the chosen language."""
    written = io.StringIO()
    error.show(written)
    said = written.getvalue()
    if chosen() != "ko":
        return said
    head, mark, message = said.partition("Error: ")
    lines = [_korean(line) for line in head.splitlines()]
    told = [_korean(mark) + _korean(message.rstrip("\n"))] if mark else []
    return "\n".join([*lines, *told, ""])
