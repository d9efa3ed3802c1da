"""``haengbo explain PAGE``: sentence by sentence what was found, by which rule, what was not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.language import _, chosen, retold
from haengbo.cli.options import PackOption

if TYPE_CHECKING:
    from haengbo.reading.explaining import Find, Refused, Trace


def _find_lines(text: str, trace: Trace, find: Find) -> Iterator[str]:
    from haengbo.cli.present import marked  # noqa: PLC0415

    yield f"  {marked(text, find.span, trace.span)}"
    yield _(
        "    %(what)s · 전언 경로: %(chain)s",
        what=retold(find.what),
        chain=" → ".join(find.chain) or _("없음"),
    )
    yield _(
        "    규칙 %(rule)s · 확신 %(confidence)s",
        rule=find.rule,
        confidence=f"{find.confidence:.2f}",
    )
    yield _("    보기: %(example)s", example=find.example or _("없음"))


def _why(refused: Refused) -> str:
    said = refused.row.korean if chosen() == "ko" else refused.row.english
    return ": ".join(part for part in (said, "·".join(refused.words)) if part)


def trace_lines(text: str, trace: Trace, *, names: bool) -> Iterator[str]:
    """The lines of one sentence; names and times only if asked for."""
    yield f"[{trace.kind} {trace.number or ''}] {' '.join(trace.span.of(text).split())}"
    for find in trace.finds:
        if names or not find.what.startswith(("이름", "때")):
            yield from _find_lines(text, trace, find)
    for refused in trace.refused:
        yield _(
            "  ‘%(word)s’: 사건으로 치지 않았다 [%(frame)s: %(condition)s] %(why)s",
            word=refused.word,
            frame=refused.frame,
            condition=refused.row.id,
            why=_why(refused),
        )
        yield _("    보기: %(example)s", example=refused.row.example)
    if trace.seen is not None:
        yield _("  아무 일도 말하지 않는 문장으로 보았다. 본 것:")
        yield from (f"    {retold(line)}" for line in (*trace.seen.cues, *trace.seen.missing))
        for clue in trace.clues:
            yield f"    {clue.lemma}: {retold(clue.why)}"


def explain(
    pages: Annotated[list[str], typer.Argument(help="파일, 폴더, .jsonl 또는 -")],
    names: Annotated[bool, typer.Option("--names/--no-names", help="이름과 때도 보인다.")] = True,
    pack: PackOption = None,
) -> None:
    """문장마다 무엇을 어느 규칙으로 찾았고, 못 찾은 문장에서는 무엇을 보았는지 보인다."""
    from haengbo.cli.read import readings  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415
    from haengbo.model.page import Known  # noqa: PLC0415
    from haengbo.reading.explaining import traces  # noqa: PLC0415

    knowledge = load(pack or ())
    for reading in readings(pages, pack or (), Known(), 0.0):
        text = reading.article.text
        print(f"{reading.id}: {reading.article.title}")
        for trace in traces(reading, knowledge):
            print("\n".join(trace_lines(text, trace, names=names)))
        for finding in reading.findings:
            print(
                _(
                    "살펴볼 것 [%(code)s] %(message)s",
                    code=finding.code,
                    message=retold(finding.message),
                )
            )


def register(app: typer.Typer) -> None:
    """Mount ``haengbo explain``."""
    app.command()(explain)
