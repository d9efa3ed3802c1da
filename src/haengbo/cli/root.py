"""What every command line of haengbo begins with: its name, its help, ``--version``.

Invariant: imports no command, so that one command can stand alone.
"""

from __future__ import annotations

from typing import Annotated

import typer

from haengbo import __version__


def _print_version(value: bool) -> None:
    if value:
        print(f"haengbo {__version__}")
        raise typer.Exit


def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="판을 보인다."),
    ] = False,
) -> None:
    """Options that come before any command."""


def new_app() -> typer.Typer:
    """A command line without commands yet."""
    app = typer.Typer(
        name="haengbo",
        help="행보: 한국어 뉴스에서 북한 외교의 연대기를 엮는다.",
        no_args_is_help=True,
        add_completion=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_root)
    return app
