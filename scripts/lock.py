"""Take haengbo itself out of the lock that pip wrote.

Usage: ``python scripts/lock.py``; ``make lock`` does so. The licences of what is new in it are then
looked at and written into ``deploy/reviewed.tsv`` by hand.
"""

from __future__ import annotations

from pathlib import Path

_LOCK = Path(__file__).parents[1] / "deploy" / "pylock.toml"
_BETWEEN = "[[packages]]\n"


def main() -> None:
    """Write the lock anew."""
    parts = _LOCK.read_text("utf-8").split(_BETWEEN)
    kept = [part for part in parts if not part.startswith('name = "haengbo"\n')]
    _LOCK.write_text(_BETWEEN.join(kept), "utf-8")


if __name__ == "__main__":
    main()
