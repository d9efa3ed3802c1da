"""A stretch outside its quotations → the phrases that may be said to speak, with their particle.

Comes in: the document and a sentence. Goes out: subjects in order: named actors, described
unnamed ones (``정부 고위 당국자``), documents (``공보문은``). Invariant: a subject's span covers
the phrase without its particle; weak mentions never become subjects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from haengbo.korean.morphemes import Token
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.phrases import CASE, TAIL, Nature, Role, Subject, role_of
from haengbo.reading.attribution.strangers import Ground, find_strangers
from haengbo.reading.document import Document

_JOIN_TITLED = re.compile(r"\A(?:\s+[가-힣]{2,4})?\s?(?:와|과|·|‧|ㆍ|,|및)\s*")
#: 조약 4조에는 “…”고 적혀 있다: what stands in a text the text says.
_WITHIN = re.compile(r"에(?:는|선|서는|도)?(?=\s[“\"《])")
_PRONOUN = re.compile(r"(?<![가-힣])그(?:녀|이)?(?P<particle>는|가|께서는)(?=\s)")
_JOIN = re.compile(r"(?:\s?\([^()]{1,40}\))?\s?(?:와|과|·|‧|ㆍ|,|및|/)\s?$")
#: 미국은 물론 일본까지: named beside others, not as who speaks.
_AS_WELL = " 물론"
#: 보도에서는 …고 밝혔다: the report of the medium named last speaks.
_IN_REPORT = re.compile(r"\s?(?:(?:이|그|해당)\s?)?(?P<report>보도|기사|뉴스)에서(?:는|도)?\s")
#: So far above the report its medium may stand.
_ABOVE = 400
_SPEAKERS = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.MEDIUM}


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
        ``로이터통신은 최 외무상이 “…”고 말했다고 전했다`` gives the medium as topic and the
        minister as subject.
    """
    named = tuple(m for m in document.mentions_in(region) if not _in_any(m.span, holes))
    found = [*_named(document, named, region, lexicon)]
    found += find_strangers(Ground(document, tuple(tokens), named, region.end, lexicon))
    found += _pronouns(document, region, named, holes)
    found += _reports(document, region)
    found += [s for s in _documents(document, region, lexicon) if not _in_any(s.span, holes)]
    return tuple(_without_overlap(found))


def find_described(document: Document, region: Span, holes: Sequence[Span]) -> tuple[Subject, ...]:
    """People who are named in another case than that of who acts: …고 한 [위원장]을 나무랐다.

    Only a verb of saying right before them makes them speak.
    """
    return tuple(
        Subject(
            m.span,
            m.span.end,
            (m.name,),
            Nature.NAMED,
            Role.SUBJECT,
            person=True,
            described=True,
        )
        for m in document.mentions_in(region)
        if m.kind is ActorKind.PERSON and not m.weak and not _in_any(m.span, holes)
        if CASE.match(document.text, m.span.end, region.end)
    )


def _in_any(span: Span, holes: Iterable[Span]) -> bool:
    return any(hole.start <= span.start < hole.end for hole in holes)


def _without_overlap(found: Iterable[Subject]) -> Iterator[Subject]:
    """The longer phrase wins: ``나토 관계자`` over a mention of 나토 inside it.

    Before one particle it is the one that begins first: ``강물통신 등 [현지 언론]은``.
    """
    end = -1
    for subject in sorted(
        found, key=lambda s: (s.end, s.span.start, s.guess, -len(s.span), -len(s.names))
    ):
        if subject.end > end:
            yield subject
            end = subject.end


def _named(
    document: Document, mentions: Sequence[Mention], region: Span, lexicon: Lexicon
) -> Iterator[Subject]:
    for index, mention in enumerate(mentions):
        tail = TAIL.match(document.text, _closed_at(document.text, mention.span), region.end)
        if tail is None or mention.weak or mention.kind not in _SPEAKERS:
            continue
        if document.text.startswith(_AS_WELL, tail.end()):
            continue
        group = joined(document.text, mentions, index)
        yield Subject(
            Span(group[0].span.start, mention.span.end),
            tail.end(),
            tuple(dict.fromkeys(m.name for m in group)),
            Nature.MEDIUM if mention.kind is ActorKind.MEDIUM else Nature.NAMED,
            role_of(tail["particle"]),
            expert=lexicon.is_expert_title(mention.title, mention.of),
            state=mention.kind is ActorKind.STATE,
            person=mention.kind is ActorKind.PERSON,
            pronoun=mention.rule.startswith("pronoun") and len(mention.span) == 1,
        )


def _closed_at(text: str, span: Span) -> int:
    """중국국제방송망([CGTN])이: the particle stands behind the bracket that glosses."""
    glosses = text.endswith("(", 0, span.start) and text.startswith(")", span.end)
    return span.end + 1 if glosses else span.end


def joined(text: str, mentions: Sequence[Mention], index: int) -> tuple[Mention, ...]:
    """The mention and those coordinated before it: ``북한과 러시아`` gives both.

    The party of a member of parliament may stand between: ``한빛당 김가람·새길당 이나루 의원은``.
    """
    group = [mentions[index]]
    bodies: list[Mention] = []
    for before in reversed(mentions[:index]):
        first = group[0]
        if before.weak:
            continue
        if before.kind is not first.kind:
            if before.kind is ActorKind.ORGANISATION and first.kind is ActorKind.PERSON:
                bodies.append(before)
                continue
            break
        if before.span.end < first.span.start and not _are_joined(text, before, first, bodies):
            break
        bodies = []
        group.insert(0, before)
    return tuple(group)


def _are_joined(text: str, left: Mention, right: Mention, bodies: Sequence[Mention]) -> bool:
    between = text[left.span.end : right.span.start]
    inside = [b for b in bodies if left.span.end <= b.span.start and b.span.end <= right.span.start]
    for body in inside:
        between = between.replace(body.span.of(text), "", 1)
    join = _JOIN_TITLED if inside else _JOIN
    return join.fullmatch(between) is not None


def _pronouns(
    document: Document, region: Span, mentions: Sequence[Mention], holes: Sequence[Span]
) -> Iterator[Subject]:
    """그는, where no mention says yet whom it means."""
    for match in _PRONOUN.finditer(document.text, region.start, region.end):
        span = Span(match.start(), match.start("particle"))
        if not _in_any(span, holes) and not any(m.span.overlaps(span) for m in mentions):
            role = role_of(match["particle"])
            yield Subject(span, match.end(), (), Nature.NAMED, role, pronoun=True)


def _reports(document: Document, region: Span) -> Iterator[Subject]:
    """보도에서는, at the head of a sentence: the medium that was named last tells."""
    match = _IN_REPORT.match(document.text, region.start, region.end)
    if match is None:
        return
    above = Span(max(0, region.start - _ABOVE), region.start)
    media = [m for m in document.mentions_in(above) if m.kind is ActorKind.MEDIUM and not m.weak]
    if media:
        span = Span(*match.span("report"))
        names = (media[-1].name,)
        yield Subject(span, match.end() - 1, names, Nature.MEDIUM, Role.TOPIC)


def _documents(document: Document, region: Span, lexicon: Lexicon) -> Iterator[Subject]:
    for match in lexicon.texts.finditer(document.text, region.start, region.end):
        tail = TAIL.match(document.text, match.end(), region.end)
        within = _WITHIN.match(document.text, match.end(), region.end)
        if tail is None and within is None:
            continue
        end = tail.end() if tail else match.end()
        yield Subject(
            Span(match.start("text"), match.end()),
            end,
            (),
            Nature.DOCUMENT,
            role_of(tail["particle"]) if tail else Role.TOPIC,
            document=match["text"],
        )
