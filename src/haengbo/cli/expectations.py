"""``haengbo expectations``: forecasts, plans and pledges, those due soonest first."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from haengbo.cli.filters import LimitOption
from haengbo.cli.options import JsonOption, LedgerOption, ledger_location

_KINDS = {"forecast": "전망", "plan": "예정", "pledge": "공약"}


def expectations(
    ledger: LedgerOption = None,
    kind: Annotated[list[str] | None, typer.Option("--kind", help="forecast, plan, pledge")] = None,
    limit: LimitOption = 50,
    as_json: JsonOption = False,
) -> None:
    """전망, 예정, 공약을 기한이 이른 것부터 보인다."""
    from haengbo.cli.tables import show, table  # noqa: PLC0415 - heavy, lazy
    from haengbo.export.records import expectation_record  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415

    opened = Ledger.open(ledger_location(ledger), create=False)
    listing = opened.expectations(kinds=tuple(kind or ()), size=limit)
    if as_json:
        for line in listing.items:
            print(json.dumps(expectation_record(line), ensure_ascii=False))
        return
    rows = (
        (
            line.due or "—",
            _KINDS[line.expectation.kind.value],
            line.expectation.by or "—",
            " ".join(line.text.split()),
            line.page.name,
        )
        for line in listing.items
    )
    show(
        table(("기한", "갈래", "누가", "말", "쪽"), rows), f"{len(listing.items)} / {listing.total}"
    )


def register(app: typer.Typer) -> None:
    """Mount ``haengbo expectations``."""
    app.command()(expectations)
