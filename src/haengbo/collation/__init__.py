"""Reports of many pages → copies, events, chains, discrepancies, independent origins.

Pure functions: no database, no clock. ``tell`` turns a reading into reports, stored under
``keys_of``, ``find_versions`` groups captures of one article, ``find_copies`` pages of one text,
``affected`` says what a change concerns, ``collate`` makes events, ``relate`` links events that are
not one. Reversible: nothing is lost in an event that its reports hold; conflicting claims stay side
by side.
"""

from __future__ import annotations

from haengbo.collation.blocks import KEYS, asks_of, keys_of
from haengbo.collation.comparing import Comparisons, surroundings_of
from haengbo.collation.copies import Text, find_copies, have_one_text, may_be_copies
from haengbo.collation.lore import lore
from haengbo.collation.relations import relate, sought_by
from haengbo.collation.shingles import letters_of, sketch
from haengbo.collation.together import Collated, affected, collate
from haengbo.collation.told import tell
from haengbo.collation.versions import find_versions

__all__ = [
    "KEYS",
    "Collated",
    "Comparisons",
    "Text",
    "affected",
    "asks_of",
    "collate",
    "find_copies",
    "find_versions",
    "have_one_text",
    "keys_of",
    "letters_of",
    "lore",
    "may_be_copies",
    "relate",
    "sketch",
    "sought_by",
    "surroundings_of",
    "tell",
]
