"""``haengbo dyads A B`` and ``haengbo channels``: exchanges between two sides, standing lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.expectations import TodayOption, day_of
from haengbo.cli.language import _, chosen
from haengbo.cli.options import JsonOption, LedgerOption, ledger_location
from haengbo.cli.present import event_label

if TYPE_CHECKING:
    from haengbo.analysis.exchanges import ChannelHistory
    from haengbo.ledger.views import EventLine

#: Fewer gaps than this are no habit.
FEW = 5


def _events(location: str | None) -> list[EventLine]:
    from haengbo.ledger import Ledger  # noqa: PLC0415 - heavy, lazy

    opened = Ledger.open(ledger_location(location), create=False)
    try:
        return list(opened.all_events())
    finally:
        opened.close()


def dyads(
    one: Annotated[str, typer.Argument(help="한쪽: 나라, 기관 또는 사람")],
    other: Annotated[str, typer.Argument(help="다른 쪽")],
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """두 쪽 사이의 일을 달과 갈래로 센다 (일어난 일만; 예정은 따로)."""
    from haengbo.analysis.exchanges import dyad  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.knowledge.gazetteer import gazetteer  # noqa: PLC0415
    from haengbo.web.labels import codes, label  # noqa: PLC0415

    names = gazetteer(load())
    sides = (names.canonical(one) or one, names.canonical(other) or other)
    answer = dyad(_events(ledger), sides, load())
    if as_json:
        rows = [{"month": q.month, "quad": q.quad, "events": list(q.events)} for q in answer.quads]
        record = {"sides": list(sides), "n": len(answer.events), "quads": rows}
        print(json.dumps(record, ensure_ascii=False, indent=1))
        return
    print(
        _(
            "%(one)s–%(other)s: 일어난 사건 %(events)s, 예정 %(planned)s",
            one=sides[0],
            other=sides[1],
            events=len(answer.events),
            planned=len(answer.planned),
        )
    )
    for quad in codes("quad"):
        print(f"  {label('quad', quad, chosen())} {answer.total(quad)}")
    for row in answer.quads:
        kind = label("quad", row.quad, chosen())
        print(f"{row.month}  {kind} {len(row.events)}: {', '.join(row.events)}")


def _history_lines(answer: ChannelHistory, name: str) -> list[str]:
    gaps = answer.gaps
    lines = [_("%(name)s: 만남 %(meetings)s", name=name, meetings=len(answer.meetings))]
    if answer.median_gap is not None:
        few = _(" (다섯이 못 되어 버릇으로 읽지 않는다)") if len(gaps) < FEW else ""
        lines.append(
            _(
                "  사이의 중앙값 %(median_gap)s일, n=%(gaps)s%(few)s",
                median_gap=f"{answer.median_gap:.0f}",
                gaps=len(gaps),
                few=few,
            )
        )
    if answer.hosts:
        lines.append(_("  열린 곳 ") + ", ".join(f"{state} {n}" for state, n in answer.hosts))
    for m in answer.meetings:
        gap = _(" (+%(gap)s일)", gap=m.gap) if m.gap is not None else ""
        place = m.line.event.place or ""
        host = f" ({m.host})" if m.host and m.host != place else ""
        lines.append(
            f"  {m.line.event.date} {event_label(m.line.event)} {place}{host}{gap} {m.line.id}"
        )
    if answer.since_last is not None and answer.since_last >= 0:
        lines.append(_("  마지막 만남 뒤 %(since_last)s일", since_last=answer.since_last))
    lines += [
        _(
            "  다음 %(date)s %(label)s %(id)s",
            date=p.event.date or "?",
            label=event_label(p.event),
            id=p.id,
        )
        for p in answer.upcoming
    ]
    lines += [
        _(
            "  예정 %(date)s %(label)s %(id)s",
            date=p.event.date or "?",
            label=event_label(p.event),
            id=p.id,
        )
        for p in answer.planned
    ]
    return lines


def _history_record(answer: ChannelHistory) -> dict[str, object]:
    return {
        "channel": answer.channel,
        "n": len(answer.meetings),
        "median_gap": answer.median_gap,
        "since_last": answer.since_last,
        "hosts": [[state, n] for state, n in answer.hosts],
        "meetings": [[m.line.id, m.line.event.date, m.host, m.gap] for m in answer.meetings],
        "planned": [[line.id, line.event.date] for line in answer.planned],
        "upcoming": [[line.id, line.event.date] for line in answer.upcoming],
    }


def channels(
    channel: Annotated[str | None, typer.Argument(help="통로 [모두]")] = None,
    between: Annotated[
        list[str] | None, typer.Option("--between", help="이들이 다 낀 만남만 (여러 번)")
    ] = None,
    today: TodayOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """통로마다 만남의 차례, 사이, 열린 곳, 다음 예정."""
    from haengbo.analysis.exchanges import channel_history  # noqa: PLC0415
    from haengbo.errors import UsageError  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.knowledge.gazetteer import gazetteer  # noqa: PLC0415
    from haengbo.web.labels import codes, label  # noqa: PLC0415

    known = codes("channel")
    if channel is not None and channel not in known:
        raise UsageError(f"그런 통로가 없다: {channel} ({', '.join(known)})")
    lines, day = _events(ledger), day_of(today)
    names = gazetteer(load())
    sides = [names.canonical(side) or side for side in between or ()]
    for code in (channel,) if channel else known:
        answer = channel_history(lines, code, load(), sides=sides, today=day)
        if as_json:
            print(json.dumps(_history_record(answer), ensure_ascii=False))
        elif channel or answer.meetings or answer.planned:
            print("\n".join(_history_lines(answer, label("channel", code, chosen()))))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo dyads`` and ``haengbo channels``."""
    app.command()(dyads)
    app.command()(channels)
