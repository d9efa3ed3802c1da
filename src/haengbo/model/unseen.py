"""Characters that nobody sees, and those that turn the direction of writing.

Comes in: a text of strangers. Goes out: the text as it is seen (``seen``), where its characters
stood (``Sight``), or the text with a mark for each character that would turn what stands beside it
(``level``). Invariant: ``level`` keeps every place; spans given back by a ``Sight`` slice the text
that it was made of.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from haengbo.model.span import Span

T = TypeVar("T")
#: Marks, embeddings, overrides and isolates of bidirectional text.
_TURNING = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
#: Soft hyphen, joiners of words, zero width, byte order mark, tags.
_HIDDEN = "\xad\u034f\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\U000e0000-\U000e007f"
#: Beside a word they hide in it; elsewhere they make one picture of two.
_JOINING = "\u200c\u200d\ufe00-\ufe0f"
_UNSEEN = re.compile(
    rf"[{_TURNING}{_HIDDEN}]|(?<=[\w{_TURNING}{_HIDDEN}])[{_JOINING}]|[{_JOINING}](?=\w)"
)
_TURNS = re.compile(f"[{_TURNING}]")
#: What says that something is hidden: inside a word, or turning. Editors leave them at line ends.
_TELLING = re.compile(rf"[{_TURNING}]|(?<=\w)[{_HIDDEN}{_JOINING}]{{1,99}}(?=\w)")
_MARK = "\ufffd"


def seen(text: str) -> str:
    r"""A text without what nobody sees.

    Example:
        ``"최선\u200b희"`` is ``"최선희"``; the joined picture 👩‍💻 stays one.
    """
    return text if text.isascii() else _UNSEEN.sub("", text)


def level(text: str) -> str:
    r"""A text that turns nothing beside it: a visible mark for each character that would.

    Example:
        ``"\u202eabc"`` is ``"\ufffdabc"``.
    """
    return text if text.isascii() else _TURNS.sub(_MARK, text)


def telling(text: str) -> Counter[str]:
    """What is hidden inside words or turns the direction, each with how often."""
    if text.isascii():
        return Counter()
    return Counter("".join(found[0] for found in _TELLING.finditer(text)))


def first_telling(text: str) -> Span | None:
    """The first place of what ``telling`` counts."""
    found = _TELLING.search(text)
    return Span(*found.span()) if found else None


class Sight:
    """A text as it is seen, and the way back to where each character stood.

    Args:
        source: The text.
        breaks: Stretches of it, in order, that only end a printed line, each with whether a word
            ends there too: then a blank is seen in its place, else nothing.
    """

    def __init__(
        self,
        source: str,
        breaks: Iterable[tuple[Span, bool]] = (),
        joints: Iterable[int] = (),
    ) -> None:
        self._source = source
        cut = set() if source.isascii() else {m.start() for m in _UNSEEN.finditer(source)}
        instead = dict.fromkeys(joints, "·")
        for span, ends_word in breaks:
            cut.update(range(span.start, span.end))
            if ends_word:
                cut.discard(span.start)
                instead[span.start] = " "
        changed = bool(cut or instead)
        self._places = [at for at in range(len(source)) if at not in cut] if changed else None
        self.text = (
            "".join(instead.get(at, source[at]) for at in self._places)
            if self._places is not None
            else source
        )

    @property
    def whole(self) -> bool:
        """Whether the text is seen just as it stands."""
        return self._places is None

    def back(self, value: T) -> T:
        """The same value with its spans, however deep, in the source."""
        return value if self._places is None else _moved(value, self._span)

    def forth(self, value: T) -> T:
        """The same value with its spans, however deep, in the text as it is seen."""
        return value if self._places is None else _moved(value, self.ahead)

    def _span(self, span: Span) -> Span:
        places = self._places or []
        start = places[span.start] if span.start < len(places) else len(self._source)
        return Span(start, places[span.end - 1] + 1 if len(span) else start)

    def ahead(self, span: Span) -> Span:
        """Where a stretch of the source stands in the text as it is seen."""
        if self._places is None:
            return span
        return Span(bisect_left(self._places, span.start), bisect_left(self._places, span.end))


def _moved(value: T, move: Callable[[Span], Span]) -> T:
    if isinstance(value, Span):
        return move(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_moved(item, move) for item in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        moved = {name: _moved(item, move) for name, item in held.items()}
        changed = {name: item for name, item in moved.items() if item is not held[name]}
        return replace(value, **changed) if changed else value
    return value
