"""Nouns that a page takes for granted: whoever acted is named, and it has its day or is answered.

Comes in: a ``Trigger`` that is a noun by itself. Goes out: whether the page speaks of it as of
something that was done: 정부의 24일 교역 중단, 정부의 가동 중단에 반발해, 정부의 교역 중단 이후.
"""

from __future__ import annotations

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.scene.when import date_of

_ACTORS = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}
_DAY, _MONTH = len("2024-01-01"), len("2024-01")


def is_granted(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether a noun with its doer before it is told of as done.

    Args:
        clauses: The sentence.
        trigger: A noun on which no verb is known to lean.
    """
    doer = _doer(clauses, trigger)
    if doer is None:
        return False
    paired = doer is trigger.chain[-1]  # 북한은 17일 한미 합의에 반발했다: the day is the answer's
    return (
        (not paired and _is_answered(clauses, trigger))
        or _is_behind(clauses, trigger, paired=paired)
        or _has_day(clauses, trigger, doer)
    )


def _doer(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """[정부의] 가동 중단, [북미] 합의: the actor whose deed it is, or both sides."""
    for phrase in trigger.chain[:-1]:
        named = phrase.case is Case.GENITIVE and heads(clauses, phrase)
        if named and any(m.kind in _ACTORS for m in named):
            return phrase
    named = clauses.document.mentions_in(trigger.chain[-1].span)
    sides = [m for m in named if m.kind is ActorKind.STATE and m.span.end <= trigger.span.start]
    return trigger.chain[-1] if len(sides) > 1 else None


def _behind(clauses: Clauses, trigger: Trigger) -> str:
    """What the phrase of the noun still has behind it: 중단 [조치 이후]."""
    end = max(trigger.span.end, trigger.chain[-1].span.end)
    return clauses.text(Span(trigger.span.end, end)).strip()


def _is_answered(clauses: Clauses, trigger: Trigger) -> bool:
    """가동 중단에 반발해, 제재에 맞서: one answers only what was done."""
    words = clauses.words.words
    behind = _behind(clauses, trigger)
    if trigger.chain[-1].case is not Case.TO or (behind and behind not in words["steps"]):
        return False
    following = clauses.items[trigger.index + 1 :][:1]
    verb = following[0] if following else None
    return isinstance(verb, Verb) and verb.lemma in words["answering-deeds"] and not verb.negated


def _is_behind(clauses: Clauses, trigger: Trigger, *, paired: bool) -> bool:
    """교역 중단 이후, 대사 추방 하루 만에: what one counts from has been."""
    words = clauses.words.words
    behind = _behind(clauses, trigger).split(" ")
    first = behind[1] if len(behind) > 1 and behind[0] in words["steps"] else behind[0]
    after = clauses.document.text[trigger.span.end : clauses.sentence.span.end].lstrip()
    if first in words["since-then"]:
        return True
    # 북한은 12일 한미 회담 하루 만에 발사했다: the day is that of the answer
    return not paired and after.startswith(words["days-since"])


def _has_day(clauses: Clauses, trigger: Trigger, doer: Phrase) -> bool:
    """정부의 24일 교역 중단, 지난달 북미 합의: its own day or month, which has come."""
    dated = date_of(clauses, trigger)
    published = clauses.document.article.published_day
    if dated is None or published is None:
        return False
    value, span = dated.time.value, dated.time.span
    paired = doer is trigger.chain[-1]
    if span.end > trigger.span.start or (span.start < doer.span.end and not paired):
        return False
    if len(value) == _DAY:
        return value <= published and not paired  # 17일 남북 합의에 반발했다: of the verb
    return len(value) == _MONTH and value < published[:_MONTH]
