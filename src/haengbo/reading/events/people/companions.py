"""Who went along: 외무상이 그를 수행했다, 방러에는 외무상이 동행했다.

Comes in: a sentence and the visit told of before it. Goes out: names of people who joined the
visitor. Invariant: whoever is accompanied must be the visitor, where the sentence says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.naming import coordinated, heads
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

_CLOSING = {Ending.FINAL, Ending.CONNECTIVE, Ending.QUOTATIVE}
_WHOM = {Case.OBJECT, Case.WITH}


def accompanying(clauses: Clauses) -> tuple[Verb, ...]:
    """The verbs by which the sentence tells who went along."""
    verbs = clauses.words.words["accompanying"]
    return tuple(
        item
        for item in clauses.items
        if isinstance(item, Verb) and item.lemma in verbs and item.ending in _CLOSING
        if not item.negated and clauses.quote_of(item) is None
    )


def companions(clauses: Clauses, verb: Verb, visit: Draft) -> tuple[str, ...]:
    """Who went along with the visitor of a visit.

    Example:
        After ``총리는 12일 모스크바를 찾았다`` the sentence ``외무상이 총리를 수행했다`` adds one.
    """
    visitors = {n for n, role in visit.roles.items() if role is ParticipantRole.SOURCE}
    before: list[Phrase] = []
    for item in reversed(clauses.items[: clauses.place_of(verb)]):
        if isinstance(item, Verb):
            break
        before.insert(0, item)
    whom = [p for p in before if p.case in _WHOM and not _is_listed(clauses, p)]
    led = {m.name for p in whom for m in heads(clauses, p)}
    if led - visitors or (whom and not led) or not (whom or _names_visit(clauses, before)):
        return ()  # 임무를 수행했다; 서기는 장관을 수행했다
    return tuple(dict.fromkeys(n for n in _who(clauses, before) if n not in visit.roles))


def _who(clauses: Clauses, before: list[Phrase]) -> Iterator[str]:
    for phrase in before:
        if phrase.case not in {Case.SUBJECT, Case.TOPIC}:
            continue
        for member in coordinated(clauses, phrase):
            yield from (m.name for m in heads(clauses, member) if m.kind is ActorKind.PERSON)


def _is_listed(clauses: Clauses, phrase: Phrase) -> bool:
    """외무상과 국방상이: a member of the list of those who went along."""
    behind = clauses.items[clauses.place_of(phrase) + 1 :][:1]
    following = behind[0] if behind else None
    listed = isinstance(following, Phrase) and (
        following.case in {Case.SUBJECT, Case.WITH} or following.comma
    )
    return phrase.case is Case.WITH and listed


def _names_visit(clauses: Clauses, before: list[Phrase]) -> bool:
    """방러에는, 이번 방문에: or nothing but who went along."""
    to = [p for p in before if p.case is Case.TO]
    nouns = (clauses.words.noun_ending(clauses.text(p.span).replace(" ", "")) for p in to)
    visits = [n for n in nouns if n and any(f.mode == "visit" for f in clauses.words.by_noun[n])]
    return len(visits) == len(to)
