"""A hostile deed that somebody announces on a condition, hints at or menaces with → a threat.

Comes in: a ``Trigger`` of such a deed, its ``Roles`` and the ``Setting``. Goes out: who threatens
whom, or ``None`` where the deed is a plan of its own (제재하기로 했다) or foreseen of others. What
one says one may do to another is the act; the deed is its matter.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.endings import is_joined
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.people.participants import fill
from haengbo.reading.events.setting import Roles, Setting

#: Id of the frame of what is found here.
THREAT = "threat-of-deed"
#: Types of what is done against somebody.
_DEEDS = {"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "REJECT"}
#: 보내 버리겠다, 끊지 않을 수: what may stand between the stem and the ending that counts.
_HELPED = r"\A(?:[어아여] (?:버리|치우|놓|두|주|내) |게 되 |지 않 )?"
#: 닫겠다고, 닫을 것이라고, 닫을 수 있다고, 닫을 수밖에, 닫는다고.
_AHEAD = re.compile(_HELPED + r"(?:겠 (?:다|ᆫ다|음)|(?:ᆯ|을) (?:것|거) (?:이|임|라|ᆷ|$)|(?:ᆯ|을) 수 )")
#: 닫겠다고, 닫을 것이라고, 닫는다고 통지문을 보내왔다.
_WILL = re.compile(_HELPED + r"(?:겠 |(?:ᆯ|을) (?:것|거) 이 라고|(?:는|ᆫ)다고)")
#: 닫을 수 있음을, 닫을 수도 있다는 뜻을; 닫을 수밖에 없다, 닫지 않을 수 없다.
_MAY = re.compile(_HELPED + r"(?:ᆯ|을) 수 (?:도 )?있")
_MUST = re.compile(_HELPED + r"(?:ᆯ|을) 수 밖에 없|\A지 않 을 수 없")
_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
_OTHERS = {ActorKind.STATE, ActorKind.ORGANISATION}


def threat_in(
    clauses: Clauses, trigger: Trigger, frame: FrameRow, roles: Roles, setting: Setting
) -> Roles | None:
    """Who threatens whom by saying that this may be done.

    Example:
        ``북한은 몽골이 훈련을 거두지 않으면 통로를 닫겠다고 했다``: a threat to Mongolia, and no
        plan to close anything.
    """
    verb = trigger.verb
    if verb is None or frame.type not in _DEEDS or not _is_done_by(trigger):
        return None
    states = _own_states(roles, setting)
    if states is None or not (setting.speakers or _is_willed(clauses, verb)):
        return None
    condition = _condition_before(clauses, verb)
    verb = _end_of_chain(clauses, verb)
    put_to = _put_to(clauses, condition) if condition is not None else ()
    told = _told_to(roles, states, setting)
    if not _threatens(clauses, verb, frame, condition):
        return None
    if _is_of_third(put_to, told, states, setting):
        return None
    row = clauses.words.by_id[THREAT]
    found = fill(row, trigger, setting)
    if found is None:
        return None
    own = {n: r for n, r in found.items() if r is ParticipantRole.SOURCE}
    others = told | dict.fromkeys(put_to, ParticipantRole.TARGET)
    if not others:
        others = {n: r for n, r in found.items() if r is ParticipantRole.TARGET}
    foreign = {n: r for n, r in others.items() if setting.world.state_of(n) not in states}
    return own | {n: r for n, r in foreign.items() if n not in own}


def _is_willed(clauses: Clauses, verb: Verb) -> bool:
    """닫겠다고 통지문을 보내왔다, 닫을 수 있음을 내비쳤다; not 제재를 강화할 것이라는 전망."""
    last = _end_of_chain(clauses, verb)
    return _WILL.match(last.tail) is not None or _is_hinted(clauses, last)


def _end_of_chain(clauses: Clauses, verb: Verb) -> Verb:
    """관계를 [끊고] 사람들을 추방하겠다고: the verb whose ending holds for what is joined to it."""
    if not is_joined(verb):
        return verb
    for item in clauses.items[clauses.place_of(verb) + 1 :]:
        if clauses.quote_of(item) != clauses.quote_of(verb):
            return verb
        if isinstance(item, Phrase):
            if item.case in _SUBJECTS:
                return verb
        elif item.supposed or item.past:
            return verb
        elif item.ending is not Ending.ADNOMINAL and not is_joined(item):
            return item
    return verb


def _is_done_by(trigger: Trigger) -> bool:
    """닫겠다, 제재를 가하겠다; not 훈련을 중단하겠다, by which nothing is done to anybody."""
    support = trigger.support
    done = support is not None and support.joins and support.status is None
    return not trigger.noun or (support is not None and done and "object" in support.cases)


def _own_states(roles: Roles, setting: Setting) -> set[str | None] | None:
    """States of those who speak, if who would do it is of the same and nobody only judges."""
    world = setting.world
    acting = {n for n, r in roles.items() if r is not ParticipantRole.TARGET}
    speaking = set(setting.speakers) or acting  # 닫겠다고 통지문을 보내왔다
    if not acting or not speaking or speaking & world.experts:
        return None
    states = {world.state_of(name) for name in speaking}
    if None in states or {world.state_of(name) for name in acting} - states:
        return None
    return states


def _threatens(clauses: Clauses, verb: Verb, frame: FrameRow, condition: Verb | None) -> bool:
    """By a condition, a hint, or the verb outside that says what the words are."""
    refusal = frame.type == "REJECT"
    if refusal and frame.negated:
        return _is_hinted(clauses, verb)  # 나가지 않겠다고 is a refusal, 않을 수 있음을 a threat
    if verb.negated and not refusal and not _MUST.match(verb.tail):
        return False  # 제재를 발동하지 않겠다고 is a promise
    if condition is not None and (refusal or _AHEAD.match(verb.tail)):
        return True
    return _is_hinted(clauses, verb) or bool(_MUST.match(verb.tail)) or _menaces(clauses, verb)


def _is_hinted(clauses: Clauses, verb: Verb) -> bool:
    """나가지 않을 수 있음을 내비쳤다, 끊을 수 있다는 뜻을 시사했다."""
    if _MAY.match(verb.tail) is None:
        return False
    behind = (i for i in clauses.items[clauses.place_of(verb) + 1 :] if isinstance(i, Verb))
    saying = next((i for i in behind if i.lemma not in {"있다", "이다"}), None)
    return saying is not None and saying.lemma in clauses.words.words["hinting"]


def _menaces(clauses: Clauses, verb: Verb) -> bool:
    """닫겠다고 을러댔다, “닫겠다”고 경고했다: the verb that bears the words is a threat itself."""
    if _AHEAD.match(verb.tail) is None:
        return False
    quote = clauses.quote_of(verb)
    for item in clauses.items[clauses.place_of(verb) + 1 :]:
        if not isinstance(item, Verb) or item.lemma in {"있다", "없다", "이다"}:
            continue
        if quote is not None and clauses.quote_of(item) == quote:
            return False  # other words follow in the quotation
        before = clauses.document.text[
            max(verb.span.end, item.span.start - _PHRASE) : item.span.start
        ]
        frames = clauses.words.frames_of_idiom(item.lemma, before)[1]
        frames = frames or clauses.words.frames_of_predicate(item.lemma)
        return any(f.type == "THREATEN" and f.finite for f in frames)
    return False


#: How much text before a verb may belong to its phrase (으름장을 놓다).
_PHRASE = 12


def _condition_before(clauses: Clauses, verb: Verb) -> Verb | None:
    """거두지 않으면 … 닫겠다: on what condition, in the same words."""
    quote = clauses.quote_of(verb)
    for item in reversed(clauses.items[: clauses.place_of(verb)]):
        if clauses.quote_of(item) != quote:
            return None
        if isinstance(item, Verb):
            if item.supposed:
                return item
            if item.ending in {Ending.FINAL, Ending.QUOTATIVE}:
                return None
    return None


def _put_to(clauses: Clauses, condition: Verb) -> tuple[str, ...]:
    """몽골이 거두지 않으면: who is to do or leave it."""
    for item in reversed(clauses.items[: clauses.place_of(condition)]):
        if isinstance(item, Phrase) and item.case in _SUBJECTS:
            found = heads(clauses, item) if item.case is Case.SUBJECT else ()
            return tuple(m.name for m in found if m.kind in _OTHERS and m.name is not None)
    return ()


def _told_to(roles: Roles, states: set[str | None], setting: Setting) -> Roles:
    """Whom the deed would hit, but for one's own."""
    return {
        name: role
        for name, role in roles.items()
        if role is ParticipantRole.TARGET and setting.world.state_of(name) not in states
    }


def _is_of_third(
    put_to: tuple[str, ...], told: Roles, states: set[str | None], setting: Setting
) -> bool:
    """유엔이 결의하면 일본도 북한을 제재하겠다: a plan that waits for somebody else."""
    state_of = setting.world.state_of
    waiting = {state_of(name) or name for name in put_to}
    hit = {state_of(name) or name for name in told}
    return bool(waiting) and (bool(waiting & states) or (bool(hit) and not waiting & hit))
