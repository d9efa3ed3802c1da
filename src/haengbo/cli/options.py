"""Options that several commands share, written once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

PackOption = Annotated[
    list[Path] | None,
    typer.Option("--pack", help="위에 얹을 지식 꾸러미 폴더 (여러 번 줄 수 있다)."),
]
LedgerOption = Annotated[
    str | None,
    typer.Option("--ledger", help="장부: 경로 또는 SQLAlchemy URL [./haengbo.db, $HAENGBO_LEDGER]"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON으로 낸다.")]

DEFAULT_LEDGER = "haengbo.db"


def ledger_location(given: str | None) -> str:
    """The ledger to use: what was given, else ``$HAENGBO_LEDGER``, else ``./haengbo.db``."""
    return given or os.environ.get("HAENGBO_LEDGER") or DEFAULT_LEDGER
