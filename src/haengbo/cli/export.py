"""``haengbo export events|copies|statements|expectations``: the ledger as files for others."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.filters import (
    ChannelOption,
    FromOption,
    ModeOption,
    PlaceOption,
    StatusOption,
    TextOption,
    ToOption,
    TypeOption,
    WhoOption,
    event_filter,
    statement_filter,
)
from haengbo.cli.options import LedgerOption, ledger_location
from haengbo.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable


class What(StrEnum):
    """What can be exported."""

    EVENTS = "events"
    COPIES = "copies"
    STATEMENTS = "statements"
    EXPECTATIONS = "expectations"


class Format(StrEnum):
    """Formats; the same as ``export.ExportFormat``, which is loaded only when used."""

    JSONL = "jsonl"
    CSV = "csv"


def _write(lines: Iterable[str], out: Path | None) -> None:
    if out is None:
        sys.stdout.writelines(lines)
        return
    try:
        with out.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
    except OSError as error:
        raise UsageError(f"쓸 수 없다: {out}: {error.strerror}") from error


def export(
    what: Annotated[What, typer.Argument(help="무엇을")],
    ledger: LedgerOption = None,
    form: Annotated[Format, typer.Option("--format", help="출력 꼴")] = Format.JSONL,
    out: Annotated[Path | None, typer.Option("-o", "--output", help="파일 [표준 출력]")] = None,
    who: WhoOption = None,
    type: TypeOption = None,  # noqa: A002 - the option's name
    mode: ModeOption = None,
    channel: ChannelOption = None,
    status: StatusOption = None,
    since: FromOption = None,
    until: ToOption = None,
    place: PlaceOption = None,
    text: TextOption = None,
) -> None:
    """사건, 사본, 발언, 전망을 JSON Lines나 CSV로 낸다. 짧은 인용과 출처만 나간다."""
    from haengbo import export as exporting  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import Ledger  # noqa: PLC0415

    opened = Ledger.open(ledger_location(ledger), create=False)
    if what is What.EVENTS:
        wanted = event_filter(
            who=who,
            types=type,
            modes=mode,
            channels=channel,
            statuses=status,
            since=since,
            until=until,
            place=place,
            text=text,
        )
        records = exporting.event_records(opened, wanted)
    elif what is What.STATEMENTS:
        said = statement_filter(who=who, since=since, until=until, text=text)
        records = exporting.statement_records(opened, said)
    elif what is What.EXPECTATIONS:
        records = exporting.expectation_records(opened)
    else:
        records = exporting.copy_records(opened)
    _write(exporting.write_lines(records, exporting.ExportFormat(form.value)), out)


def register(app: typer.Typer) -> None:
    """Mount ``haengbo export``."""
    app.command()(export)
