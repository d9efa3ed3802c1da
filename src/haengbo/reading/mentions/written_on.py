"""Words → the same words, with a Korean name apart from the office or body written onto it.

Comes in: the words of a line. Goes out: words. Papers of the nineties wrote 김한울핵대사 and
한도윤외교부 부부장. Invariant: spans together cover what they covered; names of the pack are left
to the pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.words import Word

#: A family name and two syllables.
_NAME = 3
_SHORTEST_OFFICE = 2
#: 최한결기획단장등: and others.
_OTHERS = "등"


def names_apart(words: Iterable[Word], text: str, lexicon: Lexicon) -> Iterator[Word]:
    """Cut words that begin with a Korean name and end in an office, or go on with a body.

    Example:
        ``한도윤핵대사는`` gives 한도윤 and 핵대사는, ``한도윤외교부`` 한도윤 and 외교부;
        안보리의장 and 유엔군사령관 stay whole.
    """
    for word in words:
        head = _begins_at(word, lexicon)
        if head is None:
            yield word
            continue
        name = Span(word.span.start, word.span.start + _NAME)
        starts = tuple(sorted({name.end, head, *(s for s in word.starts if s > name.end)}))
        rest = Span(name.end, name.end + len(_office(word)))
        yield replace(
            word, span=name, stem=name, text=name.of(text), tail="", tags=("NNP",), starts=()
        )
        yield replace(
            word,
            span=Span(name.end, word.span.end),
            stem=rest,
            text=rest.of(text),
            tail=text[rest.end : word.span.end],
            gap="",
            tags=("NNG",) * len(starts),
            starts=starts,
        )


def _begins_at(word: Word, lexicon: Lexicon) -> int | None:
    """Where the head of the office behind a name begins, or the body; none where no name is."""
    name, rest = word.text[:_NAME], _office(word)
    if len(rest) < _SHORTEST_OFFICE or not _is_name(name, lexicon):
        return None
    at = word.span.start + _NAME
    parted = word.border(at)
    hit = lexicon.names.claimed(rest)
    if hit is not None and hit.rows[0].actor_kind is ActorKind.ORGANISATION:
        return at
    for cut in range(len(rest) - _SHORTEST_OFFICE + 1):
        led = parted or not cut or rest[:cut] in lexicon.words("title-prefixes")
        if rest[cut:] in lexicon.heads and led:
            return at + cut
    return None


def _office(word: Word) -> str:
    return word.text[_NAME:].removesuffix(_OTHERS)


def _is_name(name: str, lexicon: Lexicon) -> bool:
    families = lexicon.words("surnames-common") | lexicon.words("surnames-north")
    named = name[0] in families and set(name[1:]) <= lexicon.words("given-syllables")
    if not named or name in lexicon.words("not-names") or lexicon.names.claimed(name) is not None:
        return False
    led = lexicon.starting("posted-prefix", name) or lexicon.ending("name-never-ends", name)
    return led is None
