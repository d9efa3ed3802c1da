"""What the gate keeps and what it puts aside: recall on annotated pages, share of others passed.

A page is on the theme if its gold tells an event, a statement or a forecast and names the North
or somebody of it. Printed for the samples, the pages kept apart that may be looked at, and
``$HAENGBO_EVALUATION``: how many of these pages pass by their news (``on_theme``) and by their
bytes (``may_matter``). With a file of JSON lines (``{"id", "text"}``), how many of its pages pass.

    python -m benchmarks.gate [FILE.jsonl]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from haengbo.article import to_article
from haengbo.capture import collect
from haengbo.errors import PageError
from haengbo.evaluation.score import load_records
from haengbo.knowledge import Knowledge, load
from haengbo.model.page import Page
from haengbo.reader import may_matter
from haengbo.reading.gate import on_theme

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
NORTH = ("북한", "김정은", "최선희", "조선중앙통신", "노동신문")


def is_on_theme(gold: Mapping[str, Any]) -> bool:
    """Whether an annotator found something of the North on the page."""
    told = any(gold.get(name) for name in ("events", "statements", "forecasts"))
    return told and any(actor["name"] in NORTH for actor in gold.get("actors", []))


def passed(pages: Iterable[Page], knowledge: Knowledge) -> tuple[list[bool], list[bool]]:
    """Whether each page passes by its news, and by its bytes."""
    by_news, by_bytes = [], []
    for page in pages:
        by_bytes.append(may_matter(page, knowledge))
        try:
            by_news.append(on_theme(to_article(page, knowledge), knowledge))
        except PageError:
            by_news.append(False)
    return by_news, by_bytes


def pages_in(folder: Path) -> list[Page]:
    """Pages of a folder or file."""
    return [item for item in collect([str(folder)]) if isinstance(item, Page)]


def main() -> None:
    """Print the figures."""
    from evaluation.corpora import heldout, outside, samples  # noqa: PLC0415 - needs the path above

    knowledge = load()
    total = kept = screened = 0
    for corpus in (samples(), *(c for c in heldout() if not c.closed), *outside()):
        gold = load_records(corpus.gold)
        pages = [page for page in pages_in(corpus.pages) if is_on_theme(gold.get(page.stem, {}))]
        by_news, by_bytes = passed(pages, knowledge)
        counts = f"kept {sum(by_news):3} by news, {sum(by_bytes):3} by bytes"
        print(f"{corpus.name:14} on theme {len(pages):3}  {counts}")
        total, kept, screened = total + len(pages), kept + sum(by_news), screened + sum(by_bytes)
    shares = f"{kept / total:.4f} by news, {screened / total:.4f} by bytes"
    print(f"recall         {shares} ({total} pages)")
    for name in sys.argv[1:]:
        _print_others(Path(name), knowledge)


def _print_others(path: Path, knowledge: Knowledge) -> None:
    pages = pages_in(path)
    started = time.perf_counter()
    by_bytes = [may_matter(page, knowledge) for page in pages]
    spent = 1e6 * (time.perf_counter() - started) / len(pages)
    by_news, _ = passed(pages, knowledge)
    shares = f"{sum(by_news) / len(pages):.3f} by news, {sum(by_bytes) / len(pages):.3f} by bytes"
    print(f"{path.name}: {len(pages)} pages, passed {shares} ({spent:.0f} µs a page)")


if __name__ == "__main__":
    main()
