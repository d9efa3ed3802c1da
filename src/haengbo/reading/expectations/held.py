"""Sentences outside statements → forecasts that nobody, a medium, or the outlet itself holds.

Examples: ``연내에 방문할 것이라는 관측이 나온다`` (nobody: 관측; with 외교가에서는: 외교가),
``통신은 회담이 늦어질 수 있다고 전망했다`` (the medium), ``협상은 길어질 것으로 보인다`` (the
outlet).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.attribution.lexicon import lexicon_of
from haengbo.reading.attribution.strangers import strangers_before
from haengbo.reading.document import Document, Sentence
from haengbo.reading.expectations.found import Find
from haengbo.reading.expectations.hedging import Hedged, hedged
from haengbo.reading.expectations.lexicon import Foresight

#: Whoever is said to hold a noun: ``외교가에서는``, ``외교가 안팎에선``, ``일각에서는``.
_CIRCLE = re.compile(
    r"(?P<who>[가-힣]{2,6}가|학계|업계|전문가들|정치권)(?: 안팎| 일각| 일부)?"
    r"(?:에서는|에선|에서|은|는)\s"
)
_LEAD = re.compile(
    r"^(?:하지만|그러나|다만|이에|이 때문에|이에 따라|애초|앞서|나아가|특히|또|오히려|한편|결국"
    r"|이번에도)[, ]\s?"
)
_QUOTED_CLAUSE = re.compile(
    r"(?:다고|라고|것으로|것이라고|수 있다고|가능성(?:을|도|은|까지)(?:\s?(?:높게|낮게|크게))?)\s?$"
)
_PARTICLE = re.compile(r"(?:\s?측)?(은|는|도|이|가|께서)(?=\s)")
_POINTS_BACK = re.compile(r"(?:그|그녀|이 (?:소식통|당국자|관계자|전문가|외교관|인사))(?:은|는)\s")
_TOPICS = {"은", "는"}
_CAN_HOLD = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.MEDIUM}
#: ``가능성이 높다고 지적했다``: somebody whom nobody knows says so, not the outlet.
#: …수 있음을 내비쳤다: somebody lets it be known.
_SAID = re.compile(r"음을\s|[가-힣]{0,3}(?:다고|라고|냐고|다며|라며|다면서)\s")
#: What a page says of its own knowledge is no forecast of the outlet.
_HEARSAY = re.compile(r"(?:것으로|고) (?:전해|알려|확인|파악|집계|나타|드러)")


def _past_lead(text: str, start: int, end: int) -> int:
    """The start of a clause without its lead words and the circle that holds it."""
    match = _LEAD.match(text[start:end])
    while match:
        start += match.end()
        match = _LEAD.match(text[start:end])
    circle = _CIRCLE.match(text[start:end])
    return start + circle.end() if circle else start


def by_nouns(document: Document, words: Foresight, sentence: Sentence) -> Iterator[Find]:
    """``…ㄹ 것이라는 관측``: the clause with its noun; by the circle named before, or the noun."""
    text, start = document.text, sentence.span.start
    for match in words.noun.finditer(text, start, sentence.span.end):
        if sentence.quote_at(match.start()):
            continue
        clause = Span(_clause_start(text, start, match.start()), match.start("noun"))
        found = hedged(document, words, clause, judging=True)
        asks = text[clause.start : clause.end].rstrip().endswith("냐는")
        noun = match.group("noun")
        if found is None and not (asks and noun in words.strong):
            continue
        begin = _past_lead(text, clause.start, clause.end)
        circle = _CIRCLE.search(text[start : match.start()])
        by = circle.group("who") if circle else noun
        hedge = found.hedge if found else noun
        span = Span(begin, match.end("noun"))
        yield Find(by, span, hedge, f"noun:{noun}", 0.8)


def _clause_start(text: str, start: int, end: int) -> int:
    """Where the clause before a noun begins: after a turn (``…으나, ``) in the sentence."""
    turns = [m.end() for m in re.finditer(r"(?:면서|으나|지만|는데|가운데|고),\s", text[start:end])]
    return start + turns[-1] if turns and end - start - turns[-1] > 12 else start  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who holds what follows: a name or a description, and where it ends with its particle."""

    name: str
    end: int
    topic: bool


def _holder(document: Document, sentence: Sentence, end: int) -> _Holder | None:
    """The first topic of a stretch that can hold an opinion (``전문가들은``), else a subject."""
    text, start = document.text, sentence.span.start
    found = [
        _Holder(mention.name, after.end(), after.group(1) in _TOPICS)
        for mention in document.mentions_in(Span(start, end))
        if not mention.weak and mention.kind in _CAN_HOLD
        if (after := _PARTICLE.match(text, mention.span.end, end))
    ]
    found += [
        _Holder(stranger.names[0], stranger.end, text[: stranger.end].rstrip()[-1] in _TOPICS)
        for stranger in strangers_before(
            document, sentence, _PARTICLE, lexicon_of(document.knowledge)
        )
        if stranger.names and stranger.end <= end
    ]
    ordered = sorted(found, key=lambda h: (not h.topic, h.end))
    return ordered[0] if ordered else None


def _back(document: Document, sentence: Sentence, spoke: str | None) -> _Holder | None:
    """그는, 이 소식통은: who spoke last, where no mention says whom it means."""
    match = _POINTS_BACK.match(document.text, sentence.span.start, sentence.span.end)
    if match is None or spoke is None:
        return None
    if any(
        m.span.start == match.start() and not m.weak
        for m in document.mentions_in(Span(match.start(), match.end()))
    ):
        return None
    return _Holder(spoke, match.end(), topic=True)


def by_verbs(
    document: Document, words: Foresight, sentence: Sentence, *, spoke: str | None = None
) -> Iterator[Find]:
    """``통신은 …ㄹ 수 있다고 전망했다``: somebody whose words are not among the statements.

    Args:
        document: The document.
        words: Look-up tables.
        sentence: Without statements.
        spoke: Who spoke in the sentence before: 그는, 이 소식통은.
    """
    text, start = document.text, sentence.span.start
    for match in words.verb.finditer(text, start, sentence.span.end):
        if sentence.quote_at(match.start()) or not _QUOTED_CLAUSE.search(
            text[start : match.start()]
        ):
            continue
        who = _back(document, sentence, spoke) or _holder(document, sentence, match.start())
        if who is None:
            continue
        begin = min(who.end, match.start())
        clause = Span(begin + len(text[begin:]) - len(text[begin:].lstrip()), match.start())
        ends = (match.start(), match.end())
        found = next((f for e in ends if (f := _hedged_to(document, words, clause.start, e))), None)
        if found is not None:
            span = Span(
                clause.start, text.rfind(found.hedge, clause.start, match.end()) + len(found.hedge)
            )
            yield Find(who.name, span, found.hedge, "verb:media", 0.75)


def _hedged_to(document: Document, words: Foresight, start: int, end: int) -> Hedged | None:
    return hedged(document, words, Span(start, end), judging=True) if start < end else None


def by_outlet(document: Document, words: Foresight, sentence: Sentence) -> Iterator[Find]:
    """The outlet's own sentence, or a subtitle that ends in -ㄹ 것."""
    text, span = document.text, sentence.span
    own = document.article.outlet.value if document.article.outlet else None
    if sentence.kind in {BlockKind.TITLE, BlockKind.CAPTION} or sentence.quotes:
        return
    if sentence.kind is BlockKind.SUBTITLE:
        found = hedged(document, words, span, judging=False)
        if found and found.row.id == "will":
            yield Find(own, span, found.hedge, "own:subtitle", 0.6)
        return
    found = hedged(document, words, span, judging=True, own_voice=True)
    if found and not _HEARSAY.search(text, span.start, span.end):
        at = text.rfind(found.hedge, span.start, span.end) + len(found.hedge)
        head = text[span.start : span.end].split(maxsplit=1)[0]
        if _SAID.match(text, at, span.end) or head[:-1] in words.own:
            return  # 우리는 …: a text of whose author the page says nothing
        begin = _past_lead(text, span.start, span.end)
        by = found.row.by or own
        yield Find(by, Span(begin, span.end), found.hedge, "own:sentence", 0.65)
