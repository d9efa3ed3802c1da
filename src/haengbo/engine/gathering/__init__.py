"""Collation as a group-by over blocking keys, by the engine that read the archive.

Readings by month go through stages, each a function called for pieces (files, shares of keys) by
the engine: ``captures`` (versions of articles), ``texts`` (copies), ``reports`` (blocks),
``happenings`` (events, relations), ``publishing``; ``order`` has them in a row. Each piece that is
done is a file, so that a run that was killed goes on where it stopped.

Why the result is that of a ledger which took in the same readings on a laptop. There, whenever
pages change, ``affected`` widens them to a closed set: whatever is like a report of the set (found
by the same keys), stands on a copy of its page or on another capture of its article, belongs to it,
and so on until nothing comes in; ``collate`` makes events of the set. Blocks overlap: a report
stands under many keys, and events may reach through many blocks. So the blocks themselves are never
collated. They only say which pairs are alike, by the same ``compare`` and threshold; pairs and ties
are joined to groups through all blocks (``components``); and each group, which is a smallest closed
set, is collated as a whole by the same ``collate``. No event reaches over two closed sets, so that
it does not matter which of them are collated together: neither the order of arrival on a laptop nor
the shares here can be told from the events.

One thing a ledger decides by what it sees at a time. A shingle on more pages than ``EVERYWHERE``
makes no pages meet: copies that nothing but such shingles would bring together may differ.
"""

from __future__ import annotations

from haengbo.engine.gathering.order import gather
from haengbo.engine.gathering.publishing import Gathered

__all__ = ["Gathered", "gather"]
