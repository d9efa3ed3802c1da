"""Sentences → claims that each time one thing happens another follows.

Examples: ``장관이 다녀갈 때마다 협정이 나왔다``, ``훈련이 시작되면 어김없이 담화가 나왔다``.
"""

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
            kept = match.end("keep") if "keep" in match.groupdict() else match.start()
            condition, consequence = text[:kept], text[match.end() :].strip(_EDGE)
            if condition.strip() and consequence:
                yield Pattern(
                    condition.strip(), consequence, (), sentence.span, f"pattern:{row.id}", 0.7
                )
            break
