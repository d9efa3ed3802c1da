"""Plain text copied from a page → blocks, one per non-empty line.

Invariant: the text is the decoded source, unchanged; blocks cover exactly its non-empty lines, in
order; lines are counted from 1 at every line feed. A paragraph that mail or an old page broke into
lines is looked at as a whole; its later lines have the kind of its first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from haengbo.article.cues import Cues
from haengbo.article.layout import Line, arrange
from haengbo.article.wrapped import find_wrapping
from haengbo.model.article import WRAPPED, Block, BlockKind
from haengbo.model.span import Span


def lines_of(text: str) -> list[tuple[int, Span]]:
    r"""Numbers and places of the non-empty lines; a carriage return before a line feed is left out.

    Example:
        ``"가\r\n\n나"`` gives ``[(1, [0, 1)), (3, [4, 5))]``.
    """
    out, at = [], 0
    for number, raw in enumerate(text.split("\n"), 1):
        length = len(raw.removesuffix("\r"))
        if raw.strip():
            out.append((number, Span(at, at + length)))
        at += len(raw) + 1
    return out


def plain_blocks(text: str, cues: Cues) -> tuple[Block, ...]:
    """Every non-empty line of a text with its kind."""
    places = lines_of(text)
    lines = [span.of(text).strip() for _, span in places]
    continued = find_wrapping(lines, [number for number, _ in places])
    firsts = [index for index in range(len(lines)) if index not in continued]
    paragraphs = [
        " ".join(lines[first:following]) for first, following in pairwise([*firsts, len(lines)])
    ]
    verdicts = iter(arrange([Line(paragraph) for paragraph in paragraphs], cues))
    blocks: list[Block] = []
    for index, (number, span) in enumerate(places):
        if index in continued:
            blocks.append(Block(blocks[-1].kind, span, number, WRAPPED))
        else:
            verdict = next(verdicts)
            blocks.append(Block(verdict.kind, span, number, verdict.rule))
    return tuple(blocks)


def blocks_in_source(source: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Blocks of a text as it is seen → the same lines of its source.

    Args:
        source: Has the same lines, in some of them characters that nobody sees.
        blocks: Of the text without these. A line of nothing else has none and is furniture.
    """
    found = {block.number: block for block in blocks}
    for number, span in lines_of(source):
        block = found.get(number)
        if block is None:
            yield Block(BlockKind.BOILERPLATE, span, number, "unseen:only")
        else:
            yield replace(block, span=span)
