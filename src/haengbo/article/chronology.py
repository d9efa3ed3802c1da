"""A chronology inside the news: its entries end no sentence and yet are news.

Comes in: lines with their looks. Goes out: the looks, with the entries of chronologies as
sentences. An entry begins with a day, a month or a year: ``▲ 2018.8.7 = 외무상, 비엔티안 방문``.
Invariant: fewer than three entries one after the other are no chronology.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from haengbo.article.forms import Form, Look
from haengbo.model.article import CHRONOLOGY

_LEAST = 3
_WORDS_MIN = 6
_MARK = r"[▲△▶▷■□◆◇○●·*-]"
_DAY = r"['’‘]?\d{1,4}(?=\s?[년월.∼~/-])[\d\s년월일.∼~/-]{1,24}"
#: A marked entry needs no sign between day and words, an unmarked one does.
_ENTRY = re.compile(rf"(?:{_MARK}\s?{_DAY}(?<=[\s.일월년])|(?:{_MARK}\s?)?{_DAY}[=:：])\s?(?=\D)")
_HANGUL = re.compile("[가-힣]")
#: What lists of other pages and photographs look like stays what it is.
_KEPT = frozenset({Form.COPYRIGHT, Form.COMMENTS, Form.HEADING, Form.META})


def with_chronologies(texts: Sequence[str], looks: Sequence[Look]) -> list[Look]:
    """The looks, entries of chronologies as sentences.

    Example:
        Of ``▲ 2011.9.21 = 주석, 평양 방문`` and two more like it each is a sentence of the news.
    """
    out: list[Look] = []
    pairs = zip(texts, looks, strict=True)
    for entry, run in groupby(pairs, key=lambda pair: _is_entry(*pair)):
        found = list(run)
        listed = entry and len(found) >= _LEAST
        out += [Look(Form.SENTENCE, CHRONOLOGY) if listed else look for _, look in found]
    return out


def _is_entry(text: str, look: Look) -> bool:
    head = _ENTRY.match(text)
    if head is None or look.form in _KEPT:
        return False
    return len(_HANGUL.findall(text, head.end())) >= _WORDS_MIN
