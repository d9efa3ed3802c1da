"""Scenes and chains → statements in the form of the reading.

Comes in: a scene with its utterances. Goes out: statements with form, span, speaker, addressee,
stance, chain, date and rule. Invariant: a quotation's span lies between its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from haengbo.model.reading import Form, Stance, Statement
from haengbo.model.span import Span
from haengbo.reading.attribution.addressees import Addressees
from haengbo.reading.attribution.chains import Chains
from haengbo.reading.attribution.contents import trim
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.phrases import Nature
from haengbo.reading.attribution.scenes import THUS, Scene
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.attribution.stances import stances_of
from haengbo.reading.attribution.stretches import MarkKind
from haengbo.reading.attribution.timing import Timing
from haengbo.reading.document import Document

_THUS = re.compile(rf"{THUS.pattern}\S+$")
_DIRECT, _DIRECT_CARRIED, _INDIRECT, _INDIRECT_CARRIED = 0.95, 0.85, 0.75, 0.6
#: 장관이 거절한다고 [한 것을] 언급하며: what points at words that stand before it.
_POINTED = re.compile(r"(?:말)?[한했]던?\s?(?:것|데|점)|밝[힌혔]던?\s?(?:것|데|점)")


class StatementMaker:
    """Makes the statements of one page."""

    def __init__(self, document: Document, lexicon: Lexicon, chains: Chains) -> None:
        self._document = document
        self._lexicon = lexicon
        self._chains = chains
        self._timing = Timing(document, lexicon)
        self._addressees = Addressees(document, lexicon)
        self._shown: list[tuple[Span, Mapping[str, str]]] = []

    def of_scene(self, scene: Scene) -> Iterator[Statement]:
        """Statements of one sentence, in order."""
        self._timing.see(scene, self._chains.carried_in(scene))
        yield from self._said_in(scene)
        self._shown.append((scene.parsed.sentence.span, self._timing.shown_in(scene)))

    def shown(self) -> tuple[tuple[Span, Mapping[str, str]], ...]:
        """Per sentence, who acts in it on which day; ask when all scenes are through."""
        return tuple(self._shown)

    def _said_in(self, scene: Scene) -> Iterator[Statement]:
        self._addressees.see(scene)
        for utterance in scene.utterances:
            if _POINTED.fullmatch(utterance.content.of(self._document.text).strip()):
                continue
            chain = self._chains.of(utterance, scene)
            date = self._timing.date_of(utterance, scene)
            addressee = self._addressees.of(utterance, scene)
            if not utterance.spoken:
                continue
            span = utterance.content
            if self._form(utterance) is Form.INDIRECT:
                span = trim(self._document, span, utterance.parsed.stretch.tokens, self._lexicon)
            if self._says_nothing(span, utterance):
                continue
            verb = utterance.layer.verb
            yield Statement(
                id="",
                speaker=utterance.voice.names,
                form=self._form(utterance),
                span=span,
                addressee=addressee,
                occasion=None,
                stance=self._stance(utterance, span),
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

    def _stance(self, utterance: Utterance, span: Span) -> tuple[Stance, ...]:
        """Analysts and media describe; they do not take sides."""
        voice = utterance.voice
        if voice.nature is Nature.MEDIUM or voice.expert:
            return ()
        return stances_of(self._document, span, utterance.layer.verb, voice.names, self._lexicon)

    def _form(self, utterance: Utterance) -> Form:
        mark = utterance.layer.mark
        if mark.quote is None and mark.kind is not MarkKind.ANSWER:
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


def numbered(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Statements in order of the text, numbered from ``s1``."""
    ordered = sorted(statements, key=lambda s: (s.span.start, s.span.end))
    return tuple(replace(s, id=f"s{number}") for number, s in enumerate(ordered, 1))
