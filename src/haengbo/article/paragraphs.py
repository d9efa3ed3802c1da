"""Paragraphs that are not HTML's, with their verdicts → text and numbered blocks.

Comes in: the paragraphs of a clipping or a document. Goes out: the article's text, the paragraphs
joined by line feeds, and a block for each. Invariant: blocks cover the text in order; body
paragraphs are numbered from 1, as those of a web page.
"""

from __future__ import annotations

from collections.abc import Iterable

from haengbo.article.layout import Verdict
from haengbo.model.article import Block, BlockKind
from haengbo.model.span import Span


def compose(parts: Iterable[tuple[str, Verdict, str | None]]) -> tuple[str, tuple[Block, ...]]:
    """Join paragraphs.

    Args:
        parts: Text without line feeds, verdict, and where in the source it stands.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    at = number = 0
    for text, verdict, source in parts:
        body = verdict.kind is BlockKind.BODY
        number += body
        span = Span(at, at + len(text))
        blocks.append(Block(verdict.kind, span, number if body else None, verdict.rule, source))
        texts.append(text)
        at += len(text) + 1
    return "\n".join(texts), tuple(blocks)
