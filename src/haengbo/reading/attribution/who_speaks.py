"""A layer of what is said, or a phrase → the voice whose words they are.

Comes in: the document, its lexicon, what is remembered of the sentences before (``Memory``) and
whose its texts are (``Issuers``); then layers and phrases of a parsed sentence. Goes out: a
``Voice``, or ``None`` where nobody in particular speaks. Invariant: who spoke last is only asked
here; ``voices`` remembers it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.attribution.closed import is_of_object
from haengbo.reading.attribution.descriptions import Descriptions
from haengbo.reading.attribution.issuers import Issuers
from haengbo.reading.attribution.layers import Layer
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.memory import Memory, says_also
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.phrases import Nature, Role, Subject
from haengbo.reading.attribution.speech import Voice
from haengbo.reading.attribution.strangers import strangers_before
from haengbo.reading.attribution.stretches import MarkKind
from haengbo.reading.document import Document

_CLEFT = re.compile(r"\s(?:것(?:이다|이었다|입니다)|겁니다)")
_JOINING = {"고", "며", "으며", "면서"}
_GENITIVE = re.compile("의 ")


class WhoSpeaks:
    """Finds whose words of one document are."""

    def __init__(
        self, document: Document, lexicon: Lexicon, memory: Memory, issuers: Issuers
    ) -> None:
        self._document = document
        self._lexicon = lexicon
        self._memory = memory
        self._descriptions = Descriptions(document, lexicon, memory)
        self._issuers = issuers
        self._experts = {
            m.name for m in document.mentions if m.title and lexicon.is_expert_title(m.title, m.of)
        }

    def of_layer(self, parsed: Parsed, layer: Layer) -> tuple[Voice | None, bool]:
        """Who speaks a layer, and whether that is carried on from a sentence before."""
        subject = layer.subject
        if layer.mark.kind is MarkKind.HELD:
            return (self.of_subject(subject) if subject else None), False
        if layer.mark.governor is None:
            named = self._genitive(parsed, layer)
            return (named, False) if named else (self._explains(parsed), True)
        if self._adds(parsed, layer, subject):
            return self.carried(parsed, layer), True
        if subject is not None and not self.is_inner_topic(parsed, layer, subject):
            return self.antecedent(parsed, subject) or self.of_subject(subject), False
        if self._is_nobodys(layer):
            return None, False
        told = self._told_by_outer(parsed, layer) or self._cited_by_outer(parsed, layer)
        return (told, False) if told is not None else (self.carried(parsed, layer), True)

    def _adds(self, parsed: Parsed, layer: Layer, subject: Subject | None) -> bool:
        """또 [대표가] 거절했다고 덧붙였다, after words of a court: the court adds it."""
        verb, memory = layer.mark.governor, self._memory
        if verb is None or verb.row is None or not verb.row.adds or layer.mark.quote is not None:
            return False
        if subject is not None and subject.role is not Role.SUBJECT:
            return False
        return memory.spoke and memory.block == parsed.sentence.block_index

    def _is_nobodys(self, layer: Layer) -> bool:
        """“…”라는 분석이 나온다: nobody in particular says so, least of all the last speaker."""
        row = self._lexicon.nouns.get(layer.mark.noun or "")
        return row is not None and not row.uttered and layer.mark.quote is not None

    def _is_in_text(self, layer: Layer) -> bool:
        """“…”는 구절이 들어갔다: no person goes on there."""
        row = self._lexicon.nouns.get(layer.mark.noun or "")
        return row is not None and row.part

    def antecedent(self, parsed: Parsed, subject: Subject) -> Voice | None:
        """한 관계자는 “…”고 했다. 그는 …: the pronoun is whoever the talk was of."""
        voice = self._memory.of_pronoun(parsed)
        if not subject.pronoun or subject.role is not Role.TOPIC or voice is None:
            return None
        return replace(voice, span=subject.span)

    def is_inner_topic(self, parsed: Parsed, layer: Layer, subject: Subject) -> bool:
        """또 러시아는 …다고 했다 after words of the president: the state is what he speaks of."""
        voice = self._memory.voice
        return (
            subject.state
            and parsed.goes_on
            and not layer.outer
            and layer.mark.quote is None
            and voice is not None
            and voice.nature is Nature.NAMED
            and not voice.state
        )

    def _told_by_outer(self, parsed: Parsed, layer: Layer) -> Voice | None:
        """“…교환”됐다며 …고 신문은 전했다: nobody but the medium speaks in a passive."""
        verb = layer.mark.governor
        passive = layer.mark.kind is MarkKind.LIGHT and verb is not None and verb.lemma == "되다"
        if not passive:
            return None
        for outer in layer.outer:
            if outer.subject is not None:
                return self.of_subject(outer.subject)
        text = next((c for c in parsed.cues if c.nature is Nature.DOCUMENT), None)
        if text is not None and text.document is not None:
            return self._of_text(text.document, text.span)
        return None

    def _cited_by_outer(self, parsed: Parsed, layer: Layer) -> Voice | None:
        """통신은 [대변인의 말을 인용해] “…”고 답했다고 전했다: the one cited answered so."""
        teller = layer.outer[0].subject if layer.outer else None
        if teller is None or teller.nature is not Nature.MEDIUM:
            return None
        cue = next((c for c in parsed.cues if c.kind == "citing" and c.names), None)
        if cue is None or cue.nature is Nature.MEDIUM:
            return None
        return Voice(cue.names, cue.nature, cue.span, "citing", person=True)

    def _explains(self, parsed: Parsed) -> Voice | None:
        """…적용된다는 설명이다, after words of somebody in the same paragraph: he goes on."""
        voice = self._memory.voice
        same_block = parsed.sentence.block_index == self._memory.block
        if voice is None or not same_block or not (self._memory.spoke or self._memory.viewed):
            return None
        return replace(voice, rule=f"carried:{voice.rule.removeprefix('carried:')}")

    def _genitive(self, parsed: Parsed, layer: Layer) -> Voice | None:
        """…는 것이 [한미 당국의] 설명이다."""
        low = layer.mark.end
        around = Span(low, max(low, min(low + 40, parsed.sentence.span.end)))
        describer = next(
            strangers_before(self._document, parsed.sentence, _GENITIVE, self._lexicon), None
        )
        for mention in self._document.mentions_in(around):
            if (
                self._document.text[mention.span.end : mention.span.end + 1] == "의"
                and not mention.weak
                # [베이징의 외교 소식통]의: where he is says only who he is
                and not (describer is not None and describer.span.contains(mention.span))
            ):
                if mention.kind is ActorKind.MEDIUM:
                    return None
                return Voice((mention.name,), Nature.NAMED, mention.span, "genitive")
        if describer is None:
            return None
        named = Voice(describer.names, Nature.UNNAMED, describer.span, "genitive")
        return self._descriptions.who(named, back=describer.back)

    def of_subject(self, subject: Subject) -> Voice | None:
        """The voice of a phrase: whoever it names, or whose the text is that it names."""
        if not subject.names and subject.document is None:
            return None
        if subject.document is not None:
            return self._of_text(subject.document, subject.span)
        rule = "circle" if subject.role is Role.CIRCLE else "subject"
        rule = "described" if subject.described else rule
        voice = Voice(
            subject.names,
            subject.nature,
            subject.span,
            rule,
            subject.expert or bool(self._experts.intersection(subject.names)),
            subject.state,
            subject.person,
        )
        return self._descriptions.who(voice, back=subject.back)

    def _of_text(self, noun: str, span: Span) -> Voice | None:
        authors, via = self._issuers.of(noun)
        if not authors:
            return None
        judges = all(name.endswith(self._lexicon.institutes) for name in authors)
        return Voice(authors, Nature.DOCUMENT, span, f"document:{noun}", expert=judges, via=via)

    def _says_more(self, parsed: Parsed, layer: Layer) -> bool:
        """…과제라고 밝혔습니다, in a paragraph that names nobody: whoever spoke above."""
        memory, verb = self._memory, layer.verb
        voice = memory.voice
        near = parsed.sentence.block_index - memory.block <= 1
        if voice is None or voice.nature is Nature.MEDIUM or not (memory.spoke and near):
            return False
        tells = verb is not None and verb.row is not None and verb.row.kind != "report"
        return tells and not parsed.subjects and not _has_topic(parsed, layer)

    def carried(self, parsed: Parsed, layer: Layer) -> Voice | None:
        """이어 “…”고 말했다: whoever spoke before, where the sentence may go on with him."""
        voice = self._memory.voice
        if voice is None or (voice.nature is not Nature.DOCUMENT and self._is_in_text(layer)):
            return None
        same_block = parsed.sentence.block_index == self._memory.block
        bare = layer.mark.quote is None and not self._adds(parsed, layer, None)
        strange = not same_block or (_has_topic(parsed, layer) and not _is_cleft(parsed, layer))
        strange = strange and not _goes_with_quote(parsed, layer)
        strange = strange and not self._says_more(parsed, layer)
        also = same_block and self._memory.spoke and says_also(self._document.text, layer)
        on = parsed.goes_on or also
        if bare and not on and strange and not self._memory.goes_on(parsed):
            return self._memory.asked_further(self._document.text, parsed, layer)
        voice = self._memory.asked_on(self._document.text, parsed, layer) or voice
        return replace(voice, rule=f"carried:{voice.rule.removeprefix('carried:')}")

    def cited(self, parsed: Parsed, layer: Layer, voice: Voice) -> Voice | None:
        """통신은 [당국자를 인용해] “…”라고 전했다: the one cited speaks, the medium relays.

        Of words without marks only somebody named is the speaker (대변인을 인용해 …라고 보도했다).
        """
        cue = next((c for c in parsed.cues if c.kind == "citing"), None)
        if cue is None or voice.nature is not Nature.MEDIUM or layer.outer or not cue.names:
            return None
        if layer.mark.quote is None and (
            cue.nature is not Nature.NAMED or layer.mark.kind is not MarkKind.BARE
        ):
            return None
        if cue.nature is Nature.MEDIUM:
            return Voice(cue.names, Nature.MEDIUM, cue.span, "citing")
        return Voice(cue.names, cue.nature, cue.span, "citing")

    def aired(self, parsed: Parsed, layer: Layer, voice: Voice) -> tuple[Voice, int] | None:
        """통신은 [외무성 성명을 내보내] “…”고 위협했다: whose text it is speaks.

        Returns:
            Who speaks, and where the words begin at the earliest.
        """
        verb, medium, mark = layer.verb, layer.subject, layer.mark
        if voice.nature is not Nature.MEDIUM or medium is None or verb is None or layer.outer:
            return None
        if mark.quote is None and (verb.row is None or verb.row.kind == "report"):
            return None
        end = mark.quote.outer.start if mark.quote else mark.end
        aired = self._issuers.aired_by(parsed, medium, end)
        author = self._of_text(aired[0], medium.span) if aired else None
        return (author, aired[1]) if author and aired else None

    def only_subject(self, parsed: Parsed) -> Voice | None:
        """The only one whom a sentence names as acting."""
        named = [s for s in parsed.subjects if s.nature is Nature.NAMED]
        named = [s for s in named if not is_of_object(parsed.stretch, s)]
        return self.of_subject(named[0]) if len(named) == 1 else None


def _has_topic(parsed: Parsed, layer: Layer) -> bool:
    """Whether the clause has a topic of its own that this package does not know."""
    return any(
        t.tag == "JX" and t.form in {"은", "는"} and t.span.start < layer.content.end
        for before, t in pairwise(parsed.stretch.tokens)
        # 추가 질문에는, 벗어나서는 안 된다: no topic
        if before.tag.startswith(("N", "XS", "S", "ETN"))
    )


def _is_cleft(parsed: Parsed, layer: Layer) -> bool:
    """…고 [지적한 것이다]: what the sentence before told of is said more fully."""
    verb, stretch = layer.verb, parsed.stretch
    return verb is not None and _CLEFT.match(stretch.text, verb.span.end) is not None


def _goes_with_quote(parsed: Parsed, layer: Layer) -> bool:
    """“…”라고 비판하고, [결의를 지키라고] 촉구했다: whoever said the first half."""
    return any(
        x.subject is None
        and x.mark.quote is not None
        and x.verb is not None
        and x.verb.tail in _JOINING
        and 0 <= layer.content.start - x.verb.span.end <= 1
        for x in parsed.layers
    )
