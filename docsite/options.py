"""Commands of ``haengbo`` → a page with every command, argument and option."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer.main

from docsite.tables import table
from haengbo.cli.main import app

_WORDS = {
    "en": (
        "Commands",
        "Made from the command line itself; `haengbo COMMAND --help` says the same.",
        ("argument or option", "what it does", "default"),
    ),
    "ko": (
        "명령",
        "명령줄에서 그대로 뽑은 것이다. `haengbo 명령 --help` 도 같은 말을 한다.",
        ("인자와 옵션", "하는 일", "기본값"),
    ),
}


#: Of click, of which typer may bring a copy of its own: its classes are not named.
Command = Any
Parameter = Any


def _leaves(command: Command, name: str) -> Iterator[tuple[str, Command]]:
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
        return
    for word, child in sorted(inner.items()):
        yield from _leaves(child, f"{name} {word}")


def all_commands() -> dict[str, Command]:
    """Every command by its words: ``haengbo ledger copy`` and what stands behind it."""
    return dict(_leaves(typer.main.get_command(app), "haengbo"))


def _named(parameter: Parameter) -> str:
    if parameter.param_type_name == "option":
        return ", ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
    return f"`{(parameter.metavar or parameter.name or '').upper()}`"


def _default(parameter: Parameter) -> str:
    value = parameter.default
    if value in (None, False, "", (), []) or callable(value):
        return ""
    return f"`{getattr(value, 'value', value)}`"


def _rows(command: Command) -> Iterator[tuple[str, str, str]]:
    for parameter in command.params:
        if not getattr(parameter, "hidden", False) and parameter.name != "help":
            yield _named(parameter), getattr(parameter, "help", None) or "", _default(parameter)


def commands_page(language: str) -> str:
    """The page of all commands in ``en`` or ``ko``."""
    title, lead, head = _WORDS[language]
    parts = [f"# {title}\n\n{lead}\n"]
    for name, command in all_commands().items():
        parts += [f"## {name}\n", f"{(command.help or '').strip()}\n", table(head, _rows(command))]
    return "\n".join(part for part in parts if part)
