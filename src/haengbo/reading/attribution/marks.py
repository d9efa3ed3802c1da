"""A stretch → the places where something said ends: after a quotation, or at 다고/라고/것을.

Comes in: the quotations and predicates of a stretch. Goes out: marks in order, each with its
content, its complementizer and the predicate that governs it. Quoted noun phrases without
하다/되다 or 라고 outside give no mark.
"""

from __future__ import annotations

import re

from haengbo.korean.quotes import Quote
from haengbo.reading.attribution.clauses import POINT, find_clause_marks, owned
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.stretches import Mark, MarkKind, Stretch
from haengbo.reading.attribution.verbs import Verb, VerbForm

#: “…기본으로 했”으며 “…상징한다”고: the ending outside the marks.
_ENDING = re.compile(r"으?(?:며|면서|나)|고|지만|는데")
#: What a predicate without its ending ends in.
_STEMS = {"EP", "VV", "VA", "VX", "VCP", "XSV", "XSA"}
_WORD = re.compile(r"[^\s,.“”\"‘’'`《》]*")
_SAID = re.compile(r"(?:이?라|다|자|냐|하|(?:이었|였)다)?(?:고|며|면서)(?:도|는|만|까지)?")
_APART = re.compile(r"\s(?:이?라고|이?라며|이?라면서|고|며|면서)(?=[\s,])")
_OF = re.compile(r"(?:이?라|다|자|냐)?는")
#: “…”라는 것이다: whose words they are stands in the sentence before.
_THAT_IS = re.compile(
    r"\s(?:것|얘기|이야기|말|설명|주장|논리|취지)(?:이다|다|이었다|였다|입니다)\.?\s?"
)
#: “…”는 것이 당국자의 설명이다, “…”는 게 소식통들의 전언이다.
_IS_WORDS = re.compile(
    r"\s(?:것이|게)\s(?:[^\s,]{1,12}\s){0,4}?[^\s,]{1,12}의\s"
    r"(?:말|설명|주장|전언|얘기|이야기|지적|해명|논리)(?:이다|다|이었다|였다|입니다)\.?\s?"
)
#: “…”는 데 뜻을 같이했다.
_IN_WHICH = re.compile(r"\s데(?:에)?\s(?:대해\s)?")
_RECKONED = re.compile(r"(?:것|상황|듯)[.]?$")
_RECKONING = {"analyse", "forecast", "praise"}
_OBJECT = re.compile(r"(?:임)?(?:을|를)")
_CLAUSE_END = re.compile(r"(?:것|점|다|라|자|까|요|데|바|냐)[.!?]?$")
_PARTICLE = re.compile(r"(?:을|를)?\s*")
#: ‘…’이라고, ‘…’라고.
_COPULA = re.compile(r"이?라고\s")
_CLAIMING = {"say", "announce", "stress", "claim", "deny", "reply"}
_LIGHT = {"하다", "되다"}

_UTTERANCE = 8
_NEAR = 4


def find_marks(stretch: Stretch, lexicon: Lexicon, *, nested: bool) -> tuple[Mark, ...]:
    """Find where something said ends.

    Args:
        stretch: What is looked at.
        lexicon: Look-up tables.
        nested: Whether the stretch is itself the inside of a quotation.

    Example:
        ``“간다”며 “곧 보자”고 했다고 전했다`` gives two quotations governed by 하다 and one
        clause that ends at 했다, governed by 전하다.
    """
    marks = [
        m for quote in stretch.quotes if (m := _of_quote(stretch, quote, lexicon, nested=nested))
    ]
    on_quotes = {m.carrier.span for m in marks if m.carrier and m.kind is MarkKind.OPEN}
    ends = {m.quote.outer.end for m in marks if m.quote is not None}
    for verb in stretch.verbs:
        if verb.span not in on_quotes:
            # A clause that ends with a quotation is that quotation: “…”이라며
            found = find_clause_marks(stretch, verb, lexicon)
            marks += [m for m in found if not {m.content.end, m.content.end - 1} & ends]
    return tuple(sorted(marks, key=lambda m: (m.end, m.content.start)))


def _of_quote(stretch: Stretch, quote: Quote, lexicon: Lexicon, *, nested: bool) -> Mark | None:
    if quote.kind == "single" and not nested and not _is_utterance(stretch, quote):
        return None
    for attempt in (_light, _said, _of_noun, _as_object, _reckoned, _open, _cut_off, _listed):
        mark = attempt(stretch, quote, lexicon)
        if mark is not None:
            named = mark.governor and mark.governor.row and mark.governor.row.kind == "name"
            return None if named and not _is_told(stretch, quote) else mark
    return None


def _is_utterance(stretch: Stretch, quote: Quote) -> bool:
    """A single-quoted stretch counts only when it is a clause, not a term.

    ‘근거 없는 소문’이라고 주장했다: what somebody claims something to be is a clause as well.
    """
    if len(quote.span) < _UTTERANCE:
        return False
    if _CLAUSE_END.search(quote.span.of(stretch.text)) is not None:
        return True
    copula = _COPULA.match(stretch.text, quote.outer.end, stretch.region.end)
    if copula is None or not any(t.tag == "ETM" for t in stretch.inside(quote.span)):
        return False
    governor = stretch.governor_after(copula.end())
    return governor is not None and governor.row is not None and governor.row.kind in _CLAIMING


def _is_told(stretch: Stretch, quote: Quote) -> bool:
    """“고맙습니다.”고 마음을 표현했다: a sentence with its full stop is no name for anything."""
    return quote.span.of(stretch.text).rstrip().endswith(("다.", "요.", "까?"))


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
    joining = re.search(r"(?:며|면서)도?$", word) is not None
    governor = stretch.shared_governor(end) if joining else stretch.governor_after(end)
    governor = (stretch.responded_to(end) if joining else None) or governor
    relative = next((v for v in stretch.verbs if v.span.start >= end), None)
    first = None if joining else stretch.said_first(end)
    if first is not None:
        governor = first
    elif relative and relative.form is VerbForm.ADNOMINAL and relative.row:
        between = stretch.text[end : relative.span.start]
        governor = relative if not between.strip() else governor
    return Mark(quote.span, end, MarkKind.SAID, governor, quote)


def _of_noun(stretch: Stretch, quote: Quote, lexicon: Lexicon) -> Mark | None:
    """“…”는 분석이 우세하다, “…”는 농담으로 말문을 열었다."""
    word, end = _word_after(stretch, quote)
    clause = _CLAUSE_END.search(quote.span.of(stretch.text)) is not None
    if _OF.fullmatch(word) is None or (word == "는" and not clause):
        return None
    after = [t for t in stretch.tokens if t.span.start >= end]
    that_is = _THAT_IS.fullmatch(stretch.text, end, stretch.region.end)
    that_is = that_is or _IS_WORDS.fullmatch(stretch.text, end, stretch.region.end)
    if that_is is not None or owned(stretch.text, after, lexicon):
        return Mark(quote.span, end, MarkKind.NOUN, None, quote, None, "genitive")
    shared = _IN_WHICH.match(stretch.text, end, stretch.region.end)
    if shared is not None:
        return _agreed(stretch, quote, shared.end())
    noun = next((t for t in after if t.tag.startswith("NN")), None)
    if noun is None or noun.form not in lexicon.nouns:
        return None
    if noun.form == POINT and not stretch.text.startswith("을", noun.span.end):
        return None
    return Mark(
        quote.span,
        end,
        MarkKind.NOUN,
        _embedded(stretch, noun.span.end) or stretch.governor_after(noun.span.end),
        quote,
        None,
        noun.form,
    )


def _agreed(stretch: Stretch, quote: Quote, end: int) -> Mark | None:
    """“…”는 데 [뜻을 같이했다]: several say so together."""
    governor = stretch.governor_after(end)
    if governor is None or governor.row is None or governor.row.kind != "reply":
        return None
    return Mark(quote.span, end, MarkKind.NOUN, governor, quote, None, "데")


def _reckoned(stretch: Stretch, quote: Quote, _: Lexicon) -> Mark | None:
    """“…타진할 것”으로 내다봤다: what somebody reckons with is said."""
    word, end = _word_after(stretch, quote)
    governor = stretch.governor_after(end)
    said = _RECKONED.search(quote.span.of(stretch.text)) is not None
    if word != "으로" or not said or governor is None or governor.row is None:
        return None
    if governor.row.kind not in _RECKONING:
        return None
    return Mark(quote.span, end, MarkKind.SAID, governor, quote)


def _embedded(stretch: Stretch, position: int) -> Verb | None:
    """The verb of speech of a clause that only modifies: “…”는 입장을 [밝힌] 데 대해."""
    verb = next((v for v in stretch.verbs if v.span.start >= position), None)
    if verb is None or verb.row is None or verb.form is not VerbForm.ADNOMINAL:
        return None
    between = stretch.text[position : verb.span.start]
    return verb if _PARTICLE.fullmatch(between) else None


def _as_object(stretch: Stretch, quote: Quote, _: Lexicon) -> Mark | None:
    """“…계기로 될 것”을 강조했다."""
    word, end = _word_after(stretch, quote)
    governor = stretch.governor_after(end)
    if _OBJECT.fullmatch(word) is None or governor is None or governor.row is None:
        return None
    if _CLAUSE_END.search(quote.span.of(stretch.text)) is None or not governor.row.nominal:
        return None
    nearest = next((v for v in stretch.verbs if v.span.start >= end), governor)
    if nearest.form is VerbForm.QUOTATIVE and nearest.span != governor.span:
        # ‘세계를 비추다’를 개최한다고 밝혔다: what is held is a name.
        return None
    return Mark(quote.span, end, MarkKind.OBJECT, governor, quote)


def _open(stretch: Stretch, quote: Quote, _: Lexicon) -> Mark | None:
    """“…승리를 이룩할” 것이라며, “…더욱 중시되고” 있다고: the clause ends outside the marks."""
    inside = stretch.inside(quote.span)
    if not inside or inside[-1].tag not in {"ETM", "EC", "EF"}:
        return None
    if _OBJECT.fullmatch(_word_after(stretch, quote)[0]):
        # ‘세계를 비추다’를 연다고: something is done to what is quoted.
        return None
    carrier = next((v for v in stretch.verbs if v.span.start >= quote.outer.end), None)
    if carrier is None or carrier.form is not VerbForm.QUOTATIVE:
        return None
    if carrier.span.start - quote.outer.end > _NEAR:
        return None
    governor = stretch.governor_after(carrier.span.end)
    return Mark(quote.span, carrier.span.end, MarkKind.OPEN, governor, quote, carrier)


def _cut_off(stretch: Stretch, quote: Quote, _: Lexicon) -> Mark | None:
    """“…기본으로 했”으며, “…상징한다”고 말했다: the stem is quoted, its ending is not."""
    word, end = _word_after(stretch, quote)
    inside = stretch.inside(quote.span)
    if not inside or inside[-1].tag not in _STEMS or _ENDING.fullmatch(word) is None:
        return None
    governor = stretch.shared_governor(end)
    if governor is None or governor.row is None:
        return None
    return Mark(quote.span, end, MarkKind.SAID, governor, quote)


def _listed(stretch: Stretch, quote: Quote, lexicon: Lexicon) -> Mark | None:
    """“만나자”, “기다린다”라고 말했다: a clause before another that somebody says."""
    following = next((q for q in stretch.quotes if q.outer.start > quote.outer.start), None)
    if following is None or _CLAUSE_END.search(quote.span.of(stretch.text)) is None:
        return None
    if stretch.text[quote.outer.end : following.outer.start].strip() not in {",", "·"}:
        return None
    mark = _said(stretch, following, lexicon) or _listed(stretch, following, lexicon)
    if mark is None or mark.governor is None or mark.governor.row is None:
        return None
    return Mark(quote.span, quote.outer.end, MarkKind.SAID, mark.governor, quote)
