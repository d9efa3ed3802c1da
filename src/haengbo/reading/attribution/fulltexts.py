"""Pages that print a text in full (담화는 다음과 같다) → its sentences as statements of its issuer.

Comes in: the document. Goes out: full texts with their statements. Without quotation marks each
sentence of the text is the issuer's; the address before and the signature after it are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Form, Link, Mention, Statement
from haengbo.model.span import Span
from haengbo.reading.attribution.attributions import Told
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.stances import stances_of
from haengbo.reading.document import Document, Sentence

_OPENING = re.compile(r"(?:전문은|내용은|본문은)?\s?(?:다음과|아래와)\s?같다[.:]?$")
_SENTENCE_END = re.compile(r"(?:다|까|라|자|오)[.!?…]*$")
_SUBJECT = re.compile(r"(?:동지)?(?:께서|이|가|은|는)(?=\s|는)")
_CONFIDENCE = 0.9


@dataclass(frozen=True, slots=True)
class FullText:
    """A text printed in full.

    Attributes:
        span: From its first to its last sentence.
        statements: One per sentence.
        told: What happenings told in it rest on.
    """

    span: Span
    statements: tuple[Statement, ...]
    told: Told

    def covers(self, sentence: Sentence) -> bool:
        """Whether a sentence belongs to the text."""
        return self.span.contains(sentence.span)


def find_fulltexts(document: Document, lexicon: Lexicon) -> tuple[FullText, ...]:
    """Find texts that the page prints in full.

    Example:
        ``외무상이 20일 발표한 담화는 다음과 같다.`` followed by unquoted sentences.
    """
    body = [s for s in document.sentences if s.kind is BlockKind.BODY]
    for index, sentence in enumerate(body):
        words = sentence.span.of(document.text).strip()
        noun = lexicon.texts.search(words)
        if noun is None or _OPENING.search(words) is None:
            continue
        lines = [s for s in body[index + 1 :] if _is_prose(document, s)]
        if not lines:
            return ()
        below = [s for s in body if s.span.start > lines[-1].span.start]
        issuer = _issuer(document, body[: index + 1], below)
        if issuer is not None:
            return (_text(document, lexicon, body[index + 1 :], lines, issuer),)
    return ()


def _is_prose(document: Document, sentence: Sentence) -> bool:
    return _SENTENCE_END.search(sentence.span.of(document.text).strip()) is not None


def _issuer(document: Document, before: list[Sentence], after: list[Sentence]) -> Mention | None:
    """Who signed under the text, else who is the subject of the sentence that opens it."""
    people = (ActorKind.PERSON, ActorKind.ORGANISATION)
    signed = [m for s in after for m in document.mentions_in(s.span) if m.kind in people]
    if signed:
        return signed[-1]
    for sentence in reversed(before):
        for mention in document.mentions_in(sentence.span):
            tail = document.text[mention.span.end : mention.span.end + 6]
            if mention.kind in people and _SUBJECT.match(tail):
                return mention
    return None


def _text(
    document: Document,
    lexicon: Lexicon,
    after: list[Sentence],
    lines: list[Sentence],
    issuer: Mention,
) -> FullText:
    span = lines[0].span.hull(lines[-1].span)
    day = _day(document, after, lines)
    address = [s for s in after if s.span.end <= lines[0].span.start]
    receiver = tuple(_people(document, address))
    statements = tuple(_statement(document, lexicon, line, issuer, receiver, day) for line in lines)
    told = Told(span, (Link(issuer.name, issuer.span, "fulltext"),), ())
    return FullText(span, statements, told)


def _statement(
    document: Document,
    lexicon: Lexicon,
    line: Sentence,
    issuer: Mention,
    receiver: tuple[str, ...],
    day: str | None,
) -> Statement:
    words = line.span.of(document.text)
    span = Span(line.span.start, line.span.start + len(words.rstrip().rstrip(".!?…")))
    return Statement(
        id="",
        speaker=(issuer.name,),
        form=Form.DOCUMENT,
        span=span,
        addressee=receiver,
        occasion=None,
        stance=stances_of(document, span, None, (issuer.name,), lexicon),
        chain=(),
        date=day,
        rule="fulltext",
        confidence=_CONFIDENCE,
    )


def _people(document: Document, address: list[Sentence]) -> Iterator[str]:
    for sentence in address:
        for mention in document.mentions_in(sentence.span):
            if mention.kind is ActorKind.PERSON:
                yield mention.name


def _day(document: Document, after: list[Sentence], lines: list[Sentence]) -> str | None:
    """The day of the signature under the text, else the last day named before it."""
    below = [
        t for s in after if s.span.start > lines[-1].span.start for t in document.times_in(s.span)
    ]
    if below:
        return below[0].value
    above = [t for t in document.times if t.span.end <= lines[0].span.start]
    days = [t.value for t in above if len(t.value) == len("2024-11-02")]
    return days[-1] if days else None
