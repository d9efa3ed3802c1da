"""``haengbo remove PAGE``: text and quotations go, facts, reference and reason stay."""

from __future__ import annotations

import getpass
import os
from typing import Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.options import LedgerOption, ledger_location


def remove(
    page: Annotated[str, typer.Argument(help="쪽 이름이나 해시")],
    why: Annotated[str, typer.Option("--why", help="왜")],
    ledger: LedgerOption = None,
    by: Annotated[
        str | None, typer.Option("--by", help="누가 [$HAENGBO_WHO, 없으면 사용자 이름]")
    ] = None,
) -> None:
    """쪽의 글과 인용을 장부에서 지운다. 전한 일과 출처와 까닭은 남는다."""
    from haengbo.knowledge import load  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.ledger.decisions import By  # noqa: PLC0415
    from haengbo.ledger.erasing import ErasedAlreadyError, erase  # noqa: PLC0415
    from haengbo.pipeline import collate  # noqa: PLC0415

    who = by or os.environ.get("HAENGBO_WHO") or getpass.getuser()
    opened = Ledger.open(ledger_location(ledger), create=False)
    try:
        try:
            with opened.writing() as session:
                sha256 = erase(session, page, By(who, why))
        except ErasedAlreadyError:
            # Killed after erasing, it is told again: what was left to do is done
            collate(opened, load())
            opened.compact()
            raise
        collate(opened, load())
        opened.compact()
    finally:
        opened.close()
    print(_("지움 %(page)s (%(hash)s)", page=page, hash=sha256[:12]))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo remove``."""
    app.command()(remove)
