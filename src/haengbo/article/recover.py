"""HTML → text, blocks and metadata, by whichever way finds the article.

The visible page first; where it holds no news, the data embedded in its scripts.
"""

from __future__ import annotations

from haengbo.article.cues import Cues
from haengbo.article.markup import parse
from haengbo.article.metadata import Metadata, read_metadata
from haengbo.article.webpage import read_webpage
from haengbo.model.article import Block


def read_html(text: str, cues: Cues) -> tuple[str, tuple[Block, ...], Metadata]:
    """Text, blocks and metadata of a page; no blocks where there is no article."""
    root = parse(text)
    if root is None:
        return "", (), Metadata()
    metadata = read_metadata(root)
    page = read_webpage(root, cues, headline=metadata.headline)
    return page.text, page.blocks, metadata
