"""A place in the text → the matters that stand there, each by itself, as printed.

Cut off are the day and the people before a matter, the word that only holds it (방안, 문제) and
what says where a gathering takes place. Invariant: a name is no matter, nor is a word that says
nothing by itself (입장, 뜻).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.korean.morphemes import Token
from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Document
from haengbo.reading.events.lexicon import lexicon

_LEAST, _LONGEST = 2, 45
#: How far left of a phrase a date may begin (같은 해 9월).
_TIME = 12
_EDGE = " ,·‘’“”'`\"《》「」『』()"
_AND = re.compile(r"(?:(?<=[가-힣])(?:과|와) |(?<=[가-힣]), | 및 )")
_WITH = re.compile(r"(?:과|와|께|에게|이|가|은|는|을|를|의 요청으로)\s")
#: 양곤에서 열린 [총회], 회담이 끝난 뒤 [협정], “…”라고 [정책]: what stands before is no part.
_BEFORE = re.compile(
    r"\A.*(?:(?:에서|에|에는|일)\s(?:열리는|열린|열릴|진행되는|진행된|개최되는|개최된)"
    r"|(?:서명한|수표한|체결한|체결된|맺은|맺어진|조인한|조인된)"
    r"|[가-힣]는\s한|[가-힣]\s(?:다음|뒤|후|직후)|[”\"](?:이라고|라고|고|며|이라며|라며))\s"
)
#: (평양 1일발 가람통신) 국경절: what ends in a bracket that was opened before the matter.
_DATELINE = re.compile(r"\A[^(\[【]*[)\]】]\s?")
#: 창건 80주년, 정권수립 기념일: a day that is itself the matter.
_FEAST = re.compile(r"주년|돐|돌|절$")
#: 북이 지난 8일 [파병]: a subject before the day is not part of it.
_ACTS = {"JKS", "JX"}


@lru_cache(maxsize=4)
def _endings(
    knowledge: Knowledge,
) -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], frozenset[str]]:
    """Words that only hold a matter, words before it, words that are none, also with others."""
    words = lexicon(knowledge).words
    heads, leads = (
        "|".join(map(re.escape, sorted(words[key], key=len, reverse=True)))
        for key in ("topic-heads", "topic-leads")
    )
    empty = frozenset(word.replace(" ", "") for word in words["no-topics"])
    stances = frozenset(words["topic-stances"])
    ends, starts = re.compile(rf"(?<=\S) ?(?:{heads})$"), re.compile(rf"^(?:(?:{leads}) )+")
    return ends, starts, empty, stances


class Matters:
    """Reads the matters of places of one page."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._heads, self._leads, self._empty, self._stances = _endings(document.knowledge)

    def at(self, place: Span) -> Iterator[str]:
        """The matters of a phrase, each by itself, as printed.

        Example:
            ``9일 장관과 어업 협력과 세관 현대화 방안`` → ``어업 협력``, ``세관 현대화``.
        """
        kept = self._without_sides(self._after_day(place))
        text = _DATELINE.sub("", " ".join(kept.of(self._document.text).split()))
        text = _BEFORE.sub("", text)
        for part in self._parts(text.strip(_EDGE), kept):
            shown = self._leads.sub("", self._headless(part.strip(_EDGE), kept)).strip(_EDGE)
            if _LEAST <= len(shown) <= _LONGEST and not self._is_empty(shown, kept):
                yield shown

    def _headless(self, text: str, place: Span) -> str:
        """Without 방안, 문제 …, unless a clause describes just that (교역을 늘리는 방안)."""
        found = self._heads.search(text)
        if found is None:
            return text
        before = text[: found.start()].rstrip()
        described = any(before.endswith(t.form[-1:]) for t in self._tokens(place) if t.tag == "ETM")
        if described and found.group().startswith(" "):
            return text
        glued = not found.group().startswith(" ") and not before.endswith(("전쟁", "사태"))
        short = len(before.split()[-1]) < 3 if before else True  # noqa: PLR2004 - 중대문제
        if before.endswith(("적", "대한", "위한", "관한")) or (glued and short):
            return text
        return self._headless(before, place)

    def _tokens(self, place: Span) -> tuple[Token, ...]:
        sentence = self._document.sentence_at(place.start)
        return sentence.tokens_in(place) if sentence is not None else ()

    def _parts(self, text: str, place: Span) -> list[str]:
        """A list cut; what shares its first or last word (무역과 농업 협력) is one matter."""
        parts = _AND.split(text)
        if any(t.tag in {"ETM", "JKG"} for t in self._tokens(place)):
            return [text]
        shared = len(parts[0].split()) == 1 and len(parts[-1].split()) > 1
        return [text] if shared else parts

    def _after_day(self, place: Span) -> Span:
        """정보원이 지난 8일 [파병]: behind the last day that somebody acts on."""
        text, start = self._document.text, place.start
        near = Span(max(start - _TIME, 0), place.end)
        for time in self._document.times_in(near):
            if time.span.end <= start:
                continue
            if time.span.end >= place.end or _FEAST.search(time.span.of(text)):
                continue
            before = self._tokens(Span(place.start, max(place.start, time.span.start)))
            if time.span.start <= start or any(t.tag in _ACTS for t in before) or len(before) == 1:
                start = time.span.end
        return Span(start, place.end)

    def _without_sides(self, place: Span) -> Span:
        """Without whom it was done with or to: 장관과 [교역 확대]."""
        text, start = self._document.text, place.start
        for mention in self._document.mentions_in(place):
            after = text[mention.span.end : mention.span.end + 8]
            if mention.kind is ActorKind.PERSON and (found := _WITH.match(after)):
                start = max(start, mention.span.end + found.end())
        return Span(min(start, place.end), place.end)

    def _is_empty(self, shown: str, place: Span) -> bool:
        """A name, or a word that says nothing unless more stands before it."""
        if shown.replace(" ", "") in self._empty | self._stances:
            return True
        if shown.rsplit(maxsplit=1)[-1] in self._stances:
            return "에 대한 " not in shown and "의 " not in shown
        inside = self._document.mentions_in(place)
        return any(m.span.of(self._document.text) == shown or m.name == shown for m in inside)
