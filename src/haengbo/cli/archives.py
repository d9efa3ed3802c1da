"""``haengbo read FOLDER --engine … --to OUT``: an archive read by an engine, by month."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from haengbo.errors import UsageError


def read_archives(
    sources: Sequence[str], engine: str | None, to: str | None, packs: Sequence[Path], jobs: int
) -> None:
    """Read an archive and lay the readings out by month; name each failure on stderr.

    Raises:
        UsageError: Engine or target are missing or not known, or there is not one source.
        typer.Exit: With code 1 if a page could not be read.
    """
    from haengbo.engine import EngineName, engine_of, lay_out, read_archive  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    if engine is None or to is None or len(sources) != 1:
        raise UsageError("--engine 과 --to 를 함께, 폴더나 주소 하나에 쓴다")
    if engine not in list(EngineName):
        raise UsageError(f"모르는 엔진: {engine} ({', '.join(EngineName)})")
    if packs:
        # A folder that is no pack is wrong usage, whatever the pages are like
        load(tuple(packs))
    chosen = engine_of(EngineName(engine), jobs)
    summary = read_archive(sources[0], to, chosen, packs)
    months = lay_out(to, chosen)
    for failure in summary.failures:
        print(f"haengbo: {failure}", file=sys.stderr)
    print(
        f"파일 {summary.shards} (전에 끝낸 것 {summary.before}) · 쪽 {summary.pages}"
        f" · 주제 {summary.on_theme} · 달 {len(months)} · 적은 쪽 {sum(months.values())}"
    )
    if summary.failures:
        raise typer.Exit(1)
