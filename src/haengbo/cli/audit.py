"""``haengbo audit``: what was done with accounts, and whether it and decisions are as written."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.language import _, retold
from haengbo.cli.opening import opened_ledger
from haengbo.cli.options import JsonOption, LedgerOption

if TYPE_CHECKING:
    from haengbo.ledger.sealing import Checked, Head

app = typer.Typer(
    name="audit",
    help="누가 무엇을 했는지, 결정과 기록이 적은 그대로인지.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command("list")
def list_done(
    size: Annotated[int, typer.Option("-n", "--size", min=1, help="몇 줄까지")] = 50,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """계정과 열쇠와 지운 쪽에 대해 한 일, 새것부터. 결정은 haengbo decisions 에 있다."""
    from haengbo.cli.tables import show, table  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger.audit import audit  # noqa: PLC0415

    with opened_ledger(ledger) as opened, opened.reading() as session:
        lines = audit(session, size)
    if as_json:
        for x in lines:
            record = {"made": x.made, "who": x.who, "what": x.what, "about": x.about}
            print(json.dumps(record, ensure_ascii=False))
        return
    rows = ((x.made[:16], x.who, x.what, x.about) for x in lines)
    show(table(("언제", "누가", "무엇", "무엇에"), rows))


@app.command()
def head(ledger: LedgerOption = None) -> None:
    """봉인의 머리를 보인다. 다른 곳에 적어 두면 나중에 verify --head 로 견줄 수 있다."""
    from haengbo.ledger import sealing  # noqa: PLC0415 - heavy, lazy

    with opened_ledger(ledger) as opened, opened.reading() as session:
        newest = sealing.head(session)
    print(newest or _("봉인한 것이 없다"))


@app.command()
def verify(
    heads: Annotated[
        list[str] | None, typer.Option("--head", help="전에 적어 둔 머리 (여러 번)")
    ] = None,
    backups: Annotated[
        list[Path] | None, typer.Option("--backup", help="머리를 견줄 백업 (여러 번)")
    ] = None,
    ledger: LedgerOption = None,
) -> None:
    """결정과 한 일이 적은 그대로인지 본다. 바뀐 것이 있으면 1로 끝난다."""
    from haengbo.ledger import sealing  # noqa: PLC0415 - heavy, lazy

    known = [sealing.Head.parse(text) for text in heads or ()] + _of_backups(backups or ())
    with opened_ledger(ledger) as opened, opened.reading() as session:
        found = sealing.verify(session, known)
    _tell(found)
    if found.faults:
        raise typer.Exit(1)


def _of_backups(files: list[Path] | tuple[()]) -> list[Head]:
    from haengbo.ledger.backups import described  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger.sealing import Head  # noqa: PLC0415

    return [Head.parse(text) for text in (described(file).head for file in files) if text]


def _tell(found: Checked) -> None:
    for fault in found.faults:
        print(f"haengbo: {retold(fault)}", file=sys.stderr)
    print(
        _(
            "결정 %(decisions)s, 한 일 %(notes)s, 글을 지운 결정 %(erased)s",
            decisions=found.decisions,
            notes=found.notes,
            erased=found.erased,
        )
    )
    print(_("봉인의 머리 %(head)s", head=found.head or _("없음")))


def register(root: typer.Typer) -> None:
    """Mount ``haengbo audit``."""
    root.add_typer(app)
