"""Communiqués printed in full (다음은 합의문 전문이다) → who they are of, and their lines.

Comes in: the sentences of a page. Goes out: the text's sentences with the parties whose they are
and the day under it. What the narrator puts between the announcement and the first item, and
whatever follows the signature or is told again, is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from haengbo.korean.times import resolve
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.attribution.allegiance import allegiance_of
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.document import Document, Sentence

#: 다음은 합의문 전문이다; 다음은 보도문과 양측 대표의 발언이다; 합의문 내용은 다음과 같다.
_ANNOUNCED = re.compile(
    r"(?:다음은|아래는)\s[^“”]{1,60}?(?:전문|본문|내용|요지|발언|[문언])(?:\s?(?:이다|입니다|임|다))?[.:]?$"
    r"|(?:다음과|아래와)\s?같(?:다|습니다)[.:]?$"
)
#: 1. …, ① …, 첫째, …: an item of a text.
_ITEM = re.compile(r"\s{0,4}(?:\d{1,2}[.)]\s|[①-⑳]\s?|[-▲·◇△]\s|첫째,\s|제\d{1,2}[조항]\s)")
#: Somebody tells: the text is over.
_REPORTS = re.compile(
    r"(?:다고|라고|으로)\s(?:[^\s]+\s){0,2}?(?:밝혔|말했|전했|보도했|발표했|주장했|설명했|평가했)"
)
#: 싱가포르에서: where they met is no party.
_WHERE = re.compile(r"에(?:서|는|\s)")
_LEAST_ITEMS = 2
#: 2018년 1월 9일 판문점: where and when it was signed.
_SIGNED = re.compile(r"(?:주체\s?)?\d{1,4}\s?(?:\(\d{4}\))?년[^.“”]{1,16}일(?:\s[가-힣]{2,6})?")
_PROSE = re.compile(r"다[.]?$")
#: 쌍방은 다음과 같이 성명한다; 다음과 같이 합의하였다 under a heading that is whose and what kind
#: of text it is.
_DECLARED = re.compile(
    r"(?:다음과|아래와)\s?같이\s(?:(?P<text>성명|선언)|\S{1,10})"
    r"(?:한다|했다|하였다|합니다|하였습니다)[.:]?$"
)
#: Lines beneath a text, of which the last is its day: offices, whose hand, the town.
_SIGNATURE = 4
_PARTIES = ("parties", "states")
_PAIR = 2


class Communique(msgspec.Struct, frozen=True):
    """A text of several parties, printed in full.

    Attributes:
        lines: Its sentences, each without its number.
        span: From its first to its last sentence.
        parties: Whose it is.
        signed: The sentence under it that tells its day, if there is one.
    """

    lines: tuple[Span, ...]
    span: Span
    parties: tuple[str, ...]
    signed: Sentence | None


def find_communique(document: Document, lexicon: Lexicon) -> Communique | None:
    """Find the first communiqué that the page prints in full.

    Example:
        ``두 나라는 5일 회담하고 합의문을 냈다. 다음은 합의문 전문이다.`` followed by items.
    """
    news = [s for s in document.sentences if s.kind in (BlockKind.BODY, BlockKind.SUBTITLE)]
    for index, sentence in enumerate(news):
        words = sentence.span.of(document.text).strip()
        announcing, declaring = _ANNOUNCED.search(words), _DECLARED.search(words)
        if sentence.kind is not BlockKind.BODY or (announcing or declaring) is None:
            continue
        above = [s for s in document.sentences if s.span.end <= sentence.span.end]
        announced = announcing and _is_of_parties(document, sentence, above, lexicon)
        declared = declaring and (declaring["text"] or _is_headed(document, above, lexicon))
        if not announced and not declared:
            continue
        parties = _parties(document, above)
        lines, signed = _lines(document, news[index + 1 :])
        if len(parties) >= _PAIR and len(lines) >= _LEAST_ITEMS:
            spans = tuple(without_number(document, line) for line in lines)
            return Communique(spans, lines[0].span.hull(lines[-1].span), parties, signed)
    return None


def _is_of_parties(
    document: Document, announcing: Sentence, above: Sequence[Sentence], lexicon: Lexicon
) -> bool:
    """Whether the text announced, or the one it shortens (보도문: 공동보도문), is of parties."""
    start, end = announcing.span.start, announcing.span.end
    for match in lexicon.texts.finditer(document.text, start, end):
        noun = match["text"]
        if lexicon.documents[noun].authors in _PARTIES:
            return True
        for sentence in above:
            for other in lexicon.texts.finditer(
                document.text, sentence.span.start, sentence.span.end
            ):
                full = other["text"]
                if full.endswith(noun) and lexicon.documents[full].authors in _PARTIES:
                    return True
    return False


def _is_headed(document: Document, above: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether a line above the text is its kind and no more than whose it is: 공동보도문."""
    for sentence in above:
        _, kind = kind_ending(sentence.span.of(document.text).strip(), lexicon.documents)
        if kind and lexicon.documents[kind].authors in _PARTIES:
            return True
    return False


def kind_ending(line: str, kinds: Iterable[str]) -> tuple[str, str]:
    """What stands before the kind of text with which a line ends, and that kind.

    Example:
        ``외무성 대변인담화`` is ``외무성 대변인`` and ``담화``; both empty where no kind ends it.
    """
    kind = max((noun for noun in kinds if line.endswith(noun)), key=len, default="")
    return (line.removesuffix(kind).rstrip() if kind else "", kind)


def _parties(document: Document, above: Sequence[Sentence]) -> tuple[str, ...]:
    """The states of the nearest sentence above that names several."""
    sides = allegiance_of(document.knowledge)
    for sentence in reversed(above):
        mentions = [m for m in document.mentions_in(sentence.span) if not m.weak]
        states = [
            state
            for m in mentions
            if m.kind in (ActorKind.STATE, ActorKind.PERSON) and (state := sides.of_mention(m))
            if _WHERE.match(document.text, m.span.end) is None
        ]
        distinct = tuple(dict.fromkeys(states))
        if len(distinct) >= _PAIR:
            return distinct
    return ()


def _lines(document: Document, below: Sequence[Sentence]) -> tuple[list[Sentence], Sentence | None]:
    """Its sentences from the first item on, and its signature."""
    lines: list[Sentence] = []
    for sentence in below:
        words = sentence.span.of(document.text).strip()
        if lines and _SIGNED.fullmatch(words):
            return lines, sentence
        item = _ITEM.match(words) is not None
        if lines and (sentence.kind is not BlockKind.BODY or not _goes_on(document, sentence)):
            break
        if sentence.kind is BlockKind.BODY and (item or lines) and _PROSE.search(words):
            lines.append(sentence)
    return lines, None


def _goes_on(document: Document, sentence: Sentence) -> bool:
    """Whether nobody tells of it there, in words of his own."""
    words = sentence.span.of(document.text)
    quoted = any(document.text[quote.outer.start] not in "《〈‘'" for quote in sentence.quotes)
    told = quoted or _REPORTS.search(words) is not None
    return _ITEM.match(words) is not None or not told


def without_number(document: Document, line: Sentence) -> Span:
    """A sentence of a text without its number before and its full stop behind."""
    words = line.span.of(document.text)
    item = _ITEM.match(words)
    start = line.span.start + (item.end() if item else len(words) - len(words.lstrip()))
    return Span(start, line.span.start + len(words.rstrip().rstrip(".!?…")))


def announced_days(document: Document, communique: Communique) -> Iterator[str]:
    """Its day: of the signature, else the last one told above it."""
    if communique.signed is not None:
        yield from (t.value for t in document.times_in(communique.signed.span))
    above = [t for t in document.times if t.span.end <= communique.span.start]
    yield from (t.value for t in reversed(above) if len(t.value) == len("2024-11-02"))


def signed_on(document: Document, last: Sentence) -> str | None:
    """The day beneath a text (EDTF): the first of the page's dates in its signature."""
    for block in document.article.blocks[last.block_index + 1 :][:_SIGNATURE]:
        if block.kind is BlockKind.META:
            return next((t.value for t in resolve(block.span.of(document.text))), None)
    return None
