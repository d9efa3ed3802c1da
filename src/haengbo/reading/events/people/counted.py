"""두 기자는, 세 선원은: whom a number and what they are mean.

Comes in: the words in their ``Setting``. Goes out: names. Invariant: only as many people as the
number says, told side by side before, with the same noun beside them.

Example:
    ``몽골 기자 바트와 다와가 붙잡혔다. 두 기자는 재판을 받았다``: both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haengbo.knowledge.frames import Slot
from haengbo.model.reading import ActorKind, Mention
from haengbo.reading.events.finding.offices import means_two_sides
from haengbo.reading.events.setting import Setting

_COUNTED = re.compile(r"(?P<count>[두세네]) (?P<noun>[가-힣]{2,6})\Z")
_COUNTS = {"두": 2, "세": 3, "네": 4}
#: 바트와 다와, 바트·다와.
_JOINED = re.compile(r"\s?(?:[와과]|,|·|ㆍ)\s?\Z")
#: How far from the names the noun may stand, in code points.
_BESIDE = 24


def counted_people(setting: Setting, slot: Slot, text: str) -> tuple[str, ...]:
    """Those told before who are so many and called so; 두 장관 are those who met."""
    found, words = _COUNTED.match(text), setting.clauses.words
    if found is None or "person" not in slot.kinds or text in words.words["they"]:
        return ()
    if means_two_sides(words, text):
        return ()  # 두 나라는
    document, begins = setting.clauses.document, setting.clauses.sentence.span.start
    for group in _lists(setting):
        names = tuple(dict.fromkeys(mention.name for mention in group))
        start, end = group[0].span.start, group[-1].span.end
        beside = document.text[max(0, start - _BESIDE) : min(begins, end + _BESIDE)]
        if len(names) == _COUNTS[found["count"]] and found["noun"] in beside:
            return names
    return ()


def _lists(setting: Setting) -> Iterator[list[Mention]]:
    """Lists of people before the sentence, the last first."""
    document, start = setting.clauses.document, setting.clauses.sentence.span.start
    people = [
        mention
        for mention in document.mentions
        if mention.kind is ActorKind.PERSON and mention.span.end <= start
    ]
    group: list[Mention] = []
    for mention in reversed(people):
        gap = document.text[mention.span.end : group[0].span.start] if group else ""
        if group and _JOINED.fullmatch(gap) is None:
            if len(group) > 1:
                yield group
            group = []
        group.insert(0, mention)
    if len(group) > 1:
        yield group
