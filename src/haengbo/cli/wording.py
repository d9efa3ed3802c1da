"""``haengbo wording …``: words through time, silences, two texts side by side, remarks checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli.options import JsonOption, LedgerOption, ledger_location

if TYPE_CHECKING:
    from haengbo.analysis.texts import Text
    from haengbo.analysis.wording import Life
    from haengbo.ledger import Ledger

app = typer.Typer(
    name="wording",
    help="문구의 내력: 처음, 마지막, 빠짐, 바뀜.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
WhoOption = Annotated[list[str] | None, typer.Option("--who", help="말한 이 (여러 번 줄 수 있다)")]
CorpusOption = Annotated[
    Path | None, typer.Option("--corpus", help="장부 대신 이 폴더의 글 (1995.txt 처럼)")
]
#: Fewer texts than this say nothing about a habit.
FEW = 5


def _opened(location: str | None) -> Ledger:
    from haengbo.ledger import Ledger  # noqa: PLC0415 - heavy, lazy

    return Ledger.open(ledger_location(location), create=False)


def _texts(location: str | None, who: list[str] | None, corpus: Path | None) -> tuple[Text, ...]:
    from haengbo.analysis.texts import from_folder, from_ledger  # noqa: PLC0415

    if corpus is not None:
        return from_folder(corpus)
    ledger = _opened(location)
    try:
        return from_ledger(ledger, who or ())
    finally:
        ledger.close()


def _lives(texts: tuple[Text, ...], words: list[str]) -> list[Life]:
    from haengbo.analysis.wording import formulas_of, life, term_of  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    knowledge = load()
    terms = [term_of(word, knowledge) for word in words] or list(formulas_of(knowledge))
    lives = [life(texts, term) for term in terms]
    return lives if words else [one for one in lives if one.uses]


@app.command("life")
def life_of(
    words: Annotated[list[str] | None, typer.Argument(help="문구 [꾸러미의 문구 모두]")] = None,
    who: WhoOption = None,
    corpus: CorpusOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """문구마다 처음, 마지막, 든 글의 수와 전체 글의 수."""
    texts = _texts(ledger, who, corpus)
    lives = _lives(texts, words or [])
    if as_json:
        rows = [
            {
                "term": one.term.name,
                "first": one.first,
                "last": one.last,
                "uses": one.uses,
                "texts": len(one.holding),
                "n": len(one.points),
                "points": [[p.text.day, p.text.source, p.count] for p in one.holding],
            }
            for one in lives
        ]
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    print(
        f"글 {len(texts)}" + (" (다섯이 못 되어 버릇으로 읽지 않는다)" if len(texts) < FEW else "")
    )
    for one in lives:
        span = f"{one.first} – {one.last}" if one.uses else "나오지 않음"
        print(f"{one.term.name}: {span} · {one.uses}번 · 글 {len(one.holding)}/{len(one.points)}")


@app.command("lines")
def lines_of(
    word: Annotated[str, typer.Argument(help="문구")],
    who: WhoOption = None,
    corpus: CorpusOption = None,
    ledger: LedgerOption = None,
) -> None:
    """문구가 나오는 자리를 앞뒤 말과 함께."""
    from haengbo.analysis.wording import term_of, uses  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    for use in uses(_texts(ledger, who, corpus), term_of(word, load())):
        print(f"{use.text.day}  {use.before} ⟦{use.word}⟧ {use.after}  ({use.text.source})")


@app.command("silence")
def silence_of(
    k: Annotated[int, typer.Option(min=2, help="이만큼 잇달아 나오다 빠진 문구")] = 3,
    words: Annotated[list[str] | None, typer.Argument(help="문구 [꾸러미의 문구 모두]")] = None,
    who: WhoOption = None,
    corpus: CorpusOption = None,
    ledger: LedgerOption = None,
) -> None:
    """잇달아 나오다 가장 새로운 글에서 빠진 문구."""
    from haengbo.analysis.silence import silences  # noqa: PLC0415

    for one in silences(_lives(_texts(ledger, who, corpus), words or []), k):
        print(
            f"{one.life.term.name}: {one.before}번 잇달아 나오다 {one.last} 뒤로 "
            f"{one.since}번 빠짐 (글 {one.n})"
        )


@app.command("compare")
def compare_files(
    old: Annotated[Path, typer.Argument(exists=True, help="앞선 글 (.txt)")],
    new: Annotated[Path, typer.Argument(exists=True, help="뒤의 글 (.txt)")],
) -> None:
    """두 글을 맞대어 같은 자리에 다른 말이 든 곳, 온 말, 간 말을 보인다."""
    from haengbo.analysis.comparison import Change, compare, substitutions  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    knowledge = load()
    texts = old.read_text("utf-8"), new.read_text("utf-8")
    for slot in substitutions(*texts, knowledge):
        print(f"{slot.before} [{slot.old}|{slot.new}] {slot.after}")
    for piece in compare(*texts, knowledge):
        if piece.change is Change.CAME and piece.new.strip():
            print(f"+ {piece.new.strip()}")
        if piece.change is Change.GONE and piece.old.strip():
            print(f"- {piece.old.strip()}")


@app.command("remarks")
def check_remarks(who: WhoOption = None, ledger: LedgerOption = None) -> None:
    """언론이 ‘갑이 을로 바뀌었다’고 한 말을 글에 대어 본다."""
    from haengbo.analysis.remarks import check, remarks_of  # noqa: PLC0415
    from haengbo.analysis.texts import from_ledger  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    verdicts = {
        "borne-out": "글과 맞다",
        "contradicted": "앞 문구가 뒤에도 나온다",
        "undecided": "이 장부로는 가릴 수 없다",
    }
    opened = _opened(ledger)
    try:
        texts = from_ledger(opened, who or ())
        for remark in remarks_of(opened.all_articles()):
            checked = check(remark, texts, load())
            print(f"{remark.day} {remark.source}: {remark.old} → {remark.new}")
            print(f"  {verdicts[checked.verdict.value]}")
            counts = [
                ("앞 문구 전", checked.old_before),
                ("앞 문구 뒤", checked.old_after),
                ("새 문구 전", checked.new_before),
                ("새 문구 뒤", checked.new_after),
            ]
            print("  " + " · ".join(f"{name} {len(found)}" for name, found in counts))
            for use in checked.old_after[:3]:
                print(
                    f"    {use.text.day} {use.before} ⟦{use.word}⟧ {use.after} ({use.text.source})"
                )
    finally:
        opened.close()


def register(root: typer.Typer) -> None:
    """Mount ``haengbo wording``."""
    root.add_typer(app)
