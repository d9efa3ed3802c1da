"""Days that are those of a report, not of what is reported: 신문은 5일 위원장이 …했다고 보도했다.

Comes in: a ``Trigger`` with its clauses. Goes out: the phrases of its clause that may date it.
Invariant: a matter or a paper (회담은, 합의서는) reports nothing.
"""

from __future__ import annotations

import re

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.arguments import Arguments
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

_ACCORDING = re.compile(r"에 (?:따르|의하)면")


def dated_by_report(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether the only date before the verb is the reporter's (신문은 5일 위원장이 …했다고)."""
    arguments = trigger.arguments
    if arguments is None or trigger.noun:
        return False
    kept = not_of_report(clauses, trigger, arguments)
    return any(clauses.document.times_in(p.span) for p in arguments.own if p not in kept)


def not_of_report(
    clauses: Clauses,
    trigger: Trigger,
    arguments: Arguments,
) -> tuple[Phrase, ...]:
    """Leave out a date between reporter and reported subject: 신문은 5일 위원장이 …했다고."""
    verb = trigger.verb
    topic = next((p for p in arguments.own if p.case is Case.TOPIC), None)
    able = {Case.SUBJECT, *((Case.TOPIC,) if topic and _reports(clauses, topic) else ())}
    acting = (p for p in arguments.own if p.case in able and p is not topic)
    named = (p for p in acting if _acts(clauses, p, arguments))
    subject = next(named, _what_is_planned(trigger))
    if topic is None:
        return tuple(p for p in arguments.own if not is_of_teller(clauses, trigger, p))
    if verb is None or not _may_report(clauses, trigger, topic):
        return arguments.own
    if verb.ending is Ending.ADNOMINAL and _reports(clauses, topic):
        return _without_date_behind(arguments.own, topic)
    if subject is None or topic.span.start > subject.span.start:
        return arguments.own
    if _reports(clauses, topic) and _place_follows(clauses, arguments.own, topic, subject):
        return arguments.own
    quote = clauses.quote_of(verb)
    return tuple(
        p
        for p in arguments.own
        if p.span.start >= subject.span.start
        or (quote is not None and clauses.quote_of(p) == quote)
    )


def is_of_teller(clauses: Clauses, trigger: Trigger, phrase: Phrase) -> bool:
    """신문은 [5일] 위원장이 회의에 가려고 출국했다고: whoever is named lies in a clause between."""
    at = clauses.place_of(phrase)
    before, behind = clauses.items[at - 1 : at], clauses.items[at + 1 : at + 2]
    teller, subject = before[:1], behind[:1]
    if not teller or not subject or not clauses.says_when(phrase):
        return False
    one, other = teller[0], subject[0]
    if not isinstance(one, Phrase) or not isinstance(other, Phrase):
        return False
    # 통신은 5일, 대표단은 몽골을 방문해: behind a medium a second topic acts as well
    acts = other.case is Case.SUBJECT or (other.case is Case.TOPIC and _reports(clauses, one))
    named = acts and bool(clauses.document.mentions_in(other.span))
    return one.case is Case.TOPIC and named and _may_report(clauses, trigger, one)


def _acts(clauses: Clauses, phrase: Phrase, arguments: Arguments) -> bool:
    """국방부는 11일 양측이 서명했다고: who acts, named or as one of two, or as a delegation."""
    words = clauses.words.words
    text = clauses.text(phrase.span)
    sent = text.replace(" ", "").endswith(words["delegations"])
    both = text in {*words["two-sides"], *words["they"]}
    return phrase in arguments.named or both or sent


def _may_report(clauses: Clauses, trigger: Trigger, topic: Phrase) -> bool:
    """Whether a topic tells what the trigger's clause says, so that a day behind it is its own."""
    verb = trigger.verb
    if verb is None or verb.ending is Ending.FINAL or _is_matter(clauses, topic):
        return False
    if _reports(clauses, topic):
        return True
    # 합참은 8일 북한이 …를 발사했다고 밝혔다: announced as it happens
    fired = any(f.mode == "missile-test" or f.id == "nuclear-test" for f in trigger.frames)
    # 두 나라는 6월 주석이 방문했을 때 맺은 협정을
    then = clauses.sets_another_time(verb)
    return _tells(clauses, trigger) and not fired and not then


def _tells(clauses: Clauses, trigger: Trigger) -> bool:
    """관계는 9월 위원장이 방문하며 풀렸다: without …고, …것 nobody tells of anything."""
    at = trigger.verb_index if trigger.verb_index is not None else trigger.index
    return any(
        isinstance(item, Verb) and item.ending in {Ending.QUOTATIVE, Ending.NOMINAL, Ending.NONE}
        for item in clauses.items[at:]
    )


def _what_is_planned(trigger: Trigger) -> Phrase | None:
    """차관은 27일 위원장의 방러가 준비되고 있다고 말했다: the day before it is the saying's."""
    support = trigger.support
    planned = support is not None and support.id == "is-planned" and trigger.noun
    first = trigger.chain[0] if trigger.chain else None
    return first if planned and trigger.chain[-1].case is Case.SUBJECT else None


def _place_follows(
    clauses: Clauses, own: tuple[Phrase, ...], topic: Phrase, subject: Phrase
) -> bool:
    """통신은 27일 창춘에서 주석이 …했다고: what has its place behind its day has both."""
    between = own[own.index(topic) + 1 : own.index(subject)]
    while between and (between[-1].case is Case.WITH or between[-1].comma):
        between = between[:-1]  # 27일 창춘에서 주석과 부장이: the list of who acted
    return (
        bool(between)
        and between[-1].case is Case.AT
        and any(m.kind is ActorKind.PLACE for m in clauses.document.mentions_in(between[-1].span))
    )


def _is_matter(clauses: Clauses, phrase: Phrase) -> bool:
    """합의서는 19일 …서명한 것이다, 회담은 2002년 …방북해 열렸다: nobody who tells."""
    text = clauses.text(phrase.span).replace(" ", "")
    documents = clauses.words.words["topic-documents"]
    return text.endswith(documents) or clauses.words.noun_ending(text) is not None


def _reports(clauses: Clauses, phrase: Phrase) -> bool:
    """통신은, 노동신문은: a medium."""
    return any(
        m.kind is ActorKind.MEDIUM and m.span.end == phrase.span.end
        for m in clauses.document.mentions_in(phrase.span)
    )


def _without_date_behind(own: tuple[Phrase, ...], topic: Phrase) -> tuple[Phrase, ...]:
    """신문은 27일 러시아로 가는 대표단이 …했다고: the day behind the medium is the report's."""
    at = own.index(topic) + 1
    dated = at < len(own) and own[at].case is Case.BARE
    return own[at + 1 :] if dated else own[at:]


def dates_report(clauses: Clauses, phrase: Phrase) -> bool:
    """10일 조선중앙통신에 따르면, 28일 통신은: the day right before the medium is the report's.

    So is the day before anybody else according to whom it is told: 5일 통일부에 따르면.
    """
    behind = clauses.items[clauses.place_of(phrase) + 1 :][:1]
    medium = behind[0] if behind else None
    if not isinstance(medium, Phrase) or medium.case not in {Case.PER, Case.TOPIC}:
        return False
    told = medium.case is Case.PER and _is_source(clauses, medium)
    return (told or _reports(clauses, medium)) and clauses.says_when(phrase)


def _is_source(clauses: Clauses, phrase: Phrase) -> bool:
    """통일부에 따르면, 통신 보도에 따르면; not 합의에 따라."""
    return _ACCORDING.match(clauses.document.text, phrase.span.end) is not None
