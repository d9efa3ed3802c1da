"""``haengbo evaluate GOLD PAGES…``: how close readings come to gold, as tables."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.options import PackOption

if TYPE_CHECKING:
    from haengbo.evaluation.tally import Tally


def table(tally: Tally) -> str:
    """Tasks with precision, recall, F1 and counts; then fields with accuracy."""
    rows = [f"{tally.records} gold records, {tally.read} of them read"]
    rows.append(f"{'task':22} {'P':>6} {'R':>6} {'F1':>6}   matched/predicted/gold")
    rows += [
        f"{name:22} {c.precision:6.3f} {c.recall:6.3f} {c.f1:6.3f}"
        f"   {c.matched}/{c.predicted}/{c.gold}"
        for name, c in tally.tasks.items()
    ]
    rows += ["", f"{'field on matched pairs':30} accuracy"]
    rows += [f"{name:30} {c.recall:.3f}   {c.matched}/{c.gold}" for name, c in tally.fields.items()]
    return "\n".join(rows)


def evaluate(
    gold: Annotated[Path, typer.Argument(help="정답: JSON 폴더 또는 .jsonl")],
    pages: Annotated[list[str] | None, typer.Argument(help="쪽들 [정답 옆의 pages/]")] = None,
    readings_file: Annotated[
        Path | None, typer.Option("--readings", help="이미 읽은 것 (.jsonl)")
    ] = None,
    aliases: Annotated[Path | None, typer.Option(help="같은 이름으로 칠 것들 (JSON)")] = None,
    show: Annotated[list[str] | None, typer.Option(help="이 과제에서 틀린 것을 보인다.")] = None,
    pack: PackOption = None,
) -> None:
    """읽은 것을 정답에 대어 본다."""
    from haengbo.cli.read import readings  # noqa: PLC0415
    from haengbo.evaluation.score import load_records, score  # noqa: PLC0415
    from haengbo.evaluation.similarity import Names  # noqa: PLC0415
    from haengbo.model.page import Known  # noqa: PLC0415

    if readings_file is not None:
        predicted = load_records(readings_file)
    else:
        sources = pages or [str(gold.parent / "pages")]
        predicted = {r.id: r.to_dict() for r in readings(sources, pack or (), Known(), 0.0)}
    names = Names(json.loads(aliases.read_text("utf-8")) if aliases else {})
    tally = score(load_records(gold), predicted, names)
    print(table(tally))
    for task in show or ():
        print(f"\n{task}:")
        print("\n".join(f"  {line}" for line in tally.misses.get(task, [])))
    sys.stdout.flush()


def register(app: typer.Typer) -> None:
    """Mount ``haengbo evaluate``."""
    app.command()(evaluate)
