"""``haengbo check``: claims that dated knowledge, another event or the calendar rules out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.opening import opened_ledger
from haengbo.cli.options import SOURCES_HELP, JsonOption, LedgerOption, PackOption

if TYPE_CHECKING:
    from haengbo.analysis.impossible import Impossibility
    from haengbo.knowledge import Knowledge
    from haengbo.model.page import Known

_RULES = {
    "war": "생기기 전의 전쟁",
    "before-existence": "생기기 전",
    "after-end": "없어진 뒤",
    "office-early": "맡기 전의 직함",
    "office-late": "물러난 뒤의 직함",
    "two-places": "한날 두 곳",
    "after-publication": "실린 날보다 뒤",
    "planned-past": "지난 날의 예정",
    "other-time": "그때가 아닌 시기",
    "treaty-early": "맺기 전의 조약",
}


def _of_pages(pages: list[str], packs: list[Path], known: Known) -> Iterator[Impossibility]:
    from haengbo.analysis.anachronisms import check_reading  # noqa: PLC0415 - heavy, lazy
    from haengbo.cli.read import readings  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    for reading in readings(pages, packs, known, 0.0):
        yield from check_reading(reading, load(packs))


def _of_ledger(location: str | None, knowledge: Knowledge) -> Iterator[Impossibility]:
    from haengbo.analysis.anachronisms import check_reading, two_places  # noqa: PLC0415

    with opened_ledger(location) as opened:
        for page in opened.all_articles():
            yield from check_reading(page.reading, knowledge, page.page.name)
        yield from two_places(opened.all_events(), knowledge)


def _record(item: Impossibility) -> dict[str, object]:
    return {
        "rule": item.rule.value,
        "subject": item.subject,
        "claimed": item.claimed,
        "known": item.known,
        "unchecked": item.unchecked,
        "events": list(item.events),
        "evidence": [
            [e.page, [e.span.start, e.span.end] if e.span else None, e.words] for e in item.evidence
        ],
    }


def _lines(item: Impossibility) -> Iterator[str]:
    doubt = _(" (꾸러미의 이 날짜는 확인되지 않았다)") if item.unchecked else ""
    yield f"{_(_RULES[item.rule.value])}: {item.subject}"
    yield f"  {item.claimed}  ↔  {item.known}{doubt}"
    for evidence in item.evidence:
        yield f"  “{evidence.words}” ({evidence.page})"


def check(
    pages: Annotated[list[str] | None, typer.Argument(help=f"{SOURCES_HELP} [장부]")] = None,
    published: Annotated[str | None, typer.Option(help="알고 있는 발행일 (EDTF)")] = None,
    outlet: Annotated[str | None, typer.Option(help="알고 있는 매체 이름")] = None,
    pack: PackOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """있을 수 없는 말을 규칙과 근거와 함께 보인다: 쪽을 주면 그 쪽, 아니면 장부 전체."""
    from haengbo.knowledge import load  # noqa: PLC0415 - heavy, lazy
    from haengbo.model.page import Known  # noqa: PLC0415

    known = Known(published=published, outlet=outlet)
    found = _of_pages(pages, pack or [], known) if pages else _of_ledger(ledger, load(pack or ()))
    number = 0
    for item in found:
        number += 1
        if as_json:
            print(json.dumps(_record(item), ensure_ascii=False))
        else:
            print("\n".join(_lines(item)))
    if not as_json:
        print(_("살펴볼 것 %(number)s건", number=number))


def register(app: typer.Typer) -> None:
    """Mount ``haengbo check``."""
    app.command()(check)
