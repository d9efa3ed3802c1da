"""Article → document with its names, its day and its times: what every reading of it stands on.

Comes in: an ``Article`` as it is seen. Goes out: a ``Document``. Invariant: who reads a page and
who explains the reading stand on the same names and times.
"""

from __future__ import annotations

from dataclasses import replace

from haengbo.knowledge import Knowledge
from haengbo.model.article import Article
from haengbo.reading.dating import with_inferred_date
from haengbo.reading.document import Document
from haengbo.reading.mentions import find_mentions
from haengbo.reading.mentions.marked import with_marked_names
from haengbo.reading.prepare import prepare
from haengbo.reading.times import find_times


def recognised(article: Article, knowledge: Knowledge) -> Document:
    """The document with who and when.

    Args:
        article: As it is seen (``shown``).
        knowledge: What to read with.
    """
    document = prepare(article, knowledge)
    document = with_marked_names(replace(document, mentions=find_mentions(document)))
    document = with_inferred_date(document)
    return replace(document, times=find_times(document))
