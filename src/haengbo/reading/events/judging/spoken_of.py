"""How words stand of which somebody else speaks: 정부는 북한이 항의할 수 있다고 내다봤다.

Comes in: the ``Trigger`` of an utterance in somebody's words. Goes out: foreseen or planned,
``NOTHING`` where it is only asked or judged, or ``None`` where the form leaves it to be the act.
"""

from __future__ import annotations

import re

from haengbo.knowledge.frames import FrameRow
from haengbo.model.reading import Status
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.judging.unrealised import NOTHING, Stand
from haengbo.reading.events.setting import Roles, Setting

_WILL = r"\A(?:ᆯ|을) "
#: 항의할 가능성, 거부할 수도 있다, 요청할 것 같다, 비난할 것으로 보인다.
_CHANCE = re.compile(
    _WILL + r"(?:가능 ?성|공산|소지|확률|수 (?:도 )?있|것 같|것 으로 (?:보|전망|예상|관측|내다보))"
)
#: 항의할지, 요구할 필요가, 거부할 이유가, 비난할 처지가.
_ONLY_JUDGED = re.compile(r"\A(?:(?:ᆯ지|을지) |(?:ᆯ|을) (?:필요|이유|까닭|처지|입장|형편|자격) )")
#: 요청할 계획, 규탄할 예정.
_INTENDED = re.compile(_WILL + r"(?:예정|계획|방침) ")
#: Of these the plan is not the act yet, as it is of what one threatens with or promises.
_LATER = {"REQUEST", "PROTEST", "ACCUSE"}


def spoken_of(trigger: Trigger, frame: FrameRow) -> Stand | None:
    """How it stands by the ending of its verb.

    Example:
        ``거부할 가능성이 있다`` is foreseen, ``항의할 계획이다`` planned, ``요구할 필요는 없다``
        neither; ``지지할 것이다`` may be the act itself.
    """
    verb = trigger.verb
    if verb is None or trigger.noun or verb.past:
        return None
    if _CHANCE.match(verb.tail):
        return Status.PREDICTED
    if frame.type in _LATER and _INTENDED.match(verb.tail):
        return Status.PLANNED
    return NOTHING if _ONLY_JUDGED.match(verb.tail) else None


def is_foreseen_by(roles: Roles, setting: Setting) -> bool:
    """교수는 “북한이 항의할 것”이라고 말했다: who says so judges what others will say."""
    speakers = set(setting.speakers)
    return bool(speakers) and speakers <= setting.world.experts and not speakers & set(roles)
