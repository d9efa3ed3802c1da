"""``haengbo decide …`` and ``haengbo decisions``: what people decided, append-only, undoable."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.opening import ByOption, WhyOption, by_whom, opened_ledger
from haengbo.cli.options import JsonOption, LedgerOption
from haengbo.errors import UsageError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from haengbo.ledger import Ledger

decide = typer.Typer(
    help="사람의 결정을 적는다: 합치기, 나누기, 고치기, 버리기 …", no_args_is_help=True
)

EventArgument = Annotated[str, typer.Argument(help="사건 id")]


def _record(location: str | None, decision: Callable[[Ledger, Session], int]) -> None:
    """Write a decision, then bring the events up to date with it."""
    from haengbo.knowledge import load  # noqa: PLC0415 - heavy, lazy
    from haengbo.pipeline import collate  # noqa: PLC0415

    with opened_ledger(location) as ledger:
        with ledger.writing() as session:
            number = decision(ledger, session)
        collate(ledger, load())
    print(_("결정 %(number)s", number=number))


@decide.command()
def merge(
    first: EventArgument,
    second: EventArgument,
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """두 사건이 한 사건이라고 정한다."""
    from haengbo.ledger import decisions  # noqa: PLC0415 - heavy, lazy

    _record(ledger, lambda _, session: decisions.merge(session, first, second, by_whom(by, why)))


@decide.command()
def split(
    event: EventArgument,
    pages: Annotated[list[str], typer.Argument(help="떼어 낼 보도가 있는 쪽")],
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """사건에서 몇 쪽의 보도를 다른 사건으로 떼어 낸다."""
    from haengbo.ledger import decisions  # noqa: PLC0415 - heavy, lazy

    def decision(opened: Ledger, session: Session) -> int:
        reports = decisions.reports_on(opened.event(event), pages)
        return decisions.split(session, event, reports, by_whom(by, why))

    _record(ledger, decision)


@decide.command()
def correct(
    event: EventArgument,
    field: Annotated[str, typer.Argument(help="date, place, status, participants …")],
    value: Annotated[str, typer.Argument(help="맞는 값")],
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """사건의 항목을 고친다. 보도들의 값은 곁에 남는다."""
    from haengbo.ledger import decisions  # noqa: PLC0415 - heavy, lazy

    _record(ledger, lambda _, s: decisions.correct(s, event, field, value, by_whom(by, why)))


@decide.command()
def reject(
    event: EventArgument,
    page: Annotated[str, typer.Argument(help="잘못 읽힌 보도가 있는 쪽")],
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """한 쪽의 보도가 잘못 읽혔다고 정한다."""
    from haengbo.ledger import decisions  # noqa: PLC0415 - heavy, lazy

    def decision(opened: Ledger, session: Session) -> int:
        reports = decisions.reports_on(opened.event(event), [page])
        if len(reports) != 1:
            raise UsageError(f"{page}: 그 사건의 보도가 하나가 아니다 ({len(reports)})")
        return decisions.reject(session, reports[0], by_whom(by, why))

    _record(ledger, decision)


@decide.command("reject-statement")
def reject_statement(
    statement: Annotated[str, typer.Argument(help="발언 id (haengbo statements --json)")],
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """발언이 잘못 읽혔다고 정한다."""
    from haengbo.ledger import decisions  # noqa: PLC0415 - heavy, lazy

    _record(ledger, lambda _, s: decisions.reject_statement(s, statement, by_whom(by, why)))


def _annotation(kind: str) -> Callable[..., None]:
    def command(
        event: EventArgument,
        text: Annotated[str, typer.Argument(help="적을 말")] = "",
        ledger: LedgerOption = None,
        by: ByOption = None,
        why: WhyOption = "",
    ) -> None:
        from haengbo.ledger import decisions  # noqa: PLC0415 - heavy, lazy
        from haengbo.model.decision import DecisionKind  # noqa: PLC0415

        _record(
            ledger,
            lambda _, s: decisions.annotate(s, event, DecisionKind(kind), text, by_whom(by, why)),
        )

    return command


decide.command("confirm", help="사건이 맞다고 확인한다.")(_annotation("confirm"))
decide.command("note", help="사건에 메모를 붙인다.")(_annotation("note"))
decide.command("tag", help="사건에 꼬리표를 붙인다.")(_annotation("tag"))


@decide.command()
def undo(
    number: Annotated[int, typer.Argument(help="결정 번호")],
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """결정을 되돌린다. 기록은 남는다."""
    from haengbo.ledger import decisions  # noqa: PLC0415 - heavy, lazy

    _record(ledger, lambda _, session: decisions.undo(session, number, by_whom(by, why)))


def decisions(ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """사람이 내린 결정을 새것부터 보인다."""
    from haengbo.cli.tables import show, table  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger.records import encode  # noqa: PLC0415

    with opened_ledger(ledger) as opened:
        found = opened.decisions()
    if as_json:
        for view in found:
            print(json.dumps(json.loads(encode(view)), ensure_ascii=False))
        return
    rows = (
        (
            str(v.id),
            v.made[:16],
            v.who,
            v.kind + (_(" (되돌림)") if v.undone else ""),
            v.event or "",
            f"{v.before} → {v.after}",
            v.why or (v.waiting or ""),
        )
        for v in found
    )
    show(table(("번호", "언제", "누가", "무엇", "사건", "전 → 후", "왜"), rows))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo decide …`` and ``haengbo decisions``."""
    app.add_typer(decide, name="decide")
    app.command()(decisions)
