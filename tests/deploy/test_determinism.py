"""The same pages give the same bytes, whatever the hash seed, locale and time zone."""

from __future__ import annotations

import sys

from campaigns.determinism import SURROUNDINGS, compared, pythons, sums_of
from haengbo.export import FORMATS
from haengbo.samples import pages_folder

#: Enough pages to share events, few enough to be read in seconds.
PAGES = [str(page) for page in sorted(pages_folder().iterdir())[:6]]


def test_surroundings_change_no_byte() -> None:
    """From one side of the line of dates to the other, and all else with it."""
    one, other = (sums_of(sys.executable, given, PAGES) for given in SURROUNDINGS[1:])
    assert set(one) == {"readings"} | {f"{f.id} {s.value}" for f in FORMATS for s in f.subjects}
    assert compared({"one": one, "other": other}) == []


def test_what_differs_is_named() -> None:
    made = {"3.11": {"a": "1", "b": "2"}, "3.12": {"a": "1", "b": "3"}, "3.13": {"a": "1"}}
    assert compared(made) == ["b"], "what one cannot make is not compared"


def test_this_python_is_always_there() -> None:
    assert sys.executable in pythons([]).values()
    assert pythons(["/x/python"]) == {"/x/python": "/x/python"}
