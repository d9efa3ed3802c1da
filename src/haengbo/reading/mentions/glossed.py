"""Sentence → names of the pack with their characters in the middle: 도쿄(東京)신문.

Comes in: a sentence. Goes out: atoms of media, bodies and places that the pack knows by the name
without the bracket. Invariant: the span goes from the first syllable to the last, over the bracket.
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
