"""Who acts in a sentence without a subject, where the one told of last cannot be meant.

Comes in: a ``Trigger`` of something done in person, in its ``Setting``. Goes out: names, none
where whoever the text goes on about may act. Of a guest's stay the guest is the centre, though a
host may be the subject of a sentence between: 장관이 왔다. 외무상이 영접했다. 이어 위원장을
예방했다. Nobody calls on a superior of the own state in such news; so the guest does.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.finding.naming import heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case
from haengbo.reading.events.setting import Setting

#: Modes of what is done to somebody's face.
_FACE_TO_FACE = {"meeting", "letter"}
_WHOM = {Case.OBJECT, Case.WITH, Case.TO}


def centred(setting: Setting, trigger: Trigger, frame: FrameRow) -> tuple[str, ...]:
    """Who goes on: the guest, if who was told of last is of the state of those who are met."""
    guest = _guest(setting)
    if guest is None or frame.mode not in _FACE_TO_FACE or guest in setting.carried:
        return setting.carried
    world, people = setting.world, [*setting.carried, *_met(setting, trigger)]
    homes = {world.state_of(name) for name in people}
    hosts = {n for n, role in setting.stay.items() if role is ParticipantRole.TARGET}
    own = len(people) > len(setting.carried) and len(homes) == 1 and homes <= hosts
    return (guest,) if own else setting.carried


def _guest(setting: Setting) -> str | None:
    """The one person who came on the visit told of last, from abroad."""
    world, source = setting.world, ParticipantRole.SOURCE
    guests = [
        name
        for name, role in setting.stay.items()
        if role is source and world.kind_of(name) is ActorKind.PERSON
    ]
    own = len(guests) == 1 and world.state_of(guests[0]) in setting.stay
    return guests[0] if len(guests) == 1 and not own else None


def _met(setting: Setting, trigger: Trigger) -> Iterator[str]:
    """Whom the clause itself names as met or given something."""
    own = trigger.arguments.own if trigger.arguments is not None else ()
    for phrase in own:
        if phrase.case in _WHOM:
            people = heads(setting.clauses, phrase)
            yield from (m.name for m in people if m.kind is ActorKind.PERSON)
