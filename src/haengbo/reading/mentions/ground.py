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


def is_ground(line: Line, atom: Atom, lexicon: Lexicon) -> bool:
    """Whether a state stands before a town or a meeting and only locates it.

    Example:
        튀르키예 in ``튀르키예 이스탄불에서 협상했다``; not 이탈리아 in ``이탈리아 로마를 찾은``.
    """
    index = line.word_index(atom.span.start)
    word = line.words[index] if index < len(line.words) else None
    if word is None or word.span.end != atom.span.end:
        return False
    return _leads_to_town(line, index, lexicon) or _leads_to_meeting(line, index, lexicon)


def _leads_to_town(line: Line, index: int, lexicon: Lexicon) -> bool:
    following = _next(line, index)
    if following is None:
        return False
    atom = line.atom_at(following)
    if atom is None or atom.kind is not ActorKind.PLACE:
        return False
    last = line.word_index(atom.span.end - 1)
    return not _visited(line, last, lexicon)


def _visited(line: Line, index: int, lexicon: Lexicon) -> bool:
    """A verb of coming and going follows: the town stands for its state."""
    if index + 1 >= len(line.words):
        return False
    after = line.text[line.words[index].span.end :][:12].lstrip()
    return lexicon.starting("visit-words", after) is not None


def _leads_to_meeting(line: Line, index: int, lexicon: Lexicon) -> bool:
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
