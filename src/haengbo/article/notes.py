"""Pages without sentences: reports in notes (개조식), briefs whose full stops were left out.

Comes in: lines with their looks. Goes out: looks in which the notes of such a page are its
news. Notes are told from lists of headlines by what only one text has: marks of two levels
(□ ○), endings that make a noun of a predicate (…논의함), or lines that go on with the words of
the headline where those of a list begin anew. Invariant: a page that is told in sentences
is left as it is; whatever is mostly links, or has a date at every other line, holds no
notes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from haengbo.article.cues import Cues
from haengbo.article.forms import Form, Line, Look
from haengbo.article.stamps import stamps_in
from haengbo.model.article import NOTE, BlockKind

_MARKS = (
    r"[□■◻◼]",
    r"[○●◦◯ㅇ]",
    r"[◇◆❍▷▶▸☐]",
    r"[-–—](?=\s)",
    r"[·•∙‣*※]",
    r"[①-⑳]",
    r"\(?\d{1,2}[.)](?=\s)",
    r"\(?[가-하][.)](?=\s)",
)
_MARK = re.compile("|".join(f"({mark})" for mark in _MARKS))
#: Predicates made nouns, as reports in notes end; headlines do not.
_NOMINAL = re.compile(r"(?:[함됨임음짐킴힘림옴]|[가-힣]기로 함)[.)]?(?:\s끝\.?)?$")
_UNSTOPPED = re.compile(r"[가-힣]다[\"”’]?$")
_WORD = re.compile(r"[가-힣A-Za-z0-9]{2,}")
#: (12일), 14일 평양 도착, 대사 접견(9.12): on which day a point was.
_DAY = re.compile(r"(?<!\d)\d{1,2}일(?!간|째|\d)|\(\d{1,2}[./]\s?\d{1,2}(?![\d%])")
_TRIANGLE = re.compile(r"[▲△]")
#: At least two, five, twelve syllables.
_FEW, _SOME, _MANY = (re.compile(rf"\A(?:[^가-힣]*+[가-힣]){{{n}}}") for n in (2, 5, 12))
#: A page is told in sentences if they make up this share of its words.
_TOLD = 0.25
_FEWEST = 2
_MARKED_FEWEST = 3
_HALF, _COHERENT = 0.5, 0.6
_MAY_BE_NOTES = frozenset({Form.PLAIN, Form.WEAK, Form.SECTION, Form.SENTENCE})
_MAY_BE_MARKED = _MAY_BE_NOTES | {Form.ASIDE}
_OTHER = frozenset({BlockKind.TITLE, BlockKind.BOILERPLATE, BlockKind.CAPTION})
_LINKED = 0.5
#: What marked lines may be taken for: ``□ 대외 관계``, ``가. 일시: 2025. 6. 5.``, ``○ …(신문)``.
_OF_MARKED = frozenset(
    {"furniture:mostly-words", "meta:date", "meta:byline", "furniture:menu", "caption:credit"}
)
#: A text goes on about its topic; each headline of a list has a subject of its own.
_TOPIC = ("은", "는")


def with_notes(lines: Sequence[Line], looks: Sequence[Look], cues: Cues) -> list[Look]:
    """The looks, with notes as sentences of news on a page that has no others."""
    at = [i for i, line in enumerate(lines) if _may_be_note(line, looks[i])]
    told = sum(len(lines[i].text) for i in at if looks[i].form is Form.SENTENCE)
    points = _points(lines, looks) if not told else ()
    if points:
        return [Look(Form.SENTENCE, NOTE) if i in points else x for i, x in enumerate(looks)]
    if not at or told >= _TOLD * sum(len(lines[i].text) for i in at) or _dated(lines, at):
        return list(looks)
    notes = _notes([lines[i].text for i in at], _head(lines, looks, at[0]), cues)
    out = list(looks)
    for number in notes:
        out[at[number]] = Look(Form.SENTENCE, NOTE)
    return out


def _points(lines: Sequence[Line], looks: Sequence[Look]) -> frozenset[int]:
    """▲외무상 12일 도착: points with their days behind a sign that captions have too."""
    found = [
        i
        for i, (line, look) in enumerate(zip(lines, looks, strict=True))
        if look.rule == "caption:marker"
        and not line.outside
        and _TRIANGLE.match(line.text)
        and _DAY.search(line.text)
        and not line.text.rstrip(" .").endswith("다")
    ]
    return frozenset(found if len(found) >= _MARKED_FEWEST else ())


def _may_be_note(line: Line, look: Look) -> bool:
    marked = _level(line.text) is not None
    return (
        look.form in (_MAY_BE_MARKED if marked else _MAY_BE_NOTES)
        or (marked and look.rule in _OF_MARKED)
    ) and (
        not line.outside
        and line.links <= _LINKED
        and line.hint not in _OTHER
        and bool((_FEW if marked else _SOME).match(line.text))
    )


def _head(lines: Sequence[Line], looks: Sequence[Look], first: int) -> str:
    """The headline, where it is no candidate itself: as the markup says, else above the article."""
    titles = [line.text for line in lines if line.hint is BlockKind.TITLE]
    above = [
        line.text
        for line, look in zip(lines[:first], looks[:first], strict=True)
        if line.outside and look.form in _MAY_BE_NOTES and line.hint not in _OTHER
    ]
    return " ".join(titles) or next(reversed(above), "")


def _dated(lines: Sequence[Line], at: Sequence[int]) -> bool:
    """Whether dates stand between the lines, as in a list of pages."""
    between = [i for i in range(at[0], at[-1] + 1) if i not in set(at)]
    dates = sum(bool(stamps_in(lines[i].text)) for i in between)
    return dates > _FEWEST and 3 * dates >= len(at)


def _notes(texts: Sequence[str], title: str, cues: Cues) -> Sequence[int]:
    """Which of the texts are notes; none where they do not make one text."""
    marks = [_level(text) for text in texts]
    marked = [i for i, mark in enumerate(marks) if mark is not None]
    head = title or texts[0]
    first = 0 if title else 1
    if len(marked) >= _MARKED_FEWEST and len(marked) >= _HALF * (len(texts) - first):
        levels = {marks[i] for i in marked}
        listed = [texts[i] for i in marked]
        if len(levels) > 1 or _coherent(listed, head, _HALF) or _is_list(listed, cues):
            return range(marked[0], len(texts))
    running = [i for i in range(first, len(texts)) if _is_running(texts[i])]
    return running if _is_told([texts[i] for i in running], head, len(texts) - first) else ()


def _is_list(texts: Sequence[str], cues: Cues) -> bool:
    """Whether most lines end as notes do, or say on which day something was."""
    days = sum(bool(_DAY.search(text)) for text in texts)
    return days > _HALF * len(texts) or _ended(texts, cues)


def _ended(texts: Sequence[str], cues: Cues) -> bool:
    """Whether most lines end as notes do: …했음, … 검토 중, … 방침."""
    ends = sum(bool(_NOMINAL.search(text)) or bool(cues.note_ends.search(text)) for text in texts)
    return ends > _HALF * len(texts)


def _is_told(texts: Sequence[str], head: str, lines: int) -> bool:
    """Whether lines without marks tell something, in notes or in sentences without full stop."""
    enough = max(_FEWEST, _HALF * lines)
    if sum(bool(_NOMINAL.search(text)) for text in texts) >= enough:
        return True
    unstopped = [text for text in texts if _UNSTOPPED.search(text)]
    if lines == 1 and unstopped:
        # A brief of one sentence: the headline said at length
        return len(_stems(texts[0]) & _stems(head)) >= _FEWEST and len(texts[0]) > len(head)
    return len(unstopped) >= enough and _coherent(unstopped, head, _COHERENT)


def _is_running(text: str) -> bool:
    return bool(_MANY.match(text))


def _level(text: str) -> int | None:
    """Which kind of mark begins the line."""
    match = _MARK.match(text.strip())
    return match.lastindex if match else None


def _coherent(texts: Sequence[str], head: str, share: float) -> bool:
    """Whether so many lines go on with words of the headline, and do not all begin alike."""
    words = _stems(head)
    going_on = sum(bool(_stems(text) & words) for text in texts)
    begun = Counter(_MARK.sub("", text, count=1).split()[0] for text in texts)
    word, count = begun.most_common(1)[0]
    alike = len(texts) > _FEWEST and count > _HALF * len(texts) and not word.endswith(_TOPIC)
    return going_on >= share * len(texts) and not alike


def _stems(text: str) -> frozenset[str]:
    """Beginnings of words, which particles leave as they are."""
    return frozenset(word[:2] for word in _WORD.findall(_MARK.sub("", text, count=1)))
