"""How fast pages are read: stage by stage, beside one bare pass of the analyser over the same text.

Ratios are measured in one run on the same pages, so that a slow moment of the machine touches both
sides. No text is read twice within a repetition and nothing is cached between stages. Pages: the
samples. Usage: ``python benchmarks/speed.py [--repeat N]``.
"""

from __future__ import annotations

import argparse
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from kiwipiepy import Kiwi

from haengbo import __version__
from haengbo.article import to_article
from haengbo.capture import collect
from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.model.article import NEWS_KINDS, Article
from haengbo.model.page import Page
from haengbo.pipeline import read_article
from haengbo.reading.attribution import find_attributions
from haengbo.reading.document import Document
from haengbo.reading.events import find_events
from haengbo.reading.mentions import find_mentions
from haengbo.reading.prepare import prepare
from haengbo.reading.times import find_times
from haengbo.samples import pages_folder

T = TypeVar("T")
Times = dict[str, list[float]]


def news(article: Article) -> list[str]:
    """The lines that are read as news."""
    return [b.span.of(article.text) for b in article.blocks if b.kind in NEWS_KINDS]


def timed(times: Times, name: str, work: Callable[[], T]) -> T:
    """Run and note the seconds it took."""
    start = time.perf_counter()
    result = work()
    times.setdefault(name, []).append(time.perf_counter() - start)
    return result


def one_round(pages: list[Page], kiwi: Kiwi, times: Times) -> None:
    """Every stage over all pages, and the bare pass, once."""
    known = load()
    articles = timed(times, "article", lambda: [to_article(page, known) for page in pages])
    lines = [line for article in articles for line in news(article)]
    timed(times, "bare Kiwi pass", lambda: list(kiwi.tokenize(lines)))
    documents: list[Document] = timed(
        times, "prepare (sentences, morphemes)", lambda: [prepare(a, known) for a in articles]
    )
    documents = timed(
        times, "mentions", lambda: [replace(d, mentions=find_mentions(d)) for d in documents]
    )
    documents = timed(times, "times", lambda: [replace(d, times=find_times(d)) for d in documents])
    said = timed(times, "attribution", lambda: [find_attributions(d) for d in documents])
    timed(
        times,
        "events",
        lambda: [find_events(d, a) for d, a in zip(documents, said, strict=True)],
    )
    timed(
        times,
        "reading in full (article to reading)",
        lambda: [read_article(a, known, reading_id="x") for a in articles],
    )


def fresh_process() -> list[tuple[str, float]]:
    """Seconds of whole processes: help, one page, and loading the analyser with that page."""
    page = min(Path(pages_folder()).glob("*.txt"))
    bare = (
        "import sys; from kiwipiepy import Kiwi; "
        "Kiwi().tokenize(open(sys.argv[1], encoding='utf-8').read())"
    )
    commands = {
        "haengbo --help": [sys.executable, "-m", "haengbo", "--help"],
        "haengbo read PAGE": [sys.executable, "-m", "haengbo", "read", str(page)],
        "Kiwi loaded, same page tokenised": [sys.executable, "-c", bare, str(page)],
    }
    rows = []
    for name, command in commands.items():
        taken = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own
            taken.append(time.perf_counter() - start)
        rows.append((name, statistics.median(taken)))
    return rows


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="reading speed")
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    pages = [page for page in collect([str(pages_folder())]) if isinstance(page, Page)]
    known = load()
    start = time.perf_counter()
    gazetteer(Knowledge(known.layers))
    pack_seconds = time.perf_counter() - start
    articles = [to_article(page, known) for page in pages]
    characters = sum(len(line) for article in articles for line in news(article))
    kiwi = Kiwi()
    kiwi.tokenize("몸을 푼다.")
    warm: Times = {}
    one_round(pages[:4], kiwi, warm)
    times: Times = {}
    for _ in range(args.repeat):
        one_round(pages, kiwi, times)
    print(f"haengbo {__version__}, Python {platform.python_version()}, {platform.machine()}")
    print(f"{len(pages)} sample pages, {characters:,} characters of news, {args.repeat} rounds")
    floor = statistics.median(times["bare Kiwi pass"])
    print(f"\n{'stage':38} {'ms/page':>8} {'chars/s':>10} {'x bare Kiwi':>12}")
    for name, taken in times.items():
        ratios = [t / b for t, b in zip(taken, times["bare Kiwi pass"], strict=True)]
        median = statistics.median(taken)
        print(
            f"{name:38} {1000 * median / len(pages):8.1f} {characters / median:10,.0f}"
            f" {statistics.median(ratios):12.2f}"
        )
    print(f"\nbare pass: {characters / floor:,.0f} characters/s on one core")
    print(f"pack read and indexed from its files: {pack_seconds:.2f} s")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print("\nwhole processes, median of 3:")
    for name, seconds in fresh_process():
        print(f"  {name:34} {seconds:6.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
