"""``haengbo export WHAT --format FORMAT``: the ledger as files that others' tools open."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from haengbo.cli.filters import (
    ChannelOption,
    FromOption,
    ModeOption,
    PlaceOption,
    StatusOption,
    TagOption,
    TextOption,
    ToOption,
    TypeOption,
    WhoOption,
    event_filter,
    statement_filter,
)
from haengbo.cli.language import retold
from haengbo.cli.options import LedgerOption, ledger_location
from haengbo.cli.putting import put
from haengbo.errors import UsageError


class What(StrEnum):
    """What can be exported; the same as ``export.Subject``, which is loaded only when used."""

    EVENTS = "events"
    COPIES = "copies"
    STATEMENTS = "statements"
    EXPECTATIONS = "expectations"
    PAGES = "pages"


class Format(StrEnum):
    """Formats; the same as ``export.FORMATS``, which is loaded only when used."""

    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    POLECAT = "polecat"
    GDELT = "gdelt"
    ICEWS = "icews"
    CSL = "csl"
    BIBTEX = "bibtex"
    ICS = "ics"
    GEXF = "gexf"
    GRAPHML = "graphml"
    TIMELINEJS = "timelinejs"
    ANNOTATIONS = "annotations"
    FTM = "ftm"
    STIX = "stix"


def _day(value: str | None) -> str | None:
    """A given day as it is, if it is one."""
    from haengbo.model import edtf  # noqa: PLC0415 - lazy

    found = edtf.parse_or_none(value)
    if value is not None and (found is None or not found.is_day):
        raise UsageError(f"하루가 아니다: {value} (예: 2025-06-19)")
    return value and value[:10]


def _tell(message: str) -> None:
    print(f"haengbo: {retold(message)}", file=sys.stderr)


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
    tag: TagOption = None,
    date: Annotated[
        str | None, typer.Option("--date", help="파일에 적을 날 (열람일, 만든 날)")
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="짧은 인용 대신 글을 통째로 낸다.")
    ] = False,
) -> None:
    """사건, 사본, 발언, 전망, 출처를 다른 도구가 여는 꼴로 낸다. 짧은 인용과 출처만 나간다."""
    from haengbo import export as exporting  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import Ledger  # noqa: PLC0415

    subject = exporting.Subject(what.value)
    chosen = exporting.format_for(form.value, subject)
    if chosen.binary and out is None and sys.stdout.isatty():
        raise UsageError(f"{form.value} 꼴은 화면에 낼 수 없다: -o 파일{chosen.suffix}")
    wanted = exporting.Wanted(
        Ledger.open(ledger_location(ledger), create=False),
        subject,
        event_filter(
            who=who,
            types=type,
            modes=mode,
            channels=channel,
            statuses=status,
            since=since,
            until=until,
            place=place,
            text=text,
            tags=tag,
        ),
        statement_filter(who=who, since=since, until=until, text=text),
        _day(date),
        with_text,
        _tell,
    )
    put(chosen.write(wanted), out)


def register(app: typer.Typer) -> None:
    """Mount ``haengbo export``."""
    app.command()(export)
