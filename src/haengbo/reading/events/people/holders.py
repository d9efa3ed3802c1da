"""The name of a ceremony, conference or feast → whose it is: 중국 전승절 열병식, 대통령의 취임식.

Comes in: a ``Trigger`` by a noun in its ``Setting``. Goes out: mentions. Invariant: only who stands
at the head of the name holds it (not 김일성의 소련 방문 기념현판 제막식, nor the square or hall).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.events.finding.describing import last_before
from haengbo.reading.events.finding.genitives import genitives_before
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.setting import Setting

#: 제16차 비동맹운동 정상회의.
_WHICH = re.compile(r"(?:제\s?)?\d{1,3}\s?(?:차|회|기)\s")


def holders_of(setting: Setting, trigger: Trigger) -> tuple[Mention, ...]:
    """Whose name opens the name of what is held.

    Example:
        ``상하이협력기구 외교장관 회의에 참석했다`` names the organisation.
    """
    if not trigger.noun or not trigger.chain:
        return ()
    clauses, phrase = setting.clauses, _opening(setting.clauses, trigger)
    mentions = clauses.document.mentions_in(phrase.span.hull(trigger.span))
    before = [m for m in mentions if not m.weak and m.span.end <= trigger.span.start + 1]
    owner = next(genitives_before(clauses, phrase), None)
    owners = heads(clauses, owner) if owner is not None and owner.case is Case.GENITIVE else ()
    if not before or any(m.kind is ActorKind.PERSON for m in owners):
        return owners
    start = min(m.span.start for m in before)
    ahead = Span(phrase.span.start, start)
    opens = start == phrase.span.start or bool(clauses.document.times_in(ahead))
    opens = opens or _WHICH.fullmatch(clauses.text(ahead)) is not None
    first = tuple(m for m in before if opens and m.span.start == start)
    names = {m.name for m in first}
    before = [m for m in before if m in first or m.name not in names]  # 포럼(ARF)
    if any(m.kind is ActorKind.PERSON for m in first):
        return first[:1]  # 수비안토 인도네시아 대통령 취임식
    return first if len(first) == len(before) or _are_letters(before) else ()


def _opening(clauses: Clauses, trigger: Trigger) -> Phrase:
    """중국 전승절 열병식: where the name begins, past what has no particle."""
    first = trigger.chain[-1]
    for phrase in reversed(trigger.chain[:-1]):
        when = clauses.says_when(phrase) and not inside(clauses, phrase)  # not 중국 전승절
        if phrase.case is not Case.BARE or phrase.comma or when:
            break
        first = phrase
    return first


def _are_letters(mentions: list[Mention]) -> bool:
    """한중일 정상회의: one word that names each."""
    return all(m.kind is ActorKind.STATE and m.rule == "compound" for m in mentions)


def feasted(setting: Setting, trigger: Trigger) -> Iterator[Mention]:
    """대통령의 생일에 축전을 보냈다: to whose birthday or election."""
    clauses, arguments = setting.clauses, trigger.arguments
    feasts = clauses.words.words["feasts"]
    for whose, phrase in pairwise(arguments.own if arguments is not None else ()):
        if whose.case is Case.GENITIVE and clauses.text(phrase.span).startswith(feasts):
            yield from heads(clauses, whose)


def occasion_places(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """모스크바에서 열린 열병식에 가다: an occasion leads to where it is held."""
    position = clauses.items.index(phrase)
    before = [i for i, item in enumerate(clauses.items[:position]) if isinstance(item, Verb)]
    verb = clauses.items[before[-1]] if before else None
    if not isinstance(verb, Verb) or verb.lemma not in clauses.words.happening:
        return ()
    place = last_before(clauses, before[-1], Case.AT)
    return inside(clauses, place) if place is not None and not heads(clauses, phrase) else ()
