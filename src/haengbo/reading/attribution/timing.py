"""Scenes in order → the day on which each utterance was said.

Comes in: scenes with their utterances, in order of the text. Goes out: EDTF or ``None``. The day
stands in the clause that says that it was said, else it is the day on which the text last showed
the speaker acting. A medium's own date (``…고 통신이 5일 보도했다``) dates only what the medium
itself says. Analysts and unnamed sources have no day unless the page gives one.
"""

from __future__ import annotations

import re

from haengbo.model.reading import TimeExpression
from haengbo.reading.attribution.phrases import Nature
from haengbo.reading.attribution.scenes import Scene, days_of, near_any
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.attribution.witnesses import Carried
from haengbo.reading.document import Document

_LEAD_GAP = 2
_REPORT_REACH = 4
#: An expression that names a day or month by itself, not 80돐 or 5개월만.
_DATED = re.compile(r"일|날|월|어제|오늘|아침|저녁")
_DATELINE = re.compile(r"발\s")


class Timing:
    """Dates the utterances of one page."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._acted: dict[str, str] = {}
        self._reported: dict[str, str] = {}
        self._days: set[str] = set()

    def see(self, scene: Scene, carried: Carried) -> None:
        """Take in the days of a scene; call it for every scene, before its utterances."""
        self._days |= carried.days
        for utterance in scene.utterances:
            if utterance.voice.nature is Nature.MEDIUM:
                for time in self._outside(scene):
                    if _is_report_time(time, utterance):
                        self._reported[utterance.voice.names[0]] = time.value
        days = [day for t in self._times(scene) for day in days_of(t)]
        if days and (not self._days or near_any(days[0], self._days)):
            self._acted.update(dict.fromkeys(scene.people, days[0]))

    def date_of(self, utterance: Utterance, scene: Scene) -> str | None:
        """The day of an utterance; call it for every utterance, in order."""
        voice = utterance.voice
        if voice.nature is Nature.MEDIUM:
            return self._reported.get(voice.names[0])
        own = self._own(utterance, scene)
        exact = [t.value for t in own if days_of(t)]
        if exact:
            self._acted.update(dict.fromkeys((*voice.names, *scene.people), exact[-1]))
            return exact[-1]
        known = next((self._acted[name] for name in voice.names if name in self._acted), None)
        return known or (own[-1].value if own else None)

    def _own(self, utterance: Utterance, scene: Scene) -> list[TimeExpression]:
        """Times in the clause that says that it was said, in order."""
        verb = utterance.layer.verb
        if verb is None or utterance.parsed.within is not None:
            return []
        told = utterance.layer.mark.quote is None
        return [
            t
            for t in self._times(scene)
            if t.span.start < verb.span.end
            and "/" not in t.value
            and not (told and self._inside(t, utterance))
        ]

    @staticmethod
    def _inside(time: TimeExpression, utterance: Utterance) -> bool:
        """Whether a time belongs to what is said rather than to the saying."""
        content = utterance.content
        before = utterance.voice.span.end <= content.start
        leading = before and time.span.start - content.start <= _LEAD_GAP
        return content.contains(time.span) and not leading

    def _times(self, scene: Scene) -> list[TimeExpression]:
        """Times of what happens and is said: not of reports, datelines and anniversaries."""
        text = self._document.text
        cues = [cue.span for cue in scene.parsed.cues if cue.kind == "published"]
        media = [u for u in scene.utterances if u.voice.nature is Nature.MEDIUM]
        return [
            t
            for t in self._outside(scene)
            if _DATED.search(t.span.of(text))
            and not _DATELINE.match(text, t.span.end)
            and not any(cue.contains(t.span) for cue in cues)
            and not any(_is_report_time(t, u) for u in media)
        ]

    def _outside(self, scene: Scene) -> list[TimeExpression]:
        sentence = scene.parsed.sentence
        times = self._document.times_in(sentence.span)
        return [t for t in times if sentence.quote_at(t.span.start) is None]


def _is_report_time(time: TimeExpression, utterance: Utterance) -> bool:
    """``통신은 5일 …고 전했다``, ``…고 통신이 5일 보도했다``."""
    voice, content, verb = utterance.voice, utterance.content, utterance.layer.verb
    if verb is None or utterance.carried:
        return False
    if content.end <= time.span.start < verb.span.end:
        return True
    return 0 <= time.span.start - voice.span.end <= _REPORT_REACH and voice.span.end <= content.end
