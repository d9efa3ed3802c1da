"""A clause that is only the occasion of what follows (…하자) → whose it is.

Comes in: items of ``Clauses``. Goes out: whether a verb tells an occasion, and its own subject.

Example:
    ``몽골 정부가 포탄이 떨어지자 교역을 끊었다``: what fell is 포탄이, and 몽골 정부가 acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from haengbo.reading.events.parsing.clauses import Case, Item, Phrase, Verb

#: 떨어지자, 그만두지 않자.
_OCCASION = re.compile(r"\A(?:지 (?:않|못하) |었 |았 )?자 ")


def is_occasion(verb: Verb) -> bool:
    """떨어지자, 멈추지 않자; not 외무상이자 위원인."""
    return verb.lemma != "이다" and _OCCASION.match(verb.tail) is not None


def nearest_to(items: Sequence[Item], verb: Verb) -> Phrase | None:
    """The subject that stands nearest before a verb."""
    before = items[: next(n for n, item in enumerate(items) if item is verb)]
    subjects = (i for i in reversed(before) if isinstance(i, Phrase) and i.case is Case.SUBJECT)
    return next(subjects, None)
