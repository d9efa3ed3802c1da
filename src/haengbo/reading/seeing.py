"""A sentence that tells of nothing → the cues seen in it, and what each kind of finding lacks.

Comes in: a sentence, the names, times and words of the pack. Goes out: ``Seen`` with lines for
people, in Korean, and for an event, a statement and an expectation what was missing, with the file
of the pack where the missing word would be added. Invariant: nothing is found here, only told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from haengbo.korean.predicates import Predicate, predicates
from haengbo.model.reading import Mention, TimeExpression
from haengbo.reading.document import Document, Sentence
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.expectations.hedging import hedged
from haengbo.reading.expectations.horizon import future_times
from haengbo.reading.expectations.lexicon import Foresight

_PARTICLE = re.compile(
    r"(?:동지|각하|측)?(께서|에게서|에게|에서|으로|은|는|이|가|을|를|과|와|의|에|로|도)(?=[\s,])"
)
_SPEAKING = {"은", "는", "이", "가", "께서", "도"}
_REPORTED = re.compile(r"(?:다고|라고|냐고|자고|다며|라며|다는|라는)(?=[\s,])")


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in a sentence that tells of nothing.

    Attributes:
        cues: One line a kind of cue: names, times, predicates, particles, hedges, quotations.
        missing: One line a kind of finding: what it lacks, and the file where a word would go.
    """

    cues: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The pack's words that the telling asks for.

    Attributes:
        events: Frames.
        said: Verbs of saying.
        foresight: Hedges.
    """

    events: Lexicon
    said: frozenset[str]
    foresight: Foresight


@dataclass(frozen=True, slots=True)
class _Sight:
    """One sentence with everything that could be a cue."""

    document: Document
    sentence: Sentence
    named: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    verbs: tuple[Predicate, ...]
    particles: tuple[tuple[str, str], ...]
    hedge: str | None
    words: Words
    unfilled: tuple[str, ...]


def seen_in(
    document: Document,
    sentence: Sentence,
    named: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    words: Words,
    unfilled: tuple[str, ...] = (),
) -> Seen:
    """Tell what was seen in a sentence and what each kind of finding lacks.

    Args:
        document: Whose text the spans count in, with its times.
        sentence: That tells of nothing.
        named: Actors named in it.
        times: Dates and periods in it.
        words: The pack's words.
        unfilled: Words of the frames that found nobody for one of their slots.
    """
    text = document.text
    particles = tuple(
        (m.name, found.group(1))
        for m in named
        if (found := _PARTICLE.match(text, m.span.end, sentence.span.end + 1))
    )
    hedge = hedged(document, words.foresight, sentence.span, judging=True)
    sight = _Sight(
        *(document, sentence, named, times, tuple(predicates(sentence.tokens)), particles),
        *(hedge.hedge if hedge is not None else None, words, unfilled),
    )
    return Seen(tuple(_cues(sight)), (_event(sight), _statement(sight), _expectation(sight)))


def _cues(sight: _Sight) -> Iterator[str]:
    text = sight.document.text
    kinds = (
        ("이름", [m.name for m in sight.named]),
        ("때", [f"{t.span.of(text)} = {t.value}" for t in sight.times]),
        ("서술어", [v.lemma for v in sight.verbs]),
        ("조사", [f"{name}+{particle}" for name, particle in sight.particles]),
        ("어림", [sight.hedge] if sight.hedge else []),
        ("따옴표", [_short(q.outer.of(text)[1:-1]) for q in sight.sentence.quotes]),
    )
    for kind, found in kinds:
        yield f"{kind}: {', '.join(dict.fromkeys(found)) or '없음'}"


def _short(words: str) -> str:
    return words if len(words) <= 12 else f"{words[:12]}…"  # noqa: PLR2004 - a glimpse of it


def _event(sight: _Sight) -> str:
    lemmas = [v.lemma for v in sight.verbs]
    framed = [x for x in lemmas if sight.words.events.frames_of_predicate(x)]
    lacks = [] if sight.named else ["참가자가 될 이름 (actors/*.tsv)"]
    if not framed:
        unknown = next((x for x in reversed(lemmas) if x not in sight.words.said), None)
        verb = f": ‘{unknown}’" if unknown else ""
        lacks.append(f"일을 말하는 서술어{verb} (event_synonyms.yaml이나 event_frames/*.yaml)")
        if unknown:
            lacks.append(f"더할 한 줄 (event_synonyms.yaml): {line_for(unknown)}")
    elif sight.named and sight.unfilled:
        slots = "·".join(dict.fromkeys(p for _, p in sight.particles)) or "없음"
        word = sight.unfilled[-1]
        lacks.append(f"‘{word}’의 자리에 맞는 이름 (본 조사: {slots}; event_frames/*.yaml)")
    return f"사건에 없는 것: {'; '.join(lacks) or '낱말마다 밝힌 조건'}"


def line_for(verb: str, like: str = "회담하다") -> str:
    """The row of ``event_synonyms.yaml`` that makes a verb mean what ``like`` means.

    Args:
        verb: Dictionary form that no frame names.
        like: A predicate of the frames; people put the one that fits.
    """
    return f"- {{id: {verb}, like: {like}, words: [{verb}]}}"


def _statement(sight: _Sight) -> str:
    text = sight.sentence.span.of(sight.document.text)
    lacks = []
    if not any(v.lemma in sight.words.said for v in sight.verbs):
        lacks.append("말하는 동사 (speech_verbs.yaml)")
    if not sight.sentence.quotes and not _REPORTED.search(text):
        lacks.append("옮긴 말 (따옴표, 다고·라고)")
    if not any(particle in _SPEAKING for _, particle in sight.particles):
        lacks.append("말한 이 (은·는·이·가가 붙은 이름이나 describers.yaml의 낱말)")
    return f"발언에 없는 것: {'; '.join(lacks) or '누구의 말인지, 어디까지인지 가리는 단서'}"


def _expectation(sight: _Sight) -> str:
    lacks = [] if sight.hedge else ["어림하는 말 (hedges.yaml, plan_patterns.yaml)"]
    if not future_times(sight.document, sight.sentence.span):
        lacks.append("앞날의 때")
    if not any(particle in _SPEAKING for _, particle in sight.particles):
        lacks.append("내다본 이")
    return f"예상에 없는 것: {'; '.join(lacks) or '앞일이라는 단서'}"
