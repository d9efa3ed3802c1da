"""Words that what stands around them vouches for as a person's name, whatever they look like.

Comes in: a line and a word of it. Goes out: the span of a name, or ``None``. Three turns: who leads
a delegation (응웬 반 손을 단장으로 하는), whose wife somebody is (부인 리스 쿠에스타 여사), who is
of an institute (문해준 동아시아협력원 교수).
Invariant: no word of the name is a name of the pack, a title or a word that begins a phrase.
"""

from __future__ import annotations

from haengbo.model.span import Span
from haengbo.reading.mentions.bodies import is_institute
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.words import HANGUL, Word

_MOST = 4
_KOREAN = 3
_ORDINARY = ("lead-ins", "not-names", "former", "never-parts-of-names")
#: 손을 단장으로, 손동지를 단장으로.
_OBJECT = ("을", "를")
_AS = ("으로", "로")
#: Numbers, pronouns, determiners, adverbs and dependent nouns are no parts of names.
_NEVER = ("MA", "MM", "NP", "NR", "NNB", "SN", "SL")


def led(line: Line, index: int, lexicon: Lexicon) -> Span | None:
    """The name before 단장으로.

    Example:
        ``응웬 반 손동지를 단장으로 하는 대표단이``: the first three words without 동지.
    """
    chief = line.words[index]
    if chief.text not in lexicon.words("chiefs-of-delegations") or chief.tail not in _AS:
        return None
    last = index - 1
    if last < 0 or not chief.joined or not line.words[last].span.of(line.text).endswith(_OBJECT):
        return None
    first = last
    while first and line.words[first].joined and line.words[first - 1].bare:
        first -= 1
    return _run(line, first, last, line.words[last].span.end - 1, lexicon)


def wife(line: Line, index: int, lexicon: Lexicon) -> Span | None:
    """The name between 부인 and 여사.

    Example:
        ``부인 리스 쿠에스타 여사와 함께``: the two words between.
    """
    word = line.words[index]
    if not word.bare or word.text not in lexicon.words("wives"):
        return None
    for behind in range(index + 1, min(index + 2 + _MOST, len(line.words))):
        if not line.words[behind].joined:
            return None
        if line.words[behind].text in lexicon.words("honorifics-of-wives"):
            last = behind - 1
            return _run(line, index + 1, last, line.words[last].span.end, lexicon)
    return None


def before_institute(line: Line, index: int, lexicon: Lexicon) -> Span | None:
    """A Korean name in which the analyser sees a noun of one syllable and a verb.

    Example:
        ``문해준 동아시아협력원 교수``: 문 해 준, before the name of an institute.
    """
    word = line.words[index]
    whole = word.span.of(line.text)
    following = line.words[index + 1] if index + 1 < len(line.words) else None
    if following is None or not (following.joined and following.bare) or word.nominal:
        return None
    if len(whole) != _KOREAN or len(word.starts) < 1 or word.tags[:1] != ("NNG",):
        return None
    apart = len(word.text) == 1 or word.starts[1:2] == (word.span.start + 1,)
    named = whole[0] in lexicon.words("surnames-common")
    named = named and set(whole[1:]) <= lexicon.words("given-syllables")
    institute = is_institute(following, following.text, lexicon)
    return word.span if apart and named and institute else None


def _run(line: Line, first: int, last: int, end: int, lexicon: Lexicon) -> Span | None:
    """The words from the first to the last as a name, if every one may be part of it."""
    words = line.words[first : last + 1]
    if not 1 < len(words) <= _MOST:
        return None
    text = line.text[words[-1].span.start : end]
    honorific = lexicon.ending("comrade-honorifics", text)
    end -= len(honorific) if honorific is not None and len(text) > len(honorific) else 0
    texts = [w.span.of(line.text) for w in words[:-1]] + [line.text[words[-1].span.start : end]]
    if not all(_part(line, word, text, lexicon) for word, text in zip(words, texts, strict=True)):
        return None
    return Span(words[0].span.start, end)


def _part(line: Line, word: Word, text: str, lexicon: Lexicon) -> bool:
    if not HANGUL.match(text) or line.atom_at(word) is not None or text in lexicon.heads:
        return False
    if any(tag.startswith(_NEVER) for tag in word.tags[:1]) and len(text) > 1:
        return False
    return not any(text in lexicon.words(key) for key in _ORDINARY)
