"""``haengbo import events FILE`` and ``haengbo enter event …``: what people bring in by hand."""

from __future__ import annotations

import getpass
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.ingest import summarise
from haengbo.cli.options import LedgerOption, ledger_location
from haengbo.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from haengbo.errors import PageError
    from haengbo.model.entry import Entry

bring = typer.Typer(help="이미 있는 표를 들인다.", no_args_is_help=True)
ByOption = Annotated[
    str | None, typer.Option("--by", help="누가 [$HAENGBO_WHO, 없으면 사용자 이름]")
]


@bring.callback()
def _root() -> None:
    """Keep ``events`` a command of its own."""


def _enter(entries: Iterable[Entry | PageError], ledger: str | None, by: str | None) -> None:
    from haengbo.knowledge import load  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.pipeline import enter as enter_all  # noqa: PLC0415

    who = by or os.environ.get("HAENGBO_WHO") or getpass.getuser()
    opened = Ledger.open(ledger_location(ledger))
    try:
        result = enter_all(opened, entries, who, load())
    finally:
        opened.close()
    summarise(result)
    if result.failures:
        raise typer.Exit(1)


def _columns(given: list[str] | None) -> dict[str, str]:
    pairs = [item.partition("=") for item in given or ()]
    if any(not mark for _, mark, _ in pairs):
        raise UsageError("--column 은 항목=열 이름 꼴이다 (예: date=일자)")
    return {field.strip(): column.strip() for field, _, column in pairs}


@bring.command()
def events(
    path: Annotated[Path, typer.Argument(help=".csv, .jsonl 또는 .xlsx")],
    column: Annotated[
        list[str] | None, typer.Option("--column", help="항목=열 이름 (예: date=일자)")
    ] = None,
    ledger: LedgerOption = None,
    by: ByOption = None,
) -> None:
    """사람이 적은 사건 표를 들인다. 사람이 적었다는 표시가 남는다."""
    from haengbo.capture.entries import read_entries  # noqa: PLC0415 - lazy

    _enter(read_entries(path, _columns(column)), ledger, by)


def enter(
    kind: Annotated[str, typer.Argument(help="event, statement 또는 expectation")],
    text: Annotated[str, typer.Argument(help="한 문장: 요약이나 한 말")],
    who: Annotated[
        list[str] | None, typer.Option("--who", help="이름 또는 이름:구실 (source, target, party)")
    ] = None,
    date: Annotated[str | None, typer.Option("--date", help="EDTF 날짜 (전망이면 기한)")] = None,
    type: Annotated[str | None, typer.Option("--type", help="사건의 유형")] = None,  # noqa: A002
    mode: Annotated[str | None, typer.Option("--mode", help="사건의 방식")] = None,
    status: Annotated[str, typer.Option("--status")] = "occurred",
    place: Annotated[str | None, typer.Option("--place")] = None,
    reference: Annotated[
        list[str] | None, typer.Option("--reference", help="근거: 주소, 책, 문서 번호")
    ] = None,
    ledger: LedgerOption = None,
    by: ByOption = None,
) -> None:
    """쪽이 아닌 근거로 사건, 발언, 전망 하나를 손으로 적는다."""
    from haengbo.capture.entries import entry_of  # noqa: PLC0415 - lazy
    from haengbo.model.entry import EntryKind  # noqa: PLC0415

    if kind not in list(EntryKind):
        raise UsageError(f"적을 수 없는 것: {kind} ({', '.join(EntryKind)})")
    row = {
        "text": text,
        "date": date,
        "type": type,
        "mode": mode,
        "status": status,
        "place": place,
        "who": list(who or ()),
        "references": list(reference or ()),
    }
    try:
        entry = entry_of(row, {}, EntryKind(kind))
    except ValueError as error:
        raise UsageError(str(error)) from error
    _enter([entry], ledger, by)


def register(app: typer.Typer) -> None:
    """Mount ``haengbo import …`` and ``haengbo enter``."""
    app.add_typer(bring, name="import")
    app.command()(enter)
