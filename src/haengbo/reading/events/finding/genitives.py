"""Phrases whose a thing or a happening is: before 의, or as good as before it.

Comes in: ``Clauses`` and a ``Phrase`` or ``Trigger``. Goes out: phrases in the genitive and others
that own what is named, or the mentions in them. Invariant: only what stands left of it, as far as
the chain of genitives reaches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.finding.naming import heads, stands_beside
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: 특사인 조명록: an office held for whoever stands before it.
_OFFICE_OF = re.compile(r"[가-힣]{2,8}인 ")
#: 요구에 대해, 요구와 관련하여; not 요구에 대한.
_ANSWERING = re.compile(r"(?:에|와|과) (?:대해|대하여|관해|관하여|관련해|관련하여)")
_MARK = 8
_LISTED = {Case.WITH, Case.GENITIVE}
_ACTING = {Case.SUBJECT, Case.TOPIC}


def whose(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """주석의 방문, 두 나라 사이의 회담: whose the happening is that a trigger names."""
    chain = list(trigger.chain[: -1 if trigger.noun else None])
    answered = [i for i, p in enumerate(chain) if _is_answered(clauses, p)]
    chain = chain[answered[-1] + 1 :] if answered else chain
    chain = [p for i, p in enumerate(chain) if not _owned(clauses, p, chain[i + 1 : i + 2])]
    if trigger.arguments is not None:
        # 두 나라 사이의 수교일에 축전을: whose the day is, not whose the letter
        letter = any(frame.mode == "letter" for frame in trigger.frames)
        apart = (p for p in trigger.arguments.own if not letter or p.case is not Case.GENITIVE)
        chain += [p for p in apart if _is_between(clauses, p)]
    yield from (p for p in chain if p.case is Case.GENITIVE or _is_between(clauses, p))
    yield from _owners_of_what_is_done(clauses, trigger)
    if trigger.noun and not any(p.case is Case.GENITIVE for p in chain):
        yield from _before_listed_places(clauses, trigger)
    yield from _before_greetings(clauses, trigger)


def _is_answered(clauses: Clauses, phrase: Phrase) -> bool:
    """통일부는 [북측의 요구에 대해] 통지문을 보냈다: whose the request is did not send it."""
    behind = clauses.document.text[phrase.span.end : phrase.span.end + _MARK]
    return phrase.case is Case.ABOUT and _ANSWERING.match(behind) is not None


def _before_greetings(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """주석의 따뜻한 인사와 친서를 전했다: who sends both stands before the first."""
    if all(frame.mode != "letter" for frame in trigger.frames):
        return
    for owner, thing in pairwise(trigger.chain):
        wishes = clauses.text(thing.span).endswith(clauses.words.words["wishes"])
        if owner.case is Case.GENITIVE and thing.case is Case.WITH and wishes:
            yield owner


def _owners_of_what_is_done(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """북한과 라오스의 관광 협정이 3일 체결됐다: of a passive verb, whose its subject is."""
    verb, arguments = trigger.verb, trigger.arguments
    if trigger.noun or verb is None or arguments is None or not _is_passive(verb):
        return
    subject = next((p for p in arguments.own if p.case in _ACTING), None)
    if subject is not None and not heads(clauses, subject):
        yield from genitives_before(clauses, subject, about=True)


def _is_passive(verb: Verb) -> bool:
    return verb.passive or verb.lemma.endswith(("되다", "지다"))


def _before_listed_places(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """비서의 유럽, 몽골 순방: whose journey it is stands before the list of where to."""
    if all(frame.mode != "visit" for frame in trigger.frames):
        return
    for item in reversed(clauses.items[: clauses.place_of(trigger.chain[0])]):
        if not isinstance(item, Phrase):
            return
        if clauses.says_when(item):
            continue  # 비서의 지난달 유럽, 몽골 순방
        if item.case is Case.GENITIVE:
            yield item
        if item.case is not Case.BARE or not item.comma:
            return


def _owned(clauses: Clauses, phrase: Phrase, after: list[Phrase]) -> bool:
    """위원장의 방중과 북중 정상회담: a genitive before another happening is that one's.

    So is one before whose envoy somebody is (위원장의 특사인 부위원장과 회담, …인 부위원장의 방문).
    """
    if phrase.case is not Case.GENITIVE or not after or after[0].case not in _LISTED:
        return False
    if _OFFICE_OF.match(clauses.text(after[0].span)):
        return True
    if after[0].case is not Case.WITH:
        return False
    return clauses.words.noun_ending(clauses.text(after[0].span).replace(" ", "")) is not None


def _is_between(clauses: Clauses, phrase: Phrase) -> bool:
    """두 나라 사이에 맺어진."""
    return clauses.text(phrase.span).endswith(("사이", "간"))


def owners(_: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """Genitives among the phrases that the verb of a trigger takes."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    yield from (p for p in own if p.case is Case.GENITIVE)


def helped_by(clauses: Clauses, trigger: Trigger) -> tuple[Mention, ...]:
    """러시아의 전쟁을 돕기 위해 보냈다: whom one helps by it, or whose cause."""
    for position in range(trigger.index - 1, 0, -1):
        verb, taken = clauses.items[position], clauses.items[position - 1]
        if not isinstance(verb, Verb) or not verb.purpose:
            continue
        if verb.lemma not in clauses.words.words["helping"] or not isinstance(taken, Phrase):
            return ()
        if taken.case is not Case.OBJECT:
            return ()
        owners = [m for p in genitives_before(clauses, taken) for m in heads(clauses, p)]
        found = owners or inside(clauses, taken)
        return tuple(m for m in found if m.kind is ActorKind.STATE)
    return ()


def genitives_before(clauses: Clauses, phrase: Phrase, *, about: bool = False) -> Iterator[Phrase]:
    """러시아의 입장과 정책을: genitives before a phrase, past the members of its list.

    Args:
        clauses: The sentence.
        phrase: What is owned.
        about: Whether to go past what a paper is about.
    """
    items = clauses.items
    for position in range(items.index(phrase) - 1, -1, -1):
        item = items[position]
        if clauses.says_when(item):
            continue  # 북한의 지난달 12일 발사를
        if about and isinstance(item, Phrase) and item.case is Case.ABOUT:
            continue  # 두 나라의 [협조에 관한] 협정을
        if not isinstance(item, Phrase) or item.case not in {Case.GENITIVE, Case.WITH}:
            return
        if stands_beside(clauses, item):
            return
        yield item


def described_by_kind(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """미국의 폭격기인 B-1B가: who is named where it is said what kind of thing it is."""
    position = clauses.items.index(phrase)
    kind = clauses.items[position - 1] if position else None
    if not isinstance(kind, Phrase) or kind.case is not Case.BARE or kind.comma:
        return ()
    if not clauses.document.text.startswith("인 ", kind.span.end):
        return ()
    return (
        *inside(clauses, kind),
        *(m for p in genitives_before(clauses, kind) for m in heads(clauses, p)),
    )
