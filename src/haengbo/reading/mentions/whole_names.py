"""Words right before a state and an office, or behind one → the foreign name that they are.

Comes in: a line, and where a stretch of words without particles begins. Goes out: the span of a
name of two to four words (속 찬다라, 라제시 바르마), or ``None``. Precision first: every word may
be part of a transliterated name, one of them surely is, and the state's people bear no names in
Hangul. A part alone may look like any noun; between a break and a state the whole does not.
"""

from __future__ import annotations

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.strangers import free_word, looks_foreign
from haengbo.reading.mentions.words import HANGUL, Word

_BODIES = {ActorKind.STATE, ActorKind.ORGANISATION}
_FEWEST, _MOST = 2, 4
_LONGEST_PART = 6
#: Syllables of a part that looks foreign by itself.
_SURE_PART = 3
#: Adverbs, determiners, numbers and dependent nouns are no parts of names.
_NEVER = ("MA", "MM", "NP", "NR", "NNB", "SN", "SL", "XP")
#: A syllable may be any noun (초, 투).
_NO_SYLLABLE = ("MA", "MM", "NP", "NR", "SN", "SL")


def whole_name(line: Line, first: int, title: int, lexicon: Lexicon) -> Span | None:
    """The name that stands between a break and a state with an office.

    Args:
        line: The line.
        first: Word that begins a stretch of words without particles.
        title: Word in which the office ends.
        lexicon: What to look up.

    Example:
        ``속 찬다라 캄보디아 외교장관은``: the first two words; nothing in ``회담 상대 일본 총리``.
    """
    stop = _state(line, first, title, lexicon)
    if stop is None or not _FEWEST <= stop - first <= _MOST:
        return None
    words = line.words[first:stop]
    parts = all(_part(line, first + n, word, lexicon) for n, word in enumerate(words))
    surely = any(len(w.stem) > 1 and _foreign(w, line, lexicon) for w in words)
    if not parts or not (surely or _of_short_parts(words, line.words[stop], lexicon)):
        return None
    return Span(words[0].span.start, words[-1].span.end)


def _of_short_parts(words: tuple[Word, ...], state: Word, lexicon: Lexicon) -> bool:
    """초 투 미얀마 외무차관: where people bear names of single syllables."""
    single = all(len(word.span) == 1 for word in words)
    return single and state.text.startswith(tuple(lexicon.words("states-of-short-names")))


def _state(line: Line, first: int, title: int, lexicon: Lexicon) -> int | None:
    """The first word that names a state, or a body by its state: 캄보디아, 인도 외교부, 주북한.

    ``None`` if that state's people bear names in Hangul.
    """
    for index in range(first, title + 1):
        word = line.words[index]
        atom = line.atom_at(word)
        if atom is None or atom.kind not in _BODIES:
            continue
        land = atom.name or ""
        if atom.kind is ActorKind.ORGANISATION:
            land = lexicon.names.state_of(land) or ""
            if not land or not word.text.startswith(land):
                return None
        posted = lexicon.starting("posted-prefix", word.text) is not None
        native = land in lexicon.words("states-of-hangul-names")
        return None if native and not posted else index
    return None


def _part(line: Line, index: int, word: Word, lexicon: Lexicon) -> bool:
    text = word.span.of(line.text)
    if not HANGUL.match(text) or len(text) > _LONGEST_PART or not free_word(line, index, lexicon):
        return False
    if text in lexicon.heads or any(text in lexicon.words(key) for key in _ORDINARY):
        return False
    if any(lexicon.ending(key, text) for key in _BODY_ENDINGS):
        return False
    if any(tag.startswith(_NEVER if len(text) > 1 else _NO_SYLLABLE) for tag in word.tags):
        return False
    return len(text) == 1 or word.proper or _foreign(word, line, lexicon)


def _foreign(word: Word, line: Line, lexicon: Lexicon) -> bool:
    text = word.span.of(line.text)
    return word.proper or not lexicon.words("foreign-syllables").isdisjoint(text)


_ORDINARY = ("lead-ins", "not-names", "former", "never-parts-of-names")
_BODY_ENDINGS = ("organ-heads", "institute-heads", "name-never-ends")


def strange_run(line: Line, first: int, lexicon: Lexicon) -> Span | None:
    """Two transliterated words behind an office, whatever the analyser takes them for.

    Example:
        ``노동부 장관 알마즈벡 이사노브는``: the last two words.
    """
    words = line.words[first : first + _FEWEST]
    if len(words) < _FEWEST or not (words[0].bare and words[1].joined):
        return None
    known = any(line.atom_at(word) is not None for word in words)
    ends = lexicon.starting("name-particles", words[1].tail) is not None
    foreign = all(len(w.text) >= _SURE_PART and looks_foreign(w.text, lexicon) for w in words)
    return words[0].stem.hull(words[1].stem) if foreign and ends and not known else None
