"""``haengbo actors``: who is in the ledger, those with most events first."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from haengbo.cli.filters import LimitOption
from haengbo.cli.options import JsonOption, LedgerOption, ledger_location


def actors(
    ledger: LedgerOption = None,
    name: Annotated[str | None, typer.Option("--name", help="이름의 일부")] = None,
    limit: LimitOption = 50,
    as_json: JsonOption = False,
) -> None:
    """사람, 나라, 기관, 매체를 사건이 많은 순서로 보인다."""
    from haengbo.cli.tables import show, table  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.ledger.records import encode  # noqa: PLC0415

    found = Ledger.open(ledger_location(ledger), create=False).actors(text=name, size=limit)
    if as_json:
        for line in found:
            print(json.dumps(json.loads(encode(line)), ensure_ascii=False))
        return
    rows = ((line.name, line.kind, str(line.events), str(line.pages)) for line in found)
    show(table(("이름", "갈래", "사건", "쪽"), rows))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo actors``."""
    app.command()(actors)
