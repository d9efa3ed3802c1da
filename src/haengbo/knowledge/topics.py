"""Rows of the table that tells how a sentence says what a happening was about.

Comes in: ``korea/event_topics.yaml``. Patterns are regular expressions without nested quantifiers;
``@?`` stands for an optional space, ``~how~`` for adverbs (심도 있게, 폭넓게).
"""

from __future__ import annotations

from dataclasses import dataclass

#: 심도 있게, 폭넓게, 집중적으로, 함께: up to three words that say how.
_HOW = (
    r"(?:(?:[가-힣]{0,6}(?:게|히|으로|적으로)|깊이|함께|서로|다시|더|심도|주로|집중|상세)\s){0,3}"
)


@dataclass(frozen=True, slots=True)
class TopicCueRow:
    """How a sentence says what a happening was about.

    Attributes:
        id: Stable short name.
        pattern: From the particle after the topic to the word that says so; a group ``word`` still
            belongs to the topic.
        types: PLOVER types that it may belong to; any if empty.
        modes: Modes that it may belong to; any if empty.
        back: Whether it may belong to a happening of the sentences before.
        example: An invented sentence.
    """

    id: str
    pattern: str
    example: str
    types: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    back: bool = False

    def written_out(self) -> str:
        """The pattern as ``re.compile`` takes it."""
        return self.pattern.replace("~how~", _HOW).replace("@?", " ?")
