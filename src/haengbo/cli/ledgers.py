"""``haengbo ledger copy FROM TO``: a ledger moved between SQLite and PostgreSQL, either way.

``haengbo ledger load OUT``: what an engine read of an archive, put into a ledger.
"""

from __future__ import annotations

from typing import Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.options import LedgerOption, PackOption, ledger_location

ledger = typer.Typer(help="장부 자체를 다룬다.", no_args_is_help=True)


@ledger.command()
def copy(
    source: Annotated[str, typer.Argument(help="옮길 장부: 경로 또는 URL")],
    target: Annotated[str, typer.Argument(help="빈 장부: 경로 또는 URL")],
) -> None:
    """장부를 결정과 옛 판까지 통째로 옮긴다."""
    from haengbo.ledger import Ledger  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger.copying import copy_ledger  # noqa: PLC0415

    counts = copy_ledger(Ledger.open(source, create=False), Ledger.open(target))
    print(", ".join(f"{name} {count}" for name, count in counts.items() if count))


@ledger.command()
def load(
    out: Annotated[str, typer.Argument(help="haengbo read --engine … --to 로 적은 폴더 또는 주소")],
    location: LedgerOption = None,
    pack: PackOption = None,
) -> None:
    """엔진이 읽어 둔 보관소를 장부에 들이고 맞춰 본다. 끊기면 다시 실행해 이어 간다."""
    from haengbo.engine import load_into  # noqa: PLC0415 - heavy, lazy
    from haengbo.knowledge import load as load_pack  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415

    knowledge = load_pack(pack or ())
    opened = Ledger.open(ledger_location(location), knowledge=knowledge)
    try:
        count = load_into(opened, out, knowledge)
        print(
            _(
                "새로 들인 쪽 %(count)s · 장부에 사건 %(events)s",
                count=count,
                events=opened.totals().events,
            )
        )
    finally:
        opened.close()


def register(app: typer.Typer) -> None:
    """Mount ``haengbo ledger …``."""
    app.add_typer(ledger, name="ledger")
