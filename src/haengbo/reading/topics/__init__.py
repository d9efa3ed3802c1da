"""Events and their sentences → what each happening was about.

Comes in: the document and its events. Goes out: the events, those whose sentence says so with
their topics, as printed: what was discussed, on what occasion, what was accused, asked for or
signed. Invariant: nothing but ``topics`` changes; a participant is no topic; where a sentence
names no matter, there is none.
"""

from __future__ import annotations

from haengbo.reading.topics.find import with_topics

__all__ = ["with_topics"]
