"""``haengbo backup LEDGER -o FILE`` and ``haengbo restore FILE LEDGER``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.language import _

if TYPE_CHECKING:
    from haengbo.ledger.backups import Backup


def backup(
    ledger: Annotated[str, typer.Argument(help="장부: 경로 또는 URL")],
    output: Annotated[Path, typer.Option("-o", "--output", help="만들 백업 파일")],
) -> None:
    """쓰고 있는 장부도 한 파일로 백업한다, 검사합과 함께."""
    from haengbo.ledger.backups import back_up  # noqa: PLC0415 - heavy, lazy

    _tell(output, back_up(ledger, output))


def restore(
    file: Annotated[Path, typer.Argument(help="백업 파일")],
    ledger: Annotated[str, typer.Argument(help="되살릴 곳: 아직 없는 경로 또는 빈 장부의 URL")],
) -> None:
    """백업을 검사하고 장부로 되살린다."""
    from haengbo.ledger.backups import restore as restored  # noqa: PLC0415 - heavy, lazy

    _tell(ledger, restored(file, ledger))


def _tell(place: object, made: Backup) -> None:
    print(
        _(
            "%(place)s: 쪽 %(pages)s, 결정 %(decisions)s, sha256 %(sha256)s",
            place=place,
            pages=made.pages,
            decisions=made.decisions,
            sha256=made.sha256,
        )
    )
    if made.head:
        print(_("봉인의 머리 %(head)s", head=made.head))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo backup`` and ``haengbo restore``."""
    app.command()(backup)
    app.command()(restore)
