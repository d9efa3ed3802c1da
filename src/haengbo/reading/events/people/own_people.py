"""자국민, 자국 어선: whose people they are, and who held them.

Comes in: a ``Trigger`` in its ``Setting``. Goes out: names of states, or mentions; none where the
words do not say 자국.

Example:
    ``몽골은 북한이 붙잡은 자국민을 돌려보냈다고 밝혔다``: 북한 let go people of 몽골.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.knowledge.frames import FrameRow
from haengbo.korean.predicates import Ending
from haengbo.model.reading import Mention
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.candidates import phrases_in
from haengbo.reading.events.finding.describing import last_before
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.setting import Roles, Setting

_OWN = "자국"
#: 배 씨와 밀러 씨를, 미국 기자의 가족을.
_JOINED = {Case.WITH, Case.GENITIVE, Case.BARE}


def owner_of_own(setting: Setting, phrase: Phrase, roles: Roles) -> Iterator[str]:
    """총리는 북한이 자국민을 풀어 주었다고 밝혔다: the state of who tells it, or acts first."""
    clauses, state_of = setting.clauses, setting.world.state_of
    if not clauses.text(phrase.span).startswith(_OWN):
        return
    acting = (
        item
        for item in clauses.items
        if isinstance(item, Phrase)
        and item.case in {Case.TOPIC, Case.SUBJECT}
        and clauses.quote_of(item) is None
        and heads(clauses, item)
    )
    first = next(acting, None)
    state = state_of(heads(clauses, first)[-1].name) if first is not None else None
    if state is not None and state not in {state_of(name) for name in roles}:
        yield state


def holders_of_own(setting: Setting, trigger: Trigger) -> tuple[Mention, ...]:
    """북한이 붙잡았던 자국민을 석방했다: who held them lets them go, not who tells of it.

    So with whomever somebody says they let go: 외교부는 북한이 억류한 기자를 석방했다고 발표했다.
    """
    clauses, verb = setting.clauses, trigger.verb
    told = verb is not None and verb.ending is Ending.QUOTATIVE
    for phrase in phrases_in(clauses, trigger, "object"):
        place, before = _verb_describing(clauses, phrase)
        if before is None or before.ending is not Ending.ADNOMINAL:
            continue
        own = clauses.text(phrase.span).startswith(_OWN)
        if own or (told and before.lemma in clauses.words.words["holding-people"]):
            holder = last_before(clauses, place, Case.SUBJECT)
            return heads(clauses, holder) if holder is not None else ()
    return ()


def _verb_describing(clauses: Clauses, phrase: Phrase) -> tuple[int, Verb | None]:
    """The verb right before a phrase and those joined to it (억류한 배 씨와 [밀러 씨를])."""
    place = clauses.place_of(phrase)
    for at in range(place - 1, -1, -1):
        item = clauses.items[at]
        if isinstance(item, Verb):
            return at, item
        if item.case not in _JOINED:
            break
    return place, None


def is_ours(clauses: Clauses, trigger: Trigger) -> bool:
    """미국이 우리의 수소탄시험을 걸고: what somebody takes up was done by who speaks of 우리."""
    if not trigger.noun:
        return False
    ours = clauses.words.words["our-own"]
    return any(clauses.text(phrase.span) in ours for phrase in trigger.chain[:-1])


def own_state(setting: Setting, trigger: Trigger, frame: FrameRow) -> tuple[str, ...]:
    """대변인은 “정부는 3일 쌀을 보냈다”고 답했다: in whose words it is done, and was done."""
    verb, arguments, clauses = trigger.verb, trigger.arguments, setting.clauses
    if verb is None or arguments is None or frame.type in UTTERANCES or not verb.past:
        return ()
    subject = next(iter(arguments.subjects), None)
    if subject is None or clauses.quote_of(subject) is None:
        return ()
    if clauses.text(subject.span) not in clauses.words.words["own-side"]:
        return ()
    states = {setting.world.state_of(name) for name in setting.speakers}
    known = tuple(state for state in states if state is not None)
    return known if len(known) == len(states) == 1 else ()
