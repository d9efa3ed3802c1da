"""Sentences → claims that each time one thing happens another follows, with the times they list.

Examples: ``장관이 다녀갈 때마다 협정이 나왔다``, ``훈련이 시작되면 어김없이 담화가 나왔다``.
Instances are the dated ones that the text itself lists beside the claim (``지난해 9월 방북 뒤에는
…했고``): the date of the condition, and what followed as printed. Invariant: no date is made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from haengbo.knowledge import Knowledge
from haengbo.knowledge.remarks import PatternCueRow, RemarkWordsRow, grouped, remark_pattern
from haengbo.model.article import BlockKind
from haengbo.model.reading import Pattern
from haengbo.reading.document import Document, Sentence

_EDGE = " ,.…"
#: How many sentences before and after a claim may list its instances.
_REACH = 3
#: Sentences that stand before the claim list it only if they tell of it more than once.
_TWICE = 2
_LONGEST = 70

Instance = tuple[str, str]


@lru_cache(maxsize=4)
def _then(knowledge: Knowledge) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What ends a condition with a time (방북 뒤에는), what is said of a claim (…다는 점)."""
    groups = grouped(knowledge.table("remark_words", RemarkWordsRow))
    condition = remark_pattern(r"(?<=[가-힣 ])~then~(?=[ ,])", groups)
    return condition, remark_pattern("(?<=다)~claimed~", groups)


def patterns(document: Document) -> Iterator[Pattern]:
    """One claim a sentence of the body."""
    rows = document.knowledge.table("pattern_cues", PatternCueRow)
    for place, sentence in enumerate(document.sentences):
        if sentence.kind is not BlockKind.BODY:
            continue
        for row in rows:
            match = re.search(row.pattern, sentence.span.of(document.text))
            if match is None:
                continue
            claim = _claim(document, sentence, match)
            if all(claim):
                listed = _listed(document, place)
                yield Pattern(*claim, listed, sentence.span, f"pattern:{row.id}", 0.7)
            break


def _claim(document: Document, sentence: Sentence, match: re.Match[str]) -> tuple[str, str]:
    """Condition and consequence, without what is said of the claim itself (…는 점에서 주목된다)."""
    text = sentence.span.of(document.text)
    kept = match.end("keep") if "keep" in match.groupdict() else match.start()
    begin, end = _quoted(sentence, match)
    consequence = text[match.end() : end].partition(". ")[0]
    said = _then(document.knowledge)[1].search(consequence)
    if said is not None:
        consequence = consequence[: said.start()]
    return text[begin:kept].strip(), consequence.strip(_EDGE)


def _quoted(sentence: Sentence, match: re.Match[str]) -> tuple[int, int]:
    """관계자는 “서기가 오면 …하곤 했다”고 했다: what is claimed stands between the marks."""
    start = sentence.span.start
    quote = sentence.quote_at(start + match.start())
    if quote is None:
        return 0, len(sentence.span)
    return quote.span.start - start, quote.span.end - start


def _listed(document: Document, place: int) -> tuple[Instance, ...]:
    """Instances in the sentences right after a claim, else in those right before it."""
    after = _run(document, document.sentences[place + 1 : place + 1 + _REACH])
    if after:
        return after
    before = document.sentences[max(0, place - _REACH) : place]
    found = _run(document, before[::-1])
    return tuple(sorted(found)) if len(found) >= _TWICE else ()


def _run(document: Document, sentences: Sequence[Sentence]) -> tuple[Instance, ...]:
    """Instances of sentences in a row; the first that lists none ends the list."""
    found: list[Instance] = []
    for sentence in sentences:
        inside = tuple(_instances(document, sentence))
        if sentence.kind is not BlockKind.BODY or not inside:
            break
        found += inside
    return tuple(found)


def _instances(document: Document, sentence: Sentence) -> Iterator[Instance]:
    """Each time with the condition behind it, and what followed up to the next of them."""
    text, end = document.text, sentence.span.end
    pattern = _then(document.knowledge)[0]
    starts: list[tuple[int, int, str]] = []
    times = document.times_in(sentence.span)
    for time, upto in pairwise((*(t.span for t in times), sentence.span)):
        limit = min(time.end + _LONGEST, upto.start if upto.start > time.end else end)
        match = pattern.search(text, time.end, min(limit + 8, end))
        if (
            match is None
            or match.start() > limit
            or not text[time.end : match.start()].strip(_EDGE)
        ):
            continue
        value = next(t.value for t in times if t.span == time)
        starts.append((time.start, match.end(), value))
    followed, found = "", []
    for (_, begin, value), (stop, _, _) in [*pairwise((*starts, (end, end, "")))][::-1]:
        followed = " ".join(text[begin:stop].strip(_EDGE).split()) or followed
        found.append((value, followed))
    yield from (instance for instance in found[::-1] if instance[1])
