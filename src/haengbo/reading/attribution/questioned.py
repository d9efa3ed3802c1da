"""Who answers an interview: who is named with it, who met the press, or who spoke last above it.

Comes in: the interview, the memory of who spoke, sentences in order. Goes out: one ``Voice`` for
all answers, or ``None``. Invariant: once settled it stays; a state, a medium or a document answers
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from haengbo.model.reading import Link
from haengbo.reading.attribution.attributions import Told
from haengbo.reading.attribution.interviews import Interview
from haengbo.reading.attribution.memory import Memory
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.phrases import Nature
from haengbo.reading.attribution.speech import Utterance, Voice

#: 당국자는 30일 기자들과 만나 …: whoever else is told of before the questions, he answers them.
_BEFORE_THE_PRESS = re.compile(r"(?:기자(?:들|단)|취재진)(?:과|와|을|를|에게)\s")


class Questioned:
    """The one who is questioned on a page.

    Attributes:
        voice: Who it is, once an answer was read or a question that tells something.
    """

    def __init__(self, interview: Interview, memory: Memory, text: str) -> None:
        self.voice: Voice | None = None
        self._interview = interview
        self._memory = memory
        self._text = text
        self._met_the_press: Voice | None = None

    def answers(self, parsed: Parsed) -> bool:
        """Whether a sentence belongs to an answer."""
        return parsed.sentence.block_index in self._interview.answers

    def start_of(self, parsed: Parsed) -> int:
        """Where the words of the answer begin that a sentence belongs to."""
        return self._interview.answers[parsed.sentence.block_index]

    def read(self, parsed: Parsed) -> None:
        """A sentence that is no answer: a question that tells something settles who is asked."""
        if self._interview.leads_up(parsed.sentence):
            self.settle()

    def heard(self, parsed: Parsed, found: Sequence[Utterance]) -> None:
        """Remember who met the press."""
        if self._met_the_press is None and _BEFORE_THE_PRESS.search(
            self._text, parsed.sentence.span.start, parsed.sentence.span.end
        ):
            said = (u.voice for u in found if u.spoken and _may_answer(u.voice))
            self._met_the_press = next(said, None)

    def settle(self) -> Voice | None:
        """Who answers, or ``None`` if it is nobody who can."""
        self.voice = self.voice or self._chosen()
        return self.voice if self.voice is not None and _may_answer(self.voice) else None

    def _chosen(self) -> Voice | None:
        named = self._interview.with_whom
        if named is not None:
            return Voice((named.name,), Nature.NAMED, named.span, "interview", person=True)
        return self._met_the_press or self._memory.voice

    def refuted(self) -> Iterator[Told]:
        """Questions that the one questioned denies: the page has the denial from him."""
        for question in self._interview.refuted:
            if self.voice is not None:
                yield Told(question, (Link(self.voice.names[0], self.voice.span, "answer"),), ())


def _may_answer(voice: Voice) -> bool:
    return not voice.state and voice.nature not in (Nature.MEDIUM, Nature.DOCUMENT)
