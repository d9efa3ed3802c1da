"""A sentence → sources that stand beside the subject: 에 따르면, 을 인용해, 인터뷰에서, 이 공개한.

Comes in: the document and a sentence. Goes out: cues in order of the text, each with the names of
the source. Invariant: cues inside quotations are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.phrases import AMONG, CLOSES, Nature
from haengbo.reading.attribution.strangers import strangers_before
from haengbo.reading.attribution.subjects import joined
from haengbo.reading.document import Document, Sentence

_REACH = 16
_OWN = re.compile(r"(?<![가-힣])(?:자신|본인|자기|개인)(?:의)?\s(?:공식\s|개인\s)?$")
_OWN_REACH = 12
_SHORT_WORD = re.compile(r"[^\s,]{1,16}\s")
_ASIDE = re.compile(
    rf"{CLOSES}(?:\s?\([^()]{{1,30}}\))?{CLOSES}(?:\s(?:통신|방송|신문|매체|측|당국))?"
    rf"{AMONG}(?:\s?등(?:의)?)?(?=[\s에을를이가와과])"
)
_TO = re.compile(r"\s?(?:에|에게)\s(?!따르|의하|실|게재|기고|보낸|나온|나와|낸)")
#: CNN에서 …라고 비판했다.
_AT = re.compile(r"에서\s(?!보도|전한|방송|방영|공개|일하|근무|발표|내보)")
_PUBLISHED_GAP = re.compile(r"(?:이|가)\s(?:[^\s,]+\s){0,2}?")
#: Read elsewhere: before the name, in answers, before what is said.
_NO_CUES = {
    "published",
    "airing",
    "refuting",
    "encounter",
    "arrival",
    "toward",
    "again",
    "news",
    "notice",
}
#: Cues between which and the name a day may stand.
_DATED = {"according", "citing"}
_GAP = re.compile(r"(?:의|이|가)?\s")
_ISSUE = re.compile(r"(?:\d{1,2}일(?=자))?(?:자|발)?(?:\s(?:오전|오후|새벽|아침|저녁|밤))?")
_OF_MEDIA = {"through", "interview", "credit"}
_MADE = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.MEDIUM}


class Cue(msgspec.Struct, frozen=True):
    """A source beside the subject.

    Attributes:
        kind: ``according``, ``citing``, ``through``, ``interview``, ``published``, ``told``.
        span: The name and the words that make it a source.
        names: Canonical names; empty for a document.
        nature: Kind of source.
        document: The kind of text, for documents.
    """

    kind: str
    span: Span
    names: tuple[str, ...]
    nature: Nature
    document: str | None = None


def find_cues(document: Document, sentence: Sentence, lexicon: Lexicon) -> tuple[Cue, ...]:
    """Find the sources beside the subject.

    Example:
        ``미르통신은 들녘방송을 인용해 …`` gives a citing cue for 들녘방송;
        ``공보문에 따르면`` gives an according cue for the document.
    """
    mentions = [
        m
        for m in document.mentions_in(sentence.span)
        if sentence.quote_at(m.span.start) is None and not m.weak and m.kind in _MADE
    ]
    mentions = [m for m in mentions if not _is_own_channel(document, m)]
    found = [*_named(document, sentence, mentions, lexicon)]
    found += _interviews(document, sentence, lexicon)
    found += _undeclared(document, sentence, lexicon)
    found += _texts(document, sentence, lexicon)
    return tuple(sorted(found, key=lambda cue: cue.span))


def _is_own_channel(document: Document, mention: Mention) -> bool:
    """자신의 SNS에: where somebody speaks himself, nobody hands it on."""
    start = mention.span.start
    medium = mention.kind is ActorKind.MEDIUM
    before = document.text[max(0, start - _OWN_REACH) : start]
    return medium and _OWN.search(before) is not None


def _named(
    document: Document, sentence: Sentence, mentions: Sequence[Mention], lexicon: Lexicon
) -> Iterator[Cue]:
    for index, mention in enumerate(mentions):
        aside = _ASIDE.match(document.text, mention.span.end, sentence.span.end)
        after = aside.end() if aside else mention.span.end
        medium = mention.kind is ActorKind.MEDIUM
        nature = Nature.MEDIUM if medium else Nature.NAMED
        group = joined(document.text, mentions, index)
        names = tuple(dict.fromkeys(m.name for m in group))
        dated = _behind_day(document, after)
        for kind, pattern in lexicon.cues.items():
            if kind in _NO_CUES or (kind in _OF_MEDIA and not medium):
                continue
            match = pattern.match(document.text, after, sentence.span.end)
            if match is None and dated is not None and kind in _DATED:
                match = pattern.match(document.text, dated, sentence.span.end)
            if match is not None:
                yield Cue(kind, Span(group[0].span.start, match.end()), names, nature)
        if medium:
            yield from _of_medium(document, sentence, mention, after, lexicon)


def _behind_day(document: Document, after: int) -> int | None:
    """통신의 [3일] 보도에 따르면, 신문 [3일자]에 따르면: where the words behind the day begin."""
    gap = _GAP.match(document.text, after)
    start = gap.end() if gap else after
    day = next(iter(document.times_in(Span(start, start + 1))), None) if gap else None
    issue = _ISSUE.match(document.text, day.span.end if day else start) if gap else None
    return issue.end() if issue and issue.end() > start else None


def _of_medium(
    document: Document, sentence: Sentence, mention: Mention, after: int, lexicon: Lexicon
) -> Iterator[Cue]:
    to = _TO.match(document.text, after, sentence.span.end)
    if to is not None:
        yield Cue("told", Span(mention.span.start, to.end()), (mention.name,), Nature.MEDIUM)
    at = _AT.match(document.text, after, sentence.span.end)
    if at is not None:
        yield Cue("interview", Span(mention.span.start, at.end()), (mention.name,), Nature.MEDIUM)
    gap = _PUBLISHED_GAP.match(document.text, after, sentence.span.end)
    while gap is not None:
        match = lexicon.cues["published"].match(document.text, gap.end(), sentence.span.end)
        if match is not None:
            span = Span(mention.span.start, match.end())
            yield Cue("published", span, (mention.name,), Nature.MEDIUM)
            return
        word = _SHORT_WORD.match(document.text, gap.end(), sentence.span.end)
        gap = word if word and word.end() - after < _REACH else None


def _interviews(document: Document, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """벨타 인터뷰에서: a medium's short name counts here when the page names it elsewhere."""
    cue = lexicon.cues["interview"]
    if cue.search(document.text, sentence.span.start, sentence.span.end) is None:
        return
    media = {
        m.span.of(document.text): m.name for m in document.mentions if m.kind is ActorKind.MEDIUM
    }
    taken = {m.span.start for m in document.mentions_in(sentence.span) if not m.weak}
    for surface, name in media.items():
        for match in re.finditer(re.escape(surface), sentence.span.of(document.text)):
            start, end = (sentence.span.start + at for at in match.span())
            said = cue.match(document.text, end, sentence.span.end)
            if said is not None and start not in taken and sentence.quote_at(start) is None:
                yield Cue("interview", Span(start, said.end()), (name,), Nature.MEDIUM)


def _undeclared(document: Document, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """한 당국자를 인용해, 소식통에 따르면."""
    for kind in ("according", "citing"):
        for stranger in strangers_before(document, sentence, lexicon.cues[kind], lexicon):
            if stranger.expert:
                continue  # 전문가들에 따르면: who judges hands on nothing
            yield Cue(kind, Span(stranger.span.start, stranger.end), stranger.names, Nature.UNNAMED)


def _texts(document: Document, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """공보문에 따르면."""
    for match in lexicon.texts.finditer(document.text, sentence.span.start, sentence.span.end):
        cue = lexicon.cues["according"].match(document.text, match.end(), sentence.span.end)
        if cue is not None and sentence.quote_at(match.start()) is None:
            span = Span(match.start(), cue.end())
            yield Cue("according", span, (), Nature.DOCUMENT, match.group("text"))
