"""A train, ship or plane that acts → who comes with it.

Comes in: ``Clauses`` and a ``Trigger``. Goes out: phrases that name who rides, the nearest.

Example:
    ``총비서를 태운 열차가 도착했다``: 총비서 came.
"""

from __future__ import annotations

from collections.abc import Iterator

from haengbo.reading.events.finding.naming import COUNTED, heads
from haengbo.reading.events.finding.triggers import Trigger
from haengbo.reading.events.parsing.clauses import Case, Clauses, Phrase, Verb

#: 총비서를 태운, 대통령이 탄, 대통령의.
_RIDERS = {Case.OBJECT, Case.SUBJECT, Case.TOPIC, Case.GENITIVE}


def passengers(clauses: Clauses, trigger: Trigger) -> Iterator[Phrase]:
    """총비서를 태운 열차가, 대통령이 탄 전용기가, 대통령의 전용기가: who comes with it."""
    subjects = trigger.arguments.subjects[:1] if trigger.arguments is not None else ()
    for phrase in subjects:
        if not clauses.text(phrase.span).endswith(clauses.words.words["vehicles"]):
            continue
        for item in reversed(clauses.items[: clauses.place_of(phrase)]):
            if isinstance(item, Verb):
                if item.lemma not in clauses.words.words["riding"]:
                    return
            elif item.case in _RIDERS and (heads(clauses, item) or _ride(clauses, item)):
                yield item
                return


def _ride(clauses: Clauses, phrase: Phrase) -> bool:
    """라오스 관광객 98명을 태운: visitors without a name."""
    text = COUNTED.sub("", clauses.text(phrase.span))
    return text.endswith(clauses.words.words["unnamed-visitors"])
