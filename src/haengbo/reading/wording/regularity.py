"""Sentences → claims that each time one thing happens another follows (``…때마다 …``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from haengbo.knowledge.remarks import PatternCueRow
from haengbo.model.article import BlockKind
from haengbo.model.reading import Pattern
from haengbo.reading.document import Document

_EDGE = " ,."


def patterns(document: Document) -> Iterator[Pattern]:
    """One claim a sentence of the body, outside quotations."""
    rows = document.knowledge.table("pattern_cues", PatternCueRow)
    for sentence in document.sentences:
        if sentence.kind is not BlockKind.BODY:
            continue
        for row in rows:
            match = re.search(row.pattern, sentence.span.of(document.text))
            if match is None or sentence.quote_at(sentence.span.start + match.start()):
                continue
            text = sentence.span.of(document.text)
            condition, consequence = text[: match.start()], text[match.end() :].strip(_EDGE)
            if condition.strip() and consequence:
                yield Pattern(
                    condition.strip(), consequence, (), sentence.span, f"pattern:{row.id}", 0.7
                )
            break
