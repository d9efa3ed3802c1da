"""Document with mentions → the same, without the quotation marks that only set off a name.

Comes in: a document whose mentions are found. Goes out: it, with those quotations left out of its
sentences whose words are the name of a medium (《로동신문》, '들녘방송'): nobody says them.
Invariant: tokens, mentions and all other quotations stay as they are.
"""

from __future__ import annotations

from dataclasses import replace

from haengbo.model.reading import ActorKind
from haengbo.reading.document import Document


def with_marked_names(document: Document) -> Document:
    """Quotations around the name of a medium are no quotations.

    Example:
        ``'들녘방송'은 외무성이 반발했다고 전했다``: the medium speaks, nothing is quoted.
    """
    media = {m.span for m in document.mentions if m.kind is ActorKind.MEDIUM}
    if not any(q.span in media for s in document.sentences for q in s.quotes):
        return document
    sentences = (
        replace(s, quotes=tuple(q for q in s.quotes if q.span not in media))
        for s in document.sentences
    )
    return replace(document, sentences=tuple(sentences))
