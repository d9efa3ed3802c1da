"""A stretch outside its quotations → the phrases that may be said to speak, with their particle.

Comes in: the document and a sentence. Goes out: subjects in order: named actors, described
unnamed ones (``정부 고위 당국자``), documents (``공보문은``). Invariant: a subject's span covers the
phrase without its particle; weak mentions never become subjects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from haengbo.knowledge.attribution import DescriberRow
from haengbo.korean.morphemes import Token
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.document import Document, Sentence

_ASIDE = r"(?:\s?\([^()]{1,40}\))?[\]’'”\"》〉]?"
_TAIL = re.compile(
    _ASIDE
    + r"(?:\s?(?:측|등|씨|동지|각하|일행|정부|당국|공동))?"
    + _ASIDE
    + r"(?P<particle>께서는|께서도|께서|에서는|에서도|은|는|이|가|도|만|역시)(?=[\s,]|$)"
)
_JOIN = re.compile(r"(?:\s?\([^()]{1,40}\))?\s?(?:와|과|·|‧|ㆍ|,|및|/)\s?$")
_NP_TAGS = {"NNG", "NNP", "NNB", "XSN", "XPN", "JKG", "MM", "SL", "SN", "NR", "XR"}
_SPEAKERS = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.MEDIUM}
_ONE = {"한", "어느", "모"}
_THAT = {"이", "그", "해당", "같"}


class Role(StrEnum):
    """How a phrase stands in its clause."""

    TOPIC = "topic"
    SUBJECT = "subject"
    CIRCLE = "circle"


class Nature(StrEnum):
    """What kind of speaker a phrase is."""

    MEDIUM = "medium"
    NAMED = "named"
    UNNAMED = "unnamed"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody or something that may be said to speak.

    Attributes:
        span: The phrase without particle.
        end: Where the particle ends.
        names: Canonical names, or the description of an unnamed one.
        nature: Kind of speaker.
        role: Topic (은/는), subject (이/가) or circle (에서는).
        expert: Whether it judges rather than relays.
        state: Whether it is a state.
        document: The kind of text, for documents.
        back: Whether it points back (``이 당국자``).
    """

    span: Span
    end: int
    names: tuple[str, ...]
    nature: Nature
    role: Role
    expert: bool = False
    state: bool = False
    document: str | None = None
    back: bool = False


def role_of(particle: str) -> Role:
    """Role that a particle gives: ``은`` topic, ``이`` subject, ``에서는`` circle."""
    if particle.startswith("에서"):
        return Role.CIRCLE
    return Role.SUBJECT if particle in {"이", "가", "께서"} else Role.TOPIC


def find_subjects(
    document: Document,
    tokens: Sequence[Token],
    region: Span,
    holes: Sequence[Span],
    lexicon: Lexicon,
) -> tuple[Subject, ...]:
    """Phrases in ``region`` that may be said to speak, in order.

    Args:
        document: Whose mentions and times are used.
        tokens: Tokens of the region, those in holes left out.
        region: The sentence or the inside of a quotation.
        holes: Quotations inside the region; nothing there counts.
        lexicon: Look-up tables.

    Example:
        ``로이터통신은 최 외무상이 “…”고 말했다고 전했다`` gives the medium as topic and 최선희 as subject.
    """
    named = [m for m in document.mentions_in(region) if not _in_any(m.span, holes)]
    found = [*_named(document, named, region, lexicon)]
    found += _described(document, tokens, region, named, lexicon)
    found += [s for s in _documents(document, region, lexicon) if not _in_any(s.span, holes)]
    return tuple(_without_overlap(found))


def _in_any(span: Span, holes: Iterable[Span]) -> bool:
    return any(hole.start <= span.start < hole.end for hole in holes)


def _without_overlap(found: Iterable[Subject]) -> Iterator[Subject]:
    """The longer phrase wins: ``나토 관계자`` over a mention of 나토 inside it."""
    end = -1
    for subject in sorted(found, key=lambda s: (s.end, -len(s.span), -len(s.names))):
        if subject.end > end:
            yield subject
            end = subject.end


def _named(
    document: Document, mentions: Sequence[Mention], region: Span, lexicon: Lexicon
) -> Iterator[Subject]:
    for index, mention in enumerate(mentions):
        tail = _TAIL.match(document.text, mention.span.end, region.end)
        if tail is None or mention.weak or mention.kind not in _SPEAKERS:
            continue
        group = joined(document.text, mentions, index)
        yield Subject(
            Span(group[0].span.start, mention.span.end),
            tail.end(),
            tuple(dict.fromkeys(m.name for m in group)),
            Nature.MEDIUM if mention.kind is ActorKind.MEDIUM else Nature.NAMED,
            role_of(tail["particle"]),
            expert=lexicon.is_expert_title(mention.title),
            state=mention.kind is ActorKind.STATE,
        )


def joined(text: str, mentions: Sequence[Mention], index: int) -> tuple[Mention, ...]:
    """The mention and those coordinated before it: ``북한과 러시아`` gives both."""
    group = [mentions[index]]
    while index > 0:
        before = mentions[index - 1]
        first = group[0]
        between = text[before.span.end : first.span.start]
        together = before.span.end >= first.span.start or _JOIN.fullmatch(between) is not None
        if not together or before.weak or before.kind is not first.kind:
            break
        group.insert(0, before)
        index -= 1
    return tuple(group)


def _described(
    document: Document,
    tokens: Sequence[Token],
    region: Span,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> Iterator[Subject]:
    for index, token in enumerate(tokens):
        row = lexicon.describers.get(token.form) if token.tag.startswith("NN") else None
        tail = _TAIL.match(document.text, token.span.end, region.end) if row else None
        if row is None or tail is None:
            continue
        role = role_of(tail["particle"])
        if row.impersonal and role is not Role.CIRCLE:
            continue
        if not _covered(token, mentions):
            yield _describe(document, tokens, index, row, role, tail.end(), mentions, lexicon)


def _covered(token: Token, mentions: Sequence[Mention]) -> bool:
    return any(m.span.start <= token.span.start < m.span.end for m in mentions)


def _describe(
    document: Document,
    tokens: Sequence[Token],
    index: int,
    row: DescriberRow,
    role: Role,
    end: int,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> Subject:
    first = _phrase_start(document, tokens, index, lexicon)
    first = _without_state(tokens, first, mentions)
    span = Span(tokens[first].span.start, tokens[index].span.end)
    person = next(
        (m for m in mentions if m.kind is ActorKind.PERSON and span.contains(m.span)), None
    )
    words = [t for t in tokens[first : index + 1] if not (t.tag == "MM" and t.form in _ONE)]
    back = words[0].tag == "MM" and words[0].form in _THAT
    name = person.name if person else _description(document.text, words)
    nature = Nature.NAMED if person else Nature.UNNAMED
    return Subject(span, end, (name,), nature, role, expert=row.kind == "expert", back=back)


def _description(text: str, words: Sequence[Token]) -> str:
    """The phrase as the page has it, without 한: pieces that adjoin stay together."""
    out = ""
    end = words[0].span.start
    for word in words:
        out += (" " if word.span.start > end else "") + word.span.of(text)
        end = word.span.end
    return out


def _without_state(tokens: Sequence[Token], first: int, mentions: Sequence[Mention]) -> int:
    """한국의 통일부 관계자 → 통일부 관계자: the office already says whose it is."""
    state = next((m for m in mentions if m.span.start == tokens[first].span.start), None)
    if state is None or state.kind is not ActorKind.STATE:
        return first
    after = next(
        (i for i in range(first, len(tokens)) if tokens[i].span.start >= state.span.end), first
    )
    office = (
        after + 1 < len(tokens)
        and tokens[after].tag == "JKG"
        and any(
            m.kind is ActorKind.ORGANISATION and m.span.start == tokens[after + 1].span.start
            for m in mentions
        )
    )
    return after + 1 if office else first


def _phrase_start(document: Document, tokens: Sequence[Token], index: int, lexicon: Lexicon) -> int:
    """Walk left over the nouns that belong to the describer."""
    first = index
    while first > 0:
        before, here = tokens[first - 1], tokens[first]
        gap = document.text[before.span.end : here.span.start]
        if before.tag not in _NP_TAGS or gap.strip():
            break
        if lexicon.heads.match(document.text, before.span.start):
            break
        if any(
            t.span.start <= before.span.start < t.span.end
            for t in document.times_in(Span(max(before.span.start - 30, 0), before.span.end))
        ):
            break
        first -= 1
    while tokens[first].tag in {"JKG", "XSN", "NNB"} and first < index:
        first += 1
    return first


def _documents(document: Document, region: Span, lexicon: Lexicon) -> Iterator[Subject]:
    for match in lexicon.texts.finditer(document.text, region.start, region.end):
        tail = _TAIL.match(document.text, match.end(), region.end)
        if tail is None:
            continue
        yield Subject(
            Span(match.start("text"), match.end()),
            tail.end(),
            (),
            Nature.DOCUMENT,
            role_of(tail["particle"]),
            document=match["text"],
        )


def strangers(
    document: Document, sentence: Sentence, after: re.Pattern[str], lexicon: Lexicon
) -> Iterator[Subject]:
    """Described unnamed sources that stand before ``after`` (``한 당국자`` before ``를 인용해``)."""
    tokens = [t for t in sentence.tokens if sentence.quote_at(t.span.start) is None]
    mentions = [m for m in document.mentions_in(sentence.span) if not m.weak]
    for index, token in enumerate(tokens):
        row = lexicon.describers.get(token.form) if token.tag.startswith("NN") else None
        tail = after.match(document.text, token.span.end, sentence.span.end) if row else None
        if row is None or tail is None or _covered(token, mentions):
            continue
        yield _describe(document, tokens, index, row, Role.TOPIC, tail.end(), mentions, lexicon)
