"""``haengbo release`` and ``haengbo diff``: numbered states and what changed between two."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.options import JsonOption, LedgerOption, PackOption, ledger_location

_KINDS = {"added": "새로", "removed": "없어짐", "moved": "옮겨짐", "changed": "바뀜"}


def release(
    name: Annotated[str | None, typer.Argument(help="판의 이름. 없으면 판들을 보인다.")] = None,
    note: Annotated[str, typer.Option("--note", help="무엇을 위한 판인지")] = "",
    ledger: LedgerOption = None,
    pack: PackOption = None,
) -> None:
    """지금의 장부에 이름을 붙여, 펴낸 숫자를 뒷날 다시 셀 수 있게 한다."""
    from haengbo import __version__  # noqa: PLC0415 - lazy
    from haengbo.cli.tables import show, table  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.ledger import Ledger, history  # noqa: PLC0415

    opened = Ledger.open(ledger_location(ledger), create=False)
    if name is not None:
        versions = (__version__, load(pack or ()).version)
        with opened.writing() as session:
            made = history.release(session, name, note, versions)
        print(_("판 %(name)s (%(made)s)", name=made.name, made=made.made))
        return
    rows = (
        (r.name, r.made[:16], r.code_version, r.pack_version, r.note) for r in opened.releases()
    )
    show(table(("판", "언제", "코드", "꾸러미", "메모"), rows))


def diff(
    first: Annotated[str, typer.Argument(help="판 이름이나 날짜")],
    second: Annotated[str, typer.Argument(help="판 이름이나 날짜")],
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """두 판(또는 두 날) 사이에 달라진 사건을 보인다."""
    from haengbo.cli.tables import show, table  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.ledger.records import encode  # noqa: PLC0415

    found = Ledger.open(ledger_location(ledger), create=False).changes(first, second)
    if as_json:
        for change in found:
            print(json.dumps(json.loads(encode(change)), ensure_ascii=False))
        return
    rows = ((_(_KINDS[c.kind]), c.event, c.label, "; ".join(c.details)) for c in found)
    show(table(("무엇", "사건", "이름", "어떻게"), rows), f"{len(found)}")


def register(app: typer.Typer) -> None:
    """Mount ``haengbo release`` and ``haengbo diff``."""
    app.command()(release)
    app.command()(diff)
