"""``haengbo ledger copy FROM TO``: a ledger moved between SQLite and PostgreSQL, either way."""

from __future__ import annotations

from typing import Annotated

import typer

ledger = typer.Typer(help="장부 자체를 다룬다.", no_args_is_help=True)


@ledger.callback()
def _root() -> None:
    """Keep ``copy`` a command of its own, though it is the only one so far."""


@ledger.command()
def copy(
    source: Annotated[str, typer.Argument(help="옮길 장부: 경로 또는 URL")],
    target: Annotated[str, typer.Argument(help="빈 장부: 경로 또는 URL")],
) -> None:
    """장부를 결정과 옛 판까지 통째로 옮긴다."""
    from haengbo.ledger import Ledger  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger.copying import copy_ledger  # noqa: PLC0415

    counts = copy_ledger(Ledger.open(source, create=False), Ledger.open(target))
    print(", ".join(f"{name} {count}" for name, count in counts.items() if count))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo ledger …``."""
    app.add_typer(ledger, name="ledger")
