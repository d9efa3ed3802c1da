"""Which stretches of a page name its makers: datelines, bylines, photo credits.

Comes in: a line. Goes out: spans. People in a byline are no actors; media in a photo credit are
weak mentions: listed, but no reporters of what the page tells.
"""

from __future__ import annotations

import re

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.document import Document
from haengbo.reading.mentions.lexicon import Lexicon
from haengbo.reading.mentions.line import Line
from haengbo.reading.mentions.person import Person

#: ``[새벽경제=홍길산 기자]``, ``(서울=새벽통신) 홍길산 기자 =``, ``(평양 6월 5일발 …)``.
_DATELINE = re.compile(r"^\s*[(\[【][^()\[\]【】]{1,40}[=발][^()\[\]【】]{0,40}[)\]】]")
_BRACKETED_BYLINE = re.compile(r"^\s*[(\[【][^()\[\]【】]{1,40}(?:기자|특파원)\s?[)\]】]")
_CONTACT = re.compile(r"\A[\w.+-]+@[\w.-]+\Z")
_EQUALS = re.compile(r"^.{0,60}?(?:기자|특파원)\s*=\s")
#: 홍길산 기자가 보도합니다.
_PRESENTED = re.compile(
    r"(?:이|가)\s(?:보도|취재|정리|전)(?:합니다|했습니다|하겠습니다|해\s?드립니다|해\s?왔습니다)"
    r"|의\s(?:보도|리포트|취재|단독 보도)(?:입니다|예요|이에요)"
    r"|(?:이|가|을|를)?\s?(?:전해\s?주|나와\s?주|연결|불러\s?보|말씀해\s?주)[가-힣]{0,6}"
)
#: [앵커] … 홍길산 기자입니다.
_SIGNED = re.compile(r"입니다\.?\Z|였습니다\.?\Z")
#: Rules of the article that read who signs a text.
_SIGNATURES = ("wire:closing", "dateline:relayed")
_BRACKETED = re.compile(r"[\[(<（][^\[\]()<>]{1,40}[\])>）]\s*\Z")


def byline_spans(line: Line) -> tuple[Span, ...]:
    """Datelines and bylines at the head of a line."""
    start = line.sentence.span.start
    stretch = line.sentence.span.of(line.text)
    patterns = (_DATELINE, _BRACKETED_BYLINE, _EQUALS)
    matches = [pattern.match(stretch) for pattern in patterns]
    return tuple(Span(start, start + m.end()) for m in matches if m)


def credit_spans(line: Line) -> tuple[Span, ...]:
    """Photo credits: in a caption what follows its last sentence, and brackets with a mark.

    Example:
        ``… 악수하고 있다. 평양/AP 연합뉴스``: the last two words.
    """
    sentence = line.sentence
    stretch = sentence.span.of(line.text)
    spans = []
    if sentence.kind is BlockKind.CAPTION:
        if (match := _BRACKETED.search(stretch)) is not None:
            spans.append(Span(*match.span()).shifted(sentence.span.start))
        elif not stretch.rstrip().endswith(("다.", "다", "모습", ".")):
            spans.append(_tail(stretch).shifted(sentence.span.start))
    return tuple(spans)


def signature(document: Document, lexicon: Lexicon) -> tuple[Mention, ...]:
    """The wire that signs the text by its short name: … 떠났다./연합, 【…=연합】.

    As those of photo credits it reports nothing that the page tells.
    """
    origin = document.article.origin
    if origin is None or origin.span is None or origin.rule not in _SIGNATURES:
        return ()
    row = next(iter(lexicon.names.named(origin.value)), None)
    if row is None or row.actor_kind is not ActorKind.MEDIUM:
        return ()
    span = origin.span
    return (Mention(span, row.name, ActorKind.MEDIUM, "wire", 0.9, span, weak=True),)


def _tail(stretch: str) -> Span:
    cut = max(stretch.rfind(". "), stretch.rfind("다 "), stretch.rfind("습 "), stretch.rfind('."'))
    return Span(cut + 1, len(stretch)) if cut >= 0 else Span(0, len(stretch))


def in_byline(person: Person, line: Line, lexicon: Lexicon) -> bool:
    """Whether somebody is named only as the writer: 홍길산 기자 at the head or end of a line."""
    heads = {office.head for office in person.offices}
    if not heads & lexicon.words("reporter-heads"):
        return False
    if any(span.contains(person.head) for span in byline_spans(line)):
        return True
    after = line.text[person.span.end : line.sentence.span.end].strip()
    if _PRESENTED.match(after) is not None or _SIGNED.match(after) is not None:
        return True
    return (
        after[:1] in {"", "=", "]", ")", "】", "/", "·", ">", "〉", "!"}
        or _CONTACT.match(after) is not None
    )
