"""Utterances in order → the day on which each was said.

Comes in: utterances with their scenes, in order of the text. Goes out: EDTF or ``None``. The day
stands in the clause that says that it was said; a medium's own date (``…고 통신이 5일 보도했다``)
dates only what the medium itself says; a speaker goes on on the day on which he began.
"""

from __future__ import annotations

from haengbo.model.reading import TimeExpression
from haengbo.model.span import Span
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.attribution.phrases import Nature
from haengbo.reading.attribution.witnesses import Scene
from haengbo.reading.document import Document


class Timing:
    """Dates the utterances of one page."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._said: dict[tuple[str, ...], str] = {}
        self._happened: str | None = None

    def date_of(self, utterance: Utterance, scene: Scene) -> str | None:
        """The day of an utterance; call it for every utterance, in order."""
        medium = utterance.voice.nature is Nature.MEDIUM
        own = self._own(utterance, scene)
        names = utterance.voice.names
        if own is not None:
            self._said[names] = own
        elif not medium and names not in self._said and utterance.links and self._happened:
            self._said[names] = self._happened
        if not medium and own:
            self._happened = own
        return self._said.get(names)

    def _own(self, utterance: Utterance, scene: Scene) -> str | None:
        verb = utterance.layer.verb
        if verb is None or utterance.parsed.within is not None:
            return self._said.get(utterance.voice.names)
        times = [t for t in self._outside(scene) if t.span.start < verb.span.end]
        told = utterance.layer.mark.quote is None
        times = [
            t
            for t in times
            if not (told and utterance.content.contains(t.span) and self._inner(t, utterance))
        ]
        report = self._report_region(scene)
        if utterance.voice.nature is Nature.MEDIUM:
            times = [t for t in times if report is None or report.contains(t.span)]
        else:
            times = [t for t in times if report is None or not report.contains(t.span)]
        days = [t.value for t in times if len(t.value) >= len("2024-11-02")]
        values = days or [t.value for t in times]
        return values[-1] if values else None

    @staticmethod
    def _inner(time: TimeExpression, utterance: Utterance) -> bool:
        """Whether a time belongs to what is said rather than to the saying."""
        return time.span.start - utterance.content.start > 2

    def _outside(self, scene: Scene) -> list[TimeExpression]:
        sentence = scene.parsed.sentence
        times = self._document.times_in(sentence.span)
        return [t for t in times if sentence.quote_at(t.span.start) is None]

    def _report_region(self, scene: Scene) -> Span | None:
        """From a medium to its verb: ``노동신문이 5일 보도했다``."""
        for utterance in scene.utterances:
            verb, voice = utterance.layer.verb, utterance.voice
            if voice.nature is Nature.MEDIUM and verb and not utterance.carried:
                if utterance.content.end <= voice.span.start < verb.span.end:
                    return Span(voice.span.start, verb.span.end)
                if voice.span.end <= utterance.content.start:
                    return Span(voice.span.start, min(voice.span.end + 16, verb.span.end))
        return None
