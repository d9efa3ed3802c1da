"""Sentences → remarks that one official wording gave way to another.

Two wordings in quotation marks (or two formulas of the pack) with a cue between or after them.
Where both hold a word with the same ending (안전이익, 핵심이익), the words that changed are what is
noted; North spelling is folded into the South's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

import msgspec

from haengbo.knowledge import Knowledge
from haengbo.knowledge.chronicle import FormulaRow
from haengbo.knowledge.orthography import speller
from haengbo.knowledge.remarks import RemarkWordsRow, WordingCueRow, grouped, remark_pattern
from haengbo.model.article import NEWS_KINDS, BlockKind
from haengbo.model.reading import WordingChange
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence

_QUOTED = re.compile(r"[‘“'\"《「『]([^‘’“”'\"《》「」『』]{2,40})[’”'\"》」』]")
#: How many last syllables two words must share to be two fillings of one slot (이익, 관계).
_SHARED = 2
_LONGEST_SLOT = 10
_BETWEEN = 60
_STATEMENT = 30
_LEAST_WORD = 4
#: How many sentences away from the word that wordings changed they may stand.
_NEAR = 3
_HEADLINES = {BlockKind.TITLE, BlockKind.SUBTITLE}


@dataclass(frozen=True, slots=True)
class _Cue:
    row: WordingCueRow
    between: re.Pattern[str]
    after: re.Pattern[str] | None


class _Wording(msgspec.Struct, frozen=True):
    """A stretch that may be an official wording; ``outer`` with its marks."""

    text: str
    outer: Span
    quoted: bool


@lru_cache(maxsize=4)
def _cues(knowledge: Knowledge) -> tuple[_Cue, ...]:
    groups = grouped(knowledge.table("remark_words", RemarkWordsRow))
    return tuple(
        _Cue(
            row,
            remark_pattern(row.between, groups),
            remark_pattern(row.after, groups) if row.after else None,
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


def _announced(
    document: Document, sentences: Sequence[Sentence]
) -> Iterator[tuple[_Wording, _Wording, str]]:
    """전에는 ‘선린’이라고 했다. [이번에는 말이 달라졌다.] … ‘동맹’이라고 불렀다."""
    announces, names = _announcing(document.knowledge)
    called = [[w for w in _wordings(document, s) if _names(document, w, names)] for s in sentences]
    for index, sentence in enumerate(sentences):
        if announces.search(document.text, sentence.span.start, sentence.span.end) is None:
            continue
        before = [w for group in called[max(index - _NEAR, 0) : index] for w in group]
        after = [w for group in called[index : index + _NEAR] for w in group]
        if before and after:
            yield before[-1], after[0], "announced"


@lru_cache(maxsize=4)
def _announcing(knowledge: Knowledge) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a sentence says that words have changed, and how a wording is used as one."""
    groups = grouped(knowledge.table("remark_words", RemarkWordsRow))
    called = r"(?:이라|라)고(?:만)?@?~wrote~|(?:이라는|라는)@?~name~|(?:으로|로)@?~wrote~"
    return remark_pattern("~announced~", groups), remark_pattern(called, groups)


def _names(document: Document, wording: _Wording, names: re.Pattern[str]) -> bool:
    return wording.quoted and names.match(document.text, wording.outer.end) is not None


def _remarks(
    document: Document, sentences: Sequence[Sentence]
) -> Iterator[tuple[_Wording, _Wording, str]]:
    for sentence in sentences:
        for old, new, row in _in_sentence(document, sentence, _wordings(document, sentence)):
            yield old, new, row.id


def _pairs(
    document: Document, found: Iterable[tuple[_Wording, _Wording, str]]
) -> Iterator[WordingChange]:
    """Each pair of wordings once, at its first remark."""
    fold = speller(document.knowledge).fold
    formulas = _formulas(document.knowledge)

    def shown(text: str) -> str:
        """As printed; a formula of the pack in the South's spelling."""
        folded = fold(text.strip()).text
        return folded if formulas.search(folded) else text.strip()

    seen: set[tuple[str, str]] = set()
    for old, new, rule in found:
        whole = shown(old.text), shown(new.text)
        alike = len(whole[0].split()) > 1 and len(whole[1].split()) > 1
        known = all(formulas.search(text) for text in whole)
        pair = slot(*whole) if alike or known else whole
        if pair in seen or pair[0] == pair[1]:
            continue
        seen.add(pair)
        yield WordingChange(
            pair[0], pair[1], None, old.outer.hull(new.outer), f"wording:{rule}", 0.8
        )


def wording_changes(document: Document) -> Iterator[WordingChange]:
    """What the body remarks; what a headline does only where the body remarks nothing."""
    news = [s for s in document.sentences if s.kind in NEWS_KINDS]
    body = [s for s in news if s.kind not in _HEADLINES]
    found = list(_remarks(document, body)) or list(_announced(document, body))
    yield from _pairs(document, found or _remarks(document, news))
