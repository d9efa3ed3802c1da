"""``/wording``: official wordings through time, where they stand, and what the press says of them.

``/wording/compare``: two texts side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from haengbo.analysis.comparison import Substitution
from haengbo.analysis.remarks import Checked, check, remarks_in
from haengbo.analysis.texts import Text, from_ledger
from haengbo.knowledge import load
from haengbo.web.charts.strips import strip_chart, strip_file
from haengbo.web.downloads import csv_answer, picture_answer
from haengbo.web.keeping import kept
from haengbo.web.language import translator
from haengbo.web.site import ledger_of, preferences, render
from haengbo.web.wording import (
    Pair,
    Wording,
    candidates,
    concordance,
    key_of,
    pair_of,
    said_by,
    telling_pair,
    text_named,
    wordings,
)

router = APIRouter()
#: Words that are looked for at once, and characters of each.
_MOST, _LONGEST = 20, 200
SHOWN, MOST_REMARKS, MOST_ISSUERS = 80, 30, 24
_PICTURE_WIDTH = 1060.0


def _asked(request: Request) -> tuple[str, list[str]]:
    """The speaker and the words of an address."""
    given = request.query_params.getlist("word")[:_MOST]
    words = [w.strip()[:_LONGEST] for w in given if w.strip()]
    return request.query_params.get("who", ""), list(dict.fromkeys(words))


def _texts(request: Request) -> tuple[Text, ...]:
    """The texts of all speakers, kept until the ledger changes."""
    return kept(request, "texts", lambda: from_ledger(ledger_of(request)))


def _rows(request: Request) -> list[Wording]:
    who, words = _asked(request)
    key = ("wordings", who, *words)
    return kept(request, key, lambda: wordings(_texts(request), who, words, load()))


def _checked(request: Request) -> list[Checked]:
    """The newest remarks of the press, held against the texts."""

    def made() -> list[Checked]:
        remarks = remarks_in(ledger_of(request))[-MOST_REMARKS:]
        return [check(remark, _texts(request), load()) for remark in remarks]

    return kept(request, "remarks", made)


def _issuers(texts: Sequence[Text]) -> list[tuple[str, int]]:
    return Counter(text.issuer for text in texts).most_common(MOST_ISSUERS)


@router.get("/wording", response_class=HTMLResponse)
def wording(request: Request, order: str = "day") -> Response:
    """The strip chart, the concordance of what is asked for, remarks held against the texts."""
    texts = _texts(request)
    who, words = _asked(request)
    knowledge, _ = load(), translator(preferences(request).lang)
    rows = _rows(request)
    own = [t for t in texts if said_by(t, who)]
    word = words[0] if words else ""
    found = concordance(own, word, order, knowledge) if word else []
    return render(
        request,
        "wording.html",
        rows=rows,
        chart=strip_chart([r.row for r in rows], _("문구가 나온 글의 날짜")),
        texts=own,
        issuers=_issuers(texts),
        who=who,
        word=word,
        words=words,
        order=order,
        uses=found[:SHOWN],
        total=len(found),
        slots=candidates(texts, who, knowledge) if who else (),
        checked=_checked(request),
        key_of=key_of,
        query=urlencode([*([("who", who)] if who else []), *(("word", w) for w in words)]),
    )


@router.get("/wording.csv")
def wording_csv(request: Request) -> Response:
    """Every wording with its first and last day, uses and texts."""
    rows = _rows(request)
    head = ("wording", "theme", "first", "last", "uses", "texts", "of", "uses_by_others")
    return csv_answer(
        "wording",
        head,
        (
            (
                *(r.name, r.theme, r.own.first, r.own.last, r.own.uses),
                *(len(r.own.held), r.own.texts, r.others.uses),
            )
            for r in rows
        ),
    )


@router.get("/wording.svg")
@router.get("/wording.png")
def wording_svg(request: Request) -> Response:
    """The strip chart as a file."""
    rows = _rows(request)
    svg, height = strip_file([r.row for r in rows], _PICTURE_WIDTH)
    return picture_answer(request, "wording", svg, _PICTURE_WIDTH, max(height, 10))


@router.get("/wording/lines.csv")
def lines_csv(request: Request, order: str = "day") -> Response:
    """The concordance of what is asked for."""
    who, words = _asked(request)
    texts = [text for text in _texts(request) if said_by(text, who)]
    found = concordance(texts, words[0], order, load()) if words else []
    return csv_answer(
        "concordance",
        ("date", "speaker", "before", "word", "after", "page"),
        ((u.text.day, u.text.issuer, u.before, u.word, u.after, u.text.source) for u in found),
    )


@router.get("/wording/slots.csv")
def slots_csv(request: Request) -> Response:
    """Other words in one frame between texts in a row of the speaker asked for."""
    who, _ = _asked(request)
    found = candidates(_texts(request), who, load()) if who else []
    rows = ((old.day, old.source, new.day, new.source, *_slot(slot)) for old, new, slot in found)
    head = ("old_day", "old_page", "new_day", "new_page", "before", "old", "new", "after")
    return csv_answer("slots", head, rows)


def _slot(slot: Substitution) -> tuple[str, str, str, str]:
    return (slot.before, slot.old, slot.new, slot.after)


@router.get("/wording/remarks.csv")
def remarks_csv(request: Request) -> Response:
    """Remarks of the press, held against the texts: uses before its day, and from its day on."""
    rows = (
        (
            *(c.remark.day, c.remark.source, c.remark.old, c.remark.new, c.verdict.value),
            *(len(c.old_before), len(c.new_before), len(c.old_after), len(c.new_after)),
        )
        for c in _checked(request)
    )
    head = (
        *("day", "page", "old", "new", "verdict"),
        *("old_before", "new_before", "old_after", "new_after"),
    )
    return csv_answer("remarks", head, rows)


@router.get("/wording/compare.csv")
def comparison_csv(request: Request, old: str = "", new: str = "", who: str = "") -> Response:
    """Two texts piece by piece: the same, replaced, gone or come."""
    pair = _pair(request, old, new, who)
    rows = ((p.change.value, p.old, p.new) for p in (pair.pieces if pair else ()))
    return csv_answer("comparison", ("change", "old", "new"), rows)


@router.get("/wording/compare", response_class=HTMLResponse)
def comparison(request: Request, old: str = "", new: str = "", who: str = "") -> Response:
    """Two texts side by side; the newest of a speaker that differ in a place, if none are named."""
    texts = [text for text in _texts(request) if said_by(text, who)]
    pair = _pair(request, old, new, who)
    return render(
        request,
        "wording_compare.html",
        texts=texts[::-1],
        old=pair.old if pair else text_named(texts, old),
        new=pair.new if pair else text_named(texts, new),
        pair=pair,
        who=who,
        issuers=_issuers(texts) if not who else (),
        key_of=key_of,
    )


def _pair(request: Request, old: str, new: str, who: str) -> Pair | None:
    texts = [text for text in _texts(request) if said_by(text, who)]
    one, other = text_named(texts, old), text_named(texts, new)
    if one is None and other is None and who:
        one, other = telling_pair(texts, load())
    return pair_of(one, other, load()) if one and other else None
