"""``haengbo expectations …``: forecasts, plans and pledges, what is due, what became of them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from haengbo.cli.filters import LimitOption
from haengbo.cli.language import _, retold
from haengbo.cli.opening import ByOption, WhyOption, by_whom, opened_ledger
from haengbo.cli.options import JsonOption, LedgerOption, for_the_group_alone
from haengbo.cli.present import event_label
from haengbo.cli.putting import put
from haengbo.errors import UsageError

if TYPE_CHECKING:
    from haengbo.analysis.candidates import Candidate
    from haengbo.analysis.expectations import Judged, Record
    from haengbo.ledger import Ledger
    from haengbo.ledger.views import ExpectationLine

app = typer.Typer(
    name="expectations",
    help="전망, 예정, 공약: 기한, 결과의 후보, 결정, 누가 얼마나 맞았는지.",
    invoke_without_command=True,
    rich_markup_mode=None,
)
KINDS = {"forecast": "전망", "plan": "예정", "pledge": "공약"}
OUTCOMES = {
    "open": "열림",
    "met": "맞음",
    "partly": "일부 맞음",
    "not-met": "틀림",
    "lapsed": "기한 지남",
    "undecidable": "가릴 수 없음",
}
TodayOption = Annotated[str | None, typer.Option("--today", help="이날을 오늘로 친다 (ISO)")]
KindOption = Annotated[list[str] | None, typer.Option("--kind", help="forecast, plan, pledge")]


def day_of(given: str | None) -> dt.date:
    """The day that was given, else today in UTC.

    Raises:
        UsageError: It is no day.
    """
    if given is None:
        return dt.datetime.now(tz=dt.UTC).date()
    try:
        return dt.date.fromisoformat(given)
    except ValueError as error:
        raise UsageError(f"하루가 아니다: {given} (예: 2025-06-19)") from error


def judged_in(ledger: Ledger, today: dt.date, kinds: tuple[str, ...] = ()) -> tuple[Judged, ...]:
    """Every expectation of a ledger as it stands."""
    from haengbo.analysis.expectations import judge  # noqa: PLC0415 - heavy, lazy
    from haengbo.knowledge import load  # noqa: PLC0415

    return judge(ledger.all_expectations(kinds), ledger.outcomes(), today, load())


def _record_of(item: Judged) -> dict[str, Any]:
    from haengbo.export.records import expectation_record  # noqa: PLC0415 - heavy, lazy

    decision = item.decision
    return expectation_record(item.line, decision) | {
        "due": item.line.due,
        "outcome": item.outcome.value,
        "chance": item.chance.of_being_met if item.chance else None,
        "decision": decision.number if decision else None,
    }


def _show(items: list[Judged], total: int) -> None:
    from haengbo.cli.tables import show, table  # noqa: PLC0415 - heavy, lazy

    rows = (
        (
            item.line.id,
            item.line.due or "—",
            _(KINDS[item.line.expectation.kind.value]),
            item.line.expectation.by or "—",
            " ".join(item.line.text.split()),
            item.line.expectation.decided_by or "—",
            _(OUTCOMES[item.outcome.value]),
            item.line.page.name,
        )
        for item in items
    )
    columns = (
        _("전망"),
        _("기한"),
        _("갈래"),
        _("누가"),
        _("말"),
        _("가를 일"),
        _("결과"),
        _("쪽"),
    )
    show(table(columns, rows), f"{len(items)} / {total}")


def _give(items: tuple[Judged, ...], limit: int, *, as_json: bool) -> None:
    some = list(items[:limit])
    if as_json:
        for item in some:
            print(json.dumps(_record_of(item), ensure_ascii=False))
    else:
        _show(some, len(items))


@app.callback()
def expectations(
    context: typer.Context,
    ledger: LedgerOption = None,
    kind: KindOption = None,
    limit: LimitOption = 50,
    today: TodayOption = None,
    as_json: JsonOption = False,
) -> None:
    """전망, 예정, 공약을 기한이 이른 것부터 보인다."""
    if for_the_group_alone(context):
        with opened_ledger(ledger) as opened:
            _give(judged_in(opened, day_of(today), tuple(kind or ())), limit, as_json=as_json)


@app.command("due")
def due_of(
    days: Annotated[int | None, typer.Option("--days", min=0, help="이 날수 안에")] = None,
    past: Annotated[
        bool, typer.Option("--past", help="기한이 지나 결정을 기다리는 것을 보인다.")
    ] = False,
    ics: Annotated[Path | None, typer.Option("--ics", help="달력 파일(.ics)로 쓴다.")] = None,
    kind: KindOption = None,
    limit: LimitOption = 50,
    today: TodayOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """다가오는 기한, 또는 (--past) 지나서 결정을 기다리는 것."""
    from haengbo.analysis.expectations import due, overdue  # noqa: PLC0415 - heavy, lazy

    with opened_ledger(ledger) as opened:
        judged = judged_in(opened, day_of(today), tuple(kind or ()))
    found = overdue(judged) if past else due(judged, days)
    if ics is None:
        _give(found, limit, as_json=as_json)
        return
    from haengbo.export.icalendar import due_calendar  # noqa: PLC0415

    put(due_calendar(found, today), ics)
    print(f"{ics}: {len(found)}")


def _line_of(ledger: Ledger, key: str) -> ExpectationLine:
    found = [line for line in ledger.all_expectations() if line.id.startswith(key)]
    if len(found) != 1:
        if found:
            raise UsageError(f"그런 전망이 여럿이다: {key}")
        raise UsageError(f"그런 전망이 없다: {key}")
    return found[0]


def _proposed(ledger: Ledger, lines: list[ExpectationLine]) -> Iterator[tuple[Any, ...]]:
    from haengbo.analysis.candidates import EventIndex, candidates  # noqa: PLC0415 - heavy
    from haengbo.analysis.claims import claim_of  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    events = EventIndex(ledger.all_events())
    for line in lines:
        page = ledger.article(line.page.sha256)
        if page is not None:
            claim = claim_of(line, page, load())
            yield line, candidates(claim, events.near(claim), load())


def _candidate_record(candidate: Candidate) -> dict[str, object]:
    return {
        "event": candidate.line.id,
        "date": candidate.line.event.date,
        "label": candidate.line.label_ko,
        "suggests": candidate.suggests.value,
        "points": candidate.points,
        "reasons": [[reason.rule.value, reason.words] for reason in candidate.reasons],
    }


@app.command("candidates")
def candidates_of(
    key: Annotated[str | None, typer.Argument(help="전망 id [결정을 기다리는 것 모두]")] = None,
    today: TodayOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """뒤의 사건 가운데 결과를 가릴 만한 것을 까닭과 함께 내놓는다. 정하는 것은 사람이다."""
    with opened_ledger(ledger) as opened:
        lines = (
            [_line_of(opened, key)]
            if key
            else [j.line for j in judged_in(opened, day_of(today)) if j.decision is None]
        )
        found = list(_proposed(opened, lines))
    for line, proposed in found:
        if as_json:
            record = {"expectation": line.id, "text": line.text, "due": line.due}
            record["candidates"] = [_candidate_record(c) for c in proposed]
            print(json.dumps(record, ensure_ascii=False))
            continue
        if not proposed and key is None:
            continue
        print(f"{line.id} {line.expectation.by or '—'}: {' '.join(line.text.split())}")
        print(
            _(
                "  기한 %(horizon)s (%(name)s)",
                horizon=line.expectation.horizon or _("없음"),
                name=line.page.name,
            )
        )
        for one in proposed:
            event = f"{one.line.event.date} {event_label(one.line.event)}"
            print(f"  → {_(OUTCOMES[one.suggests.value])}? {event}")
            print(f"    {one.line.id} · {'; '.join(retold(r.words) for r in one.reasons)}")
        if not proposed:
            print(_("  장부의 뒷일 가운데 후보가 없다."))


@app.command("decide")
def decide(
    key: Annotated[str, typer.Argument(help="전망 id")],
    outcome: Annotated[
        str, typer.Argument(help="met, partly, not-met, lapsed, undecidable 또는 open")
    ],
    event: Annotated[str | None, typer.Option("--event", help="가린 사건의 id")] = None,
    ledger: LedgerOption = None,
    by: ByOption = None,
    why: WhyOption = "",
) -> None:
    """전망의 결과를 적는다. 기록은 쌓이고, ‘haengbo decide undo 번호’로 되돌린다."""
    from haengbo.knowledge import load  # noqa: PLC0415 - heavy, lazy
    from haengbo.ledger.outcomes import decide_outcome  # noqa: PLC0415
    from haengbo.model.decision import Outcome  # noqa: PLC0415
    from haengbo.pipeline import collate  # noqa: PLC0415

    if outcome not in list(Outcome):
        raise UsageError(f"그런 결과가 없다: {outcome} ({', '.join(Outcome)})")
    with opened_ledger(ledger) as opened:
        line = _line_of(opened, key)
        with opened.writing() as session:
            who = by_whom(by, why)
            number = decide_outcome(session, line.id, Outcome(outcome), who, event)
        collate(opened, load())
    print(_("결정 %(number)s", number=number))


def _share_words(record: Record) -> str:
    if record.share is None:
        return _("가린 것이 없다")
    met = sum(1 for case in record.cases if case.outcome.value == "met")
    if record.few:
        return _(
            "가린 것 %(decided)s건 가운데 %(met)s건 맞음 (다섯이 못 되어 비율로 읽지 않는다)",
            decided=record.decided,
            met=met,
        )
    return _(
        "가린 것 %(decided)s건 가운데 %(met)s건 맞음 %(share)s (95%% %(low)s–%(high)s),"
        " 모두의 비율 %(base)s",
        decided=record.decided,
        met=met,
        share=f"{record.share:.2f}",
        low=f"{record.low:.2f}",
        high=f"{record.high:.2f}",
        base=f"{record.base or 0:.2f}",
    )


def _record_lines(record: Record) -> Iterator[str]:
    counts = {
        name: sum(1 for case in record.cases if case.outcome.value == code)
        for code, name in OUTCOMES.items()
    }
    yield _("%(key)s: 모두 %(n)s · ", key=record.key, n=record.n) + " · ".join(
        f"{k} {v}" for k, v in counts.items() if v
    )
    yield f"  {_share_words(record)}"
    if record.brier is not None:
        few = _(" (다섯이 못 된다)") if record.few_briers else ""
        yield (
            _(
                "  브라이어 점수 %(brier)s, 늘 모두의 비율로 말했다면 %(brier_base)s,"
                " n=%(brier_n)s%(few)s",
                brier=f"{record.brier:.3f}",
                brier_base=f"{record.brier_base or 0:.3f}",
                brier_n=record.brier_n,
                few=few,
            )
        )
    for case in record.cases:
        yield (
            f"    {_(OUTCOMES[case.outcome.value])} {case.line.id} {case.line.page.day or '—'} "
            f"{' '.join(case.line.text.split())} ({case.line.page.name})"
        )


@app.command("record")
def record_of(
    by: Annotated[
        str, typer.Option("--by", help="forecaster(누가), institute(어디), hedge(말투)")
    ] = "forecaster",
    kind: KindOption = None,
    today: TodayOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """누가, 어느 곳이, 어떤 말투가 얼마나 맞았는지: 수, 비율과 구간, 브라이어 점수, 하나하나."""
    from haengbo.analysis.expectations import Key, records  # noqa: PLC0415 - heavy, lazy

    if by not in list(Key):
        raise UsageError(f"그렇게 셀 수 없다: {by} ({', '.join(Key)})")
    with opened_ledger(ledger) as opened:
        judged = judged_in(opened, day_of(today), tuple(kind or ()))
    for record in records(judged, Key(by)):
        if as_json:
            print(json.dumps(_score(record), ensure_ascii=False))
        else:
            print("\n".join(_record_lines(record)))


def _score(record: Record) -> dict[str, object]:
    return {
        "key": record.key,
        "n": record.n,
        "decided": record.decided,
        "few": record.few,
        "share": record.share,
        "interval": [record.low, record.high],
        "base": record.base,
        "brier": record.brier,
        "brier_base": record.brier_base,
        "brier_n": record.brier_n,
        "cases": [[case.line.id, case.outcome.value] for case in record.cases],
    }


def register(root: typer.Typer) -> None:
    """Mount ``haengbo expectations``."""
    root.add_typer(app)
