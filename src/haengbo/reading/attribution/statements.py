"""Scenes and chains → statements in the form of the reading.

Comes in: a scene with its utterances. Goes out: statements with form, span, speaker, addressee,
stance, chain, date and rule. Invariant: a quotation's span lies between its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from haengbo.model.reading import ActorKind, Form, Statement
from haengbo.model.span import Span
from haengbo.reading.attribution.chains import Chains
from haengbo.reading.attribution.contents import trim
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.phrases import Nature
from haengbo.reading.attribution.scenes import Scene
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.attribution.stances import stances_of
from haengbo.reading.attribution.timing import Timing
from haengbo.reading.document import Document

_THUS = re.compile(r"(?:이같이|이와 같이|이렇게)\s\S+$")
_DIRECT, _DIRECT_CARRIED, _INDIRECT, _INDIRECT_CARRIED = 0.95, 0.85, 0.75, 0.6


class StatementMaker:
    """Makes the statements of one page."""

    def __init__(self, document: Document, lexicon: Lexicon, chains: Chains) -> None:
        self._document = document
        self._lexicon = lexicon
        self._chains = chains
        self._timing = Timing(document)

    def of_scene(self, scene: Scene) -> Iterator[Statement]:
        """Statements of one sentence, in order."""
        self._timing.see(scene, self._chains.carried_in(scene))
        for utterance in scene.utterances:
            chain = self._chains.of(utterance, scene)
            date = self._timing.date_of(utterance, scene)
            if not utterance.spoken:
                continue
            span = utterance.content
            if utterance.layer.mark.quote is None:
                span = trim(self._document, span, utterance.parsed.stretch.tokens, self._lexicon)
            if self._says_nothing(span, utterance):
                continue
            verb = utterance.layer.verb
            yield Statement(
                id="",
                speaker=utterance.voice.names,
                form=self._form(utterance),
                span=span,
                addressee=self._addressee(utterance),
                occasion=None,
                stance=stances_of(self._document, span, verb, utterance.voice.names, self._lexicon),
                chain=chain,
                date=date,
                rule=self._rule(utterance),
                confidence=self._confidence(utterance),
                cue=verb.span if verb else None,
            )

    def _says_nothing(self, span: Span, utterance: Utterance) -> bool:
        """국정원이 이같이 밝혔다고 했다: the words stand elsewhere."""
        words = span.of(self._document.text)
        bare = utterance.layer.mark.quote is None
        return not words.strip() or (bare and _THUS.search(words) is not None)

    def _form(self, utterance: Utterance) -> Form:
        if utterance.layer.mark.quote is None:
            return Form.INDIRECT
        voice = utterance.voice
        issued = voice.nature in (Nature.MEDIUM, Nature.DOCUMENT) or voice.state
        return Form.DOCUMENT if issued else Form.DIRECT

    def _rule(self, utterance: Utterance) -> str:
        verb = utterance.layer.verb
        lemma = verb.lemma if verb else utterance.layer.mark.noun or "-"
        return f"{utterance.layer.mark.kind}:{lemma}+{utterance.voice.rule}"

    def _confidence(self, utterance: Utterance) -> float:
        if utterance.layer.mark.quote is not None:
            return _DIRECT_CARRIED if utterance.carried else _DIRECT
        return _INDIRECT_CARRIED if utterance.carried else _INDIRECT

    def _addressee(self, utterance: Utterance) -> tuple[str, ...]:
        """푸틴 대통령에게, 김정은동지께: whom the clause names with 에게."""
        sentence = utterance.parsed.sentence
        verb = utterance.layer.verb
        if verb is None:
            return ()
        low = utterance.voice.span.end if not utterance.carried else sentence.span.start
        names = []
        for mention in self._document.mentions_in(sentence.span):
            outside = sentence.quote_at(mention.span.start) is None
            after = self._document.text[mention.span.end : mention.span.end + 3]
            told = after.startswith(("에게", "께 ")) and mention.kind is not ActorKind.MEDIUM
            if outside and told and low <= mention.span.start < verb.span.start:
                names.append(mention.name)
        return tuple(n for n in dict.fromkeys(names) if n not in utterance.voice.names)


def numbered(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements in order of the text, numbered from ``s1``."""
    ordered = sorted(statements, key=lambda s: (s.span.start, s.span.end))
    return tuple(replace(s, id=f"s{number}") for number, s in enumerate(ordered, 1))
