"""``haengbo count``: exchanges between two states by rank and host; a saved count asked again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.filters import FromOption, ToOption
from haengbo.cli.language import _
from haengbo.cli.opening import opened_ledger
from haengbo.cli.options import JsonOption, LedgerOption, PackOption
from haengbo.cli.present import event_label
from haengbo.errors import UsageError

if TYPE_CHECKING:
    from haengbo.analysis.counting import Counted, Query
    from haengbo.knowledge import Knowledge

_REASONS = {
    "rank-unknown": "온 쪽 사람의 급을 모른다",
    "rank-below": "급이 낮다",
    "undated": "날을 모른다",
}


def _asked(
    name: str | None,
    given: tuple[list[str] | None, str | None, str | None, str | None],
    knowledge: Knowledge,
) -> Query:
    """The saved query, with what was given laid over it."""
    from haengbo.analysis.counting import Query  # noqa: PLC0415 - heavy, lazy
    from haengbo.knowledge.counts import CountRow  # noqa: PLC0415
    from haengbo.knowledge.gazetteer import gazetteer  # noqa: PLC0415
    from haengbo.model import edtf  # noqa: PLC0415

    between, rank, since, until = given
    rows = {row.id: row for row in knowledge.table("counts", CountRow)}
    if name is not None and name not in rows:
        raise UsageError(f"그런 셈이 없다: {name} ({', '.join(rows)})")
    if name is None and (between is None or len(between) != 2):  # noqa: PLR2004 - two sides
        raise UsageError(f"셈의 이름이나 --between 을 두 번 준다 ({', '.join(rows)})")
    row = rows.get(name or "")
    names = gazetteer(knowledge)
    sides = [names.canonical(side) or side for side in between or (row.sides if row else ())]
    first = edtf.parse_or_none(since or (row.since if row else None))
    last = edtf.parse_or_none(until or (row.until if row else None))
    if (since and first is None) or (until and last is None):
        raise UsageError(f"날짜로 읽을 수 없다: {since} – {until}")
    return Query(
        (sides[0], sides[1]),
        rank or (row.rank if row else "차관급"),
        first.earliest if first else None,
        last.latest if last else None,
    )


def _lines(answer: Counted) -> Iterator[str]:
    query = answer.query
    days = f"{query.since or _('처음')} – {query.until or _('끝')}"
    few = _(" (다섯이 못 되어 비율로 읽지 않는다)") if answer.n < 5 else ""  # noqa: PLR2004 - as FEW
    yield _(
        "%(days)s %(sides)s %(rank)s 이상 교류 %(n)s건%(few)s",
        days=days,
        sides="–".join(query.sides),
        rank=query.rank,
        n=answer.n,
        few=few,
    )
    hosts = ", ".join(
        _("%(host)s %(n)s건", host=host or _("곳 모름"), n=n) for host, n in answer.hosts
    )
    yield _("열린 곳: %(hosts)s", hosts=hosts or _("없음"))
    for one in answer.exchanges:
        span = f"{one.first}" + (f"–{one.last}" if one.last != one.first else "")
        labels = "; ".join(f"{event_label(line.event)} ({line.id})" for line in one.events)
        yield f"  {span} {one.host or '?'} [{one.rank}] {', '.join(one.persons)}: {labels}"
    yield _("세지 않은 것 %(left_out)s건", left_out=len(answer.left_out))
    for left in answer.left_out:
        line = left.line
        told = f"{line.event.date or '?'} {event_label(line.event)} ({line.id})"
        yield f"  {told}: {_(_REASONS[left.reason])}"


def _record(answer: Counted) -> dict[str, object]:
    return {
        "sides": list(answer.query.sides),
        "rank": answer.query.rank,
        "since": answer.query.since.isoformat() if answer.query.since else None,
        "until": answer.query.until.isoformat() if answer.query.until else None,
        "n": answer.n,
        "hosts": [[host, n] for host, n in answer.hosts],
        "exchanges": [
            {
                "first": one.first.isoformat(),
                "last": one.last.isoformat(),
                "host": one.host,
                "persons": list(one.persons),
                "rank": one.rank,
                "events": [line.id for line in one.events],
            }
            for one in answer.exchanges
        ],
        "left_out": [[left.line.id, left.reason.value] for left in answer.left_out],
    }


def count(
    name: Annotated[str | None, typer.Argument(help="꾸러미에 적힌 셈 (north-russia …)")] = None,
    between: Annotated[
        list[str] | None, typer.Option("--between", help="두 나라 (두 번 준다)")
    ] = None,
    rank: Annotated[str | None, typer.Option("--rank", help="정상, 장관급, [차관급] …")] = None,
    since: FromOption = None,
    until: ToOption = None,
    pack: PackOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """두 나라의 대면 교류를 급과 열린 곳으로 센다: ‘차관급 이상 교류 18건, 그중 방러 15건’."""
    from haengbo.analysis.counting import count as counted  # noqa: PLC0415 - heavy, lazy
    from haengbo.analysis.counting import printed_titles  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    knowledge = load(pack or ())
    query = _asked(name, (between, rank, since, until), knowledge)
    with opened_ledger(ledger) as opened:
        lines = list(opened.all_events())
        titles = printed_titles(opened, lines)
    try:
        answer = counted(lines, query, knowledge, titles)
    except ValueError as error:
        raise UsageError(f"그런 급이 없다: {query.rank}") from error
    if as_json:
        print(json.dumps(_record(answer), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(answer)))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo count``."""
    app.command()(count)
