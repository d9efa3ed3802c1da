"""``haengbo explain PAGE``: for every sentence what was found in it, by which rule, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.options import PackOption

if TYPE_CHECKING:
    from haengbo.model.article import Block
    from haengbo.model.reading import Reading
    from haengbo.model.span import Span


def _items(reading: Reading) -> Iterator[tuple[Span, str, str, float]]:
    """(span, what, rule, confidence) of every item of a reading."""
    from haengbo.cli.present import chain_as_text  # noqa: PLC0415

    for actor in reading.mentions:
        role = f" ({actor.of or ''} {actor.title})" if actor.title else ""
        yield actor.span, f"이름 {actor.name}{role}", actor.rule, actor.confidence
    for time in reading.times:
        yield time.span, f"때 {time.value} (기준 {time.anchor})", time.rule, time.confidence
    for event in reading.events:
        who = ", ".join(p.name for p in event.participants)
        what = f"사건 {event.type}/{event.mode} {event.status.value} {event.date} {who}"
        yield event.span, f"{what} ⟵ {chain_as_text(event.chain)}", event.rule, event.confidence
    for said in reading.statements:
        what = f"발언 {', '.join(said.speaker)} [{said.form.value}]"
        yield said.span, f"{what} ⟵ {chain_as_text(said.chain)}", said.rule, said.confidence
    for item in reading.expectations:
        what = f"{item.kind.value} {item.by} ({item.hedge}, {item.horizon})"
        yield item.span, what, item.rule, item.confidence
    for change in reading.wording_changes:
        yield change.span, f"문구 {change.old} → {change.new}", change.rule, change.confidence
    for omission in reading.omissions:
        yield omission.span, f"빠짐 {omission.what}", omission.rule, omission.confidence


def _block_lines(reading: Reading, block: Block) -> Iterator[str]:
    from haengbo.cli.present import marked  # noqa: PLC0415

    text = reading.article.text
    yield f"[{block.kind.value} {block.number or ''} · {block.rule}]"
    found = sorted(
        (item for item in _items(reading) if block.span.contains(item[0])),
        key=lambda item: item[0],
    )
    if not found:
        yield f"  {block.span.of(text).strip()}"
        yield "  (찾은 것 없음)"
    for span, what, rule, confidence in found:
        yield f"  {marked(text, span, block.span)}"
        yield f"    {what} · {rule} · {confidence:.2f}"


def explain(
    pages: Annotated[list[str], typer.Argument(help="파일, 폴더, .jsonl 또는 -")],
    pack: PackOption = None,
) -> None:
    """줄마다 무엇을 어느 규칙으로 찾았는지 보인다."""
    from haengbo.cli.read import readings  # noqa: PLC0415
    from haengbo.model.article import NEWS_KINDS  # noqa: PLC0415
    from haengbo.model.page import Known  # noqa: PLC0415

    for reading in readings(pages, pack or (), Known(), 0.0):
        print(f"{reading.id}: {reading.article.title}")
        for block in reading.article.blocks:
            if block.kind in NEWS_KINDS:
                print("\n".join(_block_lines(reading, block)))
        for finding in reading.findings:
            print(f"살펴볼 것 [{finding.code}] {finding.message}")


def register(app: typer.Typer) -> None:
    """Mount ``haengbo explain``."""
    app.command()(explain)
