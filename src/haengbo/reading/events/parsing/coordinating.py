"""Names of one party that 및 joins → one phrase: 중국 당 및 정부대표단이 도착하였다.

Comes in: the phrases and verbs of a sentence. Goes out: the same with what stands before 및 in the
phrase behind it, where only the first part names somebody. Invariant: spans stay those of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from haengbo.model.span import Span
from haengbo.reading.document import Document
from haengbo.reading.events.parsing.clauses import Case, Item, Phrase

_AND = "및"


def coordinated(document: Document, items: Sequence[Item]) -> tuple[Item, ...]:
    """The sentence with phrases that 및 joins as one, where the second names nobody.

    Example:
        In ``라오스 당 및 정부대표단이 도착하였다`` the subject is ``라오스 당 및 정부대표단``.
    """
    found: list[Item] = []
    for item in items:
        before = found[-1] if found else None
        if isinstance(before, Phrase) and isinstance(item, Phrase) and _one(document, before, item):
            span = Span(before.span.start, item.span.end)
            found[-1] = replace(item, span=span, tokens=(*before.tokens, *item.tokens))
        else:
            found.append(item)
    return tuple(found)


def _one(document: Document, before: Phrase, item: Phrase) -> bool:
    joined = before.case is Case.WITH and not before.comma
    if not joined or document.text[before.span.end : item.span.start].strip() != _AND:
        return False
    return bool(document.mentions_in(before.span)) and not document.mentions_in(item.span)
