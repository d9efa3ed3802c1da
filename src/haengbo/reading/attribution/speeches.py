"""Scenes in order → the day of speeches that the page dates by the meeting they belong to.

Comes in: scenes of one page, in order, with the day of which the paragraph tells. Goes out: a day
for what stands under a heading that is a day (■ 14일), for who speaks in a part of the meeting
(모두발언에서), and for those whose words the page announces (다음은 양측 수석대표의 발언이다), or
``None``.
"""

from __future__ import annotations

import re
from datetime import date

from haengbo.model.article import CHRONOLOGY, DAY_HEAD, LIST_HEAD, BlockKind
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.scenes import Scene
from haengbo.reading.attribution.speech import Utterance, Voice
from haengbo.reading.document import Document

_ANNOUNCES = re.compile(
    r"(?:다음은|아래는)\s(?P<whose>[^“”]{2,60}?)(?:의|와|과|,)\s?(?:[가-힣]{1,6}\s)?[가-힣]{0,4}"
    r"(?:발언|연설|문답|답변|인사말|기조|말)(?:이다|입니다|\s?(?:전문|요지|내용)(?:이다|입니다)?)?[.:]?$"
)
#: 대사는 연설에서 …: a speech of which nothing else is told than that somebody holds it.
_SPEECH = re.compile(
    r"(?:은|는|이|가)\s(?:(?:답례|축하|환영|경축|기념|찬조)\s?)?(?:연설|토론|발언)에서"
)
#: 부부장은 공동성명을 낭독한 뒤 …: whoever reads out what a meeting has adopted.
_READ_OUT = re.compile(
    r"(?:성명|문건|합의문|발표문|보도문|문)을 (?:낭독|랑독)(?:한 (?:뒤|후|다음|직후)|하고)"
)
_WORD = re.compile(r"[가-힣]{4,}")
_SHORTEST = 3
#: Days within which a paper still tells of it as news.
_NEWS = 4
_DAY = len("2024-11-02")
_AROUND_HEADING = " \t■□▲△◆◇●○▶▷·-[]()<>〈〉【】"
_REACH = 16
#: Within so many code points of its beginning an entry says its day.
_ENTRY = 4


class Speeches:
    """Remembers the day of the last meeting told of, and whose words are announced."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self._document = document
        parts = "|".join(row.id for row in lexicon.occasions.values() if row.part)
        self._part = re.compile(rf"(?:{parts})(?:에서|을 통해|를 통해)")
        self._gatherings = frozenset(r.id for r in lexicon.occasions.values() if r.gathering)
        self._together = lexicon.together
        self._met: str | None = None
        self._gathered: str | None = None
        self.headed: str | None = None
        self._listed = False
        self._published = document.article.published_day
        self._public = frozenset(
            row.id
            for row in lexicon.occasions.values()
            if row.apart and row.id not in lexicon.documents
        )
        self._press = lexicon.press
        self._lead: tuple[int, frozenset[str]] = (-1, frozenset())
        self._below = -1
        self._announced: tuple[frozenset[str], str] = (frozenset(), "")

    def see(self, scene: Scene, day: str | None) -> None:
        """Take in one scene; ``day`` is the one of which its paragraph tells."""
        words = scene.parsed.sentence.span.of(self._document.text).strip()
        if day is not None and any(self._together.search(o) for o in scene.occasions):
            self._met = day
        if day is not None and scene.occasions & self._gatherings:
            self._gathered = day
        announced = _ANNOUNCES.search(words)
        if announced is not None and day is not None:
            whose = frozenset(_stem(w) for w in _WORD.findall(announced["whose"]))
            self._announced = (whose, day)

    def see_days(self, scene: Scene, days: set[str]) -> None:
        """Remember the days of the first paragraph, and which one is next."""
        if self._lead[0] in {-1, scene.block}:
            self._lead = (scene.block, self._lead[1] | days)
        elif self._below == -1:
            self._below = scene.block

    def of_lead(self, voice: Voice, scene: Scene) -> str | None:
        """정부가 4일 제재를 풀었다. 장관은 기자회견에서 “…”: right below a lead of one day."""
        days = self._lead[1]
        forms = {t.form for t in scene.parsed.stretch.tokens}
        public = bool(forms & (self._public | self._press)) and not scene.dated
        if scene.block != self._below or not voice.person or voice.expert or not public:
            return None
        day = next(iter(days)) if len(days) == 1 else ""
        return day if self._is_news(day) else None

    def _is_news(self, day: str) -> bool:
        if not day or self._published is None:
            return False
        return 0 <= (date.fromisoformat(self._published) - date.fromisoformat(day)).days <= _NEWS

    def heads(self, scene: Scene) -> bool:
        """■ 14일(목), by itself above a paragraph: the day of what is told below."""
        sentence = scene.parsed.sentence
        times = self._document.times_in(sentence.span)
        rule = sentence.block.rule
        if rule == LIST_HEAD or (self._listed and rule != CHRONOLOGY):
            self.headed, self._listed = None, False
        if rule == CHRONOLOGY:
            return self._opens_entry(scene)
        inside = sentence.kind is BlockKind.BODY and rule != DAY_HEAD
        if inside or len(times) != 1 or len(times[0].value) != _DAY:
            return False
        words, time = sentence.span.of(self._document.text), times[0].span
        start, end = time.start - sentence.span.start, time.end - sentence.span.start
        if (words[:start] + words[end:]).strip(_AROUND_HEADING):
            return False
        self.headed = times[0].value
        return True

    def _opens_entry(self, scene: Scene) -> bool:
        """◇25일 = 장관이 왔다. 대변인은 …: what an entry tells is of its day."""
        sentence = scene.parsed.sentence
        start = sentence.block.span.start
        times = self._document.times_in(sentence.span)
        first = times[0] if times and sentence.span.start - start < _ENTRY else None
        if first is None or first.span.start - start > _ENTRY:
            return False
        self.headed = first.value if len(first.value) == _DAY else None
        self._listed = True
        return True

    def day_of(self, utterance: Utterance, scene: Scene) -> str | None:
        """The day of an utterance that belongs to a meeting or to what was announced."""
        if utterance.voice.expert or utterance.carried:
            return None
        start, end = scene.parsed.sentence.span.start, utterance.voice.span.end
        # Unquoted words begin right behind who speaks: the occasion stands within
        until = max(end, utterance.content.start) + (0 if utterance.layer.mark.quote else _REACH)
        head = self._document.text[start:until]
        there = self._gathered or self._met
        if there and self._is_of_meeting(head):
            return there
        whose, day = self._announced
        return day if any(word in head for word in whose) else None

    def _is_of_meeting(self, head: str) -> bool:
        """모두발언에서, 연설에서, 성명을 낭독한 뒤: said in a part of what was held."""
        spoken = _SPEECH.search(head) or _READ_OUT.search(head)
        return bool(self._part.search(head) or (self._gathered and spoken))


def _stem(word: str) -> str:
    """수석대표의: the noun without its particle."""
    return word[:-1] if word.endswith(("의", "와", "과")) and len(word) > _SHORTEST else word
