"""Pages are read apart: in processes that may hang, run out of memory or die, each alone.

Comes in: pages, and files that hold many. Goes out: what ``reader`` and ``pipeline`` make of them,
in the pages' order; in place of a page that took its process with it, a ``PageError`` that names
it and says why.
Invariant: no page costs more than its limits, none takes another with it.
"""

from __future__ import annotations

from haengbo.apart.limits import Limits
from haengbo.apart.opening import Opening
from haengbo.apart.pages import Preparing, read_each

__all__ = ["Limits", "Opening", "Preparing", "read_each"]
