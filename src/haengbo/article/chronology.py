"""A chronology inside the news: its entries end no sentence and yet are news.

Comes in: lines with their looks. Goes out: the looks, with the entries of chronologies as
sentences. An entry begins with a day, a month or a year: ``▲ 2018.8.7 = 외무상, 비엔티안 방문``.
Years that head some of them (``◇2018년``) and lines that say more of one (``- 공동보도문
발표``) stand among them. Invariant: fewer than three entries one after the other are no chronology.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from haengbo.article.forms import Form, Look
from haengbo.model.article import CHRONOLOGY, DAY_HEAD, LIST_HEAD

_LEAST = 3
#: So many days with a head of their own make a page that is told by days.
_LEAST_DAYS = 2
_WORDS_MIN = 4
#: 6월 1일 가람 - 새솔 2:1: a result is shorter.
_UNMARKED_MIN = 7
_MARK = r"[▲△▶▷■□◆◇○●·*-]"
_DAY = r"['’‘]?\d{1,4}(?=\s?[년월일.∼~/-])[\d\s년월일.∼~/-]{1,24}"
_WEEKDAY = r"(?:\([월화수목금토일](?:요일)?\))?"
#: A marked entry needs no sign between day and words; an unmarked one does, or the day in words.
_ENTRY = re.compile(
    rf"(?:{_MARK}\s?{_DAY}{_WEEKDAY}(?<=[\s.일월년)])"
    rf"|(?:{_MARK}\s?)?(?:\d{{1,2}}차\s)?{_DAY}[=:：]"
    rf"|(?P<worded>['’‘]?\d{{1,4}}[년월][\s\d년월일∼~-]{{0,20}}(?<=[년월일]){_WEEKDAY}\s)"
    rf"|(?P<figures>(?P<year>(?:19|20)\d{{2}})\.(?P<month>\d{{1,2}})\.(?P<day>\d{{1,2}})\.?"
    rf"(?:[∼~-][\d.]{{1,6}})?\s))\s?(?=\D)"
)
_SIGNED = re.compile(rf"{_MARK}\s?{_DAY}=")
#: What a chronology tells spans so many years; the days of other pages do not.
_SPAN = 2
#: ◇2018년, [2018년 9월], 〈2018〉: a line that only says year or month of the entries below it.
_YEAR = re.compile(
    rf"(?:{_MARK}|[<〈\[【(])?\s?['’‘]?(?:(?:19|20)?\d{{2}}\s?년?\s?)?(?:\d{{1,2}}\s?월\s?)?[>〉\]】)]?$"
)
#: ◆ 미국: a marked head of a few words, over entries of one state.
HEAD = re.compile(rf"{_MARK}\s?[가-힣·ㆍ∙]{{1,8}}(?:\s[가-힣·ㆍ∙]{{1,8}})?$")
#: ■ 11일(월), ◇ 9월 11일, [11일]: a line that is only the day of what is told below it.
_DAY_HEAD = re.compile(
    rf"(?:{_MARK}|[<〈\[【(])\s?(?:(?:(?:19|20)\d{{2}}년\s?)?\d{{1,2}}월\s?)?\d{{1,2}}일"
    rf"(?:\s?[∼~-]\s?\d{{1,2}}일)?\s?{_WEEKDAY}\s?[>〉\]】)]?$"
)
#: - 양측 공동보도문 발표: what else there was on the day of the entry.
_MORE = re.compile(r"[-–·∙ㆍ]\s?(?=[가-힣])")
_HANGUL = re.compile("[가-힣]")
#: What lists of other pages and photographs look like stays what it is.
_KEPT = frozenset({Form.COPYRIGHT, Form.COMMENTS, Form.HEADING, Form.META})


def with_chronologies(texts: Sequence[str], looks: Sequence[Look]) -> list[Look]:
    """The looks, entries of chronologies as sentences.

    Example:
        Of ``▲ 2011.9.21 = 주석, 평양 방문`` and two more like it each is a sentence of the news.
    """
    out: list[Look] = []
    runs = [
        (among, list(run))
        for among, run in groupby(
            zip(texts, looks, strict=True),
            key=lambda pair: _is_entry(*pair) or _stands_among(*pair),
        )
    ]
    signed = any(among and _is_listed(found) and _is_signed(found) for among, found in runs)
    own = [among and (_is_listed(found) or (signed and _is_signed(found))) for among, found in runs]
    for number, (among, found) in enumerate(runs):
        listed = own[number]
        if not among and signed and _lies_between(found) and all(own[number - 1 : number + 2 : 2]):
            out.append(Look(Form.SENTENCE, CHRONOLOGY))
            continue
        end = max((n for n, pair in enumerate(found) if _is_entry(*pair)), default=-1)
        out += [
            Look(Form.SENTENCE, CHRONOLOGY) if listed and _belongs(pair[0], n, end) else pair[1]
            for n, pair in enumerate(found)
        ]
    return out


def _is_listed(found: Sequence[tuple[str, Look]]) -> bool:
    return sum(_is_entry(*pair) for pair in found) >= _LEAST and _goes_on(found)


def _is_signed(found: Sequence[tuple[str, Look]]) -> bool:
    """▲11.17 = 정상회담: with a mark and a sign behind the day nothing else is meant.

    Where a chronology stands, so few of them are what a line between parted from the rest.
    """
    return any(_is_entry(*pair) and _SIGNED.match(pair[0]) for pair in found)


def _lies_between(found: Sequence[tuple[str, Look]]) -> bool:
    """One line of words between two entries goes on with the one above it."""
    text, look = found[0]
    told = look.form not in _KEPT and len(_HANGUL.findall(text)) >= _WORDS_MIN
    return len(found) == 1 and told


def with_day_heads(texts: Sequence[str], looks: Sequence[Look]) -> list[Look]:
    """The looks, lines that are only the day of what is told below them as news.

    Example:
        ``■ 11일(월)`` and ``■ 12일(화)`` above a paragraph each; in such a page ``■ 전망`` too.
    """
    heads = [
        number
        for number, text in enumerate(texts[:-1])
        if looks[number].form not in _KEPT - {Form.META}
        and _DAY_HEAD.match(text)
        and looks[number + 1].form is Form.SENTENCE
    ]
    if len(heads) < _LEAST_DAYS:
        return list(looks)
    marks = {texts[number][0] for number in heads}
    return [
        Look(Form.SENTENCE, DAY_HEAD)
        if number in heads
        else Look(Form.WEAK, LIST_HEAD)
        if look.form is Form.SECTION and texts[number][0] in marks
        else look
        for number, look in enumerate(looks)
    ]


def _goes_on(found: Sequence[tuple[str, Look]]) -> bool:
    """Whether days in bare figures follow each other over years (1995.6.30 …, 1998.8.31 …).

    Lists of other pages begin so too, with the days on which those were written.
    """
    heads = [head for text, _ in found if (head := _ENTRY.match(text)) and head["figures"]]
    days = [tuple(int(head[part]) for part in ("year", "month", "day")) for head in heads]
    if not days:
        return True
    return days == sorted(set(days)) and days[-1][0] - days[0][0] >= _SPAN


def _stands_among(text: str, look: Look) -> bool:
    """A year, a head or what else there was on a day: no entry, but of the chronology."""
    heads = look.form is Form.HEADING or look.form not in _KEPT
    return heads and any(line.match(text) is not None for line in (_YEAR, HEAD, _MORE))


def _belongs(text: str, number: int, last: int) -> bool:
    """Whether a line is of the chronology: a year above its last entry, more on one."""
    return number <= last or _MORE.match(text) is not None


def _is_entry(text: str, look: Look) -> bool:
    head = _ENTRY.match(text)
    if head is None or look.form in _KEPT:
        return False
    unmarked = head["worded"] is not None or head["figures"] is not None
    least = _UNMARKED_MIN if unmarked else _WORDS_MIN
    return len(_HANGUL.findall(text, head.end())) >= least
