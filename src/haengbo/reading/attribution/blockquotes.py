"""Paragraphs whose marks a page has lost: 대표는 이렇게 말했다. and the words below it.

Comes in: the document. Goes out: ``FullText``s of one statement each. Invariant: the paragraph
follows at once, quotes nothing and tells of nobody who says something; only it is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Form, Link, Mention, Statement
from haengbo.model.span import Span
from haengbo.reading.attribution.fulltexts import REPORTS, FullText, opener
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.stances import stances_of
from haengbo.reading.attribution.subjects import find_subjects
from haengbo.reading.document import Document, Sentence

#: 이렇게 말했다. 다음과 같이 답했다:
_THUS = re.compile(
    r"(?:이렇게|이같이|이와 같이|다음과 같이)\s(?:\S{1,12}\s){0,2}?(?P<verb>[가-힣]{1,8}다)[.:]?$"
)
#: 통신은 다음과 같이 전하였다: what follows is an account of what others did and said.
ACCOUNT = r"(?:전[하했]|보도[하했]|소개[하했])\S{0,6}[.:]?$"
_ACCOUNT = re.compile(ACCOUNT)
#: 홍길산 교수: …
_LABEL = re.compile(r"\s?[:：]\s?(?=[가-힣])")
#: [홍길산/가람대 교수 : …], [홍길산/가람대 교수] …
_BRACKETED = re.compile(
    r"(?:\s?/\s?[^\[\]:：]{2,30}?)?(?:\s?\([^()]{1,30}\))?\s?[:：\]]\s?(?=[(가-힣])"
)
#: - “길이 막혀 있습니다.”: a paragraph that is one quotation.
_QUOTED = re.compile(r"[-–—]?\s?[“\"](?P<words>[^“”\"]{4,400})[”\"]\]?")
#: ◆ 홍길산> …: a turn of a talk; whoever has the first turn asks.
_TURN = re.compile(r"(?P<mark>[◇◆○●□■◎▷▶])\s?(?P<who>[^<>\n]{2,15}?)\s?>\s?(?=[가-힣“\"])")
_TURNS_FEWEST = 2
_MARKS = re.compile(r"[\s\[\]◀▶⊙●<>:：]{0,4}(?:(?:인터뷰|녹취)[\s:：>▶]{0,4})?")
#: [홍길산 / 가람대 교수 (어제)]
_WHEN = re.compile(r"\s?\([^()]{1,20}\)")
#: What a station puts before whoever is heard on the same line.
_BULLETS = "⊙●▶◀ "
#: ⊙홍길산(…): and [홍길산/…: inside a paragraph; what stands between the name and the colon.
_MARKED = re.compile(r"[\[⊙◎●○■▶◀]")
_NAMED_SO = re.compile(r"[^\[\]:：.“”\"]{0,50}[:：]\s?(?=[가-힣(])")
#: 뉴욕에서 민들레입니다: whoever reports signs off, though no mark stands before.
_REPORTS_FROM = re.compile(r"에서\s.{2,20}입니다\.?$")
_END = re.compile(r"(?:[다까라자요오])[.!?…]{0,3}\s?\]?$")
#: …다며 영장을 내줬다: somebody tells of what another says.
_TELLS = re.compile(r"[다라자냐](?:며|면서)\s")
#: Sentences above in which the words may stand to which 이같이 points back.
_ABOVE = 2
_CONFIDENCE = 0.8


def find_blockquotes(document: Document, lexicon: Lexicon) -> Iterator[FullText]:
    """Find paragraphs that somebody is told to say.

    Example:
        ``홍길산은 이렇게 말했다.`` at the end of a paragraph, and the next one without marks.
    """
    for before, block in pairwise(paragraphs(document)):
        opening = before[-1]
        match = _THUS.search(opening.span.of(document.text).strip())
        if match is None or opening.quotes or not says(opening, lexicon):
            continue
        if not match.group().startswith("다음") and _is_told_above(document, opening):
            continue
        issuer = speaker_of(document, opening, lexicon)
        if issuer is None or not _is_speech(document, block):
            continue
        if hands_on(document, opening, issuer):
            continue
        span = block[0].span.hull(block[-1].span)
        statement = _said(document, span, issuer, lexicon)
        yield FullText(span, (statement,), ())


def find_labelled(document: Document, lexicon: Lexicon) -> Iterator[FullText]:
    """Find sound bites: paragraphs that begin with the name of who speaks and a colon.

    Example:
        ``홍길산 교수: 길이 막혀 있습니다.`` below ``홍길산 가람대 교수는 “…”고 말했습니다.``
    """
    for block in paragraphs(document):
        first, text = block[0], document.text
        person = next((m for m in document.mentions_in(first.span) if not m.weak), None)
        if person is None or person.kind is not ActorKind.PERSON:
            continue
        before = text[first.span.start : person.span.start].strip(_BULLETS)
        label = (_BRACKETED if before == "[" else _LABEL).match(text, person.span.end)
        if before not in {"", "["} or label is None or not _is_speech(document, block):
            continue
        end = block[-1].span.end - text[: block[-1].span.end].endswith("]")
        if label.end() < end:
            issuer, whole = Link(person.name, person.span, "label"), Span(label.end(), end)
            yield FullText(first.span.hull(whole), (_said(document, whole, issuer, lexicon),), ())


def find_inlaid(document: Document, lexicon: Lexicon) -> Iterator[FullText]:
    """Find sound bites inside a paragraph: behind a label in brackets or behind a mark.

    Example:
        ``… 말했습니다. [홍길산/가람대 교수 : 길이 막혀 있습니다.] 이로써 …``, and
        ``⊙홍길산(가람대 교수): 길이 막혀 있습니다. ⊙기자: …``
    """
    for block in paragraphs(document):
        for index, sentence in enumerate(block[1:], 1):
            label = _label_within(document, sentence)
            if label is None:
                continue
            issuer, start, bracketed = label
            turn = list(_until_marked(document, block[index:], bracketed=bracketed))
            end = turn[-1].span.end - document.text[: turn[-1].span.end].endswith("]")
            if start < end and _is_speech(document, turn):
                whole = Span(start, end)
                said = (_said(document, whole, issuer, lexicon),)
                yield FullText(sentence.span.hull(turn[-1].span), said, ())


def _label_within(document: Document, sentence: Sentence) -> tuple[Link, int, bool] | None:
    """Whom a label at the head of a sentence names, where the words begin, whether in brackets."""
    text, span = document.text, sentence.span
    mark = _MARKED.match(text, span.start, span.end)
    people = (m for m in document.mentions_in(span) if m.kind is ActorKind.PERSON and not m.weak)
    person = next(people, None) if mark else None
    if mark is None or person is None or person.span.start - mark.end() > 1:
        return None
    label = _NAMED_SO.match(text, person.span.end, span.end)
    return (Link(person.name, person.span, "label"), label.end(), mark[0] == "[") if label else None


def _until_marked(
    document: Document, block: list[Sentence], *, bracketed: bool
) -> Iterator[Sentence]:
    """The sentences of a turn: up to the closing bracket, or to the next mark."""
    for index, sentence in enumerate(block):
        words = sentence.span.of(document.text)
        if index and (_MARKED.match(words) or _REPORTS_FROM.search(words)):
            return
        yield sentence
        if bracketed and words.endswith("]"):
            return


def find_turns(document: Document, lexicon: Lexicon) -> Iterator[FullText]:
    """Find what guests of a talk say: turns whose mark is not that of the first one.

    Example:
        ``◇ 진행자> 길은 열립니까?`` and below it ``◆ 홍길산> 아직 막혀 있습니다.``
    """
    text = document.text
    blocks = [(block, _TURN.match(text, block[0].span.start)) for block in paragraphs(document)]
    turns = [(block, match) for block, match in blocks if match is not None]
    if len(turns) < _TURNS_FEWEST:
        return
    host = turns[0][1]["mark"]
    for block, match in turns:
        issuer = _who_has_turn(document, match)
        whole = Span(match.end(), block[-1].span.end)
        if issuer is None or match["mark"] == host:
            continue
        said = (_said(document, whole, issuer, lexicon),)
        yield FullText(Span(match.start(), whole.end), said, ())


def _who_has_turn(document: Document, match: re.Match[str]) -> Link | None:
    """The person whom the label names, or whose name it repeats from above."""
    label = Span(*match.span("who"))
    people = [m for m in document.mentions if m.kind is ActorKind.PERSON and not m.weak]
    there = (m for m in people if label.contains(m.span) or m.name == match["who"])
    person = next(there, None)
    return Link(person.name, label, "label") if person is not None else None


def find_captioned(document: Document, lexicon: Lexicon) -> Iterator[FullText]:
    """Find sound bites below a line that names who speaks, as stations print them.

    Example:
        ``홍길산 / 가람대 교수`` alone on a line, and ``“길이 막혀 있습니다.”`` on the next.
    """
    text = document.text
    for label, block in pairwise(paragraphs(document)):
        speaker = _named_alone(document, label)
        if speaker is None:
            continue
        words = Span(block[0].span.start, block[-1].span.end)
        quoted = _QUOTED.fullmatch(text, words.start, words.end)
        if quoted is None and not _is_speech(document, block):
            continue
        inner = Span(*quoted.span("words")) if quoted else words
        issuer = Link(speaker.name, speaker.span, "label")
        yield FullText(words, (_said(document, inner, issuer, lexicon),), ())


def _named_alone(document: Document, block: list[Sentence]) -> Mention | None:
    """Who is all that a paragraph names, with an office: no more than marks stand around."""
    whole = Span(block[0].span.start, block[-1].span.end)
    people = (m for m in document.mentions_in(whole) if m.kind is ActorKind.PERSON and m.title)
    named = next(people, None)
    if named is None or len(block) > 1:
        return None
    when = _WHEN.match(document.text, named.span.end, whole.end)
    behind = when.end() if when else named.span.end
    around = (whole.start, named.span.start), (behind, whole.end)
    bare = all(_MARKS.fullmatch(document.text[start:end]) for start, end in around)
    return named if bare else None


def _said(document: Document, span: Span, issuer: Link, lexicon: Lexicon) -> Statement:
    """One statement without marks, its last full stop left out."""
    words = span.of(document.text)
    content = Span(span.start, span.start + len(words.rstrip("] \n").rstrip(".")))
    return Statement(
        id="",
        speaker=(issuer.name,),
        form=Form.DIRECT,
        span=content,
        addressee=(),
        occasion=None,
        stance=stances_of(document, content, None, (issuer.name,), lexicon),
        chain=(),
        date=None,
        rule=issuer.rule,
        confidence=_CONFIDENCE,
    )


def _is_told_above(document: Document, opening: Sentence) -> bool:
    """“…”고 밝혔다. 대변인은 브리핑에서 이같이 말했다: the words stand above, not below."""
    text = document.text
    above = [s for s in document.sentences if 0 < opening.index - s.index <= _ABOVE]
    return any(s.quotes or REPORTS.search(s.span.of(text)) for s in above)


def paragraphs(document: Document) -> list[list[Sentence]]:
    """The body's sentences, by paragraphs."""
    body = [s for s in document.sentences if s.kind is BlockKind.BODY]
    return [list(block) for _, block in groupby(body, key=lambda s: s.block_index)]


def speaker_of(document: Document, opening: Sentence, lexicon: Lexicon) -> Link | None:
    """Who is named or described as the topic, else who is known by the end of the word."""
    known = opener(document, opening, lexicon)
    if known is not None:
        return known
    guessed = find_subjects(document, opening.tokens, opening.span, (), lexicon)
    chosen = next((s for s in guessed if s.names and not s.silent), None)
    return Link(chosen.names[0], chosen.span, "fulltext") if chosen else None


def hands_on(document: Document, opening: Sentence, issuer: Link) -> bool:
    """Whether a medium opens an account of what others said: they speak there, it does not."""
    media = (m for m in document.mentions_in(opening.span) if m.kind is ActorKind.MEDIUM)
    told = _ACCOUNT.search(opening.span.of(document.text).strip()) is not None
    return told and any(m.name == issuer.name for m in media)


def says(opening: Sentence, lexicon: Lexicon) -> bool:
    """Whether the sentence ends in a verb of saying."""
    stems = [t.form for t in opening.tokens if t.tag in {"VV", "NNG", "XR"}][-1:]
    return bool(stems) and (f"{stems[0]}다" in lexicon.verbs or f"{stems[0]}하다" in lexicon.verbs)


def _is_speech(document: Document, block: list[Sentence]) -> bool:
    text = document.text
    reported = any(_TELLS.search(s.span.of(text)) for s in block)
    plain = all(_END.search(s.span.of(text).strip()) and not s.quotes for s in block)
    return plain and not reported and not any(REPORTS.search(s.span.of(text)) for s in block)
