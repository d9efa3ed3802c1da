"""A verb or noun of a sentence → the phrases that belong to it.

Comes in: ``Clauses`` and the place of an item. Goes out: ``Arguments``. Korean is head-final: an
argument stands left of its predicate, so one walks left until another clause begins. What stands
before an adnominal predicate belongs to that predicate, except a subject when the clause describes
somebody who acts: in ``의장이 평양을 찾은 장관을 만나`` 의장 is the subject of 만나다.
"""

from __future__ import annotations

import re

import msgspec

from haengbo.knowledge.gazetteer import gazetteer
from haengbo.korean.predicates import Ending
from haengbo.model.span import Span
from haengbo.reading.events.parsing.clauses import Case, Clauses, Item, Phrase, Verb
from haengbo.reading.events.parsing.heads import head_after
from haengbo.reading.events.parsing.leftward import Animate, Leftward


class Arguments(msgspec.Struct, frozen=True):
    """What belongs to a predicate.

    Attributes:
        own: Phrases of its clause, left to right, subject included.
        subjects: Candidates for its subject, the likeliest first; those of earlier clauses too.
        head: The phrase that an adnominal predicate describes (방문한 → 장관을).
        described: Adjuncts inside a relative clause that stands in this clause; a date there may
            be this clause's.
        loose: Adjuncts left of a relative clause's complement, which may be this clause's own.
        named: Those of its own phrases that name somebody who acts.
        reach: From the first own phrase to the predicate's end.
    """

    own: tuple[Phrase, ...]
    subjects: tuple[Phrase, ...]
    head: Phrase | None
    described: tuple[Phrase, ...]
    loose: tuple[Phrase, ...]
    named: tuple[Phrase, ...]
    reach: Span


#: 위협했다는 보도.
_RUMOURED = ("었 다는 ", "았 다는 ", "였 다는 ")
#: 보낸 데 대해, 보낸 것을, 보냈음에도, 보내자: whose subject is seldom that of the verb behind.
_OF_ANOTHER = re.compile(
    r"(?:[었았였] )?(?:(?:ᆫ|은|는) (?:것|점|사실|일) (?:에|을|ᆯ|과|와)"
    r"|(?:ᆫ|은|는) 데 (?!이어|따르|의하|더하|그치|비하)"
    r"|(?:음|ᆷ) (?:에 ?도|을|ᆯ)|자 $|자마자 )"
)
#: 보내겠다고, 보내라고, 보내자고, 보내기로 했다고, 보낼 것이라고.
_OWN_WILL = re.compile(r"겠|(?:으?라|자) ?고|기 로|(?:ᆯ|을) (?:것|예정|계획|방침)|ᆯ게|달라")
#: 회담할 것이라고.
_SAID = re.compile(
    r"(?:었 |았 )?(?:ᆯ|을|ᆫ|은) (?:것|예정|계획|방침) (?:이 )?(?:라고|이라고|라며|이라며)"
)
#: 지킬 것을, 지켜 줄 것을, 지키도록.
_SHALL_BE_DONE = re.compile(r"(?:[어아여] 주 |지 말 )?(?:(?:ᆯ|을) 것 (?:을|ᆯ)|도록)")


def arguments_of(clauses: Clauses, index: int, animate: Animate) -> Arguments:
    """Phrases that belong to the verb at ``index``."""
    walk = Leftward(clauses, index, animate)
    for position in range(index - 1, -1, -1):
        walk.see(position)
    alone = not any(
        animate(p) or _is_who_speaks(clauses, p) or _holds_office(clauses, p) for p in walk.subjects
    )
    alone = alone and not (walk.subjects and walk.happens(index))  # 연회는 [북한이 지은] 집에서
    if walk.swallowed is not None and alone and not _is_answered(clauses, walk.swallowed, index):
        walk.give_back(walk.swallowed)
    elif walk.swallowed is not None and _acts_in_complement_too(clauses, walk):
        walk.share(walk.swallowed)
    elif not walk.subjects and walk.embedded is not None and not walk.is_occasion(walk.embedded):
        walk.subjects.append(walk.embedded)
    item = clauses.items[index]
    if len(walk.subjects) > 1 and _acts_in_what_is_asked(clauses, index, walk.subjects[0]):
        walk.subjects.append(walk.subjects.pop(0))
    if walk.embedded is not None and _acts_in_report(item, afterwards=walk.afterwards):
        walk.subjects.insert(0, walk.embedded)
    adnominal = isinstance(item, Verb) and item.ending is Ending.ADNOMINAL
    head = head_after(clauses, index) if adnominal else None
    own = tuple(reversed(walk.own))
    start = min((phrase.span.start for phrase in own), default=item.span.start)
    reach = Span(min(start, item.span.start), item.span.end)
    named = tuple(phrase for phrase in own if animate(phrase))
    described = tuple(reversed(walk.described))
    loose = tuple(reversed(walk.loose))
    return Arguments(own, tuple(walk.subjects), head, described, loose, named, reach)


def _acts_in_complement_too(clauses: Clauses, walk: Leftward) -> bool:
    """정부는 북한이 [철거를 요구하는] 통지문을 보낸 데 대해: who demands it has sent it.

    The clause is a complement of a later verb, which the topic has; and the clause inside it lacks
    nothing: what it describes is neither whom nor what one acts on (북한이 요구한 식량을 보낸 데).
    """
    subject, inner = walk.swallowed, walk.swallowed_by
    verb = clauses.items[walk.index]
    if subject is None or inner is None or not isinstance(verb, Verb) or not walk.animate(subject):
        return False
    if not (
        _OF_ANOTHER.match(verb.tail) or (verb.ending is Ending.QUOTATIVE and _is_told_of(verb))
    ):
        return False
    described = clauses.items[inner]
    between = clauses.items[clauses.place_of(subject) + 1 : inner]
    if not isinstance(described, Verb) or any(isinstance(item, Verb) for item in between):
        return False
    whole = described.passive or described.lemma in clauses.words.words["of-what-it-is"]
    return whole or any(isinstance(p, Phrase) and p.case is Case.OBJECT for p in between)


def _is_told_of(verb: Verb) -> bool:
    """보냈다고, 보이고 있다고; not 보내겠다고, 보내라고: what whoever speaks will do."""
    return not _OWN_WILL.search(verb.tail)


def _is_who_speaks(clauses: Clauses, subject: Phrase) -> bool:
    """“우리는 미국이 만든 공보문을 배격한다”: whoever says so acts, though no name stands here."""
    return clauses.text(subject.span) in clauses.words.words["own-side"]


def _holds_office(clauses: Clauses, subject: Phrase) -> bool:
    """가블로 국장은 [대통령이 보낸] 선물을 들고: somebody whom no pack knows, but somebody."""
    name, _, office = clauses.text(subject.span).rpartition(" ")
    titles = gazetteer(clauses.document.knowledge)
    return bool(name) and subject.case is Case.TOPIC and titles.title_in(office) is not None


def _is_answered(clauses: Clauses, subject: Phrase, index: int) -> bool:
    """이어 [일본이 제기한] 의혹을 부인했다: who raised it does not deny it."""
    raised = clauses.items[clauses.place_of(subject) + 1]
    if not isinstance(raised, Verb) or not isinstance(verb := clauses.items[index], Verb):
        return False
    answers = clauses.words.frames_of_predicate(verb.lemma)[:1]
    against = any(frame.type == "REJECT" for frame in answers)
    return against and raised.lemma in clauses.words.words["raising"]


def _acts_in_what_is_asked(clauses: Clauses, index: int, subject: Phrase) -> bool:
    """대변인은 [미얀마가 결의를 지켜 줄 것을] 당부했다: who shall do it does not ask for it."""
    between = clauses.items[clauses.place_of(subject) + 1 : index]
    verbs = [item for item in between if isinstance(item, Verb)]
    if subject.case is not Case.SUBJECT or len(verbs) != 1:
        return False
    return _SHALL_BE_DONE.match(verbs[0].tail) is not None


def _acts_in_report(item: Item, *, afterwards: bool) -> bool:
    """정부는 북한이 보복하겠다고 위협했다는 보도를 부인했다: who acts there has …이/가."""
    rumour = isinstance(item, Verb) and item.ending is Ending.NOMINAL
    told = rumour and isinstance(item, Verb) and item.tail.startswith(_RUMOURED)
    return told or (afterwards and _is_reported(item))


def _is_reported(item: Item) -> bool:
    """대변인은 부상이 도착한 뒤 회담할 것이라고: who speaks has …은/는, who acts has …이/가."""
    if not isinstance(item, Verb):
        return False
    return item.ending is Ending.QUOTATIVE or bool(_SAID.match(item.tail))
