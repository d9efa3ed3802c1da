"""Who went along: 외무상이 그를 수행했다, 방러에는 외무상이 동행했다.

Comes in: a sentence and the visit told of before it. Goes out: names of people who joined the
visitor. Invariant: whoever is accompanied must be the visitor, where the sentence says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.draft import Draft
from haengbo.reading.events.finding.naming import all_heads, heads
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

_CLOSING = {Ending.FINAL, Ending.CONNECTIVE, Ending.QUOTATIVE}
#: 외무상이, 외무상도, 외무상으로, 외무상과.
_MEMBERS = {Case.SUBJECT, Case.TOPIC, Case.BY, Case.WITH}
_WHOM = {Case.OBJECT, Case.WITH}
_ACTING = {Case.SUBJECT, Case.TOPIC}


def accompanying(clauses: Clauses) -> tuple[Verb, ...]:
    """The verbs by which the sentence tells who went along."""
    verbs = (*clauses.words.words["accompanying"], *clauses.words.words["taking-along"])
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
    if verb.lemma in clauses.words.words["taking-along"]:
        return _taken(clauses, before, visit, visitors)
    whom = [p for p in before if p.case in _WHOM and not _is_listed(clauses, p)]
    led = {m.name for p in whom for m in heads(clauses, p)}
    if led - visitors or (whom and not led) or not (whom or _names_visit(clauses, before)):
        return ()  # 임무를 수행했다; 서기는 장관을 수행했다
    return tuple(dict.fromkeys(n for n in _who(clauses, before) if n not in visit.roles))


def _taken(
    clauses: Clauses, before: list[Phrase], visit: Draft, visitors: set[str]
) -> tuple[str, ...]:
    """대통령은 외무장관과 국방장관을 대동했다: by the visitor, named here or left out."""
    acting = [m.name for p in before if p.case in _ACTING for m in heads(clauses, p)]
    people = (
        mention.name
        for phrase in before
        if phrase.case is Case.OBJECT
        for mention in all_heads(clauses, phrase)
        if mention.kind is ActorKind.PERSON
    )
    told = set(acting) <= visitors
    return tuple(dict.fromkeys(n for n in people if told and n not in visit.roles))


def members(clauses: Clauses, visit: Draft) -> tuple[str, ...]:
    """대표단에는 총리와 외무상이 포함됐다, 대표단은 총리 등으로 구성됐다: who else came.

    Args:
        clauses: The sentence.
        visit: The visit told of before it.
    """
    words = clauses.words.words
    for position, item in enumerate(clauses.items):
        if not isinstance(item, Verb) or item.lemma not in words["being-among"]:
            continue
        before = [i for i in clauses.items[:position] if isinstance(i, Phrase)]
        if (
            item.negated
            or clauses.quote_of(item) is not None
            or not _is_of_delegation(clauses, before)
        ):
            continue
        names = (
            mention.name
            for phrase in before
            if phrase.case in _MEMBERS or (phrase.case is Case.BARE and phrase.comma)
            for mention in all_heads(clauses, phrase)
            if mention.kind is ActorKind.PERSON
        )
        return tuple(dict.fromkeys(n for n in names if n not in visit.roles))
    return ()


def _is_of_delegation(clauses: Clauses, before: list[Phrase]) -> bool:
    """대표단에는, 수행단은: whose members are told, as what the sentence begins with."""
    first = next((p for p in before if not clauses.says_when(p)), None)
    if first is None or first.case not in {Case.TO, Case.TOPIC, Case.SUBJECT}:
        return False
    name = clauses.text(first.span).removeprefix("이번 ").removeprefix("이 ")
    return name.endswith(clauses.words.words["delegations"])


def _who(clauses: Clauses, before: list[Phrase]) -> Iterator[str]:
    for phrase in before:
        if phrase.case not in {Case.SUBJECT, Case.TOPIC}:
            continue
        yield from (m.name for m in all_heads(clauses, phrase) if m.kind is ActorKind.PERSON)


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
