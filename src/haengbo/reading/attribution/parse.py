"""Sentence → everything that attribution needs to know about it by itself.

Comes in: the document and one of its sentences. Goes out: its stretch without quotations, the
phrases that may speak, the layers of speech and the cues beside the subject; the same for the
inside of each quotation that holds another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

import msgspec
from msgspec.structs import replace

from haengbo.korean.morphemes import Token
from haengbo.korean.predicates import predicates
from haengbo.korean.quotes import Quote
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.attribution.cues import Cue, find_cues
from haengbo.reading.attribution.layers import Layer, find_layers
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.marks import find_marks
from haengbo.reading.attribution.phrases import Subject
from haengbo.reading.attribution.stretches import Stretch
from haengbo.reading.attribution.subjects import find_described, find_subjects
from haengbo.reading.attribution.verbs import Verb, VerbForm, find_verbs
from haengbo.reading.document import Document, Sentence

_QUOTING = re.compile(r"라?(?P<ending>고|며|면서)(?=[\s,])")
_COPULA = re.compile(r"이?라(?:고|며|면서)")
_LONG_WORD = 8
#: 내일부터라고, ‘개꿈’이라고: after another particle or the mark of a word.
_BEFORE_PARTICLE = {"JX", "JKB", "SS", "SSC", "SSO"}
#: The clause has a subject of its own: 러시아와는 has none.
_TOPIC_BEFORE = re.compile(
    r"[가-힣](?<![와과에서도])(?:은|는|이|가)\s(?:그야말로\s|한낱\s|한갓\s)?$"
)
_TOPIC_REACH = 12
_QUOTATIVE = re.compile(r"[다라자냐]고$")
#: 필요하다 말했다, 것이라 말했다, 만나자 말했다.
_BARE, _UNMARKED = {"다", "라", "자"}, {VerbForm.FINAL, VerbForm.CONNECTIVE}


class Parsed(msgspec.Struct, frozen=True):
    """A sentence, or the inside of a quotation, as attribution sees it.

    Attributes:
        sentence: The sentence.
        stretch: It without its quotations.
        subjects: Phrases that may speak, in order.
        layers: Layers of speech, in order of their marks.
        cues: Sources beside the subject.
        within: The quotation of whose inside this is, if it is one.
        nested: The insides of quotations that hold quotations.
        goes_on: Whether it begins with a word by which the last speaker goes on.
        speech_verbs: Dictionary forms of the pack's speech verbs.
    """

    sentence: Sentence
    stretch: Stretch
    subjects: tuple[Subject, ...]
    layers: tuple[Layer, ...]
    cues: tuple[Cue, ...]
    within: Quote | None = None
    nested: tuple[Parsed, ...] = ()
    goes_on: bool = False
    speech_verbs: frozenset[str] = frozenset()

    @property
    def starts_with_quote(self) -> bool:
        """Whether the sentence opens with a quotation."""
        quotes = self.stretch.quotes
        return bool(quotes) and quotes[0].outer.start <= self.stretch.region.start + 1

    def layer_of(self, quote: Quote) -> Layer | None:
        """The layer whose content is this quotation."""
        return next((x for x in self.layers if x.mark.quote is quote), None)


def parse(document: Document, sentence: Sentence, lexicon: Lexicon) -> Parsed:
    """Parse one sentence."""
    stretch = _stretch(document, sentence, sentence.span, sentence.quotes, lexicon)
    subjects, layers = _bind(document, stretch, lexicon, nested=False)
    cues = find_cues(document, sentence, lexicon)
    nested = tuple(
        _inside(document, sentence, quote, lexicon) for quote in sentence.quotes if quote.inner
    )
    head = document.text[sentence.span.start : sentence.span.start + 12].lstrip()
    goes_on = lexicon.carriers.match(head) is not None
    speech = lexicon.speech
    return Parsed(sentence, stretch, subjects, layers, cues, None, nested, goes_on, speech)


def _inside(document: Document, sentence: Sentence, quote: Quote, lexicon: Lexicon) -> Parsed:
    stretch = _stretch(document, sentence, quote.span, quote.inner, lexicon)
    subjects, layers = _bind(document, stretch, lexicon, nested=True)
    return Parsed(sentence, stretch, subjects, layers, (), quote)


def _bind(
    document: Document, stretch: Stretch, lexicon: Lexicon, *, nested: bool
) -> tuple[tuple[Subject, ...], tuple[Layer, ...]]:
    holes = [quote.outer for quote in stretch.quotes]
    subjects = find_subjects(document, stretch.tokens, stretch.region, holes, lexicon)
    marks = find_marks(stretch, lexicon, nested=nested)
    described = find_described(document, stretch.region, holes)
    return subjects, find_layers(stretch, marks, subjects, described)


def _stands_on(verb: Verb, hole: Span) -> bool:
    """The copula of “…”이라며 says nothing of its own."""
    return hole.start <= verb.span.start <= hole.end


def _as_speech(token: Token, before: Token | None) -> Token:
    """After 다고 the analyser takes the speech verb 하다 for an auxiliary (되였다고 하였다)."""
    if token.tag == "VX" and token.form == "하" and before and _QUOTATIVE.search(before.form):
        return Token(token.form, "VV", token.span, "하다")
    return token


def _stretch(
    document: Document,
    sentence: Sentence,
    region: Span,
    quotes: tuple[Quote, ...],
    lexicon: Lexicon,
) -> Stretch:
    quotes = tuple(quote for quote in quotes if not _is_word(document.text, quote))
    holes = [quote.outer for quote in quotes]
    tokens = sentence.tokens if region == sentence.span else sentence.tokens_in(region)
    outside = _outside(tokens, holes)
    # Without a quotation they are those of the whole sentence, which others ask for as well
    found = sentence.predicates() if outside == sentence.tokens else predicates(outside)
    verbs = [
        verb
        for verb in find_verbs(document.text, found, lexicon)
        if verb.lemma != "이다" or not any(_stands_on(verb, hole) for hole in holes)
    ]
    dates = [time.span for time in document.times_in(region)]
    verbs = [
        _quoting(document.text, verb)
        for verb in verbs
        # 지난 13일: the verb of a date says nothing.
        if verb.form is not VerbForm.ADNOMINAL
        or not any(date.start <= verb.span.start < date.end for date in dates)
    ]
    verbs += [_as_predicate(quoting) for quoting in _on_particles(outside)]
    verbs.sort(key=lambda verb: verb.span.start)
    verbs = [*_spelled_out(document.text, verbs)]
    named = lexicon.texts.finditer(document.text, region.start, region.end)
    texts = tuple(Span(*match.span("text")) for match in named)
    people = tuple(
        m.span
        for m in document.mentions_in(region)
        if m.kind is ActorKind.PERSON and not m.weak and not any(h.contains(m.span) for h in holes)
    )
    return Stretch(document.text, region, outside, tokens, quotes, tuple(verbs), texts, people)


def _spelled_out(text: str, verbs: Sequence[Verb]) -> Iterator[Verb]:
    """것이라 말했다, 만나자 제안했다: 고 left out right before the verb that says so."""
    for verb, behind in zip_longest(verbs, verbs[1:]):
        bare = verb.tail.lstrip("ᆫ는")
        says = behind is not None and behind.row is not None and behind.row.kind != "name"
        near = says and text[verb.span.end : behind.span.start] == " "
        if near and bare in _BARE and verb.form in _UNMARKED:
            said = verb.span.of(text)
            end = verb.span.start + len(said.removesuffix("라").removesuffix("이"))
            stem = end if bare == "라" else verb.stem_end
            yield replace(verb, form=VerbForm.QUOTATIVE, tail=f"{bare}고", stem_end=stem)
        else:
            yield verb


def _is_word(text: str, quote: Quote) -> bool:
    """관계 개선은 ‘개꿈’이라고: a word in a clause that nobody marks."""
    short = quote.kind == "single" and len(quote.span) < _LONG_WORD
    if not short or _COPULA.match(text, quote.outer.end) is None:
        return False
    start = max(quote.outer.start - _TOPIC_REACH, 0)
    return _TOPIC_BEFORE.search(text[start : quote.outer.start]) is not None


def _outside(tokens: tuple[Token, ...], holes: Sequence[Span]) -> tuple[Token, ...]:
    """Tokens outside the holes, with a sign for each of these."""
    if not holes and not any(token.tag == "VX" for token in tokens):
        return tokens
    outside: list[Token] = []
    before: Token | None = None
    for token in tokens:
        start = token.span.start
        hole = next((h for h in holes if h.start <= start < h.end), None) if holes else None
        if hole is None:
            outside.append(_as_speech(token, before))
        elif not outside or outside[-1].span != hole:
            # One sign for the whole quotation, so that nothing is joined across it.
            outside.append(Token("“”", "SW", hole, "“”"))
        before = token
    return tuple(outside)


def _on_particles(tokens: Sequence[Token]) -> Iterator[Token]:
    """계획대로라고, 내일부터라고: 라고 where the copula is dropped after another particle."""
    for before, token in pairwise(tokens):
        if token.tag == "JKQ" and before.tag in _BEFORE_PARTICLE:
            yield token


def _as_predicate(quoting: Token) -> Verb:
    start = quoting.span.start
    return Verb(
        quoting.span,
        start,
        "이다",
        VerbForm.QUOTATIVE,
        quoting.form,
        negated=False,
        past=False,
        row=None,
    )


def _quoting(text: str, verb: Verb) -> Verb:
    """겨냥한 것이 아니다라고; 받아들였다|고: a finished clause with a particle of quotation."""
    after = _QUOTING.match(text, verb.span.end)
    if verb.form is not VerbForm.FINAL or after is None:
        return verb
    span = Span(verb.span.start, after.end())
    return replace(verb, span=span, form=VerbForm.QUOTATIVE, tail=f"다{after['ending']}")
