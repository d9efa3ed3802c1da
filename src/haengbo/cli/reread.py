"""``haengbo reread``: readings made by older code or another pack, brought up to date."""

from __future__ import annotations

import typer

from haengbo.apart.limits import MEMORY, SECONDS, Limits
from haengbo.cli.ingest import progress, summarise
from haengbo.cli.language import _
from haengbo.cli.options import (
    LedgerOption,
    MemoryOption,
    PackOption,
    SecondsOption,
    ledger_location,
)


def reread(
    ledger: LedgerOption = None,
    pack: PackOption = None,
    page_seconds: SecondsOption = SECONDS,
    page_memory: MemoryOption = MEMORY,
) -> None:
    """판이나 지식 꾸러미가 달라진 쪽을 다시 읽는다. 옛 읽기와 사람의 결정은 남는다."""
    from haengbo.apart import Preparing  # noqa: PLC0415 - heavy, lazy
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.pipeline import reread as read_again  # noqa: PLC0415

    knowledge = load(pack or ())
    opened = Ledger.open(ledger_location(ledger), create=False, knowledge=knowledge)
    try:
        preparing = Preparing(pack or (), Limits(page_seconds, page_memory), streaming=True)
        with progress(_("다시 읽는 중"), None) as step, preparing:
            result = read_again(opened, knowledge, step, preparing)
    finally:
        opened.close()
    summarise(result)
    if result.failures:
        raise typer.Exit(1)


def register(app: typer.Typer) -> None:
    """Mount ``haengbo reread``."""
    app.command()(reread)
