"""Sample pages in our own words about public facts, by invented outlets, with gold.

Goes out: the places of the pages, of their gold and of the groups they form. Nothing comes in, and
nothing is read here. They are the demo, the tests' corpus and the gate's standard; README.md beside
this file says what is invented.
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def pages_folder() -> Path:
    """Return the folder of the sample pages (HTML in UTF-8 or CP949, and plain text)."""
    return HERE / "pages"


def gold_folder() -> Path:
    """Return the folder of the gold: one JSON file for each page, under the page's stem."""
    return HERE / "gold"


def groups_file() -> Path:
    """Return the JSON file that names overlaps, copies, conflicts and origins of the samples."""
    return HERE / "groups.json"
