"""A verb that describes a noun → what that noun, or whoever stands around it, is to the verb.

Comes in: ``Clauses``, a ``Trigger`` and, where it is known, the noun that its clause describes.
Goes out: whether a scene, a deed or a text is described, and phrases that may act in its stead.
Invariant: which of them is the subject is for ``subjects`` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.owning import owners_of
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.parsing.heads import head_after
from haengbo.reading.events.parsing.leftward import JOINED

#: 도움을 준 것으로 확인된 기업.
_SAID_TO_HAVE = re.compile(r"(?:ᆫ|은|는) 것 으로 ")
_ACTING = {Case.SUBJECT, Case.TOPIC}
_COMPLEMENTS = {Case.OBJECT, Case.TO, Case.WITH, Case.BY}


def authors_of(clauses: Clauses, trigger: Trigger) -> tuple[Mention, ...]:
    """대화를 거부한 외무상의 담화, 규탄하는 안보리 성명: who speaks in the text described."""
    verb, arguments = trigger.verb, trigger.arguments
    if verb is None or arguments is None or verb.ending is not Ending.ADNOMINAL:
        return ()
    head = arguments.head
    if head is None or not describes_utterance(clauses, trigger):
        return ()
    return owners_of(clauses, head)


def describes_utterance(clauses: Clauses, trigger: Trigger) -> bool:
    """Whether an adnominal verb describes a text: 가능성을 일축하는 담화."""
    head = trigger.arguments.head if trigger.arguments is not None else None
    return head is not None and clauses.text(head.span).endswith(clauses.words.words["utterances"])


def describes_scene(clauses: Clauses, trigger: Trigger, head: Phrase) -> bool:
    """Whether a clause describes when or where it was, not who acts."""
    return _is_when(clauses, trigger) or _is_where(clauses, head)


def _is_when(clauses: Clauses, trigger: Trigger) -> bool:
    """북한이 미사일을 쏜 지난 3일 …: a day is described, no actor behind it."""
    behind = clauses.items[(trigger.verb_index or 0) + 1 :][:1]
    return bool(behind) and clauses.says_when(behind[0])


def _is_where(clauses: Clauses, head: Phrase) -> bool:
    """북한이 미사일을 쏜 원산에는: a place is described."""
    found = heads(clauses, head)
    return bool(found) and all(m.kind is ActorKind.PLACE for m in found)


def is_of_main_verb(clauses: Clauses, trigger: Trigger, head: Phrase, subject: Phrase) -> bool:
    """Whether the only subject before a deed that is described acts in the main clause."""
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    deed = clauses.text(head.span).startswith(clauses.words.words["deeds"])
    behind = clauses.items[clauses.items.index(head) + 1 :]
    others = any(isinstance(i, Phrase) and i.case in _ACTING for i in behind)
    last = next((i for i in reversed(behind) if isinstance(i, Verb)), None)
    acts = (
        last is not None
        and not last.passive
        and any(isinstance(i, Phrase) and i.case is Case.OBJECT for i in behind)
    )
    return deed and acts and not others and subjects[:1] == (subject,) == subjects


def is_blamed(clauses: Clauses, head: Phrase) -> bool:
    """Whether the next verb blames somebody for what a clause describes."""
    if clauses.text(head.span).startswith(clauses.words.words["deeds"]):
        return True  # 당국은 은행을 노린 해킹의 배후가 북한이라고 밝혔다
    if head.case not in {Case.OBJECT, Case.ABOUT, Case.TO}:
        return False
    behind = clauses.items[clauses.items.index(head) + 1 :]
    verb = next((item for item in behind if isinstance(item, Verb)), None)
    frames = clauses.words.frames_of_predicate(verb.lemma) if verb is not None else ()
    return any(frame.type == "ACCUSE" and not frame.needs for frame in frames)


def charge_after(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """전산망을 해킹해 달러를 훔친 혐의로: the charge that the next verb describes is of both."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or not verb.tail.startswith(JOINED):
        return None
    behind = (n for n, i in enumerate(clauses.items) if n > at and isinstance(i, Verb))
    following = next(behind, None)
    described = clauses.items[following] if following is not None else None
    if following is None or not isinstance(described, Verb):
        return None
    if described.ending is not Ending.ADNOMINAL:
        return None
    head = head_after(clauses, following)
    charged = clauses.words.words["charges"]
    return head if head is not None and clauses.text(head.span).startswith(charged) else None


def sayer_described(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """일본과 대화하지 않겠다고 밝힌 북한은: who is described by what was said, said it."""
    verb, at = trigger.verb, trigger.verb_index
    if verb is None or at is None or verb.ending is not Ending.QUOTATIVE:
        return None
    saying = clauses.items[at + 1] if at + 1 < len(clauses.items) else None
    if not isinstance(saying, Verb) or saying.ending is not Ending.ADNOMINAL:
        return None
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    if saying.lemma not in clauses.words.words["saying"] or subjects:
        return None
    head = head_after(clauses, at + 1)
    return head if head is not None and heads(clauses, head) else None


def charged(clauses: Clauses, head: Phrase) -> Iterator[Phrase]:
    """검찰은 은행을 턴 혐의로 해커를 기소했다: who is charged with it has done it."""
    position = clauses.items.index(head) + 1
    taken: list[Phrase] = []
    for item in clauses.items[position:]:
        if isinstance(item, Verb):
            suffered = item.passive or item.lemma.endswith(("되다", "받다"))
            yield from () if suffered else (p for p in taken if p.case is Case.OBJECT)
            return
        taken.append(item)


def takes_object(trigger: Trigger) -> bool:
    """당국은 자국을 비판해온 대사를: whether an object stands right before the verb."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    return bool(own) and own[-1].case is Case.OBJECT


def is_done_by_unnamed(clauses: Clauses, trigger: Trigger) -> bool:
    """자금을 지원하거나 도움을 준 것으로 확인된 기업을 제재했다: somebody without a name did it."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    takes = any(phrase.case is Case.OBJECT and phrase.span < trigger.span for phrase in own)
    if trigger.noun or not takes or is_passive(trigger) or trigger.verb_index is None:
        return False
    described = _described_behind(clauses, trigger.verb_index)
    doers = clauses.words.words["unnamed-doers"]
    return any(token.form in doers for phrase in described for token in phrase.tokens)


def _described_behind(clauses: Clauses, index: int) -> tuple[Phrase, ...]:
    """What a clause that goes on to an adnominal verb describes, with whose it is (선박의 입항)."""
    for at in range(index, len(clauses.items)):
        item = clauses.items[at]
        if not isinstance(item, Verb):
            if item.case in _ACTING:
                return ()
            continue
        if item.ending is Ending.ADNOMINAL:
            head = head_after(clauses, at)
            last = clauses.place_of(head) if head is not None else at
            return tuple(i for i in clauses.items[at + 1 : last + 1] if isinstance(i, Phrase))
        goes_on = item.ending is Ending.CONNECTIVE and item.tail.startswith("거나 ")
        if not goes_on and not _SAID_TO_HAVE.match(item.tail):
            return ()
    return ()


def decides(clauses: Clauses, trigger: Trigger, owner: Phrase) -> bool:
    """국무부는 연락선을 끊은 북한의 결정에 실망했다: whose deed it is has done it."""
    behind = clauses.items[clauses.place_of(owner) + 1 :][:1]
    deed = behind[0] if behind else None
    if not isinstance(deed, Phrase) or owner.case is not Case.GENITIVE:
        return False
    named = clauses.text(deed.span).startswith(clauses.words.words["deeds-of-states"])
    return named and takes_object(trigger) and bool(heads(clauses, owner))


def described_owner(clauses: Clauses, trigger: Trigger) -> Phrase | None:
    """전투에서 싸운 군인들의 모습: the genitive right behind the verb is whom it describes."""
    behind = clauses.items[(trigger.verb_index or 0) + 1 :][:1]
    found = behind[0] if behind else None
    if not isinstance(found, Phrase) or found.case is not Case.GENITIVE:
        return None
    return found if heads(clauses, found) else None


def outer_head(clauses: Clauses, head: Phrase) -> Phrase | None:
    """미사일을 발사하는 도발을 감행한 북한: whom the next clause describes did both."""
    position = clauses.items.index(head) + 1
    verb = clauses.items[position] if position < len(clauses.items) else None
    if not isinstance(verb, Verb) or verb.ending is not Ending.ADNOMINAL:
        return None
    outer = head_after(clauses, position) if head.case is Case.OBJECT else None
    return outer if outer is not None and heads(clauses, outer) else None


def is_passive(trigger: Trigger) -> bool:
    """나포된, 밝혀진; not 회담을 가진: whether what the verb tells was done to somebody."""
    verb, support = trigger.verb, trigger.support
    if support is not None and support.joins:
        return False
    return verb is not None and (verb.passive or verb.lemma.endswith(("지다", "되다")))


def inner_subject(trigger: Trigger) -> Phrase | None:
    """[위원장이] 만난 장관: the subject inside the clause."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    return next((p for p in reversed(own) if p.case is Case.SUBJECT), None)


def head_is_object(trigger: Trigger) -> bool:
    """김 위원장이 만난 장관: a subject inside and no complement behind it.

    A verb that holds its object describes who acts: 주석이 방북한 부장을 통해.
    """
    inner, verb = inner_subject(trigger), trigger.verb
    if inner is None or verb is None or trigger.arguments is None:
        return False
    if any(given.startswith("target:") for f in trigger.frames for given in f.given):
        return False  # 주석이 방북한 부장: whither he came is in the word
    own = trigger.arguments.own
    after = own[own.index(inner) + 1 :]
    return verb.ending is Ending.ADNOMINAL and not any(p.case in _COMPLEMENTS for p in after)
