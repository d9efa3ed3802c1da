"""Evidence → W3C Web Annotations (JSON-LD): which words of which page say what.

One annotation for each stretch of evidence of an event, each statement or each expectation. The
target is the page: its address, else the ``ni:`` name of its bytes (RFC 6920). Invariant: ``exact``
is a true beginning of the evidence; ``start`` and ``end`` count the code points of the article's
text as readings hold it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from haengbo.export.cells import QUOTED_AT_MOST
from haengbo.export.wanted import (
    Subject,
    Wanted,
    wanted_events,
    wanted_expectations,
    wanted_statements,
)
from haengbo.ledger.views import PageRef

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A stretch of a page and what it says."""

    kind: str
    id: str
    label: str
    page: PageRef
    start: int
    end: int
    words: str


def annotation_page(wanted: Wanted) -> Iterator[bytes]:
    """An ``AnnotationPage``, one annotation a line."""
    head = {"@context": CONTEXT, "id": "urn:haengbo:annotations", "type": "AnnotationPage"}
    yield (json.dumps(head)[:-1] + ', "items": [').encode()
    between = "\n"
    for evidence in _evidence(wanted):
        record = _annotation(evidence, whole=wanted.with_text)
        yield (between + json.dumps(record, ensure_ascii=False)).encode()
        between = ",\n"
    yield b"\n]}\n"


def _evidence(wanted: Wanted) -> Iterator[_Evidence]:
    if wanted.subject is Subject.STATEMENTS:
        for said in wanted_statements(wanted):
            span, speakers = said.statement.span, ", ".join(said.statement.speaker)
            yield _Evidence(
                "statement", said.id, speakers, said.page, span.start, span.end, said.text
            )
    elif wanted.subject is Subject.EXPECTATIONS:
        for line in wanted_expectations(wanted):
            span, label = line.expectation.span, line.expectation.proposition
            yield _Evidence(
                "expectation", line.id, label, line.page, span.start, span.end, line.text
            )
    else:
        yield from _of_events(wanted)


def _of_events(wanted: Wanted) -> Iterator[_Evidence]:
    for line, reports in wanted_events(wanted):
        for report in reports:
            for (start, end), words in zip(report.spans, report.evidence, strict=True):
                yield _Evidence("event", line.id, line.label_ko, report.page, start, end, words)


def _annotation(evidence: _Evidence, *, whole: bool) -> dict[str, Any]:
    name = f"urn:haengbo:{evidence.kind}:{quote(evidence.id)}"
    exact = evidence.words if whole else evidence.words[:QUOTED_AT_MOST]
    place = f"{evidence.page.sha256}:{evidence.start}-{evidence.end}"
    return {
        "id": f"{name}:{place}",
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "SpecificResource", "purpose": "identifying", "source": name},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": evidence.label,
                "format": "text/plain",
                "language": "ko",
            },
        ],
        "target": {
            "type": "SpecificResource",
            "source": _source(evidence.page),
            "selector": [
                {"type": "TextQuoteSelector", "exact": exact},
                {"type": "TextPositionSelector", "start": evidence.start, "end": evidence.end},
            ],
        },
    }


def _source(page: PageRef) -> str:
    """The page's address, else the name of its bytes."""
    if page.url is not None and urlsplit(page.url).scheme in {"http", "https"}:
        return quote(page.url, safe="%:/?#[]@!$&'()*+,;=~")
    digest = base64.urlsafe_b64encode(bytes.fromhex(page.sha256)).rstrip(b"=").decode()
    return f"ni:///sha-256;{digest}"
