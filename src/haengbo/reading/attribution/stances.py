"""An utterance → toward whom it shows which attitude.

Comes in: the span of what is said, its verb and speaker. Goes out: attitudes toward states and
people named in it. An attitude is taken from the clause that names somebody; the verb (규탄하다)
decides where the words do not. Abstains where both attitudes stand in one clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from haengbo.model.reading import ActorKind, Stance
from haengbo.model.span import Span
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.verbs import Verb
from haengbo.reading.document import Document

_CLAUSE = re.compile(r"[^,.]+")
_TOWARD = {ActorKind.STATE, ActorKind.PERSON}


def stances_of(
    document: Document, span: Span, verb: Verb | None, speakers: Sequence[str], lexicon: Lexicon
) -> tuple[Stance, ...]:
    """Attitudes shown in what is said.

    Example:
        ``로씨야의 정책을 끝까지 지지한다`` gives support toward 러시아.
    """
    found: dict[str, str] = {}
    fallback = verb.row.polarity if verb and verb.row else None
    for match in _CLAUSE.finditer(document.text, span.start, span.end):
        words = match.group()
        shown = {cue.polarity for cue in lexicon.stances if cue.id in words}
        polarity = shown.pop() if len(shown) == 1 else None
        for mention in document.mentions_in(Span(match.start(), match.end())):
            attitude = polarity or (fallback if not shown else None)
            if attitude and mention.kind in _TOWARD and mention.name not in speakers:
                found.setdefault(mention.name, attitude)
    return tuple(Stance(name, polarity) for name, polarity in found.items())
