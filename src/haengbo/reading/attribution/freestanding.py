"""Quotations that no complementizer binds → who says them.

Comes in: a parsed sentence and the one after it. Goes out: layers for quotations that stand by
themselves, with the subject that speaks: ``장관: “…”``; ``“…” 장관은 이렇게 말했다``;
``“…” 장관의 말이다``.
Everything else that is quoted without 라고 is a term or a title and gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haengbo.korean.quotes import Quote
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.attribution.layers import Layer
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.strangers import strangers_before
from haengbo.reading.attribution.stretches import Mark, MarkKind
from haengbo.reading.attribution.verbs import Verb, VerbForm
from haengbo.reading.document import Document

#: 장관: “…”; as broadcasters caption what is heard: [홍가람/외교부 장관 : “…”], [홍가람/교수] “…”.
_COLON = re.compile(
    r"(?:\s?\([^()]{1,20}\))?\s?[:：]\s?|\s?/\s?[^\[\]:：“”\"]{2,30}(?:[:：]|\])\s?"
)
_CAPTIONED = re.compile(
    r"\s?(?:\[[가-힣]{2,5}\]\s?|<[가-힣]{2,5}>\s?)?\[?"
    r"(?P<name>[가-힣]{2,4})\s?/\s?(?P<office>[^\[\]:：“”\"]{2,30}?)\s?(?:[:：]|\])\s?"
)
_THUS = re.compile(r"(?:이렇게|이같이|이와 같이|그렇게)\s(?:[^\s,]+\s){0,2}?$")
_AS_FOLLOWS = re.compile(r"다음과\s?같이\s$")
_WORDS = r"(?:말|설명|얘기|이야기|주장|일성|각오)(?:이?다|이었다|입니다|이었습니다)\.?"
_WORDS_OF = re.compile(rf"{_WORDS}$")
#: 장관[의 말이다], 장관[의 거듭된 설명이다].
_OWNED = re.compile(rf"의\s(?:[^\s,]{{1,8}}\s)?{_WORDS}\s*$")
_GENITIVE = re.compile("의 ")
_SENTENCE = re.compile(r"(?:[다까라자요오]|것|죠)[.!?…]*$")
_REACH = 12


def find_freestanding(
    document: Document,
    parsed: Parsed,
    following: Parsed | None,
    lexicon: Lexicon,
    *,
    before: Parsed | None = None,
) -> Iterator[Layer]:
    """Layers for quotations without a complementizer.

    Example:
        ``“늦지 않았다.” 외무상은 이렇게 말했다.`` gives the quotation with the minister as subject.
    """
    if parsed.within is not None:
        return
    for quote in parsed.stretch.quotes:
        if quote.kind != "double" or parsed.layer_of(quote) is not None:
            continue
        subject = _before_colon(document, parsed, quote) or _captioned(parsed, quote, lexicon)
        subject = subject or _topic_alone(document, parsed, quote)
        if subject is None and _SENTENCE.search(quote.span.of(document.text)):
            subject = _after(document, parsed, quote.outer.end, lexicon)
            alone = subject is None and _is_alone(document, parsed, quote)
            if alone and following is not None:
                subject = _after(document, following, following.stretch.region.start, lexicon)
            if alone and subject is None and before is not None:
                subject = _announced(document, before)
        if subject is not None:
            mark = Mark(
                quote.span, quote.outer.end, MarkKind.SAID, _verb_after(parsed, quote), quote
            )
            yield Layer(quote.span, mark, subject)


def find_answers(parsed: Parsed, start: int) -> Iterator[Layer]:
    """Layers of an answer in an interview, without a subject: the one questioned says all of it.

    Args:
        parsed: A sentence of the answer.
        start: Where the words of the answer begin, after its sign.

    Example:
        ``A. 아직 이르다.`` gives ``아직 이르다``; ``“이르다.”`` gives what is quoted.
    """
    quotes = [q for q in parsed.stretch.quotes if q.kind == "double"]
    for quote in quotes:
        yield Layer(
            quote.span, Mark(quote.span, quote.outer.end, MarkKind.ANSWER, None, quote), None
        )
    region = parsed.stretch.region
    low = max(start, region.start)
    words = parsed.stretch.text[low : region.end].rstrip().rstrip(".!?…")
    if not quotes and words.strip():
        content = Span(low, low + len(words))
        yield Layer(content, Mark(content, region.end, MarkKind.ANSWER, None), None)


def _before_colon(document: Document, parsed: Parsed, quote: Quote) -> Subject | None:
    for mention in document.mentions_in(parsed.stretch.region):
        between = document.text[mention.span.end : quote.outer.start]
        speaks = mention.kind in (ActorKind.PERSON, ActorKind.ORGANISATION) and not mention.weak
        if speaks and mention.span.end <= quote.outer.start and _COLON.fullmatch(between):
            person = mention.kind is ActorKind.PERSON
            return Subject(
                mention.span,
                quote.outer.start,
                (mention.name,),
                Nature.NAMED,
                Role.TOPIC,
                person=person,
            )
    return None


def _topic_alone(document: Document, parsed: Parsed, quote: Quote) -> Subject | None:
    """홍길산 대표는 “길은 멀다”.: a topic, what is said, and nothing else."""
    region, text = parsed.stretch.region, document.text
    said = _SENTENCE.search(quote.span.of(text)) is not None
    if not said or text[quote.outer.end : region.end].strip(" .\n"):
        return None
    able = (s for s in parsed.subjects if s.role is Role.TOPIC and not s.silent)
    before = [s for s in able if not text[s.end : quote.outer.start].strip(" ,")]
    return before[-1] if before and before[-1].end <= quote.outer.start else None


def _captioned(parsed: Parsed, quote: Quote, lexicon: Lexicon) -> Subject | None:
    """[홍가람/가람대 교수] “…”: somebody whom only the caption names."""
    text, start = parsed.stretch.text, parsed.stretch.region.start
    match = _CAPTIONED.fullmatch(text, start, quote.outer.start)
    if match is None:
        return None
    body, _, title = match["office"].rpartition(" ")
    return Subject(
        Span(match.start("name"), match.end("name")),
        quote.outer.start,
        (match["name"],),
        Nature.NAMED,
        Role.TOPIC,
        expert=lexicon.is_expert_title(title, body or None),
        person=True,
    )


def _after(document: Document, parsed: Parsed, low: int, lexicon: Lexicon) -> Subject | None:
    """Who “said thus” or whose words they are, from ``low`` on."""
    region = parsed.stretch.region
    words = document.text[low : region.end].rstrip()
    owner = _owner(document, parsed, low, lexicon) if _WORDS_OF.search(words) else None
    if owner is not None:
        return owner
    subjects = [s for s in parsed.subjects if s.span.start >= low and not s.silent]
    thus = any(
        v.row is not None
        and v.span.start >= low
        and _THUS.search(document.text[max(low, v.span.start - _REACH) : v.span.start])
        for v in parsed.stretch.verbs
    )
    if not subjects or not (thus or _WORDS_OF.search(words)):
        return None
    return subjects[0]


def _owner(document: Document, parsed: Parsed, low: int, lexicon: Lexicon) -> Subject | None:
    """“…” [권 장관]의 말이다, “…” [외무성 대변인]의 설명이다: whose words they are."""
    text, end = document.text, parsed.stretch.region.end
    for m in document.mentions_in(Span(low, end)):
        able = m.kind in (ActorKind.PERSON, ActorKind.ORGANISATION) and not m.weak
        if able and _OWNED.match(text, m.span.end, end):
            person = m.kind is ActorKind.PERSON
            names = (m.name,)
            return Subject(m.span, m.span.end, names, Nature.NAMED, Role.TOPIC, person=person)
    for stranger in strangers_before(document, parsed.sentence, _GENITIVE, lexicon):
        if stranger.span.start >= low:
            return stranger
    return None


def _announced(document: Document, before: Parsed) -> Subject | None:
    """위원장은 다음과 같이 말하였다. 《…》: whose words are to follow."""
    verb = before.stretch.verbs[-1] if before.stretch.verbs else None
    if verb is None or verb.row is None or verb.form is not VerbForm.FINAL:
        return None
    start = max(before.stretch.region.start, verb.span.start - _REACH)
    if _AS_FOLLOWS.search(document.text[start : verb.span.start]) is None:
        return None
    topics = [s for s in before.subjects if s.role is Role.TOPIC and not s.silent]
    return topics[0] if topics else None


def _is_alone(document: Document, parsed: Parsed, quote: Quote) -> bool:
    """Whether the sentence is nothing but the quotation."""
    around = Span(parsed.stretch.region.start, quote.outer.start).of(document.text)
    after = Span(quote.outer.end, max(quote.outer.end, parsed.stretch.region.end))
    return not around.strip() and not after.of(document.text).strip(" .")


def _verb_after(parsed: Parsed, quote: Quote) -> Verb | None:
    return parsed.stretch.governor_after(quote.outer.end)
