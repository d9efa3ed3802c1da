"""Who a sentence is about, for the sentences that go on without a subject.

Comes in: the ``Clauses`` of a sentence and the ``Memory`` of the page. Goes out: names, none if
the sentence is about nobody that the page names.
"""

from __future__ import annotations

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.delegations import leader_of, means_visitors
from haengbo.reading.events.finding.naming import acts, coordinated, heads
from haengbo.reading.events.page.memory import Memory
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.parsing.heads import head_after
from haengbo.reading.events.people.spoken_for import body_spoken_for


def topic_of(clauses: Clauses, memory: Memory) -> tuple[str, ...]:
    """The first subject outside quotations, media apart.

    Example:
        Of ``외무상은 장관이 마련한 만찬에 참석했다`` it is 외무상.
    """
    for item in clauses.items:
        if not isinstance(item, Phrase) or item.case not in {Case.TOPIC, Case.SUBJECT}:
            continue
        if clauses.quote_of(item) is not None or _is_inside(clauses, item, memory):
            continue
        names = _named(clauses, item, memory)
        if names:
            return names
    return ()


def comes_beside(clauses: Clauses) -> bool:
    """대사도 공항에 나왔다: who is only added to the one told of, by 도."""
    acting = (
        item
        for item in clauses.items
        if isinstance(item, Phrase) and item.case in {Case.TOPIC, Case.SUBJECT}
    )
    first = next(acting, None)
    return first is not None and first.particles[-1:] == ("도",) and bool(heads(clauses, first))


def _named(clauses: Clauses, subject: Phrase, memory: Memory) -> tuple[str, ...]:
    leader = leader_of(clauses, subject)
    group = coordinated(clauses, subject if leader is None else leader)
    found = (m for member in group for m in heads(clauses, member))
    names = tuple(m.name for m in found if m.kind is not ActorKind.MEDIUM)
    if not names and means_visitors(clauses, subject):
        return next(iter(memory.visitors()), ())
    return names or tuple(m.name for m in body_spoken_for(clauses, subject))


def _is_inside(clauses: Clauses, subject: Phrase, memory: Memory) -> bool:
    """장관이 마련한 만찬에 참석했다: who gave it is not who the sentence is about."""
    behind = clauses.items[clauses.place_of(subject) + 1 :]
    verb = next((item for item in behind if isinstance(item, Verb)), None)
    if verb is None or verb.ending is not Ending.ADNOMINAL or subject.case is Case.TOPIC:
        return False
    head = head_after(clauses, clauses.place_of(verb))
    happens = verb.passive or verb.lemma in clauses.words.happening
    own = head is not None and not happens and not acts(clauses, head)
    return own and bool(memory.carried)
