"""A phrase and the slot that asks for somebody → which of those named in it the slot takes.

Comes in: the frame, trigger and ``Setting`` that the slots of a frame share, and the roles filled
so far; then a ``Slot`` and mentions or a ``Phrase``. Goes out: names. A name counts only where
grammar puts it: at the end of the phrase, or, where the slot allows, anywhere inside it. Nothing
is written into the roles here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from haengbo.knowledge.frames import FrameRow, Slot
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.delegations import delegation, leader_of, means_visitors
from haengbo.reading.events.finding.describing import describer_of, last_before
from haengbo.reading.events.finding.genitives import described_by_kind, genitives_before
from haengbo.reading.events.finding.naming import coordinated, heads, mission, venue_of
from haengbo.reading.events.finding.owning import names_war
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Case, Phrase
from haengbo.reading.events.people.holders import occasion_places
from haengbo.reading.events.people.officials import (
    office_of_list,
    officials,
    only_whose,
    takes_staff,
)
from haengbo.reading.events.people.own_people import owner_of_own
from haengbo.reading.events.people.visitors import described_visitor, visitors_meant
from haengbo.reading.events.setting import Roles, Setting

#: Types of what is done to somebody's people: 자국민을 풀어 주었다.
_DONE_TO_PEOPLE = {"COERCE", "RETREAT", "SANCTION", "CONCEDE"}


@dataclass(slots=True)
class Taking:
    """Takes names for the slots of one frame; ``roles`` holds what slots before took."""

    frame: FrameRow
    trigger: Trigger
    setting: Setting
    roles: Roles = field(default_factory=dict)

    def of_kind(self, slot: Slot, names: Iterable[str]) -> Iterator[str]:
        """Names of a kind that the slot takes, or of states where it takes states."""
        kind_of, is_state = self.setting.world.kind_of, self.setting.world.is_state
        able = (n for n in names if kind_of(n) in slot.kinds or "state" in slot.kinds)
        yield from (n for n in able if kind_of(n) in slot.kinds or is_state(n))

    def of_mentions(self, slot: Slot, mentions: Iterable[Mention]) -> Iterator[str]:
        """Whom mentions stand for, as the slot takes them: of a place or an army its state."""
        for mention in mentions:
            if slot.role == "target" and names_war(self.setting.clauses, mention):
                continue
            if self._is_trained_against(mention):
                continue
            name = self._as_participant(slot, mention) if mention.kind in slot.kinds else None
            if name is not None:
                yield name

    def _as_participant(self, slot: Slot, mention: Mention) -> str | None:
        """The name, or the state that a place or an army stands for."""
        if mention.kind is ActorKind.PERSON:
            return mention.name
        if not slot.as_state:
            return None if mention.kind is ActorKind.PLACE else mention.name
        state = self.setting.world.state_of(mention.name)
        is_body = mention.kind is ActorKind.ORGANISATION
        return state or (mention.name if is_body else None)

    def _of_clause(self, group: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
        """위원장과 [평양을 방문한] 장관이: of whom the clause tells that stand behind its verb.

        부장, 국장 등 남측 인사들에게: some are named, so of the others it is not said whose.
        """
        start, last = self.trigger.span.start, group[-1]
        clauses = self.setting.clauses
        if len(group) > 1 and " 등 " in clauses.text(last.span) and not heads(clauses, last):
            group = group[:-1]
        if last.span.start <= start:
            return group
        return tuple(p for p in group if p.span.start > start) or group

    def of_phrase(self, slot: Slot, phrase: Phrase) -> Iterator[str]:
        """장관과 부장을, 쿠바 대사를, 대표단을: whoever a phrase names, or stands for."""
        clauses = self.setting.clauses
        if self._calls_at_office(phrase):
            return
        leader = leader_of(clauses, phrase)
        if leader is not None:
            phrase = leader
        elif "place" in slot.kinds and phrase.case is Case.TO:
            yield from self.of_mentions(slot, occasion_places(clauses, phrase))
        group = self._of_clause(coordinated(clauses, phrase))
        whole = tuple(self._of_group(slot, group, led=leader is not None))
        if whole:
            yield from whole
            return
        for member in group:
            found = self._named_in(slot, member)
            found = self._without_ground(member, found) if slot.role == "target" else found
            yield from self.of_mentions(slot, found)
            if not found or only_whose(self.frame, slot, clauses, member, found):
                sent = replace(slot, kinds=(*slot.kinds, "state"))
                yield from self.of_mentions(self._sending(sent), delegation(clauses, member))
                yield from self._of_envoys(member) if not found else ()
                yield from self._of_official(sent, member, alone=len(group) == 1)
            if not found and self.frame.mode == "visit" and slot.role == "target":
                whose = mission(clauses, member) or venue_of(clauses, member)
                yield from self.of_mentions(slot, whose)
            if not found and phrase.case is Case.GENITIVE and self._comes(slot):
                yield from self._of_foreigner(member)
        yield from self._we(slot, phrase)
        if slot.inside:
            yield from self._around(slot, group[0])

    def _of_group(self, slot: Slot, group: tuple[Phrase, ...], *, led: bool) -> Iterator[str]:
        """대표단이: who came; 몽골, 라오스 외교장관을: the states that share the office."""
        clauses = self.setting.clauses
        if not led and len(group) == 1:
            yield from visitors_meant(self.setting, self.trigger, group[0])
            return
        offices = office_of_list(self.frame, slot, clauses, group)
        yield from self.of_mentions(replace(slot, kinds=(*slot.kinds, "state")), offices)

    def _calls_at_office(self, phrase: Phrase) -> bool:
        """통일부를 방문해 장관을 만났다: where one calls is nobody, and no other country."""
        ministries = self.setting.clauses.words.words["ministries"]
        called_at = self.frame.mode in {"visit", "meeting"} and phrase.case is Case.OBJECT
        return called_at and self.setting.clauses.text(phrase.span).endswith(ministries)

    def _named_in(self, slot: Slot, member: Phrase) -> tuple[Mention, ...]:
        """Names of a phrase; 미국인 케네스 배를: where a person ends it, not whence he comes."""
        last = heads(self.setting.clauses, member)
        person = "person" in slot.kinds and any(m.kind is ActorKind.PERSON for m in last)
        return (
            (inside(self.setting.clauses, member) or last) if slot.inside and not person else last
        )

    def _is_trained_against(self, mention: Mention) -> bool:
        """북한 무인기 침투 상황 대응 훈련: whom one makes ready for trains nobody."""
        clauses, end = self.setting.clauses, self.trigger.span.start
        if self.frame.mode != "exercise" or mention.span.end >= end:
            return False
        between = clauses.text(Span(mention.span.end, end)).split()
        return any(word.startswith(clauses.words.words["trained-against"]) for word in between)

    def _sending(self, slot: Slot) -> Slot:
        """노동당 대표단은 의장을 만났다: a body that sends people meets others by them."""
        met = self.frame.mode == "meeting" and "person" in slot.kinds
        return replace(slot, kinds=(*slot.kinds, "organisation")) if met else slot

    def _of_envoys(self, phrase: Phrase) -> Iterator[str]:
        """홍길산 대통령의 특사단을 만났다: people of the state of whoever sent them."""
        clauses, state_of = self.setting.clauses, self.setting.world.state_of
        if self.frame.mode != "meeting" or not means_visitors(clauses, phrase):
            return
        senders = (m for p in genitives_before(clauses, phrase) for m in heads(clauses, p))
        states = (state_of(m.name) for m in senders if m.kind is ActorKind.PERSON)
        yield from (state for state in states if state is not None)

    def _of_foreigner(self, phrase: Phrase) -> Iterator[str]:
        """라오스 최고 지도자의 방북은: of whom the state alone is named."""
        named = inside(self.setting.clauses, phrase)
        if named and all(m.kind is ActorKind.STATE for m in named):
            yield from described_visitor(self.setting, self.trigger, phrase)

    def _comes(self, slot: Slot) -> bool:
        return self.frame.mode == "visit" and slot.role == "source"

    def _without_ground(self, phrase: Phrase, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """미국의 부산 기항, 대만 무기 지원을 비난했다: not where or to whom, but whose it is."""
        if not found or self.frame.type not in UTTERANCES:
            return found
        clauses = self.setting.clauses
        owned = any(inside(clauses, p) for p in genitives_before(clauses, phrase))
        if owned:
            found = tuple(m for m in found if m.span.end >= phrase.span.end)
        actors = tuple(m for m in found if m.kind is not ActorKind.PLACE)
        return actors if actors or owned else found

    def _of_official(self, slot: Slot, phrase: Phrase, *, alone: bool) -> Iterator[str]:
        """쿠바 대사를 만났다: who has no name stands for the state, where people come together."""
        if alone and self._comes(slot) and phrase.case in {Case.SUBJECT, Case.TOPIC}:
            return  # whom a visitor without a name may be is asked first
        invited = self.frame.type == "REQUEST" and slot.role == "target"
        if (self.frame.type == "CONSULT" or invited) and "person" in slot.kinds:
            found = officials(self.frame, self.setting.clauses, phrase)
            if takes_staff(self.frame):
                slot = replace(slot, kinds=(*slot.kinds, "organisation"))
            yield from self.of_mentions(slot, found)

    def _we(self, slot: Slot, phrase: Phrase) -> Iterator[str]:
        """우리에게 제의했다: in somebody's words, the speaker's state; 자국민을: whose they are."""
        if slot.role != "target" or "state" not in slot.kinds:
            return
        if self.frame.type in _DONE_TO_PEOPLE:
            yield from owner_of_own(self.setting, phrase, self.roles)
        if any(token.form == "우리" and token.tag == "NP" for token in phrase.tokens):
            state_of = self.setting.world.state_of
            own = {state_of(name) for name in self.roles} | {None}
            states = (state_of(name) for name in self.setting.speakers)
            yield from (state for state in states if state is not None and state not in own)

    def _around(self, slot: Slot, phrase: Phrase) -> Iterator[str]:
        """러시아의 정책을, 러시아가 벌이는 전쟁을 지지한다: named before the object."""
        clauses = self.setting.clauses
        yield from self.of_mentions(slot, described_by_kind(clauses, phrase))  # 북한인 억류자를
        for genitive in genitives_before(clauses, phrase):
            yield from self.of_mentions(slot, inside(clauses, genitive))
            yield from self._we(slot, genitive)
        verb = describer_of(clauses, phrase)
        subject = last_before(clauses, verb, Case.SUBJECT) if verb is not None else None
        if subject is not None:
            yield from self.of_mentions(slot, heads(clauses, subject))

    def of_letters(self, slot: Slot, phrase: Phrase) -> Iterator[str]:
        """북러 조약: the name of a paper begins with the letters of its states."""
        if "state" not in slot.kinds:
            return
        clauses, names = self.setting.clauses, self.setting.world.names
        for mention in clauses.document.mentions_in(phrase.span):
            word = clauses.text(mention.span).partition(" ")[0]
            states = [names.syllables.get(letter) for letter in word]
            if mention.kind is ActorKind.INSTRUMENT and len(states) > 1 and all(states):
                yield from (state for state in states if state is not None)
