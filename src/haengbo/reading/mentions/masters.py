"""A foreign name and the office behind it → whether its last word names whom somebody serves.

Comes in: a line, the run of words of a name, and the word in which the office ends. Goes out: the
name of whoever holds the first of two offices (매트 매케나 [클린턴 전 대통령] 대변인). Invariant: a
name keeps two words, and the pack knows the one who is served by this name and office.
"""

from __future__ import annotations

import msgspec

from haengbo.knowledge.actors import ActorRow
from haengbo.model.span import Span
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.titles import TitleEnd, title_end

#: Of a name that goes on with another's family name: two of its own and that.
_FEWEST = 3


class Master(msgspec.Struct, frozen=True):
    """Whom somebody serves.

    Attributes:
        name: Of the one served.
        held: The office of the one served.
        staff: The office of the one who serves.
    """

    name: str
    held: TitleEnd
    staff: TitleEnd


def without_master(line: Line, run: Span, lexicon: Lexicon) -> Span:
    """A name without the family name of whom its bearer serves.

    Args:
        line: The line.
        run: Words of the name.
        lexicon: What to look up.

    Example:
        Of ``매트 매케나 클린턴 전 대통령 대변인`` the first two words.
    """
    words = [w for w in line.words if run.start <= w.span.start < run.end]
    if len(words) < _FEWEST or served(line, line.word_index(run.end - 1), lexicon) is None:
        return run
    return Span(run.start, words[-2].stem.end)


def served(line: Line, index: int, lexicon: Lexicon) -> Master | None:
    """Whom a family name and the first of two offices behind it denote.

    Args:
        line: The line.
        index: Of the family name.
        lexicon: What to look up.

    Example:
        빌 클린턴 in ``클린턴 전 대통령 대변인``; nobody in ``클린턴 전 대통령``.
    """
    if index + 1 >= len(line.words):
        return None
    word = line.words[index]
    first = index + 1
    if first < len(line.words) and line.words[first].text in lexicon.words("former"):
        first += 1
    if not word.bare or first + 1 >= len(line.words):
        return None
    joined = all(line.words[i].joined for i in range(index + 1, first + 2))
    held = title_end(line, first, lexicon)
    staff = title_end(line, first + 1, lexicon)
    if not joined or held is None or staff is None or not line.words[first].bare:
        return None
    if staff.head not in lexicon.words("heads-of-staff"):
        return None
    name = _known(word.text, held.head, lexicon)
    return Master(name, held, staff) if name is not None else None


def _known(family: str, title: str, lexicon: Lexicon) -> str | None:
    """The one person of the pack of such a name who holds or held such an office.

    A name that is not divided stands in full: 시진핑 국가주석 특사, 김정은 위원장 특사.
    """
    whole = lexicon.names.claimed(family)
    rows = () if whole is None else (r for r in whole.rows if isinstance(r, ActorRow))
    names = {
        row.name
        for row in (*lexicon.families.get(family, ()), *rows)
        if any(role.title.endswith(title) for role in lexicon.names.roles_of(row.name))
    }
    return names.pop() if len(names) == 1 else None
