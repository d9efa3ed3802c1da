"""``haengbo search WORDS``: pages that hold all the words, in Northern or Southern spelling."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from haengbo.cli.filters import LimitOption
from haengbo.cli.options import JsonOption, LedgerOption, ledger_location


def search(
    words: Annotated[list[str], typer.Argument(help="찾을 낱말들")],
    ledger: LedgerOption = None,
    limit: LimitOption = 20,
    as_json: JsonOption = False,
) -> None:
    """낱말이 모두 나오는 쪽을 찾는다 (러시아로 로씨야도 찾는다)."""
    from haengbo.cli.tables import hit_table, show  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.ledger.records import encode  # noqa: PLC0415

    opened = Ledger.open(ledger_location(ledger), create=False)
    found = opened.search(" ".join(words), size=limit)
    if as_json:
        for hit in found.items:
            print(json.dumps(json.loads(encode(hit)), ensure_ascii=False))
        return
    show(hit_table(found.items), f"{len(found.items)} / {found.total}")


def register(app: typer.Typer) -> None:
    """Mount ``haengbo search``."""
    app.command()(search)
