"""What a mixed stream costs from raw bytes to a ledger that can be searched, beside one Kiwi pass.

Of every hundred pages five are on the theme: sample pages and pieces of a news archive that the
gate lets through, among pieces that it puts aside. Everything is done as ``haengbo ingest`` does
it, in a new ledger, with no result kept from before and no text twice; the pass it is compared
with reads the same articles' texts without user words, in one thread. CPU seconds.
Usage: ``python -m benchmarks.stream ARCHIVE.jsonl [--share 0.05] [--repeat N]``.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import tempfile
import time
from pathlib import Path

from kiwipiepy import Kiwi

from haengbo.article import to_article
from haengbo.capture import collect
from haengbo.cli.start import look_seldom_for_garbage
from haengbo.knowledge import Knowledge, load
from haengbo.ledger import Ledger
from haengbo.model.page import MediaType, Page
from haengbo.pipeline import collate, ingest
from haengbo.reading.gate import on_theme
from haengbo.samples import pages_folder


def mixed(archive: str, share: float, known: Knowledge) -> tuple[list[Page], int]:
    """Pages in a fixed order, on-theme ones spread evenly, and how many are on the theme."""
    there = [p for p in collect([archive, str(pages_folder())]) if isinstance(p, Page)]
    themed = [on_theme(to_article(page, known), known) for page in there]
    # Samples first: theirs are the longest readings
    on = [p for p, yes in zip(there, themed, strict=True) if yes][::-1]
    off = [p for p, yes in zip(there, themed, strict=True) if not yes]
    wanted = round(len(off) * share / (1 - share))
    every = max(1, len(off) // max(1, wanted))
    pages: list[Page] = []
    for number, page in enumerate(off):
        pages.append(page)
        if number % every == 0 and len(pages) - number <= wanted:
            pages.append(on[number // every])
    return pages, len(pages) - len(off)


def _bare(kiwi: Kiwi, texts: list[str]) -> float:
    start = time.process_time()
    for text in texts:
        kiwi.tokenize(text)
    return time.process_time() - start


def _warm(known: Knowledge) -> None:
    """Load what a process loads once."""
    text = "북한 외무상, 모스크바 도착\n\n최선희 북한 외무상은 2일 모스크바에 도착했다고 밝혔다."
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger.open(Path(folder) / "warm.db", knowledge=known)
        ingest(ledger, [Page("warm", text.encode(), MediaType.TEXT)], known)
        ledger.close()


def stream(pages: list[Page], known: Knowledge) -> float:
    """CPU seconds from bytes to a ledger that can be searched."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Ledger.open(Path(folder) / "stream.db", knowledge=known)
        gc.collect()
        start = time.process_time()
        ingest(ledger, pages, known)
        collate(ledger, known)
        taken = time.process_time() - start
        ledger.close()
    return taken


def main() -> None:
    """Print the ratio."""
    parser = argparse.ArgumentParser(description="cost of a mixed stream")
    parser.add_argument("archive")
    parser.add_argument("--share", type=float, default=0.05)
    parser.add_argument("--repeat", type=int, default=3)
    args = parser.parse_args()
    look_seldom_for_garbage()
    known = load()
    pages, on = mixed(args.archive, args.share, known)
    texts = [to_article(page, known).text for page in pages]
    kiwi = Kiwi(num_workers=1)
    kiwi.tokenize("몸을 푼다.")
    _warm(known)
    rows = [(_bare(kiwi, texts), stream(pages, known)) for _ in range(args.repeat)]
    bare, taken = (statistics.median(column) for column in zip(*rows, strict=True))
    ratio = statistics.median(whole / floor for floor, whole in rows)
    print(f"{len(pages)} pages, {on} on the theme, {sum(map(len, texts)):,} characters")
    print(f"bare Kiwi pass {bare:.2f} s, stream {taken:.2f} s: {ratio:.2f} x")


if __name__ == "__main__":
    main()
