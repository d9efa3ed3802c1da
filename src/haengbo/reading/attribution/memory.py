"""Who spoke in the sentences before → who answers when the page goes on with what was asked.

Kept by the one who reads the sentences of a page in order, and changed only there. Invariant: what
it gives is a voice that the page has named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from msgspec.structs import replace

from haengbo.model.reading import Link
from haengbo.model.span import Span
from haengbo.reading.attribution.layers import Layer
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.speech import Voice
from haengbo.reading.attribution.stretches import MarkKind
from haengbo.reading.attribution.verbs import VerbForm

#: 제의설과 관련해서는 “…”: the next thing that somebody who speaks to the press is asked about.
_ASKED_ABOUT = re.compile(
    r"(?:에\s?대해(?:선|서는|서도)|데\s?대해(?:선|서는|서도)|(?:와|과)\s관련(?:해서는|해서도|해선)"
    r"|두고(?:는|도|서는)|(?:질문|물음|질의|지적|비판)에(?:는|도)?|묻자|(?:냐|지)는\s말에(?:는|도)?),?\s"
    r"(?:[^\s,“”]{1,12}\s)?$"
)
_ASKED_REACH = 24
_QUESTION = re.compile(r"(?:질문|물음|질의)에(?:는|도)\s")
_QUESTION_REACH = 60
_ALSO = "도 "
#: How the North ends a sentence that tells what was said.
_NORTHERN = "하였다"
_ASKED_BLOCKS = 3
#: What somebody shall do.
_WISHED = ("줄 것", "줄것")
#: A notice or an empty line of the page may stand between.
_SAME_BLOCKS = 2


@dataclass(slots=True)
class Memory:
    """What the sentences so far leave to those that follow.

    Attributes:
        voice: Whom the talk was of last.
        block: In which block.
        spoke: Whether somebody spoke in the last sentence.
        viewed: Whether the last sentence tells how the voice sees it (생각이 다르다).
        acted: Whether the sentence that named the voice tells what it did, not what it will do.
        speaker: The last person who spoke.
        speaker_block: In which block.
        described: Unnamed sources, as described.
        through: Last word of an unnamed source → through whom it spoke, and in which block.
        cited: The same for whom a medium cited, by the whole description.
    """

    voice: Voice | None = None
    block: int = -1
    spoke: bool = False
    viewed: bool = False
    acted: bool = True
    speaker: Voice | None = None
    speaker_block: int = -1
    described: list[Voice] = field(default_factory=list)
    through: dict[str, tuple[tuple[Link, ...], int]] = field(default_factory=dict)
    cited: dict[str, tuple[tuple[Link, ...], int]] = field(default_factory=dict)

    def answered(self, voice: Voice, block: int) -> None:
        """Whoever answers in an interview goes on below it (…는 질문에는 “…”고 했다)."""
        self.voice = self.speaker = voice
        self.block = self.speaker_block = block
        self.spoke = True

    def of_pronoun(self, parsed: Parsed) -> Voice | None:
        """Whom 그는 means: whoever the talk was of, past a sentence about states or offices."""
        voice, here = self.voice, parsed.sentence.block_index
        if voice is not None and (voice.person or voice.nature is Nature.UNNAMED):
            return voice if here - self.block <= 1 else None
        aside = voice is not None and here == self.block == self.speaker_block
        return self.speaker if aside else None

    def of_last(self, text: str, parsed: Parsed, layer: Layer, lexicon: Lexicon) -> Layer:
        """The layer without a subject of its own, where that belongs to what is said."""
        subject = layer.subject
        if subject is None or not self.speaks_of(text, parsed, subject, lexicon):
            return layer
        content = layer.content
        if _is_also(text, subject) and content.start >= subject.end:
            content = Span(parsed.stretch.region.start, content.end)
        behind = layer.mark.quote is None and 0 <= content.start - subject.end <= 1
        behind = behind or _is_wished(text, parsed, layer, subject)
        content = Span(subject.span.start, content.end) if behind else content
        return replace(layer, subject=None, content=content)

    def speaks_of(self, text: str, parsed: Parsed, subject: Subject, lexicon: Lexicon) -> bool:
        """이어 [안보리가] 이중잣대를 적용한다며 “…”고 했다: whom the last speaker speaks of."""
        first, voice = next(iter(parsed.layers), None), self.voice
        if first is not None and self._adds_also(text, parsed, first, subject):
            return True
        if first is not None and subject.state and self._said_also(text, first):
            return True
        if first is not None and self._wishes_on(text, parsed, first, subject):
            return True
        head = lexicon.same.match(text, parsed.stretch.region.start)
        if head is None or first is None or not self.spoke:
            return False
        if first.mark.quote is not None:
            return self._opens_words(parsed, subject, first.mark.quote.outer.start)
        own = next((v for v in parsed.stretch.verbs if v.span.start >= subject.end), None)
        joined = own is not None and own.row is None and own.form is VerbForm.CONNECTIVE
        # 이어 장관이 기자들과 만나 …고 했다: who acts may speak, unless another clause follows
        joined = joined and any(
            t.tag == "JKS" and own is not None and t.span.start >= own.span.end
            for t in parsed.stretch.tokens
        )
        opens = (subject.span.start - head.end() <= 1 and not subject.person) or joined
        near = parsed.sentence.block_index - self.block <= 1
        person = voice is not None and voice.person
        return subject.role is Role.SUBJECT and opens and near and person

    def _adds_also(self, text: str, parsed: Parsed, first: Layer, subject: Subject) -> bool:
        """총리는 …고 밝혔다. [대사관도] 문을 닫는다고 덧붙였다: no person adds it, but the last."""
        verb = first.verb
        adds = verb is not None and verb.row is not None and verb.row.adds
        also = first.mark.quote is None and not subject.person and _is_also(text, subject)
        return adds and also and self.spoke and self.block == parsed.sentence.block_index

    def _said_also(self, text: str, first: Layer) -> bool:
        """장관은 …고 말했다. [미국은 기회를 놓쳤다]고도 했다: the person said that as well."""
        voice = self.voice
        another = voice is not None and voice.nature is not Nature.MEDIUM and not voice.state
        return another and self.spoke and says_also(text, first)

    def _wishes_on(self, text: str, parsed: Parsed, first: Layer, subject: Subject) -> bool:
        """주석은 …고 했다. 또 [위원장이] 찾아 주기를 바란다고 했다: the last speaker wishes it."""
        voice, here = self.voice, self.block == parsed.sentence.block_index
        other = voice is not None and voice.person and voice.names != subject.names
        alone = subject.role is Role.SUBJECT and len(parsed.subjects) == 1
        on = parsed.goes_on and self.spoke and here
        return on and other and alone and _is_wished(text, parsed, first, subject)

    def _opens_words(self, parsed: Parsed, subject: Subject, start: int) -> bool:
        """그러면서 [안보리가] “유령집단”이라고 했다: who stands beside the words is spoken of."""
        near = parsed.sentence.block_index - self.block <= _SAME_BLOCKS
        other = self.voice is not None and self.voice.names != subject.names
        beside = subject.role is Role.SUBJECT and 0 <= start - subject.end <= 1
        return beside and near and other and not subject.person

    def goes_on(self, parsed: Parsed) -> bool:
        """…하고 있다며 이런 성과는 결실이라고 말했다, after words of somebody: his as well.

        So is every sentence of a speech as the North reports it: …되고있다고 말하였다.
        """
        near = parsed.sentence.block_index - self.block <= 1
        if not (self.spoke and near) or parsed.subjects:
            return False
        bare = [x for x in parsed.layers if x.mark.quote is None]
        carriers = (x.mark.carrier for x in bare)
        text = parsed.stretch.text
        northern = any(
            x.verb is not None and x.verb.span.of(text).endswith(_NORTHERN) for x in bare
        )
        return northern or any(c is not None and c.tail.endswith(("며", "면서")) for c in carriers)

    def asked_on(self, text: str, parsed: Parsed, layer: Layer) -> Voice | None:
        """장관은 7일 방중할 계획이다. 제의설과 관련해서는 “…”고 했다: whoever spoke before it."""
        if self.spoke or self.acted or self.speaker is None or layer.mark.quote is None:
            return None
        start = layer.mark.quote.outer.start
        low = max(parsed.stretch.region.start, start - _ASKED_REACH)
        asked = _ASKED_ABOUT.search(text[low:start])
        near = parsed.sentence.block_index - self.speaker_block <= _ASKED_BLOCKS
        return self.speaker if asked and near else None

    def asked_further(self, text: str, parsed: Parsed, layer: Layer) -> Voice | None:
        """하지만 추가 질문에는 할 말이 없다고 했다: whoever spoke before answers that too."""
        speaker, start = self.speaker, parsed.stretch.region.start
        near = parsed.sentence.block_index - self.speaker_block <= 1
        head = text[start : min(layer.content.end, start + _QUESTION_REACH)]
        if speaker is None or not near or _QUESTION.search(head) is None:
            return None
        return replace(speaker, rule=f"carried:{speaker.rule.removeprefix('carried:')}")


def says_also(text: str, layer: Layer) -> bool:
    """…나갈 수 있다[고도] 했다: something more by the one who spoke, in a clause of its own."""
    near = layer.mark.quote is None and layer.mark.kind is MarkKind.BARE
    return near and text.startswith(_ALSO, layer.mark.end)


def _is_also(text: str, subject: Subject) -> bool:
    """대사관[도]: besides what was told of before."""
    return text[subject.span.end : subject.end].endswith("도")


def _is_wished(text: str, parsed: Parsed, first: Layer, subject: Subject) -> bool:
    """또 [위원장이 찾아 주기를] 바란다고, [와 줄 것을] 요청했다: of whom it is wished.

    The only one with 이/가 does what is wished, so that who wishes it goes on from before.
    """
    carrier, end = first.mark.carrier, first.mark.content.end
    if first.mark.quote is not None or carrier is None:
        return False
    low, high = subject.end, carrier.span.start
    tokens = [t for t in parsed.stretch.tokens if low <= t.span.start < high]
    made_noun = any(a.form == "기" and b.tag == "JKO" for a, b in pairwise(tokens))
    return made_noun or text[:end].endswith(_WISHED)
