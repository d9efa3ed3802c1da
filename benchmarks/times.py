"""Korean time expressions: haengbo beside dateparser, on public test suites and on news pages.

Two tables:

1. the Korean rows of the suites of Duckling, Snips' rustling and dateparser (from
   ``$HAENGBO_SHARED_DATA`` or ``../shared/data``, folder ``time-suites``), those that denote days,
   weeks, months, quarters or years. Rows about clock times are counted apart: a newspaper's
   calendar has no use for them. Where the sense of news differs from the suite's, it says why;
2. the gold of evaluation pages (``$HAENGBO_EVALUATION`` or ``../shared/evaluation``): every
   expression a careful reader resolved, found with its value by each reader.

What is absent is printed as NOT RUN, never as done.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from haengbo.capture.detect import media_type_of
from haengbo.knowledge import load
from haengbo.knowledge.calendar import calendar
from haengbo.korean.times import resolve
from haengbo.model.page import Page
from haengbo.pipeline import read_page

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("HAENGBO_SHARED_DATA", ROOT.parent / "shared" / "data"))
EVALUATION = Path(os.environ.get("HAENGBO_EVALUATION", ROOT.parent / "shared" / "evaluation"))
CALENDAR_GRAINS = {"day", "week", "month", "quarter", "year"}

#: Why a newspaper means something else than the suite: the words → the reason.
NEWS_SENSE = {
    "번째": "weeks and weekdays counted within a month: counted in more than one way, left open",
    "첫째": "as 번째",
    "둘째": "as 번째",
    "셋째": "as 번째",
    "마지막": "as 번째",
    "주 월요일": "that weekday of this week, or the coming one",
    "요일": "a bare weekday is ahead in the suites; in news it may be either, so it is left open",
    "지난 2": "the suites leave out the current week or month; news counts back from today",
    "지난 두": "as 지난 2",
    "지난 이": "as 지난 2",
    "지난 3": "as 지난 2",
    "지난 세": "as 지난 2",
    "지난 삼": "as 지난 2",
    "다음 3": "다음 3주 is no date in news: 앞으로 3주 is a length",
    "다음 세": "as 다음 3",
    "다음 삼": "as 다음 3",
    "안에": "a span from now in the suites to the second; news means days or months",
    "이내": "within a term: a rule in news, no date",
    "내": "as 이내",
    "여름": "astronomical seasons there; in news the months June to August",
    "겨울": "as 여름",
    "봄": "as 여름",
    "가을": "as 여름",
    "설날": "1 January there; the lunar new year in Korea",
    "신정": "the coming one there; the nearest in news",
    "년전": "the suites keep the month; N년 전 is a year in news",
    "년 전": "as 년전",
    "주말": "from Friday evening there; Saturday and Sunday in news",
    "크리스마스": "the coming one there; the nearest in news",
    "복": "dog days are not in the pack",
    "의 날": "not in the pack",
    "의날": "not in the pack",
    "초에": "the first five days there; the first ten in news",
    "말에": "the last five days there; from the 21st in news",
    "전주": "also the name of a city",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One row of a suite.

    Attributes:
        suite: Where it is from.
        text: The words.
        reference: The day it is said on, EDTF.
        value: EDTF that the suite expects.
    """

    suite: str
    text: str
    reference: str
    value: str


def _day(text: str, minus: int = 0) -> str:
    text += "-01-01"[len(text) - 4 :] if len(text) < len("2013-02-12") else ""
    return (datetime.fromisoformat(text[:19]) - timedelta(days=minus)).date().isoformat()


def _instant(expected: dict[str, Any]) -> str:
    first = _day(expected["value"])
    grain = expected["grain"]
    if grain == "week":
        return f"{first}/{_day(expected['value'], -6)}"
    if grain == "quarter":
        year, month = int(first[:4]), int(first[5:7])
        return f"{year}-{month:02d}/{year}-{month + 2:02d}"
    return first[: {"day": 10, "month": 7, "year": 4}[grain]]


def _interval(expected: dict[str, Any]) -> str:
    first, last = _day(expected["from"]), _day(expected["to_exclusive"], 1)
    if expected.get("grain") in {"month", "year"}:
        length = 7 if expected["grain"] == "month" else 4
        return f"{first[:length]}/{last[:length]}"
    return f"{first}/{last}"


def _midnight(text: str) -> bool:
    return len(text) <= len("2013-02-12") or text[11:19] == "00:00:00"


def _value(expected: dict[str, Any]) -> str | None:
    """EDTF of what a suite expects; ``None`` for clock times and lengths."""
    kind = expected["kind"]
    if kind == "instant" and expected.get("grain") in CALENDAR_GRAINS:
        return _instant(expected)
    whole = kind == "interval" and "to_exclusive" in expected
    if whole and _midnight(expected["from"]) and _midnight(expected["to_exclusive"]):
        return _interval(expected)
    return None


def read_suites(folder: Path) -> tuple[list[Case], Counter[str]]:
    """Cases about the calendar, and how many rows of each suite are about clocks and lengths."""
    cases, other = [], Counter[str]()
    for path in sorted(folder.glob("*-ko.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            value = _value(row["expected"]) if row["reference"] else None
            if value is None:
                other[row["suite"]] += 1
            else:
                cases.append(Case(row["suite"], row["text"], row["reference"][:10], value))
    return cases, other


def _ours(text: str, reference: str) -> str | None:
    times = resolve(text, anchor=reference, calendar=calendar(load()))
    return times[0].value if times else None


def _dateparser() -> Callable[[str, str], str | None] | None:
    try:
        module = importlib.import_module("dateparser")
    except ImportError:
        return None

    def parse(text: str, reference: str) -> str | None:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(reference)}
        found = module.parse(text, languages=["ko"], settings=settings)
        return found.date().isoformat() if found else None

    return parse


def _same(value: str, found: str | None, *, loose: bool) -> bool:
    """``loose``: a reader that knows only days is right if it gives the first day."""
    if found is None:
        return False
    return found == value or (loose and found.startswith(value.partition("/")[0]))


def _reason(text: str) -> str | None:
    return next((why for words, why in NEWS_SENSE.items() if words in text), None)


def run_suites(folder: Path) -> None:
    """Print the first table."""
    if not folder.is_dir():
        print(f"suites: NOT RUN, no {folder}")
        return
    cases, other = read_suites(folder)
    parse = _dateparser()
    print("suite                        cases  haengbo  open  differs  | dateparser")
    differing = []
    for suite in sorted({case.suite for case in cases}):
        rows = [case for case in cases if case.suite == suite]
        found = [(case, _ours(case.text, case.reference)) for case in rows]
        right = sum(_same(case.value, value, loose=False) for case, value in found)
        silent = sum(value is None for _, value in found)
        theirs = "NOT RUN"
        if parse is not None:
            theirs = str(sum(_same(c.value, parse(c.text, c.reference), loose=True) for c in rows))
        differing += [(c, v) for c, v in found if not _same(c.value, v, loose=False)]
        print(
            f"{suite:28s} {len(rows):5d} {right:8d} {silent:5d} "
            f"{len(rows) - right - silent:8d}  | {theirs}"
        )
    print("rows about clock times, lengths or without a reference:", dict(other))
    print("\nwhere haengbo gives another value or none:")
    for case, value in differing:
        why = _reason(case.text) or "not covered"
        print(f"  {case.text}: {case.value} there, {value or 'open'} here ({why})")


def _found_by_dateparser(text: str, reference: str) -> set[tuple[str, str]]:
    search = importlib.import_module("dateparser.search").search_dates
    settings = {"RELATIVE_BASE": datetime.fromisoformat(reference)}
    found = search(text, languages=["ko"], settings=settings) or []
    return {(surface.replace(" ", ""), day.date().isoformat()) for surface, day in found}


def _pages(gold: Path, pages: Path) -> Iterator[tuple[dict[str, Any], Path]]:
    for path in sorted(gold.glob("*.json")):
        page = next(iter(pages.glob(f"{path.stem}.*")), None)
        if page is not None:
            yield json.loads(path.read_text("utf-8")), page


def run_pages(gold: Path, pages: Path, name: str) -> None:
    """Print the second table for one set of pages: gold expressions found with their value."""
    if not gold.is_dir():
        print(f"{name}: NOT RUN, no {gold}")
        return
    wanted = ours = theirs = 0
    knowledge = load()
    for item, path in _pages(gold, pages):
        data = path.read_bytes()
        reading = read_page(Page(path.name, data, media_type_of(data)), knowledge)
        text = reading.article.text
        times = {(t.span.of(text).replace(" ", ""), t.value) for t in reading.times}
        published = (item["article"]["published"] or "")[:10]
        other: set[tuple[str, str]] = set()
        if _dateparser() is not None and len(published) == len("2024-11-02"):
            other = _found_by_dateparser(text, published)
        for time in item["times"]:
            surface, value = time["surface"].replace(" ", ""), time["value"]
            wanted += 1
            ours += any((surface in s or s in surface) and v == value for s, v in times)
            theirs += any(
                (surface in s or s in surface) and v.startswith(value.partition("/")[0])
                for s, v in other
            )
    beside = str(theirs) if _dateparser() is not None else "NOT RUN"
    print(f"{name:10s} gold {wanted:4d}   haengbo {ours:4d}   dateparser.search {beside}")


def main() -> int:
    """Run both tables."""
    run_suites(DATA / "time-suites")
    print("\ngold expressions of pages, found with their value:")
    run_pages(EVALUATION / "gold", EVALUATION / "pages", "pages")
    run_pages(EVALUATION / "written" / "gold", EVALUATION / "written" / "pages", "written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
