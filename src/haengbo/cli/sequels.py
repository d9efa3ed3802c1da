"""``haengbo sequels A B --days K``: after A, within K days B, beside what chance would give."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.options import JsonOption, LedgerOption, ledger_location
from haengbo.cli.present import event_label
from haengbo.cli.questions import filter_of

if TYPE_CHECKING:
    from haengbo.analysis.sequels import Dated, Sequel
    from haengbo.ledger import Ledger

_CAUTIONS = {
    "few": "경우가 다섯이 못 된다: 비율로 읽지 말고 하나하나 읽는다.",
    "overlap": "앞일의 창이 서로 겹친다: 같은 뒷일이 두 번 세어질 수 있다.",
    "common": "뒷일이 워낙 잦아 아무 날을 골라도 절반 넘게 뒤따른다.",
    "same-page": "앞일과 뒷일을 같은 쪽이 함께 전한 것이 절반을 넘는다: 쪽이 고른 짝일 수 있다.",
    "open-end": "마지막 앞일의 창이 아직 닫히지 않았다.",
}


def dated(ledger: Ledger, text: str) -> list[Dated]:
    """The events of a filter that happened on a known day; one a day and label."""
    from haengbo.analysis.sequels import Dated  # noqa: PLC0415

    found = {}
    lines = list(ledger.all_events(filter_of(text)))
    reports = ledger.reports([line.id for line in lines])
    for line in lines:
        first = (line.event.date or "").split("/")[0]
        try:
            day = dt.date.fromisoformat(first)
        except ValueError:
            continue
        pages = tuple(sorted({report.page.name for report in reports[line.id]}))
        found[line.id] = Dated(day, line.id, event_label(line.event), pages, line.event.sentence)
    return sorted(found.values(), key=lambda d: (d.day, d.event))


def _lines(answer: Sequel) -> Iterator[str]:
    first, last = answer.period
    yield _("%(first)s – %(last)s, 창 %(days)s일", first=first, last=last, days=answer.days)
    yield _(
        "앞일 %(n)s건 가운데 %(followed)s건 뒤에 뒷일이 있었다.",
        n=answer.n,
        followed=answer.followed,
    )
    if answer.n:
        yield (
            _(
                "비율 %(share)s (95%% %(low)s–%(high)s), "
                "같은 수의 앞일을 아무 날에나 놓으면 %(base)s, p = %(p)s",
                share=f"{answer.share:.2f}",
                low=f"{answer.low:.2f}",
                high=f"{answer.high:.2f}",
                base=f"{answer.base:.2f}",
                p=f"{answer.p:.3f}",
            )
        )
        low, high = answer.effect_interval
        yield _(
            "차이 %(effect)s (%(low)s–%(high)s)",
            effect=f"{answer.effect:+.2f}",
            low=f"{low:+.2f}",
            high=f"{high:+.2f}",
        )
    yield _("창을 바꾸면: ") + ", ".join(
        _("%(k)s일 %(hits)s", k=k, hits=hits) for k, hits in answer.sensitivity
    )
    for caution in answer.cautions:
        yield f"※ {_(_CAUTIONS[caution.value])}"
    for case in answer.cases:
        after = "; ".join(
            _(
                "%(day)s %(label)s (+%(days)s일, %(event)s)",
                day=b.day,
                label=b.label,
                days=(b.day - case.first.day).days,
                event=b.event,
            )
            for b in case.followers[:3]
        )
        yield f"{case.first.day} {case.first.label} ({case.first.event}) → {after or _('없음')}"
        for one in (case.first, *case.followers[:1]):
            yield f"    “{' '.join(one.sentence.split())}” ({', '.join(one.pages)})"


def sequels(
    after: Annotated[str, typer.Argument(help="앞일: ‘who:쇼이구 mode:visit’")],
    then: Annotated[str, typer.Argument(help="뒷일: ‘type:MOBILIZE’")],
    days: Annotated[int, typer.Option(min=1, help="창의 길이(일)")] = 90,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """앞일 뒤 며칠 안에 뒷일이 있었는지, 우연이라면 얼마였을지."""
    from haengbo.analysis.sequels import sequel  # noqa: PLC0415
    from haengbo.errors import UsageError  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415

    opened = Ledger.open(ledger_location(ledger), create=False)
    try:
        first, second = dated(opened, after), dated(opened, then)
    finally:
        opened.close()
    if not first:
        raise UsageError("앞일에 맞는, 날짜가 알려진 사건이 장부에 없다")
    answer = sequel(first, second, days)
    if as_json:
        print(json.dumps(_record(answer), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(answer)))


def _record(answer: Sequel) -> dict[str, object]:
    return {
        "days": answer.days,
        "n": answer.n,
        "followed": answer.followed,
        "base": round(answer.base, 4),
        "p": round(answer.p, 4),
        "effect": round(answer.effect, 4),
        "effect_interval": [round(end, 4) for end in answer.effect_interval],
        "interval": [round(answer.low, 4), round(answer.high, 4)],
        "period": [day.isoformat() for day in answer.period],
        "sensitivity": dict(answer.sensitivity),
        "cautions": [caution.value for caution in answer.cautions],
        "cases": [
            {
                "event": case.first.event,
                "day": case.first.day.isoformat(),
                "pages": list(case.first.pages),
                "sentence": case.first.sentence,
                "followers": [
                    [b.event, b.day.isoformat(), list(b.pages), b.sentence] for b in case.followers
                ],
            }
            for case in answer.cases
        ],
    }


def register(app: typer.Typer) -> None:
    """Mount ``haengbo sequels``."""
    app.command()(sequels)
