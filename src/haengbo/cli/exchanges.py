"""``haengbo dyads A B`` and ``haengbo channels``: exchanges between two sides, standing lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.expectations import TodayOption, day_of
from haengbo.cli.options import JsonOption, LedgerOption, ledger_location

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
    print(f"{sides[0]}–{sides[1]}: 일어난 사건 {len(answer.events)}, 예정 {len(answer.planned)}")
    for quad in codes("quad"):
        print(f"  {label('quad', quad, 'ko')} {answer.total(quad)}")
    for row in answer.quads:
        kind = label("quad", row.quad, "ko")
        print(f"{row.month}  {kind} {len(row.events)}: {', '.join(row.events)}")


def _history_lines(answer: ChannelHistory, name: str) -> list[str]:
    gaps = answer.gaps
    lines = [f"{name}: 만남 {len(answer.meetings)}"]
    if answer.median_gap is not None:
        few = " (다섯이 못 되어 버릇으로 읽지 않는다)" if len(gaps) < FEW else ""
        lines.append(f"  사이의 중앙값 {answer.median_gap:.0f}일, n={len(gaps)}{few}")
    if answer.hosts:
        lines.append("  열린 곳 " + ", ".join(f"{state} {n}" for state, n in answer.hosts))
    for m in answer.meetings:
        gap = f" (+{m.gap}일)" if m.gap is not None else ""
        place = m.line.event.place or ""
        host = f" ({m.host})" if m.host and m.host != place else ""
        lines.append(
            f"  {m.line.event.date} {m.line.event.label_ko} {place}{host}{gap} {m.line.id}"
        )
    if answer.since_last is not None and answer.since_last >= 0:
        lines.append(f"  마지막 만남 뒤 {answer.since_last}일")
    lines += [f"  다음 {p.event.date or '?'} {p.event.label_ko} {p.id}" for p in answer.upcoming]
    lines += [f"  예정 {p.event.date or '?'} {p.event.label_ko} {p.id}" for p in answer.planned]
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
            print("\n".join(_history_lines(answer, label("channel", code, "ko"))))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo dyads`` and ``haengbo channels``."""
    app.command()(dyads)
    app.command()(channels)
