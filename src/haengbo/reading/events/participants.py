"""A trigger and its frame → who takes part, and as what.

Comes in: a ``Trigger``, one of its frames and the ``Setting`` it stands in. Goes out: names with
roles, or ``None`` where a slot that must be filled stays empty. A name counts only where grammar
puts it: at the end of a phrase in the case that the slot asks for, or, where the slot allows,
anywhere inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from haengbo.knowledge.frames import FrameRow, Slot
from haengbo.korean.predicates import Ending
from haengbo.model.reading import ActorKind, Mention, ParticipantRole
from haengbo.model.span import Span
from haengbo.reading.events.clauses import Case, Clauses, Phrase, Verb
from haengbo.reading.events.triggers import Trigger
from haengbo.reading.events.world import World

#: Nouns that may stand between a name and its particle without changing who is meant.
_TAILS = re.compile(
    r"(?:(?:대통령|위원장)?동지|측|정부|당국|일행|등|씨|여사|각하|사이|간|쪽|들|지도부|본부|일군|성원|관계자|간부|두 나라|양국|(?:등\s*)?\d+개국|\s)+"
)
_ACTING = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION}
_CASES = {
    "object": (Case.OBJECT,),
    "with": (Case.WITH,),
    "to": (Case.TO,),
    "at": (Case.AT,),
    "by": (Case.BY,),
    "from": (Case.FROM,),
    "about": (Case.ABOUT,),
    "for": (Case.FOR,),
}

#: Visitors without a name, whose state stands before them.
_UNNAMED = ("인사", "급", "대표단", "관광객", "사절단", "특사", "단체", "의장", "장관", "총리")
#: Nouns that mean those who came, when nobody is named.
_VISITORS = ("대표단", "일행", "손님들", "사절단", "예술단", "군사대표단")

Roles = dict[str, ParticipantRole]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the page says around a sentence.

    Attributes:
        clauses: The sentence.
        world: What the pack knows of the actors.
        speakers: Whose words the trigger stands in, if anybody's.
        words: The quoted or reported words that a verb of saying bears.
        present: Who was at the meeting just told of.
        host: State in which the last scene took place.
        visitors: Who came with the last visit: whom 대표단 and 손님들 mean.
        carried: Subject of the sentence before, for a sentence without one (이어, 또).
    """

    clauses: Clauses
    world: World
    speakers: tuple[str, ...] = ()
    words: tuple[Span, ...] = ()
    present: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    host: str | None = None
    visitors: tuple[str, ...] = ()


def fill(frame: FrameRow, trigger: Trigger, setting: Setting) -> Roles | None:
    """Names and roles by the frame's slots; ``None`` if a required slot stays empty."""
    filler = _Filler(frame, trigger, setting)
    for slot in frame.slots:
        found = filler.fill(slot)
        on_page = slot.default is not None and setting.world.kind_of(slot.default) is not None
        if not found and on_page and slot.default is not None:
            found = {slot.default: ParticipantRole(slot.role)}
        if slot.required and not found:
            return None
        for name, role in found.items():
            filler.roles.setdefault(name, role)
    for given in frame.given:
        given_role, _, name = given.partition(":")
        filler.roles.setdefault(name, ParticipantRole(given_role))
    return filler.roles if len(filler.roles) >= frame.parties else None


@dataclass(slots=True)
class _Filler:
    frame: FrameRow
    trigger: Trigger
    setting: Setting
    roles: Roles = field(default_factory=dict)

    def fill(self, slot: Slot) -> Roles:
        """Fillers of one slot: the first case that has any; parties take all cases."""
        role = ParticipantRole(slot.role)
        found: Roles = {}
        for case in slot.cases:
            for name in self._names(slot, case):
                if name not in self.roles:
                    found.setdefault(name, role)
            if found and slot.role != "party":
                break
        return found

    def _names(self, slot: Slot, case: str) -> Iterator[str]:
        if case == "speaker":
            yield from self.setting.speakers
        elif case == "scene":
            if slot.role != "party":
                yield from self._present(slot)
            elif len(self.roles) < self.frame.parties:
                present = dict.fromkeys(self._present(slot))
                yield from present if len(present) == self.frame.parties else ()
        elif case == "quote":
            yield from self._of_mentions(slot, self._blamed())
        elif case == "compound":
            yield from self._compound(slot)
        elif case == "visitors":
            yield from self.setting.visitors
        elif case == "head":
            yield from self._of_head(slot)
        elif case == "subject":
            yield from self._subject_names(slot)
        else:
            for phrase in self._phrases(case):
                yield from self._of_phrase(slot, phrase)

    def _of_head(self, slot: Slot) -> Iterator[str]:
        """맺은 북중 조약: named inside the phrase that the clause describes."""
        arguments = self.trigger.arguments
        if arguments is not None and arguments.head is not None:
            yield from self._of_mentions(slot, inside(self.setting.clauses, arguments.head))
            yield from self._of_letters(slot, arguments.head)

    def _subject_names(self, slot: Slot) -> Iterator[str]:
        """The subject's names; a delegation stands for its leader; else who spoke before."""
        found = False
        for phrase in self._subjects():
            for name in self._of_phrase(slot, phrase):
                found = True
                yield name
        if found:
            return
        if self.frame.mode == "visit":
            yield from self._of_described_visitor(slot)
        if not self._drops_subject():
            return
        later = self._later_subject()
        if later is not None:
            yield from self._of_phrase(slot, later)
            return
        for name in self.setting.carried:
            if self.setting.world.kind_of(name) in slot.kinds:
                yield name

    def _of_described_visitor(self, slot: Slot) -> Iterator[str]:
        """중국 최고위급 인사가, 러시아 단체관광객이: of an unnamed visitor the state is known."""
        arguments = self.trigger.arguments
        clauses = self.setting.clauses
        for phrase in arguments.subjects[:1] if arguments is not None else ():
            states = [m for m in inside(clauses, phrase) if m.kind is ActorKind.STATE]
            if states and clauses.text(phrase.span).endswith(_UNNAMED):
                yield from self._of_mentions(replace(slot, kinds=("state",)), states[-1:])

    def _later_subject(self) -> Phrase | None:
        """열병식 참석차 베이징에 간 위원장은: the subject of a subordinate clause stands behind it."""
        clauses = self.setting.clauses
        for item in clauses.items[(self.trigger.verb_index or 0) + 1 :]:
            if isinstance(item, Phrase) and item.case in {Case.SUBJECT, Case.TOPIC}:
                if clauses.quote_of(item) is None and heads(clauses, item):
                    return item
        return None

    def _drops_subject(self) -> bool:
        """A verb of the main clause without any subject before it, outside quotations."""
        arguments, verb = self.trigger.arguments, self.trigger.verb
        if arguments is None or verb is None or verb.ending is Ending.ADNOMINAL or verb.passive:
            return False
        if self.setting.clauses.quote_of(verb) is not None:
            return False
        phrase = self.trigger.chain[-1] if self.trigger.noun else None
        bears = phrase is not None and phrase.case in {Case.SUBJECT, Case.TOPIC}
        return not bears and not arguments.subjects

    def _present(self, slot: Slot) -> Iterator[str]:
        """People of the scene: as target those of another state than the source, as source the
        hosts, as party (``as_state``) the states that they stand for.
        """
        world = self.setting.world
        taken = {world.state_of(name) for name in self.roles}
        for name in self.setting.present:
            state = world.state_of(name)
            if slot.as_state and state is not None:
                if state not in taken:
                    yield state
            elif world.kind_of(name) in slot.kinds and self._fits(slot, state, taken):
                yield name

    def _fits(self, slot: Slot, state: str | None, taken: set[str | None]) -> bool:
        if slot.role == "source":
            return state is not None and state == self.setting.host
        return state is None or state not in taken

    def _blamed(self) -> tuple[Mention, ...]:
        """Who is named in the words: whom they are about before whom they only touch."""
        clauses, words = self.setting.clauses, self.setting.words
        about = {
            mention.span
            for item in clauses.items
            if isinstance(item, Phrase) and item.case in {Case.SUBJECT, Case.TOPIC}
            if any(span.contains(item.span) for span in words)
            for mention in heads(clauses, item)
        }
        named = tuple(m for span in words for m in self._strong(span))
        return tuple(m for m in named if m.span in about) or named

    def _strong(self, span: Span) -> tuple[Mention, ...]:
        mentions = self.setting.clauses.document.mentions_in(span)
        own = {self.setting.world.state_of(name) for name in self.roles} | set(self.roles)
        return tuple(m for m in mentions if not m.weak and m.name not in own)

    def _of_mentions(self, slot: Slot, mentions: Iterable[Mention]) -> Iterator[str]:
        for mention in mentions:
            if mention.kind not in slot.kinds:
                continue
            name = self.setting.world.state_of(mention.name) if slot.as_state else None
            if mention.kind is ActorKind.PERSON:
                yield mention.name
            elif slot.as_state:
                if name is not None or mention.kind is ActorKind.ORGANISATION:
                    yield name or mention.name
            elif mention.kind is not ActorKind.PLACE:
                yield mention.name

    def _of_phrase(self, slot: Slot, phrase: Phrase) -> Iterator[str]:
        leader = leader_of(self.setting.clauses, phrase)
        if leader is not None:
            phrase = leader
        elif "place" in slot.kinds and phrase.case is Case.TO:
            yield from self._of_occasion(slot, phrase)
        elif self._means_visitors(phrase):
            yield from self.setting.visitors
            return
        group = coordinated(self.setting.clauses, phrase)
        for member in group:
            mentions = (
                inside(self.setting.clauses, member)
                if slot.inside
                else heads(self.setting.clauses, member)
            )
            yield from self._of_mentions(slot, mentions)
        if slot.inside:
            yield from self._of_genitives(slot, group[0])
            yield from self._of_clause_before(slot, group[0])

    def _of_occasion(self, slot: Slot, phrase: Phrase) -> Iterator[str]:
        """모스크바에서 열린 열병식에 가다: an occasion leads to where it is held."""
        clauses = self.setting.clauses
        position = clauses.items.index(phrase)
        verbs = [i for i in clauses.items[:position] if isinstance(i, Verb)]
        if heads(clauses, phrase) or not verbs or verbs[-1].lemma not in clauses.happening:
            return
        if verbs[-1].ending is not Ending.ADNOMINAL:
            return
        for item in reversed(clauses.items[: clauses.items.index(verbs[-1])]):
            if isinstance(item, Verb):
                return
            if item.case is Case.AT:
                yield from self._of_mentions(slot, inside(clauses, item))
                return

    def _means_visitors(self, phrase: Phrase) -> bool:
        """대표단이, 장관 일행은, 손님들을: nobody named, so those who came."""
        text = self.setting.clauses.text(phrase.span)
        return text.endswith(_VISITORS) and not heads(self.setting.clauses, phrase)

    def _of_clause_before(self, slot: Slot, phrase: Phrase) -> Iterator[str]:
        """러시아가 벌이는 전쟁을 지지한다: who stands in the clause that describes the object."""
        items = self.setting.clauses.items
        position = items.index(phrase)
        while position and isinstance(items[position - 1], Phrase):
            if items[position - 1].case is not Case.GENITIVE:
                return
            position -= 1
        verb = items[position - 1] if position else None
        if not isinstance(verb, Verb) or verb.ending is not Ending.ADNOMINAL:
            return
        for item in reversed(items[: position - 1]):
            if isinstance(item, Verb):
                return
            if item.case is Case.SUBJECT:
                yield from self._of_mentions(slot, heads(self.setting.clauses, item))
                return

    def _of_genitives(self, slot: Slot, phrase: Phrase) -> Iterator[str]:
        """러시아의 입장과 정책을: genitives before the phrase, past the members of its list."""
        items = self.setting.clauses.items
        for position in range(items.index(phrase) - 1, -1, -1):
            item = items[position]
            if not isinstance(item, Phrase) or item.case not in {Case.GENITIVE, Case.WITH}:
                break
            yield from self._of_mentions(slot, inside(self.setting.clauses, item))

    def _compound(self, slot: Slot) -> Iterator[str]:
        clauses, trigger = self.setting.clauses, self.trigger
        if trigger.noun:
            phrase = trigger.chain[-1]
            before = [m for m in inside(clauses, phrase) if m.span.end <= trigger.span.start + 1]
            yield from self._of_mentions(slot, before)
            yield from self._of_letters(slot, phrase)
        for phrase in reversed(trigger.chain[: -1 if trigger.noun else None]):
            if phrase.case is not Case.BARE:
                break
            yield from self._of_mentions(slot, heads(clauses, phrase))

    def _of_letters(self, slot: Slot, phrase: Phrase) -> Iterator[str]:
        """북러 조약: the name of a paper begins with the letters of its states."""
        if "state" not in slot.kinds:
            return
        clauses, names = self.setting.clauses, self.setting.world.names
        for mention in clauses.document.mentions_in(phrase.span):
            word = clauses.text(mention.span).partition(" ")[0]
            states = [names.syllables.get(letter) for letter in word]
            if mention.kind is ActorKind.INSTRUMENT and len(states) > 1 and all(states):
                yield from (state for state in states if state is not None)

    def _phrases(self, case: str) -> Iterator[Phrase]:
        if case == "subject":
            yield from self._subjects()
        elif case == "genitive":
            yield from self._genitives()
        elif case in {"relative", "sender"}:
            yield from self._relative(case)
        elif case == "destination":
            yield from self._elsewhere()
        else:
            yield from self._in_case(case)

    def _in_case(self, case: str) -> Iterator[Phrase]:
        wanted = _CASES[case]
        arguments = self.trigger.arguments
        own = list(arguments.own) if arguments else []
        own += [phrase for phrase in self.trigger.chain if phrase not in own]
        if self.trigger.relative is not None:
            own += [p for p in self.trigger.relative.own if p.case is Case.FOR]
        trigger_phrase = self.trigger.chain[-1] if self.trigger.noun else None
        for phrase in own:
            if phrase.case in wanted and phrase is not trigger_phrase:
                yield phrase
        if case == "object" and arguments and arguments.head is not None and self._head_is_object():
            yield arguments.head

    def _genitives(self) -> Iterator[Phrase]:
        chain = list(self.trigger.chain[: -1 if self.trigger.noun else None])
        if self.trigger.arguments is not None:
            chain += [p for p in self.trigger.arguments.own if self._between(p)]
        for phrase in chain:
            if phrase.case is Case.GENITIVE or self._between(phrase):
                yield phrase

    def _between(self, phrase: Phrase) -> bool:
        return self.setting.clauses.text(phrase.span).endswith(("사이", "간"))

    def _relative(self, case: str) -> Iterator[Phrase]:
        verb, arguments = self.trigger.relative_verb, self.trigger.relative
        if verb is None or arguments is None:
            return
        if case == "sender" and not verb.lemma.startswith(("보내", "전하", "전달")):
            return
        yield from (p for p in arguments.own if p.case in {Case.SUBJECT, Case.AMONG})

    def _elsewhere(self) -> Iterator[Phrase]:
        """Where a departure leads: what is named before the verb, its subject and town apart."""
        arguments = self.trigger.arguments
        if arguments is None:
            return
        for item in self.setting.clauses.items[: self.trigger.index]:
            if isinstance(item, Phrase) and item.case in {
                Case.TO,
                Case.AT,
                Case.GENITIVE,
                Case.BY,
                Case.BARE,
            }:
                yield item

    def _subjects(self) -> Iterator[Phrase]:
        arguments = self.trigger.arguments
        if arguments is None:
            if self.trigger.following is not None and self._with_genitive():
                yield from self._named(self.trigger.following.subjects)
            return
        verb = self.trigger.verb
        if verb is not None and verb.ending is Ending.ADNOMINAL and arguments.head is not None:
            yield from self._relative_subject(arguments.head)
            return
        phrase = self.trigger.chain[-1] if self.trigger.noun else None
        if phrase is not None and phrase.case in {Case.SUBJECT, Case.TOPIC}:
            return
        yield from self._named(arguments.subjects)

    def _with_genitive(self) -> bool:
        """국방상과의 회담: the other side is the subject of what follows."""
        return any("의" in p.particles[1:] for p in self.trigger.chain if p.case is Case.WITH)

    def _named(self, subjects: Iterable[Phrase]) -> Iterator[Phrase]:
        """The first subject that names somebody and speaks from where the verb stands."""
        clauses, verb = self.setting.clauses, self.trigger.verb
        quote = clauses.quote_of(verb) if verb is not None else None
        for phrase in subjects:
            if quote is not None and clauses.quote_of(phrase) != quote:
                continue
            named = any(heads(clauses, member) for member in coordinated(clauses, phrase))
            if named or leader_of(clauses, phrase) or self._means_visitors(phrase):
                yield phrase
                return

    def _relative_subject(self, head: Phrase) -> Iterator[Phrase]:
        inner = self._inner_subject()
        if heads(self.setting.clauses, head) and not self._head_is_object():
            yield head
        elif inner is not None:
            yield inner
        elif self.trigger.arguments is not None and not self._is_passive():
            yield from self._named(self.trigger.arguments.subjects)

    def _is_passive(self) -> bool:
        verb = self.trigger.verb
        return verb is not None and (verb.passive or verb.lemma.endswith(("지다", "되다")))

    def _inner_subject(self) -> Phrase | None:
        arguments = self.trigger.arguments
        own = arguments.own if arguments else ()
        return next((p for p in reversed(own) if p.case is Case.SUBJECT), None)

    def _head_is_object(self) -> bool:
        """김 위원장이 만난 장관: a subject inside and no complement behind it."""
        inner = self._inner_subject()
        arguments = self.trigger.arguments
        if inner is None or arguments is None or not isinstance(self.trigger.verb, Verb):
            return False
        if self.trigger.verb.ending is not Ending.ADNOMINAL:
            return False
        after = arguments.own[arguments.own.index(inner) + 1 :]
        return not any(p.case in {Case.OBJECT, Case.TO, Case.WITH, Case.BY} for p in after)


def inside(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """Mentions in a phrase that may take part in something."""
    return tuple(m for m in clauses.document.mentions_in(phrase.span) if not m.weak)


def heads(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """Mentions at the end of a phrase; both members of a compound (북러)."""
    found = inside(clauses, phrase)
    if not found:
        return ()
    last = max(m.span.end for m in found)
    rest = clauses.document.text[last : phrase.span.end].strip(" )’'\"”》]")
    if (
        last < phrase.span.end
        and rest
        and not rest.startswith(("(", "["))
        and _TAILS.fullmatch(rest) is None
    ):
        return ()
    return tuple(m for m in found if m.span.end == last)


def acts(clauses: Clauses, phrase: Phrase) -> bool:
    """Whether a phrase names somebody who acts; a medium only reports."""
    return any(m.kind in _ACTING for m in heads(clauses, phrase))


def coordinated(clauses: Clauses, phrase: Phrase) -> tuple[Phrase, ...]:
    """A phrase with the members of its list before it: 최선희와 라브로프가 → both."""
    items = clauses.items
    position = items.index(phrase)
    group = [phrase]
    while position:
        position -= 1
        item = items[position]
        if not isinstance(item, Phrase):
            break
        joined = item.case is Case.WITH or (item.case is Case.BARE and item.comma)
        if not joined or not heads(clauses, item):
            break
        if item.case is Case.BARE and not heads(clauses, phrase):
            break
        group.insert(0, item)
    return tuple(group)


def leader_of(clauses: Clauses, phrase: Phrase) -> Phrase | None:
    """총장이 이끄는 대표단, 국방상을 단장으로 하는 대표단: the person who leads it."""
    items = clauses.items
    position = items.index(phrase)
    while position:
        position -= 1
        item = items[position]
        if not isinstance(item, Phrase):
            return None
        if item.case is Case.LEADER:
            return item if heads(clauses, item) else None
        if item.case not in {Case.BARE, Case.GENITIVE}:
            return None
    return None
