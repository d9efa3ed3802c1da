"""Statements → the forecasts and pledges in them.

Example: a scholar's “사절단이 가을에 올 가능성이 크다” is a forecast; a minister's “그 정책을
지지할 것” is a pledge; a minister's “제재는 풀리지 않을 것” is a forecast, for the doer is not
the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haengbo.model.reading import ExpectationKind, Statement
from haengbo.model.span import Span
from haengbo.reading.document import Document
from haengbo.reading.expectations.found import Find
from haengbo.reading.expectations.hedging import Hedged, hedged
from haengbo.reading.expectations.judges import judges, own_side
from haengbo.reading.expectations.lexicon import Foresight

#: ``…것으로 국정원은 예상했다``: the forecast of somebody else inside a statement.
_RELAYED = re.compile(r"것으로 (?P<who>[^\s,]{2,12}?)(?:은|는|이|가) ?$")
_SELF = ("우리", "나는", "나도", "저는", "제가", "내가")
_SUBJECT_PARTICLES = {"JKS", "JX"}
_TOPIC = {"은", "는", "이", "가", "께서", "께서는"}
#: How far before the hedge the verb of the promise may begin.
_VERB = 12


def _pledge(
    document: Document, words: Foresight, found: Hedged, side: frozenset[str]
) -> str | None:
    """``pledge`` or ``plan`` when the speaker says what it will do itself, else ``None``."""
    text = document.text
    at = text.rfind(found.hedge, found.span.start, found.span.end)
    before = text[max(found.span.start, at - _VERB) : at + len(found.hedge)]
    kinds = [kind for stem, kind in words.pledges.items() if stem in before]
    if not kinds:
        return None
    subjects = _subjects(document, Span(found.span.start, at))
    others = [s for s in subjects if not s.startswith(_SELF) and not side & {s}]
    return None if others and not any(name in side for name in subjects) else kinds[0]


def _subjects(document: Document, span: Span) -> list[str]:
    """Words before 은/는/이/가 in a stretch, by canonical name where they name somebody."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return []
    found = []
    for token in sentence.tokens_in(span):
        if token.tag in _SUBJECT_PARTICLES and token.form in _TOPIC:
            named = [m for m in document.mentions_in(span) if m.span.end == token.span.start]
            word = document.text[span.start : token.span.start].split()
            found.append(named[-1].name if named else (word[-1] if word else ""))
    return found


def _relayed(document: Document, words: Foresight, statement: Statement) -> Find | None:
    """``12월쯤 늘 것으로 국방부는 예상했다`` inside a statement: the ministry's forecast."""
    text, span = document.text, statement.span
    for verb in words.verb.finditer(text, span.start, span.end):
        match = _RELAYED.search(text[span.start : verb.start()])
        if match is None:
            continue
        end = span.start + match.start() + 1
        who = Span(span.start + match.start("who"), span.start + match.end("who"))
        named = [m for m in document.mentions_in(Span(who.start, who.start + 1)) if not m.weak]
        if named:
            clause = Span(span.start, end)
            return Find(named[0].name, clause, verb.group(), "foresight:relayed", 0.85)
    return None


def forecasts_and_pledges(
    document: Document, words: Foresight, statements: tuple[Statement, ...]
) -> Iterator[Find]:
    """What the statements say about the future."""
    for statement in statements:
        relayed = _relayed(document, words, statement)
        if relayed is not None:
            yield relayed
            continue
        judging = judges(document, words, statement.speaker)
        found = hedged(document, words, statement.span, judging=judging)
        if found is None:
            continue
        by = statement.speaker[0] if statement.speaker else None
        side = own_side(document, statement.speaker)
        promise = None if judging else _pledge(document, words, found, side)
        kind = ExpectationKind(promise) if promise else ExpectationKind.FORECAST
        confidence = min(statement.confidence, 0.9 if judging else 0.75)
        rule = f"hedge:{found.row.id}"
        yield Find(by, found.span, found.hedge, rule, confidence, kind)
