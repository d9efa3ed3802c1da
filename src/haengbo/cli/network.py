"""``haengbo network …``: who appears with whom, in which order the North names those present."""

from __future__ import annotations

import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.filters import FromOption, LimitOption, ToOption, event_filter
from haengbo.cli.language import _
from haengbo.cli.opening import opened_ledger
from haengbo.cli.options import JsonOption, LedgerOption, for_the_group_alone
from haengbo.cli.putting import put
from haengbo.errors import UsageError

if TYPE_CHECKING:
    from haengbo.analysis.entourage import Roll
    from haengbo.analysis.networks import Network, Standing
    from haengbo.ledger.views import EventLine

app = typer.Typer(
    name="network",
    help="누가 누구와 나타나는가, 누가 사이에 서는가, 북한 매체가 부르는 차례.",
    invoke_without_command=True,
    rich_markup_mode=None,
)
KindOption = Annotated[
    list[str] | None, typer.Option("--kind", help="person, state, organisation [person]")
]
_ROLES = {"accompanied": "수행", "attended": "참가", "received": "영접"}


class GraphFormat(StrEnum):
    """Formats of a network file."""

    GEXF = "gexf"
    GRAPHML = "graphml"


def _lines(location: str | None, since: str | None, until: str | None) -> list[EventLine]:
    wanted = event_filter(statuses=["occurred"], since=since, until=until)
    with opened_ledger(location) as opened:
        return list(opened.all_events(wanted))


def _few(found: Network) -> str:
    few = _(" (다섯이 못 되어 버릇으로 읽지 않는다)") if found.few else ""
    return _(
        "일어난 사건 %(events)s, 행위자 %(actors)s, 이음 %(ties)s%(few)s",
        events=found.events,
        actors=len(found.actors),
        ties=len(found.ties),
        few=few,
    )


def _standing(one: Standing) -> dict[str, object]:
    return {
        "name": one.actor.name,
        "kind": one.actor.kind,
        "state": one.actor.state,
        "events": one.actor.events,
        "ties": one.ties,
        "betweenness": one.betweenness,
    }


def _write(pieces: Iterable[str], out: Path) -> None:
    put((f"{line}\n".encode() for line in pieces), out)
    print(out)


@app.callback()
def network_of(
    context: typer.Context,
    since: FromOption = None,
    until: ToOption = None,
    kind: KindOption = None,
    form: Annotated[GraphFormat, typer.Option("--format", help="파일의 꼴")] = GraphFormat.GEXF,
    out: Annotated[Path | None, typer.Option("-o", "--output", help="파일로 쓴다.")] = None,
    limit: LimitOption = 30,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """행위자를 매개 중심성 차례로 보이거나, 그물을 파일(GEXF, GraphML)로 쓴다."""
    from haengbo.analysis.networks import network, standings  # noqa: PLC0415 - heavy, lazy

    if not for_the_group_alone(context):
        return
    found = network(_lines(ledger, since, until), kind or ["person"])
    if out is not None:
        from haengbo.export.networks import gexf_lines, graphml_lines  # noqa: PLC0415

        _write((gexf_lines if form is GraphFormat.GEXF else graphml_lines)(found), out)
        return
    some = standings(found)[:limit]
    if as_json:
        record = {"events": found.events, "actors": [_standing(one) for one in some]}
        print(json.dumps(record, ensure_ascii=False, indent=1))
        return
    print(_few(found))
    for one in some:
        state = f" ({one.actor.state})" if one.actor.state else ""
        print(
            _(
                "%(betweenness)s  %(name)s%(state)s · 이어진 사람 %(ties)s · 사건 %(events)s",
                betweenness=f"{one.betweenness:.3f}",
                name=one.actor.name,
                state=state,
                ties=one.ties,
                events=one.actor.events,
            )
        )


@app.command("with")
def with_whom(
    name: Annotated[str, typer.Argument(help="누구")],
    since: FromOption = None,
    until: ToOption = None,
    kind: KindOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """한 사람이 누구와, 몇 번, 언제부터 언제까지, 어느 사건에 함께 나타났는지."""
    from haengbo.analysis.networks import companions, network  # noqa: PLC0415 - heavy, lazy
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.knowledge.gazetteer import gazetteer  # noqa: PLC0415

    whom = gazetteer(load()).canonical(name) or name
    found = companions(network(_lines(ledger, since, until), kind or ["person"]), whom)
    if not found:
        raise UsageError(f"{whom}: 남과 함께 나타나는 일어난 사건이 없다")
    for tie in found:
        other = tie.second if tie.first == whom else tie.first
        if as_json:
            row = {"name": other, "events": list(tie.events), "n": tie.weight}
            days = {"first": tie.first_day or None, "last": tie.last_day or None}
            print(json.dumps(row | days, ensure_ascii=False))
        else:
            print(
                _(
                    "%(other)s %(weight)s번 %(first_day)s – %(last_day)s: %(events)s",
                    other=other,
                    weight=tie.weight,
                    first_day=tie.first_day or "?",
                    last_day=tie.last_day or "?",
                    events=", ".join(tie.events),
                )
            )


@app.command("change")
def change_of(
    months: Annotated[bool, typer.Option("--months", help="해 대신 달로 나눈다.")] = False,
    since: FromOption = None,
    until: ToOption = None,
    kind: KindOption = None,
    limit: LimitOption = 5,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """해마다 (달마다) 그물의 크기와 사이에 선 이들."""
    from haengbo.analysis.networks import over_time  # noqa: PLC0415 - heavy, lazy

    lines = _lines(ledger, since, until)
    for window in over_time(lines, kind or ["person"], months=months):
        some = window.standings[:limit]
        if as_json:
            row = {"window": window.label, "events": window.network.events}
            print(json.dumps(row | {"actors": [_standing(s) for s in some]}, ensure_ascii=False))
            continue
        print(f"{window.label}  {_few(window.network)}")
        for one in some:
            print(
                _(
                    "  %(betweenness)s  %(name)s · 이어진 사람 %(ties)s",
                    betweenness=f"{one.betweenness:.3f}",
                    name=one.actor.name,
                    ties=one.ties,
                )
            )


def _roll_record(roll: Roll) -> dict[str, object]:
    return {
        "page": roll.page.name,
        "day": roll.day,
        "span": [roll.span.start, roll.span.end],
        "names": list(roll.names),
        "role": roll.role,
        "relayed": roll.relayed,
    }


@app.command("order")
def order_of(ledger: LedgerOption = None, as_json: JsonOption = False) -> None:
    """북한 매체가 수행·참가·영접한 사람을 부른 차례: 목록, 사람마다, 짝마다."""
    from haengbo.analysis.entourage import FEW, places, precedences, rolls  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    with opened_ledger(ledger) as opened:
        copies = {ref.name for group in opened.copies() for ref in group.pages[1:]}
        pages = (page for page in opened.all_articles() if page.page.name not in copies)
        found = rolls(pages, load())
    if as_json:
        for roll in found:
            print(json.dumps(_roll_record(roll), ensure_ascii=False))
        return
    few = _(" (다섯이 못 되어 버릇으로 읽지 않는다)") if len(found) < FEW else ""
    print(_("목록 %(found)s%(few)s", found=len(found), few=few))
    for roll in found:
        told = _(" · 다른 매체가 전함") if roll.relayed else ""
        names = ", ".join(roll.names)
        print(f"  {roll.day or '—'} {_(_ROLES[roll.role])}: {names} ({roll.page.name}{told})")
    for place in places(found):
        print(
            _(
                "%(mean)s번째  %(name)s · 목록 %(rolls)s",
                mean=f"{place.mean:.1f}",
                name=place.name,
                rolls=len(place.rolls),
            )
        )
    for pair in precedences(found):
        turned = _(" · 차례가 바뀜") if pair.turned else ""
        print(
            _(
                "%(first)s > %(second)s: %(rolls)s 대 %(against)s%(turned)s",
                first=pair.first,
                second=pair.second,
                rolls=len(pair.rolls),
                against=len(pair.against),
                turned=turned,
            )
        )


def register(root: typer.Typer) -> None:
    """Mount ``haengbo network``."""
    root.add_typer(app)
