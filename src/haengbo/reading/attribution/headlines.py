"""Headlines and subtitles → the quotations in them that the body does not have.

Comes in: parsed headlines and the statements of the body. Goes out: statements. A quotation in a
headline is an abridgement of one in the body; it counts only when the body has nothing like it,
and only with a speaker right before it (``크렘린 “…”``, ``김정은, …“…”``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from haengbo.korean.quotes import Quote
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Form, Mention, Statement
from haengbo.reading.attribution.lexicon import lexicon_of
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.stances import stances_of
from haengbo.reading.attribution.witnesses import Witnesses
from haengbo.reading.document import Document

_LIKE = 0.5
_SHORTEST = 8
_CONFIDENCE = 0.6
_ASIDE = re.compile(r"[\s·:,]*")
_HEADS = (BlockKind.TITLE, BlockKind.SUBTITLE)


def find_headlines(
    document: Document,
    parsed: Sequence[Parsed],
    statements: Sequence[Statement],
    witnesses: Witnesses,
) -> tuple[Statement, ...]:
    """Statements that only a headline has.

    Example:
        ``크렘린 “만찬 다섯 시간 이어져”`` when the body says nothing of five hours.
    """
    sentences = [s for s in document.sentences if s.kind is BlockKind.BODY]
    body = _grams("".join(s.span.of(document.text) for s in sentences))
    seen: set[str] = set()
    found = []
    for head in parsed:
        if head.sentence.kind not in _HEADS:
            continue
        for quote in head.sentence.quotes:
            words = quote.span.of(document.text)
            known = _share(_grams(words), body) >= _LIKE or words in seen
            speaker = _speaker(document, head, quote)
            whole = quote.kind == "double" and len(words) >= _SHORTEST and _says(head, quote)
            if whole and not known and speaker:
                seen.add(words)
                found.append(_statement(document, quote, speaker, statements, witnesses))
    return tuple(found)


def _says(head: Parsed, quote: Quote) -> bool:
    """Whether the words end in a predicate or a noun of saying (입장 확인), not in a thing."""
    inside = [t for t in head.stretch.inside(quote.span) if not t.tag.startswith("S")]
    if not inside:
        return False
    last = inside[-1]
    if last.tag in {"EF", "EC", "ETN", "NNB"}:
        return True
    return last.tag == "NNG" and f"{last.form}하다" in head.speech_verbs


def _grams(text: str) -> set[str]:
    squeezed = re.sub(r"[^가-힣A-Za-z0-9]", "", text)
    return {squeezed[i : i + 2] for i in range(len(squeezed) - 1)}


def _share(part: set[str], whole: set[str]) -> float:
    return len(part & whole) / len(part) if part else 1.0


def _speaker(document: Document, head: Parsed, quote: Quote) -> Mention | None:
    """The name right before the quotation, else the one with which the headline begins."""
    mentions = [
        m
        for m in document.mentions_in(head.sentence.span)
        if m.kind in (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.MEDIUM)
    ]
    before = [m for m in mentions if m.span.end <= quote.outer.start]
    if not before:
        return None
    if _ASIDE.fullmatch(document.text[before[-1].span.end : quote.outer.start]):
        return before[-1]
    first = before[0]
    leads = document.text[first.span.end : first.span.end + 1] == ","
    return first if leads and first.kind is ActorKind.PERSON else None


def _statement(
    document: Document,
    quote: Quote,
    speaker: Mention,
    statements: Sequence[Statement],
    witnesses: Witnesses,
) -> Statement:
    same = [s for s in statements if s.speaker == (speaker.name,)]
    medium = speaker.kind is ActorKind.MEDIUM
    chain = () if medium else witnesses.first_for((speaker.name,))
    lexicon = lexicon_of(document.knowledge)
    return Statement(
        id="",
        speaker=(speaker.name,),
        form=Form.DOCUMENT if medium else Form.DIRECT,
        span=quote.span,
        addressee=(),
        occasion=None,
        stance=stances_of(document, quote.span, None, (speaker.name,), lexicon),
        chain=chain,
        date=same[0].date if same else None,
        rule="headline",
        confidence=_CONFIDENCE,
    )
