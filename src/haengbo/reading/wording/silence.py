"""A remark that something was left out → who is silent about it.

Comes in: sentences in order. Goes out: a name, or the text that is silent as the page calls it.
Invariant: whoever was the topic last is silent where the sentence names nobody.
"""

from __future__ import annotations

import re

from haengbo.model.reading import ActorKind
from haengbo.model.span import Span
from haengbo.reading.document import Document, Sentence

_HEARD = {ActorKind.MEDIUM, ActorKind.STATE, ActorKind.ORGANISATION, ActorKind.PERSON}
_TOPIC = re.compile(
    r"(?:측|당국|정부)?(?:의)?(?: ?[가-힣]{0,6})?"
    r"(?:은|는|이|가|에는|에서는|에도|에서|까지|도)(?=\s)"
)
#: ``신화통신과 인민일보 역시``: the first of those who are silent.
_ALSO = re.compile(r"(?:(?:와|과)\s\S+)?\s역시\s")
_THIS = re.compile(r"^(?:이번|이날|같은|해당|그|이) ")


class Silence:
    """Who is silent, sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._last: str | None = None

    def hear(self, sentence: Sentence) -> None:
        """Note who a sentence without a remark is about."""
        self._last = self._topic(sentence.span) or self._last

    def of(self, sentence: Sentence, what: Span, cue: Span, text: Span | None) -> str | None:
        """Who is silent: named inside the cue (제안에도 총리는 …), the text, else named before.

        Args:
            sentence: The remark's.
            what: What was left out.
            cue: Where it says so.
            text: The text that it is missing from, if the sentence has one.
        """
        inside = Span(min(what.end, cue.end), cue.end)
        before = Span(sentence.span.start, max(what.start, sentence.span.start))
        by = (
            self._topic(inside)
            or self._of_text(text)
            or self._topic(before)
            or self._last
            or self._of_text(text, named=False)
        )
        self._last = by
        return by

    def _of_text(self, text: Span | None, *, named: bool = True) -> str | None:
        """러시아 외무부 발표에는: the text (``named``: with its issuer), as printed."""
        if text is None:
            return None
        issuers = [m for m in self._document.mentions_in(text) if m.kind in _HEARD]
        if named and not issuers:
            return None
        return _THIS.sub("", text.of(self._document.text))

    def _topic(self, stretch: Span) -> str | None:
        """The last named topic of a stretch, outside what is quoted there."""
        found = None
        sentence = self._document.sentence_at(stretch.start)
        for mention in self._document.mentions_in(stretch):
            if sentence is not None and sentence.quote_at(mention.span.start) is not None:
                continue
            tail = self._document.text[mention.span.end : mention.span.end + 14]
            if mention.kind in _HEARD and (_TOPIC.match(tail) or _ALSO.match(tail)):
                found = mention.name
        return found
