"""Sentences → remarks that one official wording gave way to another.

Two wordings in quotation marks (or two formulas of the pack) with a cue between or after them.
Where both hold a word with the same ending (안전이익, 핵심이익), the words that changed are what is
noted; North spelling is folded into the South's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from haengbo.knowledge import Knowledge
from haengbo.knowledge.chronicle import FormulaRow
from haengbo.knowledge.orthography import speller
from haengbo.knowledge.remarks import WordingCueRow
from haengbo.model.article import NEWS_KINDS
from haengbo.model.reading import WordingChange
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence

_QUOTED = re.compile(r"[‘“'\"《「『]([^‘’“”'\"《》「」『』]{2,40})[’”'\"》」』]")
#: How many last syllables two words must share to be two fillings of one slot (이익, 관계).
_SHARED = 2
_LONGEST_SLOT = 10
_BETWEEN = 40
_STATEMENT = 30
_LEAST_WORD = 4


@dataclass(frozen=True, slots=True)
class _Cue:
    row: WordingCueRow
    between: re.Pattern[str]
    after: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class _Wording:
    """A stretch that may be an official wording; ``outer`` with its marks."""

    text: str
    outer: Span
    quoted: bool


@lru_cache(maxsize=4)
def _cues(knowledge: Knowledge) -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            row,
            re.compile(row.between.replace("@?", " ?")),
            re.compile(row.after.replace("@?", " ?")) if row.after else None,
        )
        for row in knowledge.table("wording_cues", WordingCueRow)
    )


@lru_cache(maxsize=4)
def _formulas(knowledge: Knowledge) -> re.Pattern[str]:
    """The pack's formulas, longest first; spaces may be missing or there."""
    rows = knowledge.table("formulas", FormulaRow)
    whole = {form for row in rows for form in (row.form, *row.variants)}
    # The press shortens a formula to its last word (공동의 핵심이익 → 핵심이익).
    last = {form.split()[-1] for form in whole}
    forms = {
        form
        for form in whole | {word for word in last if len(word) >= _LEAST_WORD}
        if form.endswith(("이익", "리익", "관계", "동맹", "협조", "일치", "입장", "립장"))
    }
    loose = [re.escape(form).replace(r"\ ", " ?") for form in sorted(forms, key=len, reverse=True)]
    return re.compile("|".join(loose))


def _wordings(document: Document, sentence: Sentence) -> list[_Wording]:
    text, span = document.text, sentence.span
    quoted = [
        _Wording(m.group(1), Span(*m.span()), quoted=True)
        for m in _QUOTED.finditer(text, span.start, span.end)
    ]
    known = [
        _Wording(m.group(), Span(*m.span()), quoted=False)
        for m in _formulas(document.knowledge).finditer(text, span.start, span.end)
    ]
    # A long quotation is a statement; a formula inside it may still be one of the two.
    short = [q.outer for q in quoted if len(q.text) < _STATEMENT]
    bare = [w for w in known if not any(outer.contains(w.outer) for outer in short)]
    return sorted(quoted + bare, key=lambda w: w.outer.start)


def slot(old: str, new: str) -> tuple[str, str]:
    """The words in which two wordings differ, if one slot is filled anew; else the whole.

    Example:
        ``("두 나라의 안전이익 수호", "공동의 핵심이익")`` → ``("안전이익", "핵심이익")``.
    """
    a_words, b_words = old.split(), new.split()
    if set(a_words) & set(b_words):
        return old, new
    for a, b in product(a_words, b_words):
        if a != b and a[-_SHARED:] == b[-_SHARED:] and max(len(a), len(b)) <= _LONGEST_SLOT:
            return a, b
    return old, new


def _match(text: str, cue: _Cue, first: _Wording, second: _Wording, end: int) -> bool:
    between = text[first.outer.end : second.outer.start]
    if not (first.quoted and second.quoted) and not cue.row.unquoted:
        return False
    if not cue.between.fullmatch(between):
        return False
    return cue.after is None or cue.after.match(text, second.outer.end, end) is not None


def _in_sentence(
    document: Document, sentence: Sentence, wordings: Sequence[_Wording]
) -> Iterator[tuple[_Wording, _Wording, WordingCueRow]]:
    text = document.text
    for index, first in enumerate(wordings):
        for second in wordings[index + 1 :]:
            if (
                second.outer.start - first.outer.end > _BETWEEN
                or second.outer.start < first.outer.end
            ):
                continue
            for cue in _cues(document.knowledge):
                if _match(text, cue, first, second, sentence.span.end):
                    pair = (first, second) if cue.row.order == "ab" else (second, first)
                    yield (*pair, cue.row)
                    break


def wording_changes(document: Document) -> Iterator[WordingChange]:
    """Each pair of wordings once on a page, at its first remark."""
    fold = speller(document.knowledge).fold
    seen: set[tuple[str, str]] = set()
    for sentence in document.sentences:
        if sentence.kind not in NEWS_KINDS:
            continue
        for old, new, row in _in_sentence(document, sentence, _wordings(document, sentence)):
            pair = slot(fold(old.text.strip()).text, fold(new.text.strip()).text)
            if pair in seen or pair[0] == pair[1]:
                continue
            seen.add(pair)
            yield WordingChange(
                pair[0], pair[1], None, old.outer.hull(new.outer), f"wording:{row.id}", 0.8
            )
