"""How fast pages are read: stage by stage, beside one bare pass of the analyser over the same text.

Ratios are measured in one run on the same pages, in CPU seconds of this process, so that neither a
slow moment of the machine nor a neighbour counts; processes side by side are measured by the
clock. No text is read twice within a round and no result is kept between rounds. Pages: the
samples. Usage: ``python benchmarks/speed.py [--repeat N]``.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import trafilatura
from kiwipiepy import Kiwi

from haengbo import __version__
from haengbo.article import to_article
from haengbo.capture import collect
from haengbo.knowledge import Knowledge, load
from haengbo.knowledge.gazetteer import gazetteer
from haengbo.model.article import NEWS_KINDS, Article
from haengbo.model.page import MediaType, Page
from haengbo.reader import read_article, read_page
from haengbo.reading.attribution import find_attributions
from haengbo.reading.document import Document
from haengbo.reading.events import find_events
from haengbo.reading.mentions import find_mentions
from haengbo.reading.prepare import prepare
from haengbo.reading.times import find_times
from haengbo.samples import pages_folder

T = TypeVar("T")
Times = dict[str, list[float]]
#: What everything is compared with: the analyser without user words, one call a line, one thread.
BARE = "bare Kiwi pass"
TRAFILATURA = "HTML pages: trafilatura"
WEBPAGES = "HTML pages: article"


def news(article: Article) -> list[str]:
    """The lines that are read as news."""
    return [b.span.of(article.text) for b in article.blocks if b.kind in NEWS_KINDS]


def timed(times: Times, name: str, work: Callable[[], T]) -> T:
    """Run and note the CPU seconds it took."""
    start = time.process_time()
    result = work()
    times.setdefault(name, []).append(time.process_time() - start)
    return result


def one_round(pages: list[Page], kiwi: Kiwi, times: Times) -> None:
    """Every stage over all pages, and what they are compared with, once."""
    known = load()
    webpages = [page for page in pages if page.media_type is MediaType.HTML]
    timed(times, TRAFILATURA, lambda: [_extracted(page) for page in webpages])
    timed(times, WEBPAGES, lambda: [to_article(page, known) for page in webpages])
    articles = timed(times, "article", lambda: [to_article(page, known) for page in pages])
    lines = [line for article in articles for line in news(article)]
    timed(times, BARE, lambda: [kiwi.tokenize(line) for line in lines])
    names = gazetteer(known)
    timed(times, "dictionary-only pass", lambda: [names.find(line) for line in lines])
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


def _extracted(page: Page) -> str | None:
    return trafilatura.extract(page.data)


def _warm_up() -> None:
    read_page(_page_of_ours(), load())


def _page_of_ours() -> Page:
    text = "북한 외무상, 모스크바 도착\n\n최선희 북한 외무상은 2일 모스크바에 도착했다."
    return Page("warm", text.encode(), MediaType.TEXT)


def _read_as_json(page: Page) -> int:
    return len(json.dumps(read_page(page, load()).to_dict(), ensure_ascii=False))


def side_by_side(pages: list[Page], rounds: int) -> dict[int, float]:
    """Pages a second, raw to JSON, with one and with two processes: median by the clock."""
    taken: dict[int, list[float]] = {1: [], 2: []}
    context = multiprocessing.get_context("spawn")
    with context.Pool(1, _warm_up) as one, context.Pool(2, _warm_up) as two:
        for pool in (one, two):
            pool.map(_read_as_json, pages, chunksize=1)
        for _ in range(rounds):
            for number, pool in ((1, one), (2, two)):
                start = time.perf_counter()
                pool.map(_read_as_json, pages, chunksize=2)
                taken[number].append(time.perf_counter() - start)
    return {number: len(pages) / statistics.median(times) for number, times in taken.items()}


def peak() -> int:
    """Peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def fresh_process() -> list[tuple[str, float, float]]:
    """Clock and CPU seconds of whole processes: help, one page, the analyser with that page.

    As where it is installed: what Python and haengbo compile once is there, for all alike.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        return _fresh(environment)


def _fresh(environment: dict[str, str]) -> list[tuple[str, float, float]]:
    page = min(Path(pages_folder()).glob("*.txt"))
    bare = (
        "import sys; from kiwipiepy import Kiwi; "
        "Kiwi(num_workers=1).tokenize(open(sys.argv[1], encoding='utf-8').read())"
    )
    commands = {
        "haengbo --help": [sys.executable, "-m", "haengbo", "--help"],
        "haengbo read PAGE": [sys.executable, "-m", "haengbo", "read", str(page)],
        "Kiwi loaded, same page tokenised": [sys.executable, "-c", bare, str(page)],
    }
    rows = []
    for name, command in commands.items():
        taken, worked = [], []
        for _ in range(6):
            start, before = time.perf_counter(), _children()
            subprocess.run(  # noqa: S603 - our own
                command, capture_output=True, check=True, env=environment
            )
            taken.append(time.perf_counter() - start)
            worked.append(_children() - before)
        # The first one compiles
        rows.append((name, statistics.median(taken[1:]), statistics.median(worked[1:])))
    return rows


def stage_table(times: Times, pages: int, characters: int) -> None:
    """Print what each stage took, beside the bare pass."""
    print(f"\n{'stage, CPU time':38} {'ms/page':>8} {'chars/s':>10} {'x bare Kiwi':>12}")
    for name, taken in times.items():
        if name in {TRAFILATURA, WEBPAGES}:
            continue
        ratios = [t / b for t, b in zip(taken, times[BARE], strict=True)]
        median = statistics.median(taken)
        print(
            f"{name:38} {1000 * median / pages:8.1f} {characters / median:10,.0f}"
            f" {statistics.median(ratios):12.2f}"
        )


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description="reading speed")
    parser.add_argument("--repeat", type=int, default=5)
    args = parser.parse_args()
    memory = {"imports": peak()}
    known = load()
    start = time.process_time()
    gazetteer(Knowledge(known.layers))
    pack_seconds = time.process_time() - start
    memory["names of the pack indexed"] = peak()
    pages = [page for page in collect([str(pages_folder())]) if isinstance(page, Page)]
    articles = [to_article(page, known) for page in pages]
    characters = sum(len(line) for article in articles for line in news(article))
    memory["pages to articles"] = peak()
    _warm_up()
    memory["analyser loaded, first page read"] = peak()
    for article in articles:
        read_article(article, known, reading_id="x")
    memory["all pages read"] = peak()
    kiwi = Kiwi(num_workers=1)
    kiwi.tokenize("몸을 푼다.")
    times: Times = {}
    for _ in range(args.repeat):
        one_round(pages, kiwi, times)
    print(f"haengbo {__version__}, Python {platform.python_version()}, {platform.machine()}")
    print(f"{len(pages)} sample pages, {characters:,} characters of news, {args.repeat} rounds")
    stage_table(times, len(pages), characters)
    seconds, floor = sum(times[WEBPAGES]), sum(times[TRAFILATURA])
    print(f"\nHTML pages to articles: {seconds / floor:.2f} x trafilatura alone on the same pages")
    print(f"\npack read and indexed from its files: {pack_seconds:.2f} s")
    print("\npeak memory after each step, MB:")
    for step, megabytes in memory.items():
        print(f"  {step:34} {megabytes:6}")
    speeds = side_by_side(pages, args.repeat)
    print("\nraw page to JSON, pages/s by the clock:")
    print(f"  one process {speeds[1]:.1f}, two {speeds[2]:.1f}: {speeds[2] / speeds[1]:.2f} x")
    print("\nwhole processes, median of 5, by the clock and CPU:")
    for name, seconds, work in fresh_process():
        print(f"  {name:34} {seconds:6.2f} s {work:6.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
