"""A remark that something was left out → who is silent about it.

Comes in: the remark's sentence with who has the floor in it. Goes out: a name, or the text that is
silent as the page calls it. Invariant: of what is missing from a text the text is silent; of what
somebody does not say whoever acts there is, or whoever was spoken of last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from haengbo.korean.particles import attach
from haengbo.model.reading import ActorKind, Mention
from haengbo.model.span import Span
from haengbo.reading.attribution import Attributions, Floor
from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.speech import Voice
from haengbo.reading.attribution.subjects import joined
from haengbo.reading.attribution.verbs import VerbForm
from haengbo.reading.document import Document, Sentence
from haengbo.reading.wording.phrase import noun_phrase

_THIS = re.compile(r"^(?:이번|이날|같은|해당|그|이|공개된|발표된) ")
#: 북한 매체는: its media, not the state.
_ITS_MEDIA = re.compile(r"\s(?:관영\s|국영\s|주요\s)?(?:매체|언론|방송)(?:들)?")
#: What media make: their report is they themselves.
_REPORT = re.compile(r"(?:보도|기사|뉴스|지면|방송)$")
_OF = re.compile(r"(?:의\s|\s)?(?:관련\s|이날\s)?")
_IN_MEDIUM = re.compile(r"(?:에|에는|에서|에서는|에도)\s")
#: 북한의 반응은 없었다: whose it would have been.
_OWN_ANSWER = re.compile(
    r"(?:\s?측|\s?당국|\s?정부)?의\s(?:[가-힣]{1,6}(?:인|한|적)\s)?"
    r"(?:답|대답|답변|반응|응답|호응|회신|회답|답신|입장|논평|해명|언급|설명)$"
)
_PARTICLE = re.compile(r"(?:을|를|은|는|이|가|에|의)(?![가-힣])")
#: 두 나라 모두 …: together they keep silent.
_TOGETHER = re.compile(r"(?:은|는)?\s모두\s")
#: 이번에는, 아직까지는: when, not who.
_WHEN = re.compile(
    r"(?:이번|당시|현재|지금|이전|최근|앞서|이날|아직|그동안|(?:까|부)[지터])(?:에)?$"
)
#: 특사라는 사실, 다녀갔다는 점: a clause of its own.
_FACT = re.compile(r"[다라]는 (?:사실|점|것|얘기|이야기|말)")
_ABOVE = 400


@dataclass(frozen=True, slots=True)
class Remark:
    """Where a page says that something was left out.

    Attributes:
        sentence: Its sentence.
        what: What was left out.
        cue: Where it says so.
        missing: Whether it is said to be missing (없었다), not to be left out by somebody.
        passive: Whether it says that nobody in particular told it (공개되지 않았다).
    """

    sentence: Sentence
    what: Span
    cue: Span
    missing: bool
    passive: bool


class Silence:
    """Who is silent on one page.

    Args:
        document: The page.
        attributions: Who has the floor in its sentences.
        texts: Nouns of texts where something may be missing, before their particle.
    """

    def __init__(
        self, document: Document, attributions: Attributions, texts: re.Pattern[str]
    ) -> None:
        self._document = document
        self._attributions = attributions
        self._texts = texts
        self._last: tuple[int, str | None] = (-2, None)

    def of(self, remark: Remark) -> str | None:
        """Who is silent, or ``None`` where the page does not say."""
        floor = self._attributions.floor_of(remark.sentence)
        by = self._found(remark, floor) if floor is not None else None
        self._last = (remark.sentence.index, by)
        return by

    def _found(self, remark: Remark, floor: Floor) -> str | None:
        lacks = remark.missing or remark.passive
        named = (self._of_text(remark, floor) or self._of_answer(remark)) if lacks else None
        if named is not None:
            return named
        if (described := self._described(remark, floor)) is not None:
            return described
        subject = floor.actor(remark.cue, (self._content(remark),))
        together = self._together(remark, subject)
        if together is not None:
            return together
        if subject is not None and subject.role is not Role.CIRCLE and self._may(remark, subject):
            return self._called(subject, floor, remark.sentence)
        return self._of_topic(remark, floor) or self._on(remark, floor)

    def _described(self, remark: Remark, floor: Floor) -> str | None:
        """대변인은 이 일을 [언급한 적이 없는 안보리를] 비난했다: of whom the silence is told."""
        text, end = self._document.text, remark.cue.end
        verb = next((v for v in floor.parsed.stretch.verbs if v.span.end >= end), None)
        if verb is None or verb.form is not VerbForm.ADNOMINAL:
            return None
        behind = Span(verb.span.end, remark.sentence.span.end)
        mention = next((m for m in self._document.mentions_in(behind) if not m.weak), None)
        if mention is None or mention.span.start - verb.span.end > 1:
            return None
        return mention.name if _PARTICLE.match(text, mention.span.end) else None

    def _content(self, remark: Remark) -> Span:
        """[대표가 특사라는 사실]을: what was left out, with whoever acts in it right before it."""
        text, what = self._document.text, remark.what
        if _FACT.search(what.of(text)) is None:
            return what
        before = Span(remark.sentence.span.start, what.start)
        last = max(self._document.mentions_in(before), key=lambda m: m.span.end, default=None)
        acts = last is not None and text[last.span.end : what.start] in {"이 ", "가 "}
        return Span(last.span.start, what.end) if last is not None and acts else what

    @staticmethod
    def _may(remark: Remark, subject: Subject) -> bool:
        """대표단의 규모는 [통신이 보도한 대로] 공개되지 않았다: nobody who acts leaves it out."""
        return not remark.passive or subject.nature is Nature.DOCUMENT

    def _together(self, remark: Remark, before: Subject | None) -> str | None:
        """추가 합의가 있었는지는 [두 나라] 모두 밝히지 않았다; not whoever acted before it."""
        start = before.end if before is not None else remark.sentence.span.start
        text, mentions = self._document.text, self._document.mentions_in(remark.sentence.span)
        named = [
            other
            for i, m in enumerate(mentions)
            if start <= m.span.start < remark.cue.end and _TOGETHER.match(text, m.span.end)
            for other in joined(text, mentions, i)
        ]
        return _joined(tuple(dict.fromkeys(m.name for m in named))) if named else None

    def _of_topic(self, remark: Remark, floor: Floor) -> str | None:
        """북한 보도는 …: a text that only remarks speak of."""
        places = self._places(remark)
        topic = places and self._document.text.startswith(("은 ", "는 "), places[-1].end)
        return self._text(places[-1], floor, remark.sentence) if topic else None

    def _on(self, remark: Remark, floor: Floor) -> str | None:
        """Whoever was spoken of last, unless the sentence has a topic that nobody knows."""
        if remark.passive or self._strange(remark):
            return None
        index, by = self._last
        if index == remark.sentence.index - 1:
            return by
        voice = floor.before
        if not floor.spoke and voice is not None and voice.nature is not Nature.MEDIUM:
            # 대사가 그들을 배웅했다고 신문은 전했다. 목적은 …: who tells it, not who saw them off
            chain = self._attributions.chain_of(remark.sentence.span)
            return chain[-1].name if chain else self._voice(voice)
        return self._voice(voice)

    def _strange(self, remark: Remark) -> bool:
        """서울은 아직 답을 내놓지 않고 있다: somebody whom no table knows."""
        text = self._document.text
        return any(
            token.tag == "JX"
            and token.form in {"은", "는"}
            and before.tag.startswith(("N", "XSN", "JKB", "SL"))
            and token.span.end <= remark.cue.start
            and not remark.what.contains(token.span)
            and not _WHEN.search(text[max(token.span.start - 8, 0) : token.span.start])
            for before, token in pairwise(remark.sentence.tokens)
            if remark.sentence.quote_at(token.span.start) is None
        )

    def _called(self, subject: Subject, floor: Floor, sentence: Sentence) -> str | None:
        if subject.nature is Nature.DOCUMENT:
            return self._text(subject.span, floor, sentence)
        return self._voice(floor.voices.get(subject.span.start)) or self._voice(floor.before)

    def _voice(self, voice: Voice | None) -> str | None:
        """북한 매체는, 북한과 러시아는; 담화는 of a text that was spoken of before."""
        if voice is None:
            return None
        name = _joined(voice.names)
        if voice.nature is Nature.DOCUMENT:
            return _owned(voice.names, voice.rule.rpartition(":")[2])
        media = _ITS_MEDIA.match(self._document.text, voice.span.end)
        return f"{name}{media.group()}" if media and voice.state else name

    def _places(self, remark: Remark) -> list[Span]:
        """Nouns of texts outside what was left out."""
        text, start = self._document.text, remark.sentence.span.start
        spans = (Span(*m.span()) for m in self._texts.finditer(text, start, remark.cue.end))
        return [
            span
            for span in spans
            if not remark.what.contains(span) and remark.sentence.quote_at(span.start) is None
        ]

    def _of_text(self, remark: Remark, floor: Floor) -> str | None:
        """공동성명에는 …, 통신의 보도에서는 …: the text named last before it is missed."""
        text, start = self._document.text, remark.sentence.span.start
        if places := self._places(remark):
            return self._text(places[-1], floor, remark.sentence)
        media = [
            m
            for m in self._document.mentions_in(Span(start, remark.cue.end))
            if m.kind is ActorKind.MEDIUM and _IN_MEDIUM.match(text, m.span.end)
        ]
        return media[-1].name if media else None

    def _text(self, noun: Span, floor: Floor, sentence: Sentence) -> str:
        """A text as the page calls it, with whose it is where that was told before."""
        text = self._document.text
        phrase = noun_phrase(self._document, sentence, noun.end) or noun
        over = [v.span.end for v in floor.parsed.stretch.verbs if phrase.contains(v.span)]
        named = [m for m in self._document.mentions_in(phrase) if not m.weak]
        report = _REPORT.search(noun.of(text)) is not None
        if report and (medium := self._medium(noun, named)) is not None:
            return medium
        if named:
            return _THIS.sub("", phrase.of(text))
        short = Span(max(over), phrase.end).of(text).strip() if over else phrase.of(text)
        words = _THIS.sub("", short)
        issuers = next((a for k, a in floor.issuers.items() if noun.of(text).endswith(k)), ())
        return _owned(issuers, words) if words in noun.of(text) else words

    def _medium(self, noun: Span, named: list[Mention]) -> str | None:
        """노동신문 보도에는, 통신의 보도에는, 보도에는: whose report it is."""
        text = self._document.text
        if named:
            last = named[-1]
            own = last.kind is ActorKind.MEDIUM and _OF.fullmatch(text, last.span.end, noun.start)
            return last.name if own else None
        if text[noun.end : noun.end + 1] not in {"에", "는"}:
            return None
        above = Span(max(noun.start - _ABOVE, 0), noun.start)
        media = [
            m.name
            for m in self._document.mentions_in(above)
            if m.kind is ActorKind.MEDIUM and not m.weak
        ]
        # 통신 보도에는: no broadcaster's
        kind = text[: noun.start].rstrip().rpartition(" ")[2].rpartition("\n")[2]
        media = [name for name in media if kind and name.endswith(kind)] or media
        return media[-1] if media else None

    def _of_answer(self, remark: Remark) -> str | None:
        """북한의 반응은 아직 나오지 않았다: whose answer is missing."""
        text = self._document.text
        for mention in self._document.mentions_in(remark.what):
            if not mention.weak and _OWN_ANSWER.fullmatch(text, mention.span.end, remark.what.end):
                return mention.name
        return None


def _owned(issuers: tuple[str, ...], noun: str) -> str:
    """외무성 담화; 북한과 러시아의 공보문."""
    of = "의 " if len(issuers) > 1 else " "
    return f"{_joined(issuers)}{of}{noun}" if issuers else noun


def _joined(names: tuple[str, ...]) -> str:
    """북한과 러시아; 북한, 중국과 러시아."""
    *others, last = names
    return f"{attach(', '.join(others), '과/와')} {last}" if others else last
