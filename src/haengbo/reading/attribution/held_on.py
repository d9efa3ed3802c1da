"""When what people come together for was held → the day of what is said there.

Comes in: scenes in order of the text, with their days. Goes out: the day of the occasion at which
a sentence shows somebody (회담에서, 의식에 참석하여, 접촉이 끝난 뒤), or ``None``. Invariant: right
after something is after the one told of last, not after one of months before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from haengbo.reading.attribution.scenes import Scene

#: Behind a happening at which somebody speaks or which they attend, or which is just over.
_AT_OCCASION = re.compile(
    r"에서|에 (?:참석|참가|나오|나와|출석|초대|초청)"
    r"|(?P<after>(?:[이가] 끝난|[을를] 마친)\s?(?:뒤|후|다음|직후)|\s(?:직후|뒤|후)\s)"
)
#: …대사관 성원들이 참가하였다, 대사가 자리를 함께했다: at what was told of right before.
_THERE_TOO = re.compile(
    r"[이가도은는]\s(?:자리를\s?(?:함께|같이)\s?|(?:참가|참석|배석|초대|초청))(?:하|했|되|됐|해)"
)
#: Paragraphs between what was held and who was there.
_REACH = 2


class HeldOn:
    """Remembers on which day each kind of occasion was held."""

    def __init__(self) -> None:
        self._days: dict[str, str] = {}
        self._told = ""
        self._last: tuple[int, str | None] = (0, None)

    def hold(self, scene: Scene, days: Sequence[str]) -> None:
        """Take in a scene: what it names was held on its day, if it tells of one alone."""
        self._told = max(days, default=self._told)
        if len(set(days)) == 1:
            self._days.update(dict.fromkeys(scene.occasions, days[0]))
        if days and scene.occasions:
            self._last = (scene.block, days[0] if len(set(days)) == 1 else None)

    def day_of(self, scene: Scene) -> str | None:
        """환영의식이 12일 진행되였다. … 의식에 참석하시여: the day of what they were at."""
        stretch = scene.parsed.stretch
        for token in stretch.tokens if self._days else ():
            held = self._days.get(token.form)
            there = _AT_OCCASION.match(stretch.text, token.span.end) if held else None
            if held and there is not None and (there["after"] is None or held >= self._told):
                self._last = (scene.block, held)
                return held
        block, day = self._last
        near = day is not None and 0 <= scene.block - block <= _REACH
        if near and not scene.dated and _THERE_TOO.search(stretch.text, *_region(scene)):
            self._last = (scene.block, day)
            return day
        return None


def _region(scene: Scene) -> tuple[int, int]:
    """Where the sentence stands in the text."""
    return scene.parsed.sentence.span.start, scene.parsed.sentence.span.end
