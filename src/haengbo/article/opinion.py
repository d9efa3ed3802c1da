"""Another extractor's opinion of where a page's text is, for pages that ours cannot read.

Comes in: HTML in which no Korean sentences of news were found. Goes out: paragraphs, or none.
Trafilatura knows no Korean but many languages' pages; it is asked last, and loaded only then.
Invariant: short or broken texts (logins, notices, errors) are no article.
"""

from __future__ import annotations

import re

from haengbo.model.unseen import seen

_SENTENCE_END = re.compile(r"[.?!…][\"”’»」』)\]]{0,2}$")
_PARAGRAPHS_MIN = 3
_CHARACTERS_MIN = 400


def second_opinion(html: str) -> tuple[str, ...]:
    """Paragraphs of an article, or nothing.

    Example:
        An English page of three paragraphs and 500 characters gives them; a login form nothing.
    """
    from trafilatura import extract  # noqa: PLC0415 - half a second that few pages need

    text = extract(html, fast=False, include_comments=False, include_tables=False) or ""
    paragraphs = tuple(line.strip() for line in seen(text).split("\n") if line.strip())
    sentences = [p for p in paragraphs if _SENTENCE_END.search(p)]
    enough = len(sentences) >= _PARAGRAPHS_MIN and sum(map(len, sentences)) >= _CHARACTERS_MIN
    return paragraphs if enough else ()
