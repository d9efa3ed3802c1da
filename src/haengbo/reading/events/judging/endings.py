"""What the endings of one verb say of how its happening stands.

Comes in: a ``Verb`` and the cues of the pack. Goes out: the status that the first fitting row
names, or ``None``. Invariant: only morphemes right behind the stem count, past a helping verb.
"""

from __future__ import annotations

import re

from haengbo.korean.predicates import Ending
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Verb

#: A cue among the endings begins at one of the first morphemes behind the stem.
_FIRST = 4
#: Endings that join a verb to the next one without a time of its own.
JOINED = ("어 ", "아 ", "여 ", "어서 ", "아서 ", "고 ", "며 ", "면서 ")
#: 방문해 왔다, 제의해 왔다: what has gone on or come up to now.
UP_TO_NOW = ("어 오 ", "아 오 ", "여 오 ")
#: 넓히기로 합의했다.
AGREED = "기 로 합의"
#: 넓히기로 했다, 넓히기로 합의했다.
RESOLVED = ("기 로 하 었", AGREED, "기 로 하였", "기 로 결정 하 었", "기 로 의결 하 었")
#: 끊는다고, 막는다고: told as done now.
HEREBY = ("ᆫ다고 ", "는다고 ")
#: 열자고, 개최하자는.
PROPOSED = ("자고 ", "자 고 ", "자는 ", "자 는 ")
#: 지원할 것을.
CALLED_FOR = ("ᆯ 것 을 ", "을 것 을 ")
#: 내주지 않기로 했다.
RESOLVED_NOT = tuple(f"지 않 {end}" for end in RESOLVED)
#: 보낸다는 내용이었다, 보낸다는 것이었다: what a paper holds.
CONTENT = tuple(
    f"{end} {noun} 이 " for end in ("ᆫ다는", "는다는") for noun in ("내용", "것", "조건", "약속")
)


#: 찾을 것으로 [13일] 알려졌다: a day between parts no ending.
_DAY_BETWEEN = re.compile(r"(?<= )\d{1,4} (?:년|월|일) ")


def is_joined(verb: Verb) -> bool:
    """만나, 회담하고: joined to the next verb without a time of its own."""
    return verb.ending is Ending.CONNECTIVE and verb.tail.startswith(JOINED) and not verb.past


def by_endings(verb: Verb, words: Lexicon) -> str | None:
    """The status of the first row whose endings stand right behind the stem, or ``nothing``."""
    forms = _DAY_BETWEEN.sub("", verb.tail).split()
    lengths = range(1, words.longest_ending + 1)
    # 만나 협력하기로: behind a joined verb the next one's endings begin
    joined = verb.ending is Ending.CONNECTIVE and verb.tail.startswith(JOINED)
    # 쏘아 준다면: but an auxiliary's are its own
    joined = joined and forms[1:2] != [] and forms[1] not in words.words["auxiliaries"]
    first = 1 if joined else _FIRST
    stretches = {" ".join(forms[i : i + length]) for i in range(first) for length in lengths}
    for row in words.modality:
        if not stretches.isdisjoint(row.endings):
            return row.status
    return None
