"""``haengbo wording …``: words through time, silences, two texts side by side, remarks checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from haengbo.cli import found_wording
from haengbo.cli.corpora import AtOption, CorpusOption, WhoOption, counted, give, texts_of
from haengbo.cli.language import _
from haengbo.cli.opening import opened_ledger
from haengbo.cli.options import JsonOption, LedgerOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from haengbo.analysis.remarks import Checked
    from haengbo.analysis.texts import Text
    from haengbo.analysis.wording import Life, Use

app = typer.Typer(
    name="wording",
    help="문구의 내력: 처음, 마지막, 빠짐, 바뀜.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def _use(use: Use) -> dict[str, object]:
    return {
        "day": use.text.day,
        "issuer": use.text.issuer,
        "source": use.text.source,
        "before": use.before,
        "word": use.word,
        "after": use.after,
    }


def _lives(texts: tuple[Text, ...], words: list[str]) -> list[Life]:
    from haengbo.analysis.wording import formulas_of, life, term_of  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    knowledge = load()
    terms = [term_of(word, knowledge) for word in words] or list(formulas_of(knowledge))
    return [life(texts, term) for term in terms]


@app.command("life")
def life_of(
    words: Annotated[list[str] | None, typer.Argument(help="문구 [꾸러미의 문구 모두]")] = None,
    who: WhoOption = None,
    at: AtOption = None,
    corpus: CorpusOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """문구마다 처음, 마지막, 든 글의 수와 전체 글의 수."""
    texts = texts_of(ledger, who, corpus, at)
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
    print(counted(texts))
    never = [one.term.name for one in lives if not one.uses]
    for one in lives if words else [one for one in lives if one.uses]:
        span = f"{one.first} – {one.last}" if one.uses else _("나오지 않음")
        print(
            _(
                "%(name)s: %(span)s · %(uses)s번 · 글 %(holding)s/%(points)s",
                name=one.term.name,
                span=span,
                uses=one.uses,
                holding=len(one.holding),
                points=len(one.points),
            )
        )
    if not words and never:
        print(
            _(
                "한 번도 나오지 않은 문구 %(count)s: %(words)s",
                count=len(never),
                words=", ".join(never),
            )
        )


@app.command("lines")
def lines_of(
    word: Annotated[str, typer.Argument(help="문구")],
    who: WhoOption = None,
    at: AtOption = None,
    corpus: CorpusOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """문구가 나오는 자리를 앞뒤 말과 함께."""
    from haengbo.analysis.wording import term_of, uses  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    found = uses(texts_of(ledger, who, corpus, at), term_of(word, load()))
    if as_json:
        give([_use(use) for use in found])
        return
    for use in found:
        print(f"{use.text.day}  {use.before} ⟦{use.word}⟧ {use.after}  ({use.text.source})")


@app.command("silence")
def silence_of(
    k: Annotated[int, typer.Option(min=2, help="이만큼 잇달아 나오다 빠진 문구")] = 3,
    words: Annotated[list[str] | None, typer.Argument(help="문구 [꾸러미의 문구 모두]")] = None,
    who: WhoOption = None,
    at: AtOption = None,
    corpus: CorpusOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """잇달아 나오다 가장 새로운 글에서 빠진 문구."""
    from haengbo.analysis.silence import silences  # noqa: PLC0415

    texts = texts_of(ledger, who, corpus, at)
    found = silences(_lives(texts, words or []), k)
    if as_json:
        give(
            [
                {
                    "term": one.life.term.name,
                    "last": one.last,
                    "before": one.before,
                    "since": one.since,
                    "n": one.n,
                }
                for one in found
            ]
        )
        return
    print(counted(texts))
    for one in found:
        print(
            _(
                "%(name)s: %(before)s번 잇달아 나오다 %(last)s 뒤로 %(since)s번 빠짐 (글 %(n)s)",
                name=one.life.term.name,
                before=one.before,
                last=one.last,
                since=one.since,
                n=one.n,
            )
        )


@app.command("compare")
def compare_files(
    old: Annotated[Path, typer.Argument(exists=True, help="앞선 글 (.txt)")],
    new: Annotated[Path, typer.Argument(exists=True, help="뒤의 글 (.txt)")],
    as_json: JsonOption = False,
) -> None:
    """두 글을 맞대어 같은 자리에 다른 말이 든 곳, 온 말, 간 말을 보인다."""
    from haengbo.analysis.comparison import Change, compare, substitutions  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    knowledge = load()
    texts = old.read_text("utf-8"), new.read_text("utf-8")
    if as_json:
        pieces = compare(*texts, knowledge)
        give([{"change": p.change.value, "old": p.old, "new": p.new} for p in pieces])
        return
    for slot in substitutions(*texts, knowledge):
        print(f"{slot.before} [{slot.old}|{slot.new}] {slot.after}")
    for piece in compare(*texts, knowledge):
        if piece.change is Change.CAME and piece.new.strip():
            print(f"+ {piece.new.strip()}")
        if piece.change is Change.GONE and piece.old.strip():
            print(f"- {piece.old.strip()}")


_VERDICTS = {
    "borne-out": "글과 맞다",
    "contradicted": "앞 문구가 뒤에도 나온다",
    "undecided": "이 장부로는 가릴 수 없다",
}


def _checked_lines(checked: Checked) -> Iterator[str]:
    remark = checked.remark
    yield f"{remark.day} {remark.source}: {remark.old} → {remark.new}"
    yield f"  {_(_VERDICTS[checked.verdict.value])}"
    counts = [
        (_("앞 문구 전"), checked.old_before),
        (_("앞 문구 뒤"), checked.old_after),
        (_("새 문구 전"), checked.new_before),
        (_("새 문구 뒤"), checked.new_after),
    ]
    yield "  " + " · ".join(f"{name} {len(found)}" for name, found in counts)
    for use in checked.old_after[:3]:
        yield f"    {use.text.day} {use.before} ⟦{use.word}⟧ {use.after} ({use.text.source})"


def _checked_record(checked: Checked) -> dict[str, object]:
    remark = checked.remark
    return {
        "day": remark.day,
        "page": remark.source,
        "old": remark.old,
        "new": remark.new,
        "verdict": checked.verdict.value,
        "old_before": [_use(use) for use in checked.old_before],
        "old_after": [_use(use) for use in checked.old_after],
        "new_before": [_use(use) for use in checked.new_before],
        "new_after": [_use(use) for use in checked.new_after],
    }


@app.command("remarks")
def check_remarks(
    who: WhoOption = None, ledger: LedgerOption = None, as_json: JsonOption = False
) -> None:
    """언론이 ‘갑이 을로 바뀌었다’고 한 말을 글에 대어 본다."""
    from haengbo.analysis.remarks import check, remarks_in  # noqa: PLC0415
    from haengbo.knowledge import load  # noqa: PLC0415

    texts = texts_of(ledger, who, None, None)
    with opened_ledger(ledger) as opened:
        remarks = remarks_in(opened)
    found = [check(remark, texts, load()) for remark in remarks]
    if as_json:
        give([_checked_record(checked) for checked in found])
    else:
        print("\n".join(line for checked in found for line in _checked_lines(checked)))


def register(root: typer.Typer) -> None:
    """Mount ``haengbo wording``."""
    found_wording.mount(app)
    root.add_typer(app)
