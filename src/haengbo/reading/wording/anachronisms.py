"""Sentences → claims that dated knowledge rules out, as findings with the reason.

Example: ``북한군이 제2차 세계대전에서 싸웠다``: the war ended in 1945, the army is from 1948.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.chronicle import EraRow
from haengbo.model.article import Finding
from haengbo.reading.document import Document


@lru_cache(maxsize=4)
def _eras(knowledge: Knowledge) -> tuple[tuple[re.Pattern[str], EraRow], ...]:
    rows = knowledge.table("eras", EraRow)
    return tuple(
        (re.compile("|".join(re.escape(form) for form in (row.name, *row.forms))), row)
        for row in rows
        if row.kind == "war" and row.until
    )


@lru_cache(maxsize=4)
def _lifetimes(knowledge: Knowledge) -> dict[str, EraRow]:
    return {r.name: r for r in knowledge.table("eras", EraRow) if r.kind == "lifetime" and r.since}


#: The war as the occasion of something else (승리 기념일, 80주년) rules nothing out.
_REMEMBERED = re.compile(r"승리|기념|주년|이후|이래|종전|전승절|참전용사|직후|박물관")


def anachronisms(document: Document) -> Iterator[Finding]:
    """An actor named in one sentence with a war that ended before the actor existed."""
    lifetimes = _lifetimes(document.knowledge)
    wars = [one for one in _eras(document.knowledge) if one[0].search(document.text)]
    for sentence in document.sentences if wars else ():
        for pattern, era in wars:
            match = pattern.search(document.text, sentence.span.start, sentence.span.end)
            if match is None:
                continue
            if _REMEMBERED.match(document.text[match.end() : match.end() + 8].strip()):
                continue
            for mention in document.mentions_in(sentence.span):
                life = lifetimes.get(mention.name)
                if life is None or life.since is None or era.until is None:
                    continue
                if life.since[:10] > era.until and not mention.weak:
                    reason = f"{era.name}: {era.until}까지. {mention.name}: {life.since}부터."
                    yield Finding("anachronism", reason, sentence.span)
                    break
