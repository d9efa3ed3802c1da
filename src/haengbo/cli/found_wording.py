"""``haengbo wording texts|phrases|slots``: the texts in order, and what is found in them."""

from __future__ import annotations

from typing import Annotated

import typer

from haengbo.cli.corpora import AtOption, CorpusOption, WhoOption, counted, give, texts_of
from haengbo.cli.language import _
from haengbo.cli.options import JsonOption, LedgerOption


def texts(
    who: WhoOption = None,
    at: AtOption = None,
    corpus: CorpusOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """글을 날짜 차례로: 언제, 누가, 어디에, 얼마나 길게, 꾸러미의 어느 문구를."""
    from haengbo.analysis.wording import formulas_of, pattern_of  # noqa: PLC0415 - heavy, lazy
    from haengbo.knowledge import load  # noqa: PLC0415

    found = texts_of(ledger, who, corpus, at)
    terms = [(term.name, pattern_of(term)) for term in formulas_of(load())]
    rows: list[dict[str, object]] = [
        {
            "day": text.day,
            "issuer": text.issuer,
            "source": text.source,
            "occasion": text.occasion,
            "letters": len(text.words),
            "formulas": [name for name, pattern in terms if pattern.search(text.words)],
        }
        for text in found
    ]
    if as_json:
        give(rows)
        return
    print(counted(found))
    for row in rows:
        names = ", ".join(map(str, row["formulas"])) if isinstance(row["formulas"], list) else ""
        print(
            _(
                "%(day)s  %(issuer)s (%(source)s) %(letters)s자 %(names)s",
                day=row["day"],
                issuer=row["issuer"],
                source=row["source"],
                letters=row["letters"],
                names=names,
            )
        )


def phrases(
    least: Annotated[int, typer.Option(min=2, help="적어도 이만큼의 글에 나오는 것")] = 3,
    limit: Annotated[int, typer.Option("--limit", min=1, help="많아야 이만큼 보인다.")] = 40,
    who: WhoOption = None,
    at: AtOption = None,
    corpus: CorpusOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """여러 글에 되풀이되는 말을 찾아낸다: 처음, 마지막, 나온 글의 수."""
    from haengbo.analysis.phrases import recurring  # noqa: PLC0415 - heavy, lazy
    from haengbo.knowledge import load  # noqa: PLC0415

    every = texts_of(ledger, who, corpus, at)
    found = recurring(every, load(), least)[:limit]
    if as_json:
        give(
            [
                {
                    "phrase": one.words,
                    "first": one.first,
                    "last": one.last,
                    "texts": [[text.day, text.source] for text in one.texts],
                    "n": len(every),
                    "known": one.known,
                }
                for one in found
            ]
        )
        return
    print(counted(every))
    for one in found:
        known = _(" · 꾸러미에 있음") if one.known else ""
        print(
            _(
                "%(words)s: %(first)s – %(last)s · 글 %(texts)s/%(every)s%(known)s",
                words=one.words,
                first=one.first,
                last=one.last,
                texts=len(one.texts),
                every=len(every),
                known=known,
            )
        )


def slots(
    who: WhoOption = None,
    at: AtOption = None,
    corpus: CorpusOption = None,
    ledger: LedgerOption = None,
    as_json: JsonOption = False,
) -> None:
    """한 사람의 글에서 다음 글로 가며 같은 틀에 다른 말이 든 곳: 공동의 [안전|핵심] 이익을."""
    from haengbo.analysis.successions import successions  # noqa: PLC0415 - heavy, lazy
    from haengbo.knowledge import load  # noqa: PLC0415

    every = texts_of(ledger, who, corpus, at)
    found = successions(every, load())
    if as_json:
        give(
            [
                {
                    "issuer": one.new.issuer,
                    "old": [one.old.day, one.old.source, one.old_sentence],
                    "new": [one.new.day, one.new.source, one.new_sentence],
                    "slot": [one.slot.before, one.slot.old, one.slot.new, one.slot.after],
                }
                for one in found
            ]
        )
        return
    print(counted(every))
    for one in found:
        slot = one.slot
        print(
            f"{one.old.day} → {one.new.day} {one.new.issuer}: "
            f"{slot.before} [{slot.old}|{slot.new}] {slot.after} ({one.new.source})"
        )


def mount(app: typer.Typer) -> None:
    """Add the commands to ``haengbo wording``."""
    app.command("texts")(texts)
    app.command("phrases")(phrases)
    app.command("slots")(slots)
