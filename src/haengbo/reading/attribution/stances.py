"""An utterance → toward whom it shows which attitude.

Comes in: the span of what is said, its verb and speakers. Goes out: attitudes toward states and
people named in it. In Korean the word that judges follows what it judges, so a name takes the
next cue after it (``미국의 [도발]에 맞서는 북한을 [지지]한다``), else the verb's own attitude.
Nobody has an attitude toward the own side; analysts and media have none.
"""

from __future__ import annotations

from collections.abc import Sequence

from haengbo.model.reading import ActorKind, Mention, Stance
from haengbo.model.span import Span
from haengbo.reading.attribution.allegiance import allegiance_of
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.verbs import Verb
from haengbo.reading.document import Document

_TOWARD = {ActorKind.STATE, ActorKind.PERSON}


def stances_of(
    document: Document, span: Span, verb: Verb | None, speakers: Sequence[str], lexicon: Lexicon
) -> tuple[Stance, ...]:
    """Attitudes shown in what is said.

    Example:
        ``로씨야의 정책을 끝까지 지지한다`` gives support toward 러시아.
    """
    sides = allegiance_of(document.knowledge)
    own = {*speakers, *(sides.of_name(name) for name in speakers)}
    found: dict[str, str] = {}
    for mention in document.mentions_in(span):
        theirs = sides.of_mention(mention)
        if mention.kind not in _TOWARD or mention.weak or {mention.name, theirs} & own:
            continue
        polarity = _next_cue(document.text, mention, span, lexicon)
        if polarity is None and verb is not None and verb.row is not None:
            polarity = verb.row.polarity
        if polarity is not None:
            found.setdefault(mention.name, polarity)
    return tuple(Stance(name, polarity) for name, polarity in found.items())


def _next_cue(text: str, mention: Mention, span: Span, lexicon: Lexicon) -> str | None:
    after = [
        (at, cue.polarity)
        for cue in lexicon.stances
        if (at := text.find(cue.id, mention.span.end, span.end)) >= 0
    ]
    return min(after)[1] if after else None
