"""A trigger and its frame → who takes part, and as what.

Comes in: a ``Trigger``, one of its frames and the ``Setting`` it stands in. Goes out: names with
roles, or ``None`` where a slot that must be filled stays empty. A name counts only where grammar
puts it: at the end of a phrase in the case that the slot asks for, or, where the slot allows,
anywhere inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from haengbo.knowledge.frames import FrameRow, Slot
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.model.span import Span
from haengbo.reading.events.draft import UTTERANCES
from haengbo.reading.events.finding.candidates import phrases_in
from haengbo.reading.events.finding.compounds import named_before
from haengbo.reading.events.finding.demands import demander
from haengbo.reading.events.finding.dropped import (
    drops_subject,
    genitive_subject,
    later_subject,
    takes_topic,
    teller_behind,
)
from haengbo.reading.events.finding.genitives import described_by_kind, genitives_before
from haengbo.reading.events.finding.inviting import inviters
from haengbo.reading.events.finding.naming import heads, seated_in, unnamed_official
from haengbo.reading.events.finding.relatives import authors_of
from haengbo.reading.events.finding.riding import passengers
from haengbo.reading.events.finding.subjects import subjects_of
from haengbo.reading.events.finding.together import came_along, described_together
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Phrase
from haengbo.reading.events.people.anaphora import says_they, taken_up, those
from haengbo.reading.events.people.answered import asker, claimant, faced, opposite
from haengbo.reading.events.people.blame import blamed
from haengbo.reading.events.people.centre import centred
from haengbo.reading.events.people.eligible import may_fill
from haengbo.reading.events.people.holders import feasted, holders_of
from haengbo.reading.events.people.missions import seats_of
from haengbo.reading.events.people.own_people import holders_of_own, is_ours, own_state
from haengbo.reading.events.people.partner import partner
from haengbo.reading.events.people.present import of_scene
from haengbo.reading.events.people.spoken_for import body_going_on, body_spoken_for
from haengbo.reading.events.people.taking import Taking
from haengbo.reading.events.people.unsaid import (
    is_anothers_doing,
    of_the_speaker,
    of_the_visitor,
    speaking,
)
from haengbo.reading.events.people.visitors import described_visitor
from haengbo.reading.events.setting import Roles, Setting

_OWNER_REACH = 12
#: Modes of what people do together.
_AT_TABLE = {"meeting", "reception", "phone"}
#: Slots whose filler the sentence does not name.
_UNSAID = {"scene", "proposer", "asked", "faced", "opposite"}
#: Types of what states do to states.
_BETWEEN_STATES = {"REQUEST", "REJECT"}
#: Types of what is done with those whom one holds.
_OF_THE_HELD = {"RETREAT", "COERCE"}


def fill(frame: FrameRow, trigger: Trigger, setting: Setting) -> Roles | None:
    """Names and roles by the frame's slots; ``None`` if a required slot stays empty."""
    filler = _Filler(frame, trigger, setting)
    named: set[str] = set()
    for slot in frame.slots:
        if slot.fallback and slot.role in filler.roles.values():
            continue
        found = filler.fill(slot)
        found |= partner(slot, trigger, setting, filler.roles | found)
        named |= set(found)
        found = found or filler.default(slot)
        if slot.required and not found:
            return None
        for name, role in found.items():
            filler.roles.setdefault(name, role)
    for given in frame.given:
        role_name, _, name = given.partition(":")
        filler.roles.setdefault(name, ParticipantRole(role_name))
    if frame.mode == "meeting" and ParticipantRole.TARGET not in filler.roles.values():
        filler.roles = dict.fromkeys(filler.roles, ParticipantRole.PARTY)  # 둘이 만났다
    enough = len(filler.roles) >= frame.parties and len(named) >= frame.named
    return filler.roles if enough else None


def named_anyhow(frame: FrameRow, trigger: Trigger, setting: Setting) -> Roles:
    """Whoever fills any slot of the frame, though others that must be filled stay empty."""
    optional = tuple(replace(slot, required=False) for slot in frame.slots)
    return fill(replace(frame, parties=0, slots=optional), trigger, setting) or {}


@dataclass(slots=True)
class _Filler(Taking):
    """Fills the slots of one frame in order; what one slot took, the next cannot."""

    def fill(self, slot: Slot) -> Roles:
        """Fillers of one slot: the first case that has any; parties take all cases."""
        role = ParticipantRole(slot.role)
        found: Roles = {}
        for case in slot.cases:
            for name in self._names(slot, case):
                if name in self.roles or self._is_of_hosts(case, name):
                    continue
                if may_fill(self.frame, slot, name, self.roles, self.setting.world):
                    found.setdefault(name, role)
            if found and slot.role != "party":
                break
        return found

    def _is_of_hosts(self, case: str, name: str) -> bool:
        """주석은 부인과 함께 위원장에게 만찬을 베풀었다: who gives the feast too is no guest."""
        if self.frame.mode != "reception" or case not in {"with", "scene"}:
            return False
        state_of = self.setting.world.state_of
        hosts = {state_of(n) for n, role in self.roles.items() if role is ParticipantRole.SOURCE}
        return state_of(name) in hosts - {None}

    def default(self, slot: Slot) -> Roles:
        """Who it is when nobody is named, if the page names that one at all."""
        if slot.default is None or self.setting.world.kind_of(slot.default) is None:
            return {}
        if self._is_somebody_else(slot) or self._is_own(slot):
            return {}
        return {slot.default: ParticipantRole(slot.role)}

    def _is_own(self, slot: Slot) -> bool:
        """북한이 협상을 접었다: whom one leaves without is nobody's own state."""
        state_of = self.setting.world.state_of
        acting = (n for n, role in self.roles.items() if role is ParticipantRole.SOURCE)
        return slot.role == "target" and slot.default in map(state_of, acting)

    def _is_somebody_else(self, slot: Slot) -> bool:
        """한미 군은 미사일을 쏘며 대응했다: the subject names others, though it does not fit."""
        arguments, clauses = self.trigger.arguments, self.setting.clauses
        if "subject" not in slot.cases or self.trigger.noun or arguments is None:
            return False
        named = [m.name for p in arguments.subjects[:1] for m in inside(clauses, p)]
        text = clauses.document.text
        for subject in arguments.subjects[:1]:
            # 누리국의 함정이: whose the vessel is
            near = Span(max(0, subject.span.start - _OWNER_REACH), subject.span.start)
            owners = clauses.document.mentions_in(near)
            named += [m.name for m in owners if text[m.span.end : near.end] == "의 "]
        return bool(named) and slot.default not in map(self.setting.world.state_of, named)

    def _names(self, slot: Slot, case: str) -> Iterator[str]:
        special = {
            "speaker": lambda: self._speaking(slot),
            "visitors": lambda: iter(self.setting.visitors),
            "other": lambda: iter(self.setting.other_state(self.roles)),
            "scene": lambda: of_scene(self.frame, slot, self.trigger, self.setting, self.roles),
            "addressed": lambda: self._of_last_act(slot),
            "proposer": lambda: self._taken_up(slot, self.setting.last_proposal),
            "asked": lambda: self.of_kind(slot, asker(self.setting, self.trigger, self.roles)),
            "claimed": lambda: self.of_kind(slot, claimant(self.setting, self.trigger, self.roles)),
            "urged": lambda: self.of_kind(
                slot, claimant(self.setting, self.trigger, self.roles, about=False)
            ),
            "holder": lambda: self.of_mentions(slot, holders_of(self.setting, self.trigger)),
            "faced": lambda: self.of_kind(slot, faced(self.setting, self.trigger, self.roles)),
            "opposite": lambda: self.of_kind(slot, opposite(self.setting, self.roles)),
            "doer": lambda: self._taken_up(slot, self.setting.last_deed),
            "quote": lambda: self.of_mentions(slot, blamed(self.setting, self.roles)),
            "compound": lambda: self._compound(slot),
            "occasion": lambda: self.of_mentions(slot, feasted(self.setting, self.trigger)),
            "head": lambda: self._of_head(slot),
            "pair": lambda: iter(sorted(self.setting.pair)),
            "inviter": lambda: self.of_mentions(slot, inviters(self.setting.clauses, self.trigger)),
            "seat": lambda: seats_of(self.setting, self.trigger),
            "subject": lambda: self._subject_names(slot),
        }
        if case in special:
            yield from self._of_like_rank(slot, case, special[case]())
            return
        for phrase in self._addressed(phrases_in(self.setting.clauses, self.trigger, case), case):
            yield from self.of_phrase(slot, phrase)

    def _speaking(self, slot: Slot) -> Iterator[str]:
        """Whose words these are, unless the act is told in them of somebody without a name."""
        told = self.frame.type in UTTERANCES and slot.cases[0] == "subject"
        if not (told and is_anothers_doing(self.setting, self.trigger)):
            yield from speaking(self.setting, self.frame)

    def _of_like_rank(self, slot: Slot, case: str, names: Iterator[str]) -> Iterator[str]:
        """북한은 회담에서 지원을 요청했다: a state asks or refuses a state, not who sits there."""
        if case not in _UNSAID or self.frame.type not in _BETWEEN_STATES or slot.role != "target":
            yield from names
            return
        world = self.setting.world
        acting = {n for n, role in self.roles.items() if role is ParticipantRole.SOURCE}
        own = {world.state_of(name) for name in acting}
        by_state = bool(acting) and all(world.is_state(name) for name in acting)
        for name in names:
            state = world.state_of(name) if by_state and "state" in slot.kinds else None
            person = world.kind_of(name) is ActorKind.PERSON
            if not person or state is None:
                yield name
            elif state not in own:
                yield state

    def _addressed(self, phrases: Iterable[Phrase], case: str) -> Iterator[Phrase]:
        """한국 정부에 몽골 분쟁에 끼어들지 말라고: to whom, where somebody stands at an end."""
        found = tuple(phrases)
        named = tuple(p for p in found if heads(self.setting.clauses, p))
        words = case == "to" and self.frame.type in UTTERANCES
        yield from named if words and named else found

    def _of_last_act(self, slot: Slot) -> Iterator[str]:
        """미국을 비난했다. 이어 “…”이라고 경고했다: the same speaker goes on against the same."""
        before, source = self.setting.last_act, ParticipantRole.SOURCE
        speakers = {name for name, role in before.items() if role is source}
        if speakers != {name for name, role in self.roles.items() if role is source}:
            return
        for name, role in before.items():
            if role is ParticipantRole.TARGET and self.setting.world.kind_of(name) in slot.kinds:
                yield name

    def _taken_up(self, slot: Slot, before: Roles) -> Iterator[str]:
        return taken_up(self.setting, self.trigger, slot, before)

    def _of_head(self, slot: Slot) -> Iterator[str]:
        """맺은 북중 조약: named inside the phrase that the clause describes."""
        arguments = self.trigger.arguments
        if arguments is not None and arguments.head is not None:
            yield from self.of_mentions(slot, inside(self.setting.clauses, arguments.head))
            yield from self.of_letters(slot, arguments.head)

    def _subject_names(self, slot: Slot) -> Iterator[str]:
        """The subject's names; else a described visitor; else who the text goes on about."""
        clauses, trigger = self.setting.clauses, self.trigger
        own = self.setting.bears_words and "speaker" in slot.cases and not trigger.noun
        if own and demander(clauses, trigger) is None:
            yield from speaking(self.setting, self.frame)
            return
        if self._is_called_off(slot):
            return
        names = self._told_subjects(slot)
        if not names and "compound" in slot.cases and len(set(self._compound(slot))) > 1:
            return  # 북미 정상회담을 마친 뒤 위원장은: whose talks they were is said
        names = names or self._unsaid(slot)
        yield from names
        spoken = "speaker" in slot.cases and bool(self.setting.speakers)
        dropped = drops_subject(clauses, trigger) or takes_topic(clauses, trigger, self.frame)
        if names or spoken or not dropped:
            return  # 이어 “…”고 비판했다: whose the words are is known
        later = later_subject(clauses, trigger)
        if later is not None:
            yield from self.of_phrase(slot, later)
            return
        if genitive_subject(clauses, trigger) is None:
            goes_on = centred(self.setting, trigger, self.frame)
            yield from (name for name in goes_on if self._goes_on(slot, name))
            teller = None if self.setting.carried else teller_behind(clauses, trigger)
            yield from self.of_phrase(slot, teller) if teller is not None else ()

    def _unsaid(self, slot: Slot) -> list[str]:
        """Who acts in one's own words without a subject, or on the visit that is the topic."""
        kind_of = self.setting.world.kind_of
        spoken = of_the_speaker(self.setting, self.trigger, self.frame)
        spoken = spoken or own_state(self.setting, self.trigger, self.frame)
        return [n for n in spoken if kind_of(n) in slot.kinds] or list(
            self.of_mentions(slot, of_the_visitor(self.setting, self.trigger, self.frame))
        )

    def _goes_on(self, slot: Slot, name: str) -> bool:
        """백악관은 …라고 밝혔다. 이후 장관과 오찬을 했다: an office that spoke sits at no table."""
        kind = self.setting.world.kind_of(name)
        at_table = self.frame.mode in _AT_TABLE and kind is ActorKind.ORGANISATION
        return kind in slot.kinds and not at_table

    def _is_called_off(self, slot: Slot) -> bool:
        """북미정상회담을 취소했다, 열기로 의견을 모았다: who says so is not yet one of the two.

        Nor does who plans another's visit make it (러시아는 위원장의 방문을 추진하고 있다).
        """
        support, verb = self.trigger.support, self.trigger.verb
        off = support is not None and support.status == "not_occurred"
        agreed = self.trigger.noun and verb is not None and verb.tail.startswith("기 로")
        treated = support is not None and support.status is not None
        if treated and self.frame.mode == "visit" and self._is_anothers(slot):
            return True
        return (off or agreed) and len(set(self._compound(slot))) > 1

    def _is_anothers(self, slot: Slot) -> bool:
        """대통령은 장관의 방북을 취소했다: whose visit it was stands right before it."""
        phrases = phrases_in(self.setting.clauses, self.trigger, "genitive")
        return any(True for phrase in phrases for _ in self.of_phrase(slot, phrase))

    def _told_subjects(self, slot: Slot) -> list[str]:
        """Who the sentence itself says acts."""
        clauses, trigger = self.setting.clauses, self.trigger
        found = list(self.of_mentions(slot, authors_of(clauses, trigger)))
        if self.frame.type in _OF_THE_HELD:
            found = found or list(self.of_mentions(slot, holders_of_own(self.setting, trigger)))
        # 대변인은 두 사람이 만났다고: who acts stands behind who speaks
        found = found or list(those(self.setting, trigger, slot))
        acting = [] if is_ours(clauses, trigger) else list(subjects_of(clauses, trigger))
        held = trigger.noun and self.frame.mode != "visit" and slot.role == "source"
        if acting and (slot.role == "party" or held):
            acting += described_together(clauses, trigger)
        elif self.frame.mode == "visit" and slot.role == "source" and not trigger.noun:
            acting += came_along(clauses, trigger, acting, self.setting.world)
        if not found and acting and says_they(self.setting, trigger, acting[0]):
            return []
        found = found or [n for p in acting for n in self.of_phrase(slot, p)]
        if not found and slot.role != "target" and "state" in slot.kinds:
            found = list(seated_in(clauses, acting, self.setting.world))
        if not found and self.frame.mode == "visit":
            riders = tuple(passengers(clauses, trigger))
            found = [n for p in riders for n in self.of_phrase(slot, p)] or [
                n for p in riders for n in described_visitor(self.setting, trigger, p)
            ]
        if not found and self.frame.mode == "visit":
            found = self._of_described_visitor()
        found = found or list(self._of_office(slot))
        return found or list(self._of_owner(slot))

    def _of_owner(self, slot: Slot) -> Iterator[str]:
        """미국 핵추진 항공모함이: of a ship or plane that acts the state is known."""
        arguments = self.trigger.arguments
        if not slot.inside or "person" in slot.kinds or arguments is None:
            return
        clauses = self.setting.clauses
        for phrase in arguments.subjects[:1]:
            found = list(self.of_mentions(slot, inside(clauses, phrase)))
            found = found or list(self.of_mentions(slot, described_by_kind(clauses, phrase)))
            # 미국의 핵추진 항공모함 조지워싱턴함이
            owners = genitives_before(clauses, phrase) if not found else ()
            yield from found
            yield from (n for p in owners for n in self.of_mentions(slot, inside(clauses, p)))

    def _of_office(self, slot: Slot) -> Iterator[str]:
        """외무성 대변인은, 라오스 수석대표는: who speaks without a name speaks for the office."""
        arguments, clauses = self.trigger.arguments, self.setting.clauses
        if self.frame.type not in UTTERANCES or arguments is None:
            return
        described = (arguments.head,) if arguments.head is not None else ()
        for phrase in arguments.subjects or described:  # 일본을 비난한 외무성 대변인은
            bodies = body_spoken_for(clauses, phrase)
            yield from self.of_mentions(slot, bodies)
            yield from self.of_kind(slot, body_going_on(self.setting, phrase))
            if bodies:
                return
        for phrase in arguments.subjects[:1]:
            if clauses.text(phrase.span).endswith(clauses.words.words["delegate-offices"]):
                yield from self.of_mentions(slot, unnamed_official(clauses, phrase))

    def _of_described_visitor(self) -> list[str]:
        """중국 최고위급 인사가, 러시아 단체관광객이: of an unnamed visitor the state is known."""
        arguments, verb = self.trigger.arguments, self.trigger.verb
        phrases = arguments.subjects[:1] if arguments is not None else ()
        quote_of = self.setting.clauses.quote_of
        spoken = quote_of(verb) if verb is not None else None
        # 부장은 “곧 방문할 것”이라고 내다봤다: who foresees it is not who comes
        phrases = tuple(p for p in phrases if spoken in {None, quote_of(p)})
        return [n for p in phrases for n in described_visitor(self.setting, self.trigger, p)]

    def _compound(self, slot: Slot) -> Iterator[str]:
        """북러 정상회담, 김일성 소련 방문: named before the noun without particle."""
        clauses, trigger = self.setting.clauses, self.trigger
        yield from self.of_mentions(
            slot, named_before(clauses, trigger, self.frame, slot, self.roles)
        )
        if trigger.noun:
            yield from self.of_letters(slot, trigger.chain[-1])
