"""``haengbo reread``: readings made by older code or another pack, brought up to date."""

from __future__ import annotations

import typer

from haengbo.cli.ingest import progress, summarise
from haengbo.cli.options import LedgerOption, PackOption, ledger_location


def reread(ledger: LedgerOption = None, pack: PackOption = None) -> None:
    """판이나 지식 꾸러미가 달라진 쪽을 다시 읽는다. 옛 읽기와 사람의 결정은 남는다."""
    from haengbo.knowledge import load  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.pipeline import reread as read_again  # noqa: PLC0415

    knowledge = load(pack or ())
    opened = Ledger.open(ledger_location(ledger), create=False, knowledge=knowledge)
    try:
        with progress("다시 읽는 중", None) as step:
            result = read_again(opened, knowledge, step)
    finally:
        opened.close()
    summarise(result)
    if result.failures:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Mount ``haengbo reread``."""
    app.command()(reread)
