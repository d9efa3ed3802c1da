"""What one state is to do to another that the sentence leaves out → both.

Comes in: a ``Trigger`` whose frame found too few, in what is planned or foretold, and its
``Setting``. Goes out: roles, or ``None``. Who speaks of what is to come leaves out what everybody
knows by then: on a page about two states ``부품을 내줄 가능성이 있다`` means to the other one.
"""

from __future__ import annotations

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import ActorKind, ParticipantRole
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.people.participants import named_anyhow
from haengbo.reading.events.setting import Roles, Setting

#: Types done by one state to another.
ONE_SIDED = {"AID", "COERCE", "SANCTION"}


def beside(trigger: Trigger, frame: FrameRow, setting: Setting) -> Roles | None:
    """Roles of help given, to the one other state that the sentence names.

    Example:
        ``라오스는 북한이 수해를 입자 의약품을 보냈다``.
    """
    verb, clauses = trigger.verb, setting.clauses
    if frame.type != "AID" or verb is None or not verb.past or clauses.quote_of(verb) is not None:
        return None
    named = named_anyhow(frame, trigger, setting)
    if len(named) != 1 or ParticipantRole.SOURCE not in named.values():
        return None
    stated = clauses.document.mentions_in(clauses.sentence.span)
    states = {m.name for m in stated if m.kind is ActorKind.STATE}
    others = states - set(named) - {setting.world.state_of(name) for name in named}
    return named | dict.fromkeys(others, ParticipantRole.TARGET) if len(others) == 1 else None


def implied(trigger: Trigger, frame: FrameRow, setting: Setting) -> Roles | None:
    """Roles of what is still to come, the state that it is done to filled in.

    Example:
        ``러시아가 방공 체계를 내줄 가능성이 있다`` on a page about North Korea and Russia.
    """
    pair = setting.pair
    if frame.type not in ONE_SIDED or trigger.verb is None or not pair:
        return None
    named = named_anyhow(frame, trigger, setting)
    if len(named) != 1 or not set(named) < pair or ParticipantRole.SOURCE not in named.values():
        return None
    return named | dict.fromkeys(pair - set(named), ParticipantRole.TARGET)
