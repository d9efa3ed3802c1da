"""haengbo (행보): annals of North Korea's diplomacy, read from Korean news pages.

Comes in: pages (files, text, JSONL). Goes out: readings whose every item carries the span it
rests on. The invariant of the package: nothing is stated that cannot be traced to a sentence.

Only ``__version__`` is bound at import time; ``read`` and ``Ledger`` are resolved on first use, so
that ``haengbo --help`` does not load an analyser.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Ledger", "__version__", "read"]

if TYPE_CHECKING:
    from haengbo.annals.ledger import Ledger
    from haengbo.reader import read


def __getattr__(name: str) -> Any:  # noqa: ANN401 - module attributes are of any type
    """Resolve the public functions lazily (PEP 562)."""
    if name == "read":
        from haengbo.reader import read  # noqa: PLC0415 - lazy by design

        return read
    if name == "Ledger":
        from haengbo.annals.ledger import Ledger  # noqa: PLC0415 - lazy by design

        return Ledger
    raise AttributeError(f"module 'haengbo' has no attribute {name!r}")
