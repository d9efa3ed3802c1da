"""Sentence → names of the pack with more than the pack writes: 도쿄(東京)신문, 도쿄신문 인터넷판.

Comes in: a sentence. Goes out: atoms of media, bodies and places that the pack knows by the name
without the bracket or the edition. Invariant: the span goes from the first syllable to the last,
over the bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from haengbo.knowledge.gazetteer import Strength
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Sentence
from haengbo.reading.mentions.atoms import Atom
from haengbo.reading.mentions.lexicon import Lexicon

_GLOSSED = re.compile(r"(?<![가-힣])([가-힣]{2,8})\([\u4e00-\u9fff]{1,8}\)([가-힣]{1,5})")
#: Length of the longest name of a medium that is looked for before an edition.
_LONGEST = 14
_KINDS = {ActorKind.MEDIUM, ActorKind.ORGANISATION, ActorKind.PLACE}


def find_glossed(text: str, sentence: Sentence, lexicon: Lexicon) -> Iterable[Atom]:
    """Names in which the Chinese characters of the first part stand behind it.

    Example:
        ``교도(共同)통신이 전했다``: the medium 교도통신.
    """
    if text.find("(", sentence.span.start, sentence.span.end) < 0:
        return  # most sentences: no name is tried
    for match in _GLOSSED.finditer(text, sentence.span.start, sentence.span.end):
        for length in range(len(match.group(2)), 0, -1):
            hit = lexicon.names.claimed(match.group(1) + match.group(2)[:length])
            if hit is None or hit.rows[0].actor_kind not in _KINDS:
                continue
            span = Span(match.start(), match.start(2) + length)
            yield Atom(span, hit.rows, Strength.STRONG, "dictionary", 0.9)
            break


def find_editions(text: str, sentence: Sentence, lexicon: Lexicon) -> Iterable[Atom]:
    """Media named with the edition that told it.

    Example:
        ``도쿄신문 인터넷판은``: the medium 도쿄신문.
    """
    region = sentence.span.of(text)
    for edition in lexicon.words("editions"):
        at = region.find(edition)
        while at >= 0:
            start, end = sentence.span.start + at, sentence.span.start + at + len(edition)
            named = text[sentence.span.start : start].rstrip()[-_LONGEST:]
            for length in range(len(named), 1, -1):
                hit = lexicon.names.claimed(named[-length:])
                if hit is not None and hit.rows[0].actor_kind is ActorKind.MEDIUM:
                    first = sentence.span.start + len(text[sentence.span.start : start].rstrip())
                    span = Span(first - length, end)
                    yield Atom(span, hit.rows, Strength.STRONG, "dictionary", 0.9)
                    break
            at = region.find(edition, at + 1)
