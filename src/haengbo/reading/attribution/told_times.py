"""Times of a scene → those that tell when something happened or was said.

Comes in: one sentence as attribution sees it. Goes out: its times without those of reports,
datelines, anniversaries and matters, and those of them in the clause that says that it was said.
"""

from __future__ import annotations

import re

from haengbo.model.reading import TimeExpression
from haengbo.reading.attribution.days_of_matters import (
    ABOUT,
    in_passing,
    is_of_words,
    is_report_time,
    of_arrival,
    of_object,
    of_topic,
)
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.phrases import Nature
from haengbo.reading.attribution.scenes import Scene
from haengbo.reading.attribution.speech import Utterance
from haengbo.reading.document import Document

_DAY = len("2024-11-02")
_LEAD_GAP = 2
#: A dateline is not longer, and stands in brackets.
_HEAD = 30
_OPENING, _CLOSING = frozenset("[【("), frozenset("]】)")
#: An expression that names a day or month by itself, not 80돐 or 5개월만.
_DATED = re.compile(
    r"일|날|(?:지난|이번)\s?주|월|달|어제|오늘|아침|저녁|이틀|[사나]흘|닷새|엿새|이레|여드레|열흘"
)
#: Days on one of which it was said.
_WEEK = re.compile(r"(?:지난|이번)\s?주(?:말)?")
_DATELINE = re.compile(r"발\s")
#: Words that put a time behind the day on which the page came out.
_COMING = re.compile(r"오는|내년|내달|내주|다음(?!\s?날)|이르면|모레|내일")
#: 하루 만[인 26일], 사흘만[인 이날]: how long after, beside the day itself.
_AFTER_SO_LONG = re.compile(r"인\s(?:\d|이날|오늘|어제)")
#: What was planned and came otherwise: 18일 도착할 [예정이었]으나.
_PLANNED = re.compile(r"[^.,]{0,40}(?:예정|계획)이(?:었|던)")


class ToldTimes:
    """Looks up the times of the scenes of one page."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._document = document
        self._lexicon = lexicon

    def own(self, utterance: Utterance, scene: Scene) -> list[TimeExpression]:
        """Times in the clause that says that it was said, in order."""
        verb = utterance.layer.verb
        if verb is None or utterance.parsed.within is not None:
            return []
        told = utterance.layer.mark.quote is None
        return [
            t
            for t in self.of(scene)
            if t.span.start < verb.span.end
            and ("/" not in t.value or _WEEK.fullmatch(t.span.of(self._document.text)))
            and not (told and self.inside(t, utterance))
            and not self._from_then_on(t, utterance, scene)
        ]

    def _from_then_on(self, time: TimeExpression, utterance: Utterance, scene: Scene) -> bool:
        """[21일부터] 평양을 찾는 차관은 “…”고 말했다: a stay that only says who he is."""
        since = self._document.text.startswith("부터", time.span.end)
        return since and time.span.end <= utterance.voice.span.start and in_passing(scene, time)

    def beside_name(self, utterance: Utterance, scene: Scene) -> list[TimeExpression]:
        """…겠다는 청와대의 [15일] 제안; “….” 총장은 [4일] 이렇게 말했다: behind who speaks."""
        name, content = utterance.voice.span, utterance.content
        if name.start < content.end or utterance.parsed.within is not None:
            return []
        sentence = self._document.sentence_at(name.start)
        here = self._document.times_in(sentence.span) if sentence else ()
        if sentence is not None and sentence is not scene.parsed.sentence:
            return [t for t in here if sentence.quote_at(t.span.start) is None]
        return [t for t in here if 0 <= t.span.start - name.end <= _LEAD_GAP]

    def inside(self, time: TimeExpression, utterance: Utterance) -> bool:
        """Whether a time belongs to what is said rather than to the saying."""
        return is_of_words(self._document, self._lexicon, time, utterance)

    def of(self, scene: Scene) -> list[TimeExpression]:
        """Times of what happens and is said: not of reports, datelines and anniversaries.

        장관은 조정관의 [13일] 주장을 두고 …: the day of that claim.
        """
        text = self._document.text
        cues = [cue.span for cue in scene.parsed.cues if cue.kind == "published"]
        media = [u for u in scene.utterances if u.voice.nature is Nature.MEDIUM]
        outside = self.outside(scene)
        days = [t.span for t in outside]
        return [
            t
            for t in outside
            if _DATED.search(t.span.of(text))
            and not _DATELINE.match(text, t.span.end)
            and not self._in_dateline(scene, t)
            and not _PLANNED.match(text, t.span.end)
            and not _AFTER_SO_LONG.match(text, t.span.end)
            and not (text.startswith("의 ", t.span.start - 2) and ABOUT.match(text, t.span.end))
            and not self._is_to_come(t)
            and not of_topic(scene, t, days)
            and not of_arrival(text, t)
            and not of_object(scene.parsed.stretch, t, self._document.article.published_day)
            and not any(cue.contains(t.span) for cue in cues)
            and not any(is_report_time(t, u) for u in media)
        ]

    def _in_dateline(self, scene: Scene, time: TimeExpression) -> bool:
        """[신화망 베이징 9월 13일] …: the day on which it was written, before the text itself."""
        text, start = self._document.text, scene.parsed.sentence.block.span.start
        head = text[start : time.span.start]
        opened = len(head) <= _HEAD and head.lstrip()[:1] in _OPENING
        return opened and text[time.span.end : time.span.end + 1] in _CLOSING

    def _is_to_come(self, time: TimeExpression) -> bool:
        """Nobody has yet spoken on a day after the page came out."""
        published = self._document.article.published
        coming = _COMING.match(time.span.of(self._document.text)) is not None
        if published is None:
            return coming
        start = time.value.split("/")[0][:_DAY]
        known = min(len(start), len(published.value))
        # 2008년 8월 합의했지만 다음 달 미루겠다고 했다: long over
        if coming:
            return start[:known] >= published.value[:known]
        return start[:known] > published.value[:known]

    def outside(self, scene: Scene) -> list[TimeExpression]:
        """Times outside quotations."""
        sentence = scene.parsed.sentence
        times = self._document.times_in(sentence.span)
        return [t for t in times if sentence.quote_at(t.span.start) is None]
