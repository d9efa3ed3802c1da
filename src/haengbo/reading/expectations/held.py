"""Sentences outside statements → forecasts that nobody, a medium, or the outlet itself holds.

Examples: ``연내에 방문할 것이라는 관측이 나온다`` (nobody: 관측; with 외교가에서는: 외교가),
``통신은 회담이 늦어질 수 있다고 전망했다`` (the medium), ``협상은 길어질 것으로 보인다`` (the
outlet).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haengbo.model.article import BlockKind
from haengbo.model.reading import Mention
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.expectations.found import Find
from haengbo.reading.expectations.hedging import hedged
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
_QUOTED_CLAUSE = re.compile(r"(?:다고|라고|것으로|것이라고|수 있다고)\s?$")
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


def _subject(document: Document, span: Span) -> Mention | None:
    """The first named topic of a stretch (``통신은``)."""
    for mention in document.mentions_in(span):
        after = document.text[mention.span.end : mention.span.end + 3]
        if not mention.weak and re.match(r"은|는|이|가|께서", after):
            return mention
    return None


def by_verbs(document: Document, words: Foresight, sentence: Sentence) -> Iterator[Find]:
    """``통신은 …ㄹ 수 있다고 전망했다``: somebody whose words are not among the statements."""
    text, start = document.text, sentence.span.start
    for match in words.verb.finditer(text, start, sentence.span.end):
        if sentence.quote_at(match.start()) or not _QUOTED_CLAUSE.search(
            text[start : match.start()]
        ):
            continue
        who = _subject(document, Span(start, match.start()))
        if who is None:
            continue
        begin = text.find(" ", who.span.end, match.start()) + 1 or match.start()
        clause = Span(min(begin, match.start()), match.start())
        found = hedged(document, words, clause, judging=True)
        if found is not None:
            span = Span(
                clause.start, text.rfind(found.hedge, clause.start, clause.end) + len(found.hedge)
            )
            yield Find(who.name, span, found.hedge, "verb:media", 0.75)


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
        begin = _past_lead(text, span.start, span.end)
        yield Find(own, Span(begin, span.end), found.hedge, "own:sentence", 0.65)
