"""Paragraphs that go on with what somebody is told to say: 대변인은 다음과 같이 말했다. … .

Comes in: the document. Goes out: ``FullText``s, one statement per sentence. Chinese and Northern
papers put no marks around speech that they announce so. Invariant: only the same paragraph is
taken, and no further than a sentence that quotes, hands on or announces once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from haengbo.model.reading import Form, Link, Statement
from haengbo.model.span import Span
from haengbo.reading.attribution.blockquotes import hands_on, paragraphs, says, speaker_of
from haengbo.reading.attribution.fulltexts import REPORTS, FullText, line_of, told_by
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.document import Document, Sentence

#: 다음과 같이 말했다. 아래와 같이 지적하였다:
_ANNOUNCES = re.compile(
    r"(?:다음과|아래와)\s?같이\s(?:\S{1,12}\s){0,2}?[가-힣]{1,8}(?:다|습니다)[.:]?$"
)
_SENTENCE_END = re.compile(r"(?:[다까라자])[.!?…]{0,3}$")
#: …다며 자리를 떴다: somebody tells of what another says.
_TELLS = re.compile(r"[다라자냐](?:며|면서)\s")
_DAY = len("2024-11-02")
_CONFIDENCE = 0.8


def find_recited(document: Document, lexicon: Lexicon) -> Iterator[FullText]:
    """Find what follows in the paragraph in which somebody is told to say it.

    Example:
        ``대변인은 다음과 같이 지적했다. 연습은 도발이다. 책임은 그들에게 있다.``: two statements.
    """
    done: list[Span] = []
    for block in paragraphs(document):
        for index, opening in enumerate(block[:-1]):
            if not _announces(document, opening) or not says(opening, lexicon):
                continue
            issuer = speaker_of(document, opening, lexicon)
            if issuer is None or hands_on(document, opening, issuer):
                continue
            itself = _acts(document, issuer)
            said_on = takewhile(lambda s: _is_said(document, s, itself), block[index + 1 :])  # noqa: B023
            lines = [*said_on]
            if not lines:
                continue
            day = _day(document, opening, done)
            span = lines[0].span.hull(lines[-1].span)
            texts = (line_of(document, line, issuer, day, lexicon) for line in lines)
            said = tuple(
                replace(text, form=Form.DIRECT, rule="recited", confidence=_CONFIDENCE)
                for text in texts
            )
            done.append(span)
            yield FullText(span, said, told_by(document, lines, issuer))


def with_full_speakers(
    texts: Sequence[FullText], statements: Sequence[Statement]
) -> Iterator[FullText]:
    """The spokesman whose office an earlier sentence gave: 대변인 for 새솔국 국방성 대변인."""
    for text in texts:
        first = text.statements[0] if text.statements else None
        if first is None or first.rule != "recited":
            yield text
            continue
        called = f" {first.speaker[0]}"
        before = [s for s in statements if s.span < first.span and len(s.speaker) == 1]
        full = next((s.speaker for s in reversed(before) if s.speaker[0].endswith(called)), None)
        said = tuple(replace(s, speaker=full or s.speaker) for s in text.statements)
        yield replace(text, statements=said)


def _announces(document: Document, opening: Sentence) -> bool:
    return bool(_ANNOUNCES.search(opening.span.of(document.text).strip())) and not opening.quotes


def _acts(document: Document, issuer: Link) -> re.Pattern[str]:
    """Who speaks, as somebody of whom a sentence tells: 대변인은, 그는."""
    called = {issuer.name, issuer.span.of(document.text).split()[-1], "그"}
    return re.compile(rf"(?:\A|\s)(?:{'|'.join(map(re.escape, sorted(called)))})(?:은|는|이|가)\s")


def _is_said(document: Document, sentence: Sentence, itself: re.Pattern[str]) -> bool:
    """A sentence of the speech: it ends one, nobody speaks in it, and it is not about who does."""
    words = sentence.span.of(document.text).strip()
    ends = _SENTENCE_END.search(words) is not None and not _ANNOUNCES.search(words)
    told = any(found.search(words) for found in (itself, _TELLS, REPORTS))
    return ends and not told


def _day(document: Document, opening: Sentence, done: Sequence[Span]) -> str | None:
    """The last day named up to the announcement, outside of earlier speech."""
    days = [
        time.value
        for time in document.times
        if time.span.end <= opening.span.end
        and len(time.value) == _DAY
        and not time.rule.startswith("holiday")
        and not any(span.contains(time.span) for span in done)
    ]
    return days[-1] if days else None
