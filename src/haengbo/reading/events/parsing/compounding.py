"""A verb with its auxiliary → one verb, where the pack has a word for the two.

Comes in: a ``Verb`` as the analyser cuts it (내다 with 어 놓, 쏟다 with 아 내). Goes out: the verb
under its name in the pack (내놓다, 쏟아내다). Invariant: without such a name it stays as it was.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from haengbo.korean.syllables import joined
from haengbo.reading.events.lexicon import Lexicon
from haengbo.reading.events.parsing.clauses import Verb

#: 차려지다: the auxiliary of coming to be; its ending stays where it was.
_BECOMING = "지"
#: 쏟아내다, 내놓다, 풀어주다, 걷어차버리다, 이어가다, 보내오다, 붙들어두다, 헐뜯어대다,
#: 짚어보다.
_AUXILIARIES = frozenset({_BECOMING, "내", "놓", "주", "버리", "가", "오", "두", "대", "보"})
_LINKS = frozenset({"어", "아", "여"})


@dataclass(frozen=True, slots=True)
class Compounds:
    """Verbs of the pack that an analyser takes for two.

    Attributes:
        words: The pack's words for events.
    """

    words: Lexicon

    def named(self, verb: Verb) -> Verb:
        """The verb under its name in the pack, if it has one with its auxiliary.

        Example:
            방안을 내놨다 is 내다 with ``어 놓 었 다``, and becomes 내놓다 with ``었 다``.
        """
        link, _, rest = verb.tail.partition(" ")
        auxiliary, _, behind = rest.partition(" ")
        if link not in _LINKS or auxiliary not in _AUXILIARIES:
            return verb
        for start in _linked(verb.lemma.removesuffix("다"), link):
            lemma = f"{start}{auxiliary}다"
            if self._is_known(lemma):
                tail = verb.tail if auxiliary == _BECOMING else behind
                return msgspec.structs.replace(verb, lemma=lemma, tail=tail)
        return verb

    def _is_known(self, lemma: str) -> bool:
        words = self.words
        return lemma in words.by_predicate or lemma in words.bearing or lemma in words.idioms


def _linked(stem: str, link: str) -> tuple[str, ...]:
    """A stem with its link as papers write it: 걷어, 이뤄, and 내 for 내어."""
    return tuple(dict.fromkeys((f"{stem}{link}", f"{stem}아", f"{stem}어", joined(stem), stem)))
