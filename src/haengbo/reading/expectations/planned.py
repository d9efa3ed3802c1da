"""Sentences → what the page itself says is planned (``방문할 예정이다``, ``하기로 했다``).

Whose plan it is: the last of those who stand as subjects before it; nobody's by name if none does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, ExpectationKind, Mention
from haengbo.reading.attribution.phrases import TAIL, Role, role_of
from haengbo.reading.document import Document, Sentence
from haengbo.reading.expectations.found import Find
from haengbo.reading.expectations.horizon import future_times
from haengbo.reading.expectations.lexicon import Foresight

_PARTICLES = {"JX", "JKS"}
_ACTORS = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}


def plans(document: Document, words: Foresight, sentence: Sentence) -> Iterator[Find]:
    """One plan a sentence, by whoever plans it; only with a time or a named actor."""
    if sentence.kind is not BlockKind.BODY:
        return
    for row, pattern in words.plans:
        match = pattern.search(document.text, sentence.span.start, sentence.span.end)
        if match is None or sentence.quote_at(match.start()):
            continue
        inside = document.mentions_in(sentence.span)
        named = [m for m in inside if not m.weak and m.kind in _ACTORS]
        if not named or (row.id == "agreed-to" and not future_times(document, sentence.span)):
            continue
        hedge, rule = match.group(), f"plan:{row.id}"
        who = _planner(document, named, match.start())
        who = who or next((m for m in named if _opens_topic(sentence, m)), None)
        by = who.name if who is not None else None
        yield Find(by, sentence.span, hedge, rule, 0.7, ExpectationKind.PLAN)
        return


def _planner(document: Document, named: Sequence[Mention], end: int) -> Mention | None:
    """전 총리에 이어 검찰은 …할 계획이다: the topic next to the plan, else such a subject.

    Not whom or where to a plan goes: 대표단은 북한에 들어가 위원장을 만날 예정이다.
    """
    tails = [(m, TAIL.match(document.text, m.span.end, end)) for m in named if m.span.end < end]
    roles = [(m, role_of(tail["particle"])) for m, tail in tails if tail is not None]
    topics = [m for m, role in roles if role is Role.TOPIC]
    subjects = [m for m, role in roles if role is Role.SUBJECT]
    return next(reversed(topics or subjects), None)


def _opens_topic(sentence: Sentence, mention: Mention) -> bool:
    """[북한] 대표단은, [외무성] 관계자들도: only nouns stand between it and the particle."""
    behind = (t for t in sentence.tokens if t.span.start >= mention.span.end)
    particle = next((t for t in behind if not t.tag.startswith(("N", "XSN"))), None)
    return particle is not None and particle.tag in _PARTICLES
