"""A stretch → the places where something said ends: after a quotation, or at 다고/라고/것을.

Comes in: the text, the quotations and predicates of a stretch. Goes out: marks in order, each with
its content, its complementizer and the predicate that governs it. Quoted noun phrases without
하다/되다 or 라고 outside give no mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from haengbo.korean.morphemes import Token
from haengbo.korean.quotes import Quote
from haengbo.model.span import Span
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.verbs import Verb, VerbForm

_WORD = re.compile(r"[^\s,.“”\"‘’'《》]*")
_SAID = re.compile(r"(?:이?라|다|자|냐|하)?(?:고|며|면서)(?:도|는|만|까지)?")
_EXPLAINS = re.compile(
    r"\s(?:설명|주장|것|얘기|이야기|전언|지적|말|취지)이?(?:다|었다|라고 한다)\.?$"
)
_APART = re.compile(r"\s(?:이?라고|이?라며|이?라면서|고|며|면서)(?=[\s,])")
_OF = re.compile(r"(?:이?라|다|자|냐)?는")
_OBJECT = re.compile(r"(?:임)?(?:을|를)")
_CLAUSE_END = re.compile(r"(?:것|점|다|라|자|까|요|데|바)[.!?]?$")
_LIGHT = {"하다", "되다"}
_JOINING = re.compile(r"(?:다|라|자|냐)(?:며|면서)(?:도)?$")


class MarkKind(StrEnum):
    """How what was said is bound to the rest of the sentence."""

    SAID = "said"
    LIGHT = "light"
    OPEN = "open"
    NOUN = "noun"
    OBJECT = "object"
    BARE = "bare"


@dataclass(frozen=True, slots=True)
class Mark:
    """The end of something said.

    Attributes:
        content: The words; for an unquoted clause only its end is certain yet.
        end: After the complementizer.
        kind: How it is bound.
        governor: The predicate that says that it was said; ``None`` for ``…는 것이 군의 설명이다``.
        quote: The quotation, if it is one.
        carrier: The predicate that ends the content or stands on its quotation.
        noun: The noun after 다는 (``입장``).
    """

    content: Span
    end: int
    kind: MarkKind
    governor: Verb | None
    quote: Quote | None = None
    carrier: Verb | None = None
    noun: str | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or the inside of a quotation, seen without its quotations.

    Attributes:
        text: The article's text.
        region: What is looked at.
        tokens: Tokens in the region outside quotations.
        all_tokens: Those inside quotations too.
        quotes: Outermost quotations of the region.
        verbs: Predicates outside quotations, copulas on a quotation (“…”이라며) left out.
    """

    text: str
    region: Span
    tokens: tuple[Token, ...]
    all_tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...]
    verbs: tuple[Verb, ...]

    def governor_after(self, position: int) -> Verb | None:
        """The first predicate from ``position`` on that does not only modify a noun."""
        return next((v for v in self._after(position) if not self.modifies(v)), None)

    def _after(self, position: int) -> Iterator[Verb]:
        return (v for v in self.verbs if v.span.start >= position)

    def modifies(self, verb: Verb) -> bool:
        """Whether a predicate only modifies a noun; 인정한 바 있다 does not."""
        if verb.form not in (VerbForm.ADNOMINAL, VerbForm.REPORTED_ADNOMINAL, VerbForm.NOMINAL):
            return False
        return (
            re.match(r"\s?(?:바|적|것으로)\s", self.text[verb.span.end : verb.span.end + 5]) is None
        )

    def inside(self, span: Span) -> tuple[Token, ...]:
        """All tokens that begin in ``span``."""
        return tuple(t for t in self.all_tokens if span.start <= t.span.start < span.end)


def find_marks(stretch: Stretch, lexicon: Lexicon, *, nested: bool) -> tuple[Mark, ...]:
    """Find where something said ends.

    Args:
        stretch: What is looked at.
        lexicon: Look-up tables.
        nested: Whether the stretch is itself the inside of a quotation.

    Example:
        ``“간다”며 “곧 보자”고 했다고 전했다`` gives two quotations governed by 하다 and one clause that
        ends at 했다, governed by 전하다.
    """
    marks = [
        m for quote in stretch.quotes if (m := _of_quote(stretch, quote, lexicon, nested=nested))
    ]
    on_quotes = {m.carrier.span for m in marks if m.carrier and m.kind is MarkKind.OPEN}
    for verb in stretch.verbs:
        if verb.span not in on_quotes:
            marks += _of_verb(stretch, verb, lexicon)
    return tuple(sorted(marks, key=lambda m: (m.end, m.content.start)))


def _of_quote(stretch: Stretch, quote: Quote, lexicon: Lexicon, *, nested: bool) -> Mark | None:
    if quote.kind == "single" and not nested and not _is_utterance(stretch, quote):
        return None
    for attempt in (_light, _said, _of_noun, _as_object, _open):
        mark = attempt(stretch, quote, lexicon)
        if mark is not None:
            named = mark.governor and mark.governor.row and mark.governor.row.kind == "name"
            return None if named else mark
    return None


def _is_utterance(stretch: Stretch, quote: Quote) -> bool:
    """A single-quoted stretch counts only when it is a clause, not a term."""
    return len(quote.span) >= 8 and _CLAUSE_END.search(quote.span.of(stretch.text)) is not None


def _word_after(stretch: Stretch, quote: Quote) -> tuple[str, int]:
    match = _WORD.match(stretch.text, quote.outer.end, stretch.region.end)
    return (match.group(), match.end()) if match else ("", quote.outer.end)


def _light(stretch: Stretch, quote: Quote, _: Lexicon) -> Mark | None:
    """“…지지를 표명”했다, “…깊이 토의”됐다며."""
    verb = next((v for v in stretch.verbs if v.span.start == quote.outer.end), None)
    if verb is None or verb.lemma not in _LIGHT or _SAID.fullmatch(_word_after(stretch, quote)[0]):
        return None
    return Mark(quote.span, verb.span.end, MarkKind.LIGHT, verb, quote, verb)


def _said(stretch: Stretch, quote: Quote, _: Lexicon) -> Mark | None:
    """“…”고 말했다, “…”이라며, “…있”다고."""
    word, end = _word_after(stretch, quote)
    if not word:
        gap = _APART.match(stretch.text, quote.outer.end, stretch.region.end)
        word, end = ("라고", gap.end()) if gap else ("", end)
    if _SAID.fullmatch(word) is None:
        return None
    governor = stretch.governor_after(end)
    relative = next((v for v in stretch.verbs if v.span.start >= end), None)
    if relative and relative.form is VerbForm.ADNOMINAL and relative.row:
        between = stretch.text[end : relative.span.start]
        governor = relative if not between.strip() else governor
    return Mark(quote.span, end, MarkKind.SAID, governor, quote)


def _of_noun(stretch: Stretch, quote: Quote, lexicon: Lexicon) -> Mark | None:
    """“…”는 분석이 우세하다, “…”는 농담으로 말문을 열었다."""
    word, end = _word_after(stretch, quote)
    clause = _CLAUSE_END.search(quote.span.of(stretch.text)) is not None
    if _OF.fullmatch(word) is None or (word == "는" and not clause):
        return None
    noun = next((t for t in stretch.tokens if t.span.start >= end and t.tag.startswith("NN")), None)
    if noun is None or noun.form not in lexicon.nouns:
        return None
    return Mark(
        quote.span,
        end,
        MarkKind.NOUN,
        stretch.governor_after(noun.span.end),
        quote,
        None,
        noun.form,
    )


def _as_object(stretch: Stretch, quote: Quote, _: Lexicon) -> Mark | None:
    """“…계기로 될 것”을 강조했다."""
    word, end = _word_after(stretch, quote)
    governor = stretch.governor_after(end)
    if _OBJECT.fullmatch(word) is None or governor is None or governor.row is None:
        return None
    if _CLAUSE_END.search(quote.span.of(stretch.text)) is None or not governor.row.nominal:
        return None
    return Mark(quote.span, end, MarkKind.OBJECT, governor, quote)


def _open(stretch: Stretch, quote: Quote, _: Lexicon) -> Mark | None:
    """“…승리를 이룩할” 것이라며, “…더욱 중시되고” 있다고: the clause ends outside the marks."""
    inside = stretch.inside(quote.span)
    if not inside or inside[-1].tag not in {"ETM", "EC", "EF"}:
        return None
    carrier = next((v for v in stretch.verbs if v.span.start >= quote.outer.end), None)
    if carrier is None or carrier.form is not VerbForm.QUOTATIVE:
        return None
    if carrier.span.start - quote.outer.end > 4:
        return None
    governor = stretch.governor_after(carrier.span.end)
    return Mark(quote.span, carrier.span.end, MarkKind.OPEN, governor, quote, carrier)


def _of_verb(stretch: Stretch, verb: Verb, lexicon: Lexicon) -> Iterator[Mark]:
    if verb.form is VerbForm.QUOTATIVE:
        yield from _bare(stretch, verb)
    elif verb.form is VerbForm.REPORTED_ADNOMINAL:
        yield from _bare_noun(stretch, verb, lexicon)
    elif verb.form is VerbForm.ADNOMINAL:
        yield from _bare_object(stretch, verb)
    if verb.row is not None and verb.row.bare and not verb.negated:
        yield from _admitted(stretch, verb)


def _bare(stretch: Stretch, verb: Verb) -> Iterator[Mark]:
    """…했다고 밝혔다; …일이라며 말을 아꼈다."""
    joining = _JOINING.search(verb.tail) is not None
    governor = stretch.governor_after(verb.span.end)
    while joining and governor and governor.row is None and governor.form is VerbForm.QUOTATIVE:
        # …열겠다며 …강화하겠다고 밝혔다: both clauses hang on the last verb.
        governor = stretch.governor_after(governor.span.end)
    if joining:
        governor = _speaking_after(stretch, verb) or governor
    known = governor is not None and governor.row is not None and governor.row.kind != "name"
    if governor is None or not (known or joining):
        return
    content = Span(stretch.region.start, verb.stem_end)
    yield Mark(content, verb.span.end, MarkKind.BARE, governor, None, verb)


def _speaking_after(stretch: Stretch, verb: Verb) -> Verb | None:
    """The speech verb that …없다면서도 …없다고 했다 share, past what stands between."""
    later = [v for v in stretch.verbs if v.span.start >= verb.span.end]
    for index, candidate in enumerate(later):
        if candidate.row is not None and not stretch.modifies(candidate):
            after_clause = index and later[index - 1].form is VerbForm.QUOTATIVE
            return candidate if after_clause or not index else None
    return None


def _bare_noun(stretch: Stretch, verb: Verb, lexicon: Lexicon) -> Iterator[Mark]:
    """…지지한다는 입장을 밝혔다; …투입됐다는 것이 당국의 설명이다."""
    content = Span(stretch.region.start, verb.stem_end)
    after = [t for t in stretch.tokens if t.span.start >= verb.span.end][:12]
    nouns = [t for t in after if t.tag in {"NNG", "NNB"}]
    if not nouns:
        return
    head = nouns[0]
    if _EXPLAINS.match(stretch.text, verb.span.end, stretch.region.end):
        yield Mark(content, verb.span.end, MarkKind.NOUN, None, None, verb, head.form)
        return
    row = lexicon.nouns.get(head.form)
    if row is not None and row.uttered and head is after[0]:
        governor = stretch.governor_after(head.span.end)
        if governor is not None and governor.row is not None:
            yield Mark(content, verb.span.end, MarkKind.NOUN, governor, None, verb, head.form)
        return
    uttered = next((t for t in nouns if (r := lexicon.nouns.get(t.form)) and r.uttered), None)
    if uttered is not None and any(
        t.tag == "JKG" and t.span.start < uttered.span.start for t in after
    ):
        if re.match(r"(?:이다|이었다|이 담|이 나|이 있)", stretch.text[uttered.span.end :][:4]):
            yield Mark(content, verb.span.end, MarkKind.NOUN, None, None, verb, uttered.form)


def _bare_object(stretch: Stretch, verb: Verb) -> Iterator[Mark]:
    """…싸운 점을 언급하며; …전해줄것을 부탁하였다."""
    match = re.compile(r"\s?(것|점|사실)(?:을|임을)\s").match(stretch.text, verb.span.end)
    governor = stretch.governor_after(match.end()) if match else None
    if match and match.group(1) == "사실" and not (governor and governor.row and governor.row.bare):
        return
    if match is None or governor is None or governor.row is None or not governor.row.nominal:
        return
    content = Span(stretch.region.start, match.end(1))
    yield Mark(content, match.end(), MarkKind.OBJECT, governor, None, verb)


def _admitted(stretch: Stretch, verb: Verb) -> Iterator[Mark]:
    """…파병을 공식 인정했다: the bare object and the verb's noun."""
    if stretch.modifies(verb):
        return
    before = [t for t in stretch.tokens if t.span.end <= verb.span.start]
    index = len(before) - 1
    while index >= 0 and before[index].tag in {"MAG", "NNG"} and before[index].tag != "JKO":
        index -= 1
    if index < 1 or before[index].tag != "JKO" or not before[index - 1].tag.startswith("NN"):
        return
    first = _phrase_start(before, index - 1)
    head = next((t for t in stretch.tokens if t.span.start == verb.span.start), None)
    if head is None:
        return
    content = Span(before[first].span.start, head.span.end)
    yield Mark(content, verb.span.start, MarkKind.OBJECT, verb, None, None, "bare")


def _phrase_start(tokens: Sequence[Token], index: int) -> int:
    while index > 0 and tokens[index - 1].tag in {"NNG", "NNP", "NNB", "JKG", "XSN", "SN", "XPN"}:
        index -= 1
    return index
