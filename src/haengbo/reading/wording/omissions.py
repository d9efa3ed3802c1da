"""Sentences → remarks that something was not mentioned, with what and by whom.

Example: ``통신은 면담 사실을 보도하지 않았다`` → what: 면담 사실, by: the agency. Invariant: two
things left out in one sentence are one remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.attribution import DocumentRow
from haengbo.knowledge.remarks import OmissionCueRow
from haengbo.model.article import BlockKind
from haengbo.model.reading import ActorKind, Omission
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence
from haengbo.reading.wording.phrase import noun_phrase

_HEARD = {ActorKind.MEDIUM, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.PERSON}
#: ``성명 어디에도 나오지 않았다``: where it is missing, not what.
_NOWHERE = re.compile(r"어디에?$|^(?:한|단 한) (?:번|줄|마디|차례)$")
#: Who left it out, at the head of a clause (``두 나라 모두 무엇을 …했는지``).
_ALL = re.compile(r"^(?:[가-힣]+ ){0,2}모두 ")
_TOPIC = re.compile(
    r"(?:측|당국|정부)?(?:의)?(?: ?[가-힣]{0,6})?(?:은|는|이|가|에는|에서는|에도|에서|까지)(?=\s)"
)
#: Texts that may be silent, besides the kinds of documents in the pack.
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Cues:
    rows: tuple[tuple[OmissionCueRow, re.Pattern[str]], ...]
    texts: re.Pattern[str]


@lru_cache(maxsize=4)
def _cues(knowledge: Knowledge) -> _Cues:
    documents = [row.id for row in knowledge.table("documents", DocumentRow)]
    words = "|".join(sorted(documents, key=len, reverse=True))
    rows = knowledge.table("omission_cues", OmissionCueRow)
    compiled = tuple((row, re.compile(row.pattern.replace("@?", " ?"))) for row in rows)
    return _Cues(compiled, re.compile(rf"{words}|보도|기사|매체|발표|문건|공식 발언"))


def _silent(document: Document, sentence: Sentence, what: Span, cue: Span) -> str | None:
    """Who is silent: named inside the cue (제안에도 총리는 …), else before what is left out."""
    inside = Span(min(what.end, cue.end), cue.end)
    before = Span(sentence.span.start, max(what.start, sentence.span.start))
    return _topic(document, inside) or _topic(document, before)


def _topic(document: Document, stretch: Span) -> str | None:
    """The last named topic of a stretch."""
    found = None
    for mention in document.mentions_in(stretch):
        tail = document.text[mention.span.end : mention.span.end + 14]
        if mention.kind in _HEARD and _TOPIC.match(tail):
            found = mention.name
    return found


def _has_source(document: Document, cues: _Cues, sentence: Sentence) -> bool:
    media = any(m.kind is ActorKind.MEDIUM for m in document.mentions_in(sentence.span))
    named = cues.texts.search(document.text, sentence.span.start, sentence.span.end)
    return media or named is not None


def _left_out(
    document: Document, sentence: Sentence, pattern: re.Pattern[str], match: re.Match[str]
) -> Span | None:
    """What a cue says was left out: its group ``what``, else the phrase that ends before it."""
    if "what" in pattern.groupindex:
        return Span(*match.span("what"))
    end = match.end("word") if "word" in pattern.groupindex else match.start()
    phrase = noun_phrase(document, sentence, end)
    if phrase is None or len(phrase) < _LEAST or _NOWHERE.search(phrase.of(document.text)):
        return None
    return phrase


def _in_sentence(
    document: Document,
    cues: _Cues,
    sentence: Sentence,
    told_before: bool,  # noqa: FBT001
) -> Iterator[tuple[str, Span, OmissionCueRow, Span]]:
    """What was left out, where it stands, the cue and where that stands; each place once.

    ``told_before``: the sentence before was such a remark, so its text is still spoken of.
    """
    text = document.text
    taken: list[Span] = []
    for row, pattern in cues.rows:
        for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
            here = Span(*match.span())
            if any(here.overlaps(t) for t in taken) or sentence.quote_at(match.end() - 1):
                continue
            if row.source and not (told_before or _has_source(document, cues, sentence)):
                continue
            phrase = _left_out(document, sentence, pattern, match)
            if phrase is None:
                continue
            taken.append(here)
            lead = _ALL.match(phrase.of(text))
            what = Span(phrase.start + lead.end(), phrase.end) if lead else phrase
            manner = match.groupdict().get("manner") or ""
            yield what.of(text) + (row.adds or "").format(manner=manner), what, row, here


def omissions(document: Document) -> Iterator[Omission]:
    """One remark a sentence of the body."""
    cues = _cues(document.knowledge)
    last_by, before = None, -1
    for sentence in document.sentences:
        if sentence.kind is not BlockKind.BODY:
            continue
        told_before = before == sentence.index - 1
        found = sorted(_in_sentence(document, cues, sentence, told_before), key=lambda x: x[1])
        if not found:
            last_by = _topic(document, sentence.span) or last_by
            continue
        _, what_first, _, cue = found[0]
        by = _silent(document, sentence, what_first, cue) or last_by
        what = ", ".join(dict.fromkeys(item[0] for item in found))
        rules = "+".join(dict.fromkeys(item[2].id for item in found))
        yield Omission(what, by, sentence.span, f"omission:{rules}", 0.8)
        last_by, before = by, sentence.index
