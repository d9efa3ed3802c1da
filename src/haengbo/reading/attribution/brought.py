"""A clause before the report that brings it → who handed it on.

Comes in: the document and a parsed sentence. Goes out: the stretch that is told with its link:
``[배가 떠났다]는 통신의 보도``, ``[배가 떠났다]는 국방부 발표``. Nothing where no name stands
before the noun: the papers of a country are nobody in particular.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from haengbo.model.reading import ActorKind, Link
from haengbo.model.span import Span
from haengbo.reading.attribution.contents import trim
from haengbo.reading.attribution.lexicon import Lexicon
from haengbo.reading.attribution.parse import Parsed
from haengbo.reading.attribution.verbs import Verb, VerbForm
from haengbo.reading.document import Document

#: 떠났다는 [러시아] 타스통신, 떠났다는 [5일] 국방부: what may stand before the name.
_BEFORE = re.compile(r"\s(?:[^\s,]{1,8}\s){0,2}?")
#: A word between the name and what it brings: 타스통신의 [5일] 보도.
_WORD = re.compile(r"\s[^\s,]{1,8}(?=\s)")
_WORDS = 3
_KINDS = {ActorKind.MEDIUM: "news", ActorKind.ORGANISATION: "notice"}


def find_brought(
    document: Document, parsed: Parsed, lexicon: Lexicon
) -> Iterator[tuple[Span, Link]]:
    """Clauses whose bringer stands behind them.

    Example:
        ``차관이 사과했다는 통신 보도를 장관은 부인했다`` gives 차관이 사과했다 from the agency.
    """
    for verb in parsed.stretch.verbs:
        if verb.form is not VerbForm.REPORTED_ADNOMINAL:
            continue
        link = _bringer(document, parsed, verb, lexicon)
        if link is not None:
            content = Span(parsed.stretch.region.start, verb.stem_end)
            yield trim(document, content, parsed.stretch.tokens, lexicon), link


def _bringer(document: Document, parsed: Parsed, verb: Verb, lexicon: Lexicon) -> Link | None:
    text, end = document.text, parsed.stretch.region.end
    for mention in document.mentions_in(Span(verb.span.end, end)):
        kind = _KINDS.get(mention.kind)
        if (
            kind is None
            or mention.weak
            or not _BEFORE.fullmatch(text, verb.span.end, mention.span.start)
        ):
            continue
        if _brings(text, mention.span.end, end, lexicon.cues[kind]):
            return Link(mention.name, mention.span, f"brought:{kind}")
    return None


def _brings(text: str, at: int, end: int, noun: re.Pattern[str]) -> bool:
    """Whether the noun stands behind a name, with two words between at most."""
    at += text.startswith("의 ", at)
    for _ in range(_WORDS):
        if noun.match(text, at, end):
            return True
        word = _WORD.match(text, at, end)
        if word is None:
            return False
        at = word.end()
    return False
