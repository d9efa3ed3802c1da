"""A clause about the future → by when: the time to come that it names, as EDTF.

A time that lies wholly before the page's date is no horizon, unless the clause is about a
prediction of the past (``갈 것이라는 관측이 나왔으나``), where it is the only one.
"""

from __future__ import annotations

import re

from haengbo.korean.times.tense import closes_past
from haengbo.model.reading import TimeExpression
from haengbo.model.span import Span
from haengbo.reading.document import Document

#: The syllable before the last ending: 나왔다, 보인다, 있습니다.
_LAST = re.compile(r"(?P<stem>[가-힣])(?:다|습니다)[^가-힣]*\Z")


def _end(value: str) -> str:
    return value.rsplit("/", maxsplit=1)[-1].replace("..", "9999")


def future_times(document: Document, span: Span) -> tuple[TimeExpression, ...]:
    """Times inside a span that do not end before the page was published."""
    today = document.article.published_day
    inside = document.times_in(span)
    if today is None:
        return inside
    return tuple(t for t in inside if _end(t.value) >= today[: len(_end(t.value))])


def horizon_of(document: Document, span: Span) -> str | None:
    """The last time to come that the clause names, else its last time, else ``None``."""
    times = future_times(document, span)
    if not times and _is_over(document, span):
        times = document.times_in(span)
    return times[-1].value if times else None


def _is_over(document: Document, span: Span) -> bool:
    """갈 것이라는 관측이 나왔다: foreseen then; 6월 취임한 외무상이 만날 것으로 보인다: now."""
    sentence = document.sentence_at(span.start)
    last = _LAST.search(sentence.span.of(document.text)) if sentence is not None else None
    return last is None or closes_past(last["stem"])
