"""A sentence seen without its quotations, and the places in it where something said ends.

Frozen records shared by the modules that find such places and those that bind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from haengbo.korean.morphemes import Token
from haengbo.korean.quotes import Quote
from haengbo.model.span import Span
from haengbo.reading.attribution.verbs import Verb, VerbForm


class MarkKind(StrEnum):
    """How what was said is bound to the rest of the sentence."""

    SAID = "said"
    LIGHT = "light"
    OPEN = "open"
    NOUN = "noun"
    OBJECT = "object"
    BARE = "bare"
    ANSWER = "answer"
    HELD = "held"


class Mark(msgspec.Struct, frozen=True):
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


#: 인정한 바 있다, 못 박은 터였다, 보도했을 뿐, 못 박은 것이다: the saying is told, not only a noun
#: described.
_STILL_SAYS = re.compile(
    r"\s?(?:(?:바|적|것으로|반면|가운데|와중에|상황에서)[\s,]|데\s(?:비해|반해)\s|(?:터|상태)(?:다|였|이|입니다)|뿐(?!이라)"
    r"|(?:것(?:이다|이었다|입니다)|겁니다)\.?\s?$)"
)
#: …고 밝힌 데 대해: others respond to it, so that the clause has a speaker of its own.
RESPONSE = re.compile(
    r"\s?(?:데|것)에?\s?(?:대해|대하여|대한|반발|맞서|관해)|\s것(?:과|을)\s(?:관련|두고)"
)
#: 발사에 대해서는, 제의와 관련해.
#: 대화를 통해 [풀어야 한다], 평화를 위해 [나서겠다]: no act either.
_ABOUT = re.compile(
    r"(?:에|와|과)\s(?:대해|대하여|관해|관하여|관련해|관련하여)[가-힣]{0,3}$"
    r"|[을를]\s(?:통|위|향)(?:해|하여)(?:서)?$"
)
_PARTICLE = 2
#: Whose clause it is stands last before the words, or before what they are about.
_NAMED_LAST = 2
#: Endings of a verb that says how: 잘라, 힘주어, 되풀이해.
_MANNER = ("아", "어", "여", "해", "워")
#: Endings of a clause that is asked: 이어질지, 오는지, 간지.
_OPEN = {"ᆯ지", "을지", "는지", "ᆫ지", "은지", "던지"}


def marks_subject(token: Token) -> bool:
    """Whether a particle marks a subject or a topic: 이, 가, 은, 는."""
    return token.tag == "JKS" or (token.tag == "JX" and token.form in {"은", "는"})


def _is_adverb(verb: Verb) -> bool:
    """강하게, 짧게: how something is said."""
    return verb.row is None and verb.form is VerbForm.CONNECTIVE and verb.tail == "게"


def _is_asked(verb: Verb) -> bool:
    """“…”면서도 이것이 [이어질지는] 모른다고 했다: what is open, not who does anything."""
    return verb.tail in _OPEN


#: Endings of a clause under which another holds: 필요하다면, 열리더라도.
_CONDITIONS = ("면", "더라도", "라도", "ᆯ지라도")


def is_condition(verb: Verb) -> bool:
    """“…”며 상대가 [도발하면] 대응하겠다고 했다: part of what is said next."""
    supposed = verb.form is VerbForm.CONNECTIVE and verb.tail.endswith(_CONDITIONS)
    return supposed and verb.row is None


#: 뗀 뒤, 그은 다음, 말한 데 이어: behind a verb, when the next words were said.
_THEN = re.compile(r"\s(?:뒤|다음|후|직후|데 이어)(?:에|에는)?,?(?=\s)")


#: Morphemes of a name with its titles.
_OF_NAME = ("NN", "XSN", "XPN", "SN", "SL", "SH", "SS", "SP", "MM")
#: 밝힐 [것으로] 보인다: nobody has said so yet.
_TO_COME = {"ᆯ", "을"}
_RECKONED = re.compile(r"\s?것으로\s")
#: Particles of whom others act upon or speak of: 위원장을, 위원장에게, 위원장의.
_CASES = {"JKO", "JKB", "JKG"}


class Stretch(msgspec.Struct, frozen=True):
    """A sentence, or the inside of a quotation, seen without its quotations.

    Attributes:
        text: The article's text.
        region: What is looked at.
        tokens: Tokens in the region outside quotations.
        all_tokens: Those inside quotations too.
        quotes: Outermost quotations of the region.
        verbs: Predicates outside quotations, copulas on a quotation (“…”이라며) left out.
        texts: Nouns of documents in the region (보고서).
        people: Names of persons in the region.
    """

    text: str
    region: Span
    tokens: tuple[Token, ...]
    all_tokens: tuple[Token, ...]
    quotes: tuple[Quote, ...]
    verbs: tuple[Verb, ...]
    texts: tuple[Span, ...] = ()
    people: tuple[Span, ...] = ()

    def governor_after(self, position: int) -> Verb | None:
        """The first predicate from ``position`` on that does not only modify a noun."""
        able = (
            v
            for v in self._after(position)
            if not (
                self.modifies(v)
                or _is_adverb(v)
                or _is_asked(v)
                or is_condition(v)
                or self._is_manner(v)
                or self.is_about(v)
            )
        )
        return next(able, None)

    def is_about(self, verb: Verb) -> bool:
        """“…”며 발사에 [대해서는] “…”고 말했다: no act but what it is said about, or by."""
        start = max(verb.span.start - _PARTICLE, self.region.start)
        return _ABOUT.search(self.text[start : verb.span.end]) is not None

    def _is_manner(self, verb: Verb) -> bool:
        """[잘라] 말했다, [되풀이해] 강조했다: how it is said, right before the saying."""
        if verb.row is not None or verb.form is not VerbForm.CONNECTIVE:
            return False
        if not verb.tail.endswith(_MANNER):
            return False
        after = next(self._after(verb.span.end), None)
        beside = after is not None and not self.text[verb.span.end : after.span.start].strip()
        return beside and after is not None and after.row is not None

    def shared_governor(self, position: int) -> Verb | None:
        """The governor of what ends in -며: past clauses that hang on the same verb themselves.

        Example:
            In ``“고맙다”며 또 온다고 말했다`` the quotation hangs on 말하다, not on 오다; in
            ``대사는 “싫다”며 나갔다고 통신이 전했다`` on 나가다, for another one tells it.
        """
        governor = self._past_first_part(self.governor_after(position), position)
        while governor and governor.form is VerbForm.QUOTATIVE and self._is_wanted(governor):
            governor = self.governor_after(governor.span.end)
        while governor and self._is_foreseen(governor):
            governor = self.governor_after(governor.span.end)
        while governor and governor.row is None and governor.form is VerbForm.QUOTATIVE:
            following = self.governor_after(governor.span.end)
            if governor.past and self._is_told_by_another(governor, following, position):
                return governor
            governor = following
        return governor

    def responded_to(self, position: int) -> Verb | None:
        """장관이 “…”며 사과를 [촉구한] 데 대해: what goes on in -며 is of the same clause.

        Others respond to that clause, and it has an 이/가 of its own, before the words.
        """
        able = (v for v in self._after(position) if not (_is_adverb(v) or self.is_about(v)))
        verb = next((v for v in able if not self._is_manner(v)), None)
        if verb is None or verb.form is not VerbForm.ADNOMINAL:
            return None
        if RESPONSE.match(self.text, verb.span.end, self.region.end) is None:
            return None
        named = [t for t in self._between(self.region.start, position) if marks_subject(t)]
        own = bool(named) and any(t.tag == "JKS" for t in named[-_NAMED_LAST:])
        other = any(marks_subject(t) for t in self._between(position, verb.span.start))
        return verb if own and not other else None

    def _past_first_part(self, governor: Verb | None, position: int) -> Verb | None:
        """“…”라며 왕래를 [늘리고] 협력을 깊게 하자고 제안했다: part of what is said next."""
        last = governor
        while last and last.row is None and last.form is VerbForm.CONNECTIVE and not last.past:
            last = self.governor_after(last.span.end)
        if governor is None or last is None or last.form is not VerbForm.QUOTATIVE:
            return governor
        if last.row is not None and not self._is_wanted(last):
            return governor
        topics = (t for t in self._between(position, last.span.start) if t.tag == "JX")
        return last if not any(t.form in {"은", "는"} for t in topics) else governor

    def _is_foreseen(self, verb: Verb) -> bool:
        """…이라며 길이 [열릴] 것으로 낙관한다고 밝혔다: what is looked for says nothing."""
        if verb.row is not None or verb.form is not VerbForm.ADNOMINAL:
            return False
        after = self.governor_after(verb.span.end)
        return after is not None and after.row is not None

    @staticmethod
    def _is_wanted(verb: Verb) -> bool:
        """“…”며 입장을 [확인하라고] 지시했다: what shall be done says nothing yet."""
        wanted = verb.tail.endswith(("라고", "자고")) and not verb.tail.endswith(("다고", "이라고"))
        return verb.row is not None and wanted and not verb.past and not verb.is_copula

    def _is_told_by_another(self, verb: Verb, teller: Verb | None, position: int) -> bool:
        """Whether the clause of the first verb has its own subject, and the telling another."""
        if teller is None:
            return False
        if any(marks_subject(t) for t in self._between(verb.span.end, teller.span.start)):
            return True
        before = self._between(self.region.start, position)
        named = [t for t in before if marks_subject(t)]
        own = len(named) > 1 and named[-1].tag == "JKS" and named[0].tag == "JX"
        return own and not any(named[-1].span.end <= v.span.start < position for v in self.verbs)

    def _between(self, start: int, end: int) -> list[Token]:
        return [t for t in self.tokens if start <= t.span.start < end]

    def _after(self, position: int) -> Iterator[Verb]:
        return (v for v in self.verbs if v.span.start >= position)

    def modifies(self, verb: Verb) -> bool:
        """Whether a predicate only modifies a noun; 인정한 바 있다, 못 박은 터다 do not."""
        if verb.form not in (VerbForm.ADNOMINAL, VerbForm.REPORTED_ADNOMINAL, VerbForm.NOMINAL):
            return False
        if verb.tail in _TO_COME and _RECKONED.match(self.text, verb.span.end, self.region.end):
            return True
        return _STILL_SAYS.match(self.text, verb.span.end, self.region.end) is None

    def has_subject(self, low: int, high: int) -> bool:
        """Whether somebody with 이/가 stands there."""
        return any(t.tag == "JKS" and low <= t.span.start < high for t in self.tokens)

    def described_person(self, verb: Verb) -> bool:
        """…고 [밝힌 김 위원장]은, …고 [밝힌 북한]을: whether a predicate describes somebody."""
        person = next((p for p in self.people if p.start >= verb.span.end), None)
        if verb.form is not VerbForm.ADNOMINAL or person is None:
            return False
        behind = (t for t in self.tokens if t.span.start >= verb.span.end)
        first = next((t for t in behind if not t.tag.startswith(_OF_NAME)), None)
        in_case = first is not None and (marks_subject(first) or first.tag in _CASES)
        return first is not None and first.span.start >= person.end and in_case

    def then(self, position: int) -> int | None:
        """Behind 뒤, 다음, 데 이어 that stand at a position right after a verb."""
        match = _THEN.match(self.text, position, self.region.end)
        return match.end() if match is not None else None

    def said_first(self, position: int) -> Verb | None:
        """“…”라고 [운을 뗀] 뒤 …: the verb of a clause that is over before more is said."""
        able = (v for v in self._after(position) if not (_is_adverb(v) or self._is_manner(v)))
        verb = next(able, None)
        if verb is None or verb.form is not VerbForm.ADNOMINAL or self.then(verb.span.end) is None:
            return None
        own = any(marks_subject(t) for t in self._between(position, verb.span.start))
        return None if own else verb

    def inside(self, span: Span) -> tuple[Token, ...]:
        """All tokens that begin in ``span``."""
        return tuple(t for t in self.all_tokens if span.start <= t.span.start < span.end)
