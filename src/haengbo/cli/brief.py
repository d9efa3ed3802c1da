"""``haengbo brief --from … --to …``: a dated situation report of a ledger."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from haengbo.cli.opening import opened_ledger
from haengbo.cli.options import LedgerOption
from haengbo.cli.putting import put
from haengbo.errors import UsageError


class Lang(StrEnum):
    """Languages of a briefing."""

    KO = "ko"
    EN = "en"


class Format(StrEnum):
    """Formats; the same as ``export.briefs.registry.BRIEF_FORMATS``, loaded only when used."""

    MD = "md"
    JSON = "json"
    HTML = "html"
    DOCX = "docx"
    HWPX = "hwpx"
    PDF = "pdf"


def _form(given: Format | None, out: Path | None) -> str:
    """As given, else by the file's ending, else Markdown."""
    suffix = out.suffix.removeprefix(".").lower() if out is not None else ""
    return given.value if given is not None else suffix or Format.MD.value


def brief(
    since: Annotated[str, typer.Option("--from", help="첫날 (2025-06, 2025-06-01)")],
    until: Annotated[str, typer.Option("--to", help="마지막 날")],
    lang: Annotated[Lang, typer.Option("--lang", help="ko 또는 en")] = Lang.KO,
    form: Annotated[
        Format | None, typer.Option("--format", help="md, html, json, docx, hwpx, pdf [파일의 끝]")
    ] = None,
    out: Annotated[Path | None, typer.Option("-o", "--output", help="파일 [표준 출력]")] = None,
    ledger: LedgerOption = None,
) -> None:
    """기간의 정세 보고: 통로별 사건, 새 문구, 된 기한, 어긋난 보도, 그림. 줄마다 근거가 붙는다."""
    from haengbo.analysis.briefing import brief as briefing_of  # noqa: PLC0415 - heavy, lazy
    from haengbo.analysis.briefing import gather  # noqa: PLC0415
    from haengbo.export.briefs.document import document_of, period_of  # noqa: PLC0415
    from haengbo.export.briefs.registry import brief_format  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    try:
        first, last = period_of(since, until)
    except ValueError as error:
        raise UsageError(f"기간으로 읽을 수 없다: {since} – {until} (예: 2025-06)") from error
    chosen = brief_format(_form(form, out))
    if chosen.binary and out is None and sys.stdout.isatty():
        raise UsageError(f"{chosen.id} 꼴은 화면에 낼 수 없다: -o 파일.{chosen.id}")
    with opened_ledger(ledger) as opened:
        found = briefing_of(gather(opened, first, last), first, last, load())
    data = chosen.write(document_of(found, lang.value, load()))
    put([data], out)


def register(app: typer.Typer) -> None:
    """Mount ``haengbo brief``."""
    app.command()(brief)
