"""States that only say where something is: ``캐나다 몬트리올 회의에서``.

Comes in: a line and a state in it. Goes out: whether the state is named as ground, not as one who
acts or is acted upon. Invariant: a state that somebody visits or leaves is no mere ground.
"""

from __future__ import annotations

from haengbo.model.reading import ActorKind
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.words import Word

#: Words between a state and the place that carries the particle.
_REACH = 4
#: What ties two states that have to do with each other.
_TIES = {"·", "ㆍ", "∙", "‧", "-", "–", "∼", "~"}
#: 북한과 미국 간 회담에서: it stands behind those who have to do with each other.
_BETWEEN = {"간", "사이"}


def is_ground(line: Line, atom: Atom, lexicon: Lexicon) -> bool:
    """Whether a state stands before a town or a meeting and only locates it.

    Example:
        튀르키예 in ``튀르키예 이스탄불에서 협상했다``; not 이탈리아 in ``이탈리아 로마를 찾은``.
    """
    index = line.word_index(atom.span.start)
    word = line.words[index] if index < len(line.words) else None
    if word is None or word.span.end != atom.span.end or _is_one_side(line, index):
        return False
    return _leads_to_town(line, index, lexicon) or _leads_to_meeting(line, index, lexicon)


def _is_one_side(line: Line, index: int) -> bool:
    """북·라오스 회담에서, 북한-쿠바 정상회담에서: one of two states, not where it was."""
    before = line.words[index - 1] if index else None
    tied = before is not None and line.words[index].gap in _TIES
    atom = line.atom_at(before) if tied and before is not None else None
    return atom is not None and atom.kind is ActorKind.STATE


def _leads_to_town(line: Line, index: int, lexicon: Lexicon) -> bool:
    """A town follows in which something is done, or in which a body has its seat."""
    following = _next(line, index)
    if following is None:
        return False
    atom = line.atom_at(following)
    if atom is None or atom.kind is not ActorKind.PLACE:
        return False
    last = line.word_index(atom.span.end - 1)
    if not line.words[last].bare:
        return lexicon.starting("not-states-after", line.words[last].tail) is not None
    return _leads_to_seat(line, last, lexicon)


def _leads_to_seat(line: Line, last: int, lexicon: Lexicon) -> bool:
    """브뤼셀 나토 본부에, 이스탄불 궁전에서: what follows the town without a break."""
    seat = False
    for step in range(last + 1, min(last + 1 + _REACH, len(line.words))):
        word = line.words[step]
        if not word.joined or not word.nominal:
            return False
        atom = line.atom_at(word)
        seat = seat or (atom is not None and atom.kind is ActorKind.ORGANISATION)
        if not word.bare:
            here = lexicon.starting("not-states-after", word.tail) is not None
            return here or (seat and lexicon.starting("ground-particles", word.tail) is not None)
    return False


def _leads_to_meeting(line: Line, index: int, lexicon: Lexicon) -> bool:
    following = _next(line, index)
    if following is not None and following.text in _BETWEEN:
        return False
    for step in range(index + 1, min(index + 1 + _REACH, len(line.words))):
        word = line.words[step]
        if not word.joined or not word.nominal:
            return False
        if word.tail.startswith(tuple(lexicon.words("not-states-after"))):
            return lexicon.ending("meeting-heads", word.text) is not None
        if not word.bare:
            return False
    return False


def _next(line: Line, index: int) -> Word | None:
    if index + 1 >= len(line.words) or not line.words[index + 1].joined:
        return None
    return line.words[index + 1]
