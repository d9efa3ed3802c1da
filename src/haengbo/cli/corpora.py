"""What the commands on wording share: which texts, and how records are given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.language import _
from haengbo.cli.opening import opened_ledger
from haengbo.cli.questions import filter_of

if TYPE_CHECKING:
    from haengbo.analysis.texts import Text

WhoOption = Annotated[list[str] | None, typer.Option("--who", help="말한 이 (여러 번 줄 수 있다)")]
CorpusOption = Annotated[
    Path | None, typer.Option("--corpus", help="장부 대신 이 폴더의 글 (1995.txt 처럼)")
]
AtOption = Annotated[
    str | None,
    typer.Option("--at", help="이런 자리에서 한 말만: ‘mode:meeting who:라브로프’"),
]
#: Fewer texts than this say nothing about a habit.
FEW = 5


def texts_of(
    location: str | None, who: list[str] | None, corpus: Path | None, at: str | None
) -> tuple[Text, ...]:
    """The texts of a folder, or of a ledger by speaker and occasion, in order.

    Raises:
        UsageError: There is no such folder or ledger, or the occasion cannot be read.
    """
    from haengbo.analysis.texts import from_folder, from_ledger  # noqa: PLC0415 - heavy, lazy
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.knowledge.gazetteer import gazetteer  # noqa: PLC0415

    if corpus is not None:
        return from_folder(corpus)
    names = gazetteer(load())
    speakers = [names.canonical(name) or name for name in who or ()]
    with opened_ledger(location) as opened:
        return from_ledger(opened, speakers, filter_of(at) if at else None)


def counted(texts: tuple[Text, ...]) -> str:
    """How many texts, and that they are few."""
    few = _(" (다섯이 못 되어 버릇으로 읽지 않는다)") if len(texts) < FEW else ""
    return _("글 %(texts)s%(few)s", texts=len(texts), few=few)


def give(rows: list[dict[str, object]]) -> None:
    """Records as JSON on standard output."""
    print(json.dumps(rows, ensure_ascii=False, indent=1))
