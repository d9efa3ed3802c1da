"""A reading → sentence by sentence: what was found by which rule, and what was seen in vain.

Comes in: a reading and its knowledge. Goes out: one ``Trace`` a sentence: its finds with the
example of their rule, and for a sentence that tells of nothing the verbs that were seen, whether
the pack knows them, the other cues, and what an event, a statement or an expectation lacked. A verb
that no table knows is one line away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from haengbo.knowledge import Knowledge
from haengbo.knowledge.attribution import SpeechVerbRow
from haengbo.knowledge.frames import FrameRow
from haengbo.knowledge.refusals import RefusalRow
from haengbo.knowledge.tables import TABLES
from haengbo.korean.predicates import Predicate, predicates
from haengbo.model.reading import ActorKind, Reading
from haengbo.model.span import Span
from haengbo.reading.attribution import find_attributions
from haengbo.reading.document import Document, Sentence
from haengbo.reading.events import Condition, find_refusals
from haengbo.reading.events.lexicon import Lexicon, lexicon
from haengbo.reading.expectations.lexicon import foresight_of
from haengbo.reading.recognised import recognised
from haengbo.reading.seeing import Seen, Words, seen_in
from haengbo.reading.shown import shown

_PARTS = re.compile(r"[:+ ]")
#: So many of the words that a frame needs are shown.
_SHOWN = 3
_ACTORS = {ActorKind.PERSON, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.MEDIUM}
#: Verbs that carry no happening of their own.
_LIGHT = {"하다", "되다", "이다", "있다", "없다", "아니다", "같다", "대하다", "위하다", "따르다"}


@dataclass(frozen=True, slots=True)
class Find:
    """One thing found: where, what, by which rule, with the rule's example."""

    span: Span
    what: str
    rule: str
    confidence: float
    example: str | None
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clue:
    """A verb seen in a sentence that tells of nothing, and why it tells of nothing."""

    lemma: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A word of the frames that tells of no happening here.

    Attributes:
        span: The word.
        word: Its text.
        frame: Id of the frame that came furthest.
        row: What the pack says of the condition that it does not meet.
        words: Words that the frame asks for and does not find near, or excludes and does find.
    """

    span: Span
    word: str
    frame: str
    row: RefusalRow
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """One sentence with its finds, what was refused, and where it tells of nothing its cues."""

    span: Span
    kind: str
    number: int | None
    finds: tuple[Find, ...]
    clues: tuple[Clue, ...]
    seen: Seen | None = None
    refused: tuple[Refused, ...] = ()


@lru_cache(maxsize=4)
def examples(knowledge: Knowledge) -> Mapping[str, str]:
    """Id of a row → its example, over all tables that give one."""
    found: dict[str, str] = {}
    for name, kind in TABLES:
        if "example" in getattr(kind, "__dataclass_fields__", {}):
            rows: tuple[Any, ...] = knowledge.table(name, kind)
            for row in rows:
                if row.example:
                    found.setdefault(row.id, row.example)
    return found


def example_of(rule: str, knowledge: Knowledge) -> str | None:
    """The example of the row that a rule's name points to (``hedge:likely`` → that of likely)."""
    known = examples(knowledge)
    parts = (rule, *reversed(_PARTS.split(rule)))
    return next((known[part] for part in parts if part in known), None)


def _finds(reading: Reading, knowledge: Knowledge) -> Iterator[Find]:
    """Everything found, in the order of the reading's parts."""

    def find(span: Span, what: str, rule: str, confidence: float) -> Find:
        return Find(span, what, rule, confidence, example_of(rule, knowledge))

    for m in reading.mentions:
        office = " ".join(part for part in (m.of, m.title) if part)
        yield find(
            m.span, f"이름 {m.name}" + (f" ({office})" if office else ""), m.rule, m.confidence
        )
    for t in reading.times:
        anchor = f", 기준 {t.anchor}" if t.anchor else ""
        yield find(t.span, f"때 {t.value}{anchor}", t.rule, t.confidence)
    for e in reading.events:
        who = ", ".join(p.name for p in e.participants)
        what = f"사건 {e.type}/{e.mode} {e.status.value} {e.date} {e.place} [{who}]"
        chain = tuple(link.name for link in e.chain)
        yield Find(e.span, what, e.rule, e.confidence, example_of(e.rule, knowledge), chain)
    for s in reading.statements:
        what = f"발언 {', '.join(s.speaker)} [{s.form.value}] {s.date}"
        chain = tuple(link.name for link in s.chain)
        yield Find(s.span, what, s.rule, s.confidence, example_of(s.rule, knowledge), chain)
    for x in reading.expectations:
        yield find(x.span, f"{x.kind.value} {x.by} ‘{x.hedge}’ {x.horizon}", x.rule, x.confidence)
    for w in reading.wording_changes:
        yield find(w.span, f"문구 {w.old} → {w.new}", w.rule, w.confidence)
    for o in reading.omissions:
        yield find(o.span, f"빠짐 {o.what}", o.rule, o.confidence)
    for p in reading.patterns:
        yield find(p.span, f"되풀이 {p.condition} → {p.consequence}", p.rule, p.confidence)


def _clues(words: Lexicon, said: frozenset[str], sentence: Sentence) -> Iterator[Clue]:
    """The verbs of a sentence that tells of nothing, but for those that a condition refused."""
    for verb in predicates(sentence.tokens):
        if verb.lemma not in _LIGHT and not words.frames_of_predicate(verb.lemma):
            yield Clue(verb.lemma, verb.span, _reason(said, verb))


def _reason(said: frozenset[str], verb: Predicate) -> str:
    if verb.lemma in said:
        return "말하는 동사: 누구의 말인지, 옮긴 말이 어디까지인지 찾지 못했다"
    return "어느 표에도 없다: event_synonyms.yaml이나 speech_verbs.yaml에 한 줄이면 된다"


def _refused(document: Document, knowledge: Knowledge) -> Iterator[Refused]:
    """Words of the frames that tell of nothing, with what the pack says of the condition."""
    rows = {row.id: row for row in knowledge.table("refusals", RefusalRow)}
    frames = {row.id: row for row in knowledge.table("event_frames", FrameRow)}
    for refusal in find_refusals(document, find_attributions(document)):
        sentence = document.sentence_at(refusal.span.start)
        around = sentence.span.of(document.text) if sentence is not None else ""
        yield Refused(
            *(refusal.span, refusal.span.of(document.text), refusal.frame),
            rows[refusal.condition.value],
            _words_of(refusal.condition, frames[refusal.frame], around),
        )


def _words_of(condition: Condition, frame: FrameRow, sentence: str) -> tuple[str, ...]:
    """The words that decided it, where words did."""
    if condition is Condition.NEEDED_WORD:
        return (frame.needs or frame.near)[:_SHOWN]
    if condition is Condition.UNWANTED_WORD:
        return tuple(word for word in frame.excludes if word in sentence)
    return ()


def traces(reading: Reading, knowledge: Knowledge) -> tuple[Trace, ...]:
    """One trace a sentence of the news, in order."""
    article, sight = shown(reading.article, knowledge)
    return sight.back(_traces(replace(sight.forth(reading), article=article), knowledge))


def _traces(reading: Reading, knowledge: Knowledge) -> tuple[Trace, ...]:
    """Of a reading whose spans count in the text as it is seen."""
    document = recognised(reading.article, knowledge)
    words = lexicon(knowledge)
    said = frozenset(row.id for row in knowledge.table("speech_verbs", SpeechVerbRow))
    finds = sorted(_finds(reading, knowledge), key=lambda f: (f.span, f.what))
    telling = [
        *(e.span for e in reading.events),
        *(span for e in reading.events for span in e.evidence),
        *(s.span for s in reading.statements),
        *(x.span for x in reading.expectations),
        *(w.span for w in reading.wording_changes),
        *(o.span for o in reading.omissions),
        *(p.span for p in reading.patterns),
    ]
    cues = Words(words, said, foresight_of(knowledge))
    refused = tuple(_refused(document, knowledge))
    document = replace(document, mentions=reading.mentions, times=reading.times)
    made = []
    for sentence in document.sentences:
        inside = tuple(f for f in finds if sentence.span.start <= f.span.start < sentence.span.end)
        vain = tuple(r for r in refused if sentence.span.contains(r.span))
        clues: tuple[Clue, ...] = ()
        seen: Seen | None = None
        if any(sentence.span.overlaps(span) for span in telling):
            # that a word is none of a frame of others says something only where nothing is told
            vain = tuple(r for r in vain if r.row.id != Condition.NEEDED_WORD)
        else:
            named = tuple(
                m
                for m in reading.mentions
                if sentence.span.contains(m.span) and m.kind in _ACTORS and not m.weak
            )
            clues = tuple(_clues(words, said, sentence))
            seen = seen_in(
                *(document, sentence, named, document.times_in(sentence.span), cues),
                tuple(r.word for r in vain if r.row.id == Condition.PARTICIPANTS),
            )
        kind, number = sentence.kind.value, sentence.block.number
        made.append(Trace(sentence.span, kind, number, inside, clues, seen, vain))
    return tuple(made)
