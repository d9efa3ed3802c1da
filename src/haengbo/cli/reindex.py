"""``haengbo reindex``: all that is derived made anew, by the present pack and analyser."""

from __future__ import annotations

from typing import Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.options import LedgerOption, PackOption, ledger_location


def reindex(
    ledger: LedgerOption = None,
    pack: PackOption = None,
    full: Annotated[
        bool, typer.Option("--full", help="주제 밖의 쪽도 형태소로 찾을 수 있게 한다.")
    ] = False,
) -> None:
    """찾기 색인과 사건 수, 견줄 보고를 찾는 열쇠를 새로 만든다."""
    from haengbo.knowledge import load  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.pipeline import rekey  # noqa: PLC0415

    knowledge = load(pack or ())
    opened = Ledger.open(ledger_location(ledger), create=False, knowledge=knowledge)
    try:
        rekey(opened, knowledge, anyway=True)
        print(_("색인한 쪽: %(pages)s", pages=opened.reindex(full=full)))
    finally:
        opened.close()


def register(app: typer.Typer) -> None:
    """Mount ``haengbo reindex``."""
    app.command()(reindex)
