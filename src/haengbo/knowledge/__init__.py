"""Packs of YAML and TSV → typed tables: actors, outlets, places, titles, verbs, frames, formulas.

Knowledge is data: adding an actor or a verb never touches Python. A pack is a folder; a user's
pack is laid over the shipped one (``--pack DIR``): rows with the same ``id`` replace the shipped
row, new rows are added. Every table is validated on load; an error names file and row.
"""

from __future__ import annotations

from haengbo.knowledge.packs import Knowledge, load

__all__ = ["Knowledge", "load"]
