"""Predicates of a stretch, with the speech verb of the pack where they are one.

Comes in: tokens in order. Goes out: verbs in order. Invariant: a verb's span slices the article's
text; ``stem_end`` lies inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

import msgspec

from haengbo.knowledge.attribution import SpeechVerbRow
from haengbo.korean.predicates import Ending, Predicate, Voice
from haengbo.model.span import Span
from haengbo.reading.attribution.lexicon import Lexicon

_REPORTING_TAIL = re.compile(r"(?P<keep>[다자냐라])(?:고|며|면서|는)(?:도)?$")
_COPULA_TAIL = re.compile(r"(?:이)?라(?:고|며|면|면서|는)?(?:도)?$")


_COPULAS = {"이다", "아니다"}
#: 표명한다고, 촉구한다고; not 표명했다고.
_NOW = ("ᆫ다고", "는다고")


class VerbForm(StrEnum):
    """How a predicate ends."""

    FINAL = "final"
    QUOTATIVE = "quotative"
    CONNECTIVE = "connective"
    ADNOMINAL = "adnominal"
    REPORTED_ADNOMINAL = "reported-adnominal"
    NOMINAL = "nominal"


#: 의심하게, 말하게; not 북한에게.
_LETTING, _TO_WHOM = "게", "에게 "
#: -어지다, of which the analyser keeps 지.
_MADE_PASSIVE = "지"
_FORMS = {
    Ending.FINAL: VerbForm.FINAL,
    Ending.QUOTATIVE: VerbForm.QUOTATIVE,
    Ending.CONNECTIVE: VerbForm.CONNECTIVE,
    Ending.ADNOMINAL: VerbForm.ADNOMINAL,
    Ending.NOMINAL: VerbForm.NOMINAL,
    Ending.NONE: VerbForm.NOMINAL,
}


class Verb(msgspec.Struct, frozen=True):
    """A predicate.

    Attributes:
        span: From its first morpheme to the end of its ending.
        stem_end: Where the content stops when somebody said it: ``만났다|고``, ``처음|이라고``.
        lemma: Dictionary form, nouns with 하다 as one word (``강조하다``).
        form: How it ends.
        tail: The last ending as analysed.
        negated: Whether it is denied.
        past: Whether it is past.
        row: The speech verb of the pack, if it is one.
    """

    span: Span
    stem_end: int
    lemma: str
    form: VerbForm
    tail: str
    negated: bool
    past: bool
    row: SpeechVerbRow | None

    @property
    def is_copula(self) -> bool:
        """일이라고, 일이 아니라고; not 줄이라고, whose lemma ends alike."""
        return self.lemma in _COPULAS

    @property
    def says_now(self) -> bool:
        """중단한다고: somebody is told to do it now or soon, not 중단했다고."""
        return self.form is VerbForm.QUOTATIVE and self.tail in _NOW and not self.past


def find_verbs(text: str, found: Iterable[Predicate], lexicon: Lexicon) -> tuple[Verb, ...]:
    """Predicates with the speech verbs among them.

    Example:
        Outside the quotation ``그는 “간다”고 말했다고 통신이 전했다`` has 말하다 (quotative) and
        전하다 (final).
    """
    return tuple(_verb(text, predicate, lexicon) for predicate in found)


def _verb(text: str, found: Predicate, lexicon: Lexicon) -> Verb:
    form = _FORMS[found.ending]
    if form is VerbForm.ADNOMINAL and found.reported:
        form = VerbForm.REPORTED_ADNOMINAL
    return Verb(
        found.span,
        _stem_end(text, found) if found.reported else found.span.end,
        found.lemma,
        form,
        found.tail,
        found.negated,
        found.past,
        _speech_row(text, found, lexicon),
    )


def _speech_row(text: str, found: Predicate, lexicon: Lexicon) -> SpeechVerbRow | None:
    """The pack's row of a predicate with its object (선을 긋다) or 못 (못 박다), or alone.

    미국은 합의했다고 [알려졌다]: nobody says so, the analyser's 알리다 is made passive; nor does
    who lets others say so (성의를 [의심하게] 한다).
    """
    made_passive = found.voice is Voice.PASSIVE and _MADE_PASSIVE in found.endings
    if made_passive or _lets(text, found):
        return None
    row = lexicon.verbs.get(f"{found.object} {found.lemma}")
    if row is None and text.endswith("못 ", 0, found.span.start):
        row = lexicon.verbs.get(f"못 {found.lemma}")
    return row or lexicon.verbs.get(found.lemma)


def _lets(text: str, found: Predicate) -> bool:
    """성의를 [의심하게] [한다]: both halves say that somebody is made to."""
    if found.tail == _LETTING:
        return True
    before = text[max(found.span.start - len(_TO_WHOM), 0) : found.span.start]
    made_to = before.endswith(f"{_LETTING} ") and before != _TO_WHOM
    return found.lemma == "하다" and made_to


def _stem_end(text: str, found: Predicate) -> int:
    """Leave 고/며/면서/는 out of what is said, after a noun also 이라."""
    words = found.span.of(text)
    if found.lemma in _COPULAS:
        copula = _COPULA_TAIL.search(words)
        if copula is not None:
            return found.span.start + copula.start()
    tail = _REPORTING_TAIL.search(words)
    return found.span.end if tail is None else found.span.start + tail.end("keep")
