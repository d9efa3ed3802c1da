"""Names of fields in embedded data, from the pack.

Comes in: ``Knowledge``. Goes out: ``Fields``, which says what a field of that name holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from haengbo.knowledge import Knowledge
from haengbo.knowledge.furniture import EmbeddedFieldRow


@dataclass(frozen=True, slots=True)
class Fields:
    """Kinds of fields.

    Attributes:
        names: Kind → names, squeezed.
    """

    names: dict[str, frozenset[str]]

    def is_a(self, name: str, kind: str) -> bool:
        """Whether a field of this name holds that kind of thing.

        Example:
            ``is_a("published_at", "published")`` is true.
        """
        squeezed = name.lower().replace("_", "").replace("-", "")
        return squeezed in self.names.get(kind, frozenset())


@lru_cache(maxsize=4)
def fields_of(knowledge: Knowledge) -> Fields:
    """The pack's table of embedded fields."""
    names: dict[str, frozenset[str]] = {}
    for row in knowledge.table("embedded_fields", EmbeddedFieldRow):
        names[row.kind] = names.get(row.kind, frozenset()) | frozenset(row.names)
    return Fields(names)
