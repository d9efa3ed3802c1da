"""Options that several commands share, written once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from haengbo.apart.limits import MEMORY_NAME, SECONDS_NAME
from haengbo.errors import UsageError

PackOption = Annotated[
    list[Path] | None,
    typer.Option("--pack", help="위에 얹을 지식 꾸러미 폴더 (여러 번 줄 수 있다)."),
]
LedgerOption = Annotated[
    str | None,
    typer.Option("--ledger", help="장부: 경로 또는 SQLAlchemy URL [./haengbo.db, $HAENGBO_LEDGER]"),
]
ColumnsOption = Annotated[
    str | None,
    typer.Option(
        "--columns", help="표의 열: 항목=열 이름, 쉼표로 나눈다 (예: text=본문,published=일자)"
    ),
]
SecondsOption = Annotated[
    float,
    typer.Option(
        "--page-seconds",
        min=0.0,
        envvar=SECONDS_NAME,
        help="한 쪽을 읽는 데 드는 시간의 한도(초). 0이면 한도 없이 이 프로세스에서 읽는다.",
    ),
]
MemoryOption = Annotated[
    int,
    typer.Option(
        "--page-memory",
        min=100,
        envvar=MEMORY_NAME,
        help="한 쪽을 읽는 데 드는 메모리의 한도(MB). 리눅스에서만 지킨다.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON으로 낸다.")]

SOURCES_HELP = "파일, 폴더, 주소, 표, 꾸러미(ZIP·WARC·WACZ·MHTML·mbox) 또는 -"
DEFAULT_LEDGER = "haengbo.db"


def columns_of(given: str | None) -> dict[str, str]:
    """Our field → the table's column.

    Raises:
        UsageError: A pair has no ``=``.

    Example:
        ``text=본문,published=일자``
    """
    pairs = [pair.partition("=") for pair in (given or "").split(",") if pair.strip()]
    if any(not (field.strip() and column.strip()) for field, _, column in pairs):
        raise UsageError("--columns 는 항목=열 이름 꼴이다 (예: text=본문,published=일자)")
    return {field.strip(): column.strip() for field, _, column in pairs}


def for_the_group_alone(context: typer.Context) -> bool:
    """Whether a command that has others below it was called by itself.

    Raises:
        UsageError: Options stand before the command below, where they would be lost.
    """
    if context.invoked_subcommand is None:
        return True
    given = [
        name
        for name in context.params
        if (source := context.get_parameter_source(name)) and source.name == "COMMANDLINE"
    ]
    if given:
        raise UsageError(f"선택지는 {context.invoked_subcommand} 뒤에 준다: {', '.join(given)}")
    return False


def ledger_location(given: str | None) -> str:
    """The ledger to use: what was given, else ``$HAENGBO_LEDGER``, else ``./haengbo.db``."""
    return given or os.environ.get("HAENGBO_LEDGER") or DEFAULT_LEDGER
