"""Words that take up what was told before → whom they mean: 이들은, 두 사람은, 양측은, 이를.

Comes in: a ``Trigger`` in its ``Setting``. Goes out: names. Invariant: only what the sentence or
those before it told is taken up; nobody is named here for the first time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from haengbo.knowledge.frames import Slot
from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.candidates import phrases_in
from haengbo.reading.events.finding.delegations import leader_of
from haengbo.reading.events.finding.naming import coordinated
from haengbo.reading.events.finding.offices import means_two_sides
from haengbo.reading.events.finding.resolving import resolvers
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Phrase, Verb
from haengbo.reading.events.people.answering import asked_before
from haengbo.reading.events.people.counted import counted_people
from haengbo.reading.events.setting import Roles, Setting

#: 쏘자, 쏜 데 대해: what somebody answers.
_ANSWERED = ("자 ", "ᆫ 데 대하", "은 데 대하")
_SUBJECTS = {Case.SUBJECT, Case.TOPIC}
#: 이번 발사는, 이같은 도발을: what was told just before.
_THIS = ("이번 ", "이같은 ", "이 같은 ", "이런 ", "그 같은 ", "해당 ")
_THESE = "이들"
_TWO = 2
#: 두 사람 are those who met, two ministers (두 장관) the two on the page who are.
_ANYBODY = ("사람", "일행", _THESE)


def taken_up(setting: Setting, trigger: Trigger, slot: Slot, before: Roles) -> Iterator[str]:
    """특사를 보내겠다고 제안했으나 이를 거부했다: whose proposal or deed 이를 takes up."""
    done_by = _done_by(setting, trigger)
    asked_by = asked_before(setting, trigger) if "proposer" in slot.cases else ()
    if asked_by:
        yield from (n for n in asked_by if setting.world.kind_of(n) in slot.kinds)
        return
    both = bool(done_by) or _names_deed(setting, trigger)
    before = done_by or before
    if not both and not _takes_up(setting, trigger):
        return
    doers = {ParticipantRole.SOURCE, *((ParticipantRole.PARTY,) if both else ())}
    for name, role in before.items():
        if role in doers and setting.world.kind_of(name) in slot.kinds:
            yield name


def is_of_deed(setting: Setting, trigger: Trigger, slot: Slot) -> bool:
    """이를 비난했다, 훈련을 비난했다: whether what was just told that somebody did is meant."""
    deed = setting.last_deed
    doers = set(deed.values()) & {ParticipantRole.SOURCE, ParticipantRole.PARTY}
    named = bool(doers) and _names_deed(setting, trigger)
    return named or any(taken_up(setting, trigger, slot, deed))


def _names_deed(setting: Setting, trigger: Trigger) -> bool:
    """훈련을 비난했다: what was just told of, by its bare noun."""
    clauses = setting.clauses
    deeds = clauses.words.words["what-was-done"]
    return any(clauses.text(p.span) in deeds for p in phrases_in(clauses, trigger, "object"))


def _done_by(setting: Setting, trigger: Trigger) -> Roles:
    """안보리는 회의를 열어 발사를 규탄했다: who did last what goes by that noun."""
    clauses = setting.clauses
    objects = (clauses.text(p.span) for p in phrases_in(clauses, trigger, "object"))
    texts = {_bare(text) for text in objects}
    called = texts & set(clauses.words.words["what-was-done"])
    alike = (d for d in setting.deeds if any(n.endswith(t) for n in d[0] for t in called))
    same = (d for d in setting.deeds if called & set(d[0]))
    found = next(same, None) or next(alike, None)
    return found[1] if found is not None else {}


def _bare(text: str) -> str:
    """이번 발사: the noun without what points back."""
    for this in _THIS:
        text = text.removeprefix(this)
    return text


def _takes_up(setting: Setting, trigger: Trigger) -> bool:
    """이를 거부했다, “이번 발사는 …”라고 규탄했다: what the sentence before tells is meant."""
    clauses = setting.clauses
    taken = [p for case in ("object", "to") for p in phrases_in(clauses, trigger, case)]
    if any(token.tag == "NP" for phrase in taken for token in phrase.tokens):
        return True
    if any(_is_bare_offer(setting, phrase) for phrase in taken) or _follows(setting, trigger):
        return True
    spoken = (i for i in clauses.items if isinstance(i, Phrase) and i.case in _SUBJECTS)
    own = trigger.arguments.own if trigger.arguments is not None else ()
    taken += [p for p in spoken if p in own or any(s.contains(p.span) for s in setting.words)]
    return any(clauses.text(p.span).startswith(_THIS) for p in taken)


def _follows(setting: Setting, trigger: Trigger) -> bool:
    """북한이 미사일을 쏘자 일본은 항의했다: the deed of the clause right before who acts."""
    subject = next(iter(_acting_first(trigger)), None)
    if subject is None or trigger.noun:
        return False
    place = min(map(setting.clauses.place_of, coordinated(setting.clauses, subject)))
    verbs = [i for i in setting.clauses.items[:place] if isinstance(i, Verb)]
    if not verbs or setting.clauses.place_of(verbs[-1]) != place - 1:
        return False
    deed = verbs[-2] if len(verbs) > 1 and verbs[-1].lemma == "대하다" else verbs[-1]
    return deed.tail.startswith(_ANSWERED)


def _acting_first(trigger: Trigger) -> tuple[Phrase, ...]:
    """The first who acts: in 두 장관은 만찬도 함께했다 it is not the feast."""
    subjects = trigger.arguments.subjects if trigger.arguments is not None else ()
    return tuple(p for p in subjects if p not in trigger.chain[-1:])[:1]


def _is_bare_offer(setting: Setting, phrase: Phrase) -> bool:
    """제의를 받아들였다: neither whose it is nor what it is about stands before it."""
    clauses = setting.clauses
    if clauses.text(phrase.span) not in clauses.words.words["offers"]:
        return False
    place = clauses.place_of(phrase)
    before = clauses.items[place - 1] if place else None
    if isinstance(before, Verb):
        return before.ending not in {Ending.ADNOMINAL, Ending.NOMINAL}
    return before is None or before.case is not Case.GENITIVE


def those(setting: Setting, trigger: Trigger, slot: Slot) -> Iterator[str]:
    """이들은, 두 사람은: who acted or met just before; 양측은: their states.

    A joint statement speaks for those who met, another paper for whom the text goes on about.
    """
    if _is_of_resolution(setting, trigger):
        yield from (n for n in setting.adopters if setting.world.kind_of(n) in slot.kinds)
    else:
        yield from _meant(setting, trigger, slot)


def _meant(setting: Setting, trigger: Trigger, slot: Slot) -> Iterator[str]:
    kind_of = setting.world.kind_of
    words = setting.clauses.words.words
    for phrase in resolvers(setting.clauses, trigger) or _acting_first(trigger):
        text = setting.clauses.text(phrase.span)
        yield from counted_people(setting, slot, text)
        if leader_of(setting.clauses, phrase) is not None:
            return  # 차관과 부상을 각각 단장으로 한 양측 대표단은
        if text in words["joint-papers"] and setting.met:
            yield from (n for n in setting.met if kind_of(n) in slot.kinds)
        elif text in words["papers"]:
            yield from (n for n in setting.carried if kind_of(n) in slot.kinds)
        elif text in words["council-members"]:
            yield from (n for n in setting.carried if kind_of(n) is ActorKind.ORGANISATION)
        elif text in words["they"]:
            by_office = not text.endswith(_ANYBODY)
            found = setting.clauses.document.mentions_in(phrase.span) if by_office else ()
            known = tuple(mention.name for mention in found)
            if by_office and not set(known) <= set(setting.present):
                known = _two_who_met(setting, text) or known
            group = known or (setting.carried if _are_several(setting, text) else setting.met)
            if _of_other_office(setting, text, group):
                return  # the two who met are no ministers
            yield from (n for n in _people(setting, text, group) if kind_of(n) in slot.kinds)
        elif means_two_sides(setting.clauses.words, text) and "state" in slot.kinds:
            met = [setting.world.side_of(name) for name in setting.met]
            sides = [side for side in met if side is not None]
            yield from dict.fromkeys(sides or sorted(setting.pair))


def _is_of_resolution(setting: Setting, trigger: Trigger) -> bool:
    """결의는 북한이 …라고 촉구했다: the text just adopted speaks for whoever adopted it."""
    said = any(frame.type in UTTERANCES for frame in trigger.frames)
    if not setting.adopters or not said or trigger.arguments is None:
        return False
    texts = {setting.clauses.text(phrase.span) for phrase in trigger.arguments.subjects}
    return bool(texts & set(setting.clauses.words.words["resolutions"]))


def _people(setting: Setting, text: str, group: Iterable[str]) -> tuple[str, ...]:
    """두 장관은: of those who met the two people, where bodies are told of besides."""
    names = tuple(group)
    people = tuple(n for n in names if setting.world.kind_of(n) is ActorKind.PERSON)
    return people if len(people) > 1 and not text.startswith(_THESE) else names


def _two_who_met(setting: Setting, text: str) -> tuple[str, ...]:
    """부장은 외무상과 회담했다. 두 장관은: those two, whoever else is a minister on the page."""
    kind_of = setting.world.kind_of
    people = tuple(name for name in setting.met if kind_of(name) is ActorKind.PERSON)
    two = len(people) == len(setting.met) == _TWO
    return people if two and not _of_other_office(setting, text, people) else ()


def means_others(setting: Setting, trigger: Trigger) -> bool:
    """Whether two of an office act (양국 장관은) that those who met just before do not bear."""
    subjects = _acting_first(trigger)
    texts = (setting.clauses.text(phrase.span) for phrase in subjects)
    they = [t for t in texts if t in setting.clauses.words.words["they"]]
    return any(_of_other_office(setting, text, setting.met) for text in they)


def _of_other_office(setting: Setting, text: str, people: Iterable[str]) -> bool:
    """총비서가 부장을 접견했다. 두 장관은: a head of state is none of the two."""
    if text.endswith((*_ANYBODY, *setting.clauses.words.words["of-heads"])):
        return False
    return any(setting.world.is_head(name) for name in people)


def says_they(setting: Setting, trigger: Trigger, acting: Phrase) -> bool:
    """대변인은 두 사람이 만났다고: whether 두 사람 acts, so that the topic only speaks."""
    subjects = trigger.arguments.subjects[:1] if trigger.arguments is not None else ()
    words = setting.clauses.words.words
    return any(p is not acting and setting.clauses.text(p.span) in words["they"] for p in subjects)


def _are_several(setting: Setting, text: str) -> bool:
    """Whether whom the text goes on about are several, and people if 두 사람 says so."""
    carried, kind_of = setting.carried, setting.world.kind_of
    people = text.startswith(_THESE) or all(kind_of(n) is ActorKind.PERSON for n in carried)
    return len(carried) > 1 and people
