"""Whose something is, and which names are no parties: those that something bears.

Comes in: a phrase or mention in its ``Clauses``. Goes out: mentions, or a truth.
"""

from __future__ import annotations

import re

from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.finding.naming import coordinated, heads
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase

#: How far behind a body the name of its decision may begin, past a bracketed short form.
_NAMED_WITHIN = 16
#: 외무성 [국장급 협의].
_RANKED = re.compile(r" ?[가-힣]{1,4}급 ")


def owners_of(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """북한의 발사는, 안보리 성명은: whose it is, from the genitives before it or its first name."""
    items = clauses.items
    position = clauses.place_of(phrase)
    while position and isinstance(before := items[position - 1], Phrase):
        position -= 1
        if clauses.says_when(before):
            continue  # 북한의 지난달 12일 발사는
        if before.case is not Case.GENITIVE:
            break
        found = heads(clauses, before) or _in_whose_name(clauses, before)
        if found:
            beside = (
                m
                for p in coordinated(clauses, before)
                if p is not before
                for m in heads(clauses, p)
            )
            return tuple(dict.fromkeys((*beside, *found)))
    found = inside(clauses, phrase)
    return tuple(m for m in found if m.span.start == found[0].span.start)


def _in_whose_name(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """외무성 대변인 명의의 담화: the person or the body in whose name it is."""
    if not clauses.text(phrase.span).endswith("명의"):
        return ()
    named = inside(clauses, phrase)
    people = tuple(m for m in named if m.kind is ActorKind.PERSON)
    bodies = tuple(m for m in named if m.kind is ActorKind.ORGANISATION)
    return (people or bodies)[-1:]


def gives_name(clauses: Clauses, mention: Mention) -> bool:
    """안보리 결의에 대한 위반, 김정은 정권: whose name something bears, no party by it."""
    end = mention.span.end
    rest = clauses.document.text[end : end + _NAMED_WITHIN].lstrip(" ’'\"”")
    if mention.kind is ActorKind.PERSON:
        return rest.startswith(clauses.words.words["rules-of"])
    if rest.startswith("("):
        rest = rest.partition(")")[2].lstrip(" ’'\"”")
    return rest.startswith(clauses.words.words["decisions"])


def names_war(clauses: Clauses, mention: Mention) -> bool:
    """우크라이나전 파병: where the war is, not where the troops go."""
    text, end = clauses.document.text, mention.span.end
    return text[end : end + 3].startswith(clauses.words.words["wars"])


def gives_rank(clauses: Clauses, mention: Mention, noun: int) -> bool:
    """외교부 부부장급 회담, 외무성 국장급 협의: the office before a noun only says how high."""
    if mention.kind is not ActorKind.ORGANISATION:
        return False
    text, end = clauses.document.text, mention.span.end
    between = text[end : max(end, noun)]
    return between.rstrip().endswith("급") or _RANKED.match(text, end) is not None
