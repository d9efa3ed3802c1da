"""A clause about the future → by when: the time to come that it names, as EDTF.

A time that lies wholly before the page's date is no horizon, unless the clause is about a
prediction of the past (``갈 것이라는 관측이 나왔으나``), where it is the only one.
"""

from __future__ import annotations

from haengbo.model.reading import TimeExpression
from haengbo.model.span import Span
from haengbo.reading.document import Document


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
    coming = future_times(document, span)
    times = coming or document.times_in(span)
    return times[-1].value if times else None
