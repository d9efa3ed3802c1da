"""A spokesman without a name → the body that is spoken for.

Comes in: a phrase of the sentence. Goes out: mentions or names of bodies.

Example:
    ``외무성 대변인은 12일 담화를 냈다. 대변인은 일본을 비난했다``: both times the ministry.
"""

from __future__ import annotations

from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.finding.within import inside
from haengbo.reading.events.parsing.clauses import Clauses, Phrase
from haengbo.reading.events.setting import Setting

_THIS = ("이", "그", "동")


def body_spoken_for(clauses: Clauses, phrase: Phrase) -> tuple[Mention, ...]:
    """외무성 대변인은, 국무부 당국자는: the body whose official it is."""
    bodies = tuple(m for m in inside(clauses, phrase) if m.kind is ActorKind.ORGANISATION)[-1:]
    official = clauses.text(phrase.span).endswith(clauses.words.words["officials"])
    return bodies if official else ()


def body_going_on(setting: Setting, phrase: Phrase) -> tuple[str, ...]:
    """대변인은, 외무부 대변인은: of the body of which the sentence before told."""
    clauses = setting.clauses
    office, _, title = clauses.text(phrase.span).rpartition(" ")
    if title not in clauses.words.words["spokesmen"]:
        return ()
    office = "" if office in _THIS else office
    bodies = (n for n in setting.carried if setting.world.kind_of(n) is ActorKind.ORGANISATION)
    return tuple(name for name in bodies if name.endswith(office))[:1]
