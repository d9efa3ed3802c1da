"""``haengbo statements``: who said what, and through whom we know it."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from haengbo.cli.filters import (
    FromOption,
    LimitOption,
    TextOption,
    ToOption,
    WhoOption,
    statement_filter,
)
from haengbo.cli.options import JsonOption, LedgerOption, ledger_location


def statements(
    ledger: LedgerOption = None,
    who: WhoOption = None,
    form: Annotated[
        list[str] | None, typer.Option("--form", help="direct, indirect, document")
    ] = None,
    since: FromOption = None,
    until: ToOption = None,
    text: TextOption = None,
    limit: LimitOption = 50,
    as_json: JsonOption = False,
) -> None:
    """발언을 새것부터 보인다."""
    from haengbo.cli.tables import show, statement_table  # noqa: PLC0415 - heavy, lazy
    from haengbo.export.records import statement_record  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415

    wanted = statement_filter(who=who, forms=form, since=since, until=until, text=text)
    opened = Ledger.open(ledger_location(ledger), create=False)
    listing = opened.statements(wanted, size=limit)
    if as_json:
        for line in listing.items:
            print(json.dumps(statement_record(line), ensure_ascii=False))
        return
    show(statement_table(listing.items), f"{len(listing.items)} / {listing.total}")


def register(app: typer.Typer) -> None:
    """Mount ``haengbo statements``."""
    app.command()(statements)
