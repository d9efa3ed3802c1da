"""Archives of pages → readings, on the processes of one machine or on a cluster.

The same functions as for one page, called for files of an archive (shards) by an engine: ``local``
(processes of this machine), ``daft`` (the same, by Daft), ``ray`` (Daft on a Ray cluster). A shard
that is done is written and noted, so that a run that was killed goes on where it stopped; then
readings are laid out as Parquet by month, collated by blocking keys, and loaded into a ledger.

    OUT/parts/SHARD.parquet      what was read of one file of the archive
    OUT/done/SHARD.json          that it is whole: pages and failures
    OUT/readings/month=2025-03/  the same, every page once, by month of publication
    OUT/events/month=2025-03/    what they tell together; relations/, copies/, versions/ beside it
"""

from __future__ import annotations

from haengbo.engine.engines import Engine, EngineName, engine_of
from haengbo.engine.gathering import Gathered, gather
from haengbo.engine.loading import load_into
from haengbo.engine.months import lay_out
from haengbo.engine.reading import Summary, read_archive

__all__ = [
    "Engine",
    "EngineName",
    "Gathered",
    "Summary",
    "engine_of",
    "gather",
    "lay_out",
    "load_into",
    "read_archive",
]
