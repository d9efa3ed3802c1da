"""A find → an expectation: affiliation, proposition and horizon are filled in alike for all."""

from __future__ import annotations

from dataclasses import dataclass

from haengbo.model.reading import Expectation, ExpectationKind
from haengbo.model.span import Span
from haengbo.reading.document import Document
from haengbo.reading.expectations.deciding import Deciders
from haengbo.reading.expectations.horizon import horizon_of
from haengbo.reading.expectations.judges import affiliation_of


@dataclass(frozen=True, slots=True)
class Find:
    """What a rule found: the kind, who holds it, the clause, its hedge, the rule."""

    by: str | None
    span: Span
    hedge: str
    rule: str
    confidence: float
    kind: ExpectationKind = ExpectationKind.FORECAST


def completed(document: Document, find: Find, deciders: Deciders) -> Expectation:
    """The expectation of a find."""
    horizon = horizon_of(document, find.span)
    return Expectation(
        kind=find.kind,
        by=find.by,
        to=None,
        affiliation=affiliation_of(document, find.by),
        span=find.span,
        proposition=" ".join(find.span.of(document.text).split()),
        hedge=" ".join(find.hedge.split()),
        horizon=horizon,
        decided_by=deciders.of(find.span, find.hedge, horizon),
        rule=find.rule,
        confidence=find.confidence,
    )
