"""Title phrases in a clause about holding an office → to which word the office leads.

Comes in: a line and the end of a title phrase. Goes out: ``Clause``s. Two turns: a describing
clause before a name (… 차관을 지낸, … 소장으로 있는, … 출신의) and an appointment, in which the
name stands behind the office (신임 대변인에 … 를 임명) or before it (… 를 대변인으로 임명). The
verbs are data.
Invariant: nothing but the clause's own words stands between office and name.
"""

from __future__ import annotations

import msgspec

from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.titles import TitleEnd

#: Words between the one appointed and the verb: 새 대사로, 12일자로.
_REACH = 2


class Clause(msgspec.Struct, frozen=True):
    """An office that its clause gives to somebody.

    Attributes:
        end: The title.
        name: Index of the word with which the name begins, or ends if it stands before.
        before: Whether the name stands before the title phrase.
    """

    end: TitleEnd
    name: int
    before: bool = False


def describing(line: Line, end: TitleEnd, lexicon: Lexicon) -> Clause | None:
    """The clause that an office opens and a name follows.

    Example:
        ``몽골 외무차관을 지낸 담딘 …``: the name begins with the third word.
    """
    word = line.words[end.index]
    tail = line.text[end.end : word.span.end]
    behind = line.text[word.span.end : line.sentence.span.end]
    key = _key(tail, lexicon)
    chairs = word.stem.of(line.text) in lexicon.words("chairs-of-occasions")
    if key is None or chairs or not behind.startswith(" "):
        return None
    phrase = lexicon.starting(key, behind[1:])
    if phrase is None:
        return None
    index = line.word_index(word.span.end + 1 + len(phrase))
    apart = behind[1 + len(phrase) : 2 + len(phrase)] in {" ", ","}
    return Clause(end, index) if apart and index < len(line.words) else None


def _key(tail: str, lexicon: Lexicon) -> str | None:
    """The word set of clauses that a particle opens."""
    if not tail:
        return "clauses-of-origin"
    if tail in {"을", "를"}:
        return "clauses-of-holding"
    return "clauses-of-becoming" if tail in lexicon.words("office-particles") else None


def appointing(line: Line, end: TitleEnd, start: int, lexicon: Lexicon) -> Clause | None:
    """Who is appointed to an office.

    Args:
        line: The line.
        end: The title.
        start: First word of its phrase.
        lexicon: What to look up.

    Example:
        ``신임 외무차관에 담딘 …을 임명했다``, ``담딘 …을 외무차관으로 임명했다``.
    """
    tail = line.text[end.end : line.words[end.index].span.end]
    if tail not in lexicon.words("office-particles"):
        return None
    if _appoints(line, end.index + 1, lexicon):
        named = start > 0 and line.words[start].joined
        tail = _particle(line, start - 1, lexicon) if named else ""
        return Clause(end, start - 1, before=True) if tail else None
    for index in range(end.index + 1, min(end.index + 5, len(line.words))):
        if not line.words[index].joined:
            return None
        if _particle(line, index, lexicon):
            near = range(index + 1, index + 2 + _REACH)
            appoints = any(_appoints(line, i, lexicon) for i in near)
            return Clause(end, end.index + 1) if appoints else None
    return None


def _particle(line: Line, index: int, lexicon: Lexicon) -> str:
    """What marks who is appointed: the last syllable of the word, if it is a particle of names."""
    last = line.words[index].span.of(line.text)[-1:]
    return last if last in lexicon.words("particles-of-the-appointed") else ""


def _appoints(line: Line, index: int, lexicon: Lexicon) -> bool:
    text = line.words[index].span.of(line.text) if index < len(line.words) else ""
    return lexicon.starting("verbs-of-appointing", text) is not None
