"""How well the article of an HTML page is found: ours beside trafilatura, resiliparse, newspaper4k.

Reads the HTML pages of the samples and of ``$HAENGBO_EVALUATION`` (or
``../shared/evaluation``), and the article that the tests put on pages of many systems; compares
body paragraphs (the same text up to a tenth), headline, day and authors with gold, and prints a
table. Peers that are not installed are named and left out. Lines of a peer's text are its
paragraphs; a peer that gives no title, day or author shows a dash.

    python -m benchmarks.extraction
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from haengbo.article import to_article
from haengbo.article.decode import decode
from haengbo.errors import PageError
from haengbo.evaluation.similarity import overlap, pair_greedily, same_time, squeeze
from haengbo.knowledge import Knowledge, load
from haengbo.model.article import BlockKind
from haengbo.model.page import MediaType, Page

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
SAME_TEXT = 0.9


@dataclass(frozen=True, slots=True)
class Extract:
    """What an extractor says of one page.

    Attributes:
        paragraphs: Body text, one each.
        title: Headline; empty if it finds none, ``None`` if it does not look for one.
        day: Date of publication, likewise.
        authors: Likewise.
    """

    paragraphs: tuple[str, ...]
    title: str | None = None
    day: str | None = None
    authors: tuple[str, ...] | None = None


Extractor = Callable[[Page, str], Extract]


@dataclass(slots=True)
class Totals:
    """Counts over all pages of one extractor."""

    matched: int = 0
    found: int = 0
    wanted: int = 0
    seconds: float = 0.0
    right: dict[str, list[bool]] = field(default_factory=dict)

    def add(self, extract: Extract, gold: dict[str, Any]) -> None:
        """Compare one page."""
        wanted = list(gold["paragraphs"])
        found = list(extract.paragraphs)
        self.matched += len(pair_greedily(wanted, found, overlap, SAME_TEXT))
        self.found += len(found)
        self.wanted += len(wanted)
        if extract.title is not None:
            self._note("title", squeeze(gold["title"]) == squeeze(extract.title))
        if extract.day is not None and gold.get("published"):
            self._note("day", same_time(gold["published"], extract.day))
        if extract.authors is not None:
            self._note("authors", sorted(gold.get("authors", [])) == sorted(extract.authors))

    def _note(self, name: str, right: bool) -> None:  # noqa: FBT001 - a fact to be counted
        self.right.setdefault(name, []).append(right)

    def row(self, pages: int) -> str:
        """The figures as one line."""
        precision = self.matched / self.found if self.found else 0.0
        recall = self.matched / self.wanted if self.wanted else 0.0
        both = self.found + self.wanted
        shares = [
            f"{sum(self.right[name])}/{len(self.right[name])}" if name in self.right else "-"
            for name in ("title", "day", "authors")
        ]
        figures = f"{precision:.3f}  {recall:.3f}  {2 * self.matched / both if both else 0:.3f}"
        times = f"{1000 * self.seconds / max(pages, 1):6.1f}"
        return figures + "  " + "  ".join(f"{share:>7}" for share in shares) + f"  {times}"


def ours(knowledge: Knowledge) -> Extractor:
    """Haengbo's own article stage."""

    def extract(page: Page, _: str) -> Extract:
        try:
            article = to_article(page, knowledge)
        except PageError:
            return Extract((), "", "", ())
        texts = tuple(b.span.of(article.text) for b in article.of_kind(BlockKind.BODY))
        day = article.published.value if article.published else ""
        return Extract(texts, article.title or "", day, tuple(a.value for a in article.authors))

    return extract


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple(line.strip() for line in (text or "").split("\n") if line.strip())


def trafilatura_extractor() -> Extractor:
    """Trafilatura in its thorough mode."""
    import trafilatura  # noqa: PLC0415 - a peer

    def extract(_: Page, html: str) -> Extract:
        document = trafilatura.bare_extraction(html, fast=False, with_metadata=True)
        if document is None:
            return Extract((), "", "", ())
        record = document if isinstance(document, dict) else document.as_dict()
        authors = tuple(a for a in (record.get("author") or "").split("; ") if a)
        title, day = record.get("title") or "", record.get("date") or ""
        return Extract(_lines(record.get("text")), title, day, authors)

    return extract


def resiliparse_extractor() -> Extractor:
    """Resiliparse's main content."""
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - a peer

    def extract(_: Page, html: str) -> Extract:
        return Extract(_lines(extract_plain_text(html, main_content=True)))

    return extract


def newspaper_extractor() -> Extractor:
    """Newspaper4k in Korean."""
    newspaper: Any = importlib.import_module("newspaper")

    def extract(_: Page, html: str) -> Extract:
        article = newspaper.Article("https://page.example/", language="ko")
        article.download(input_html=html)
        article.parse()
        day = article.publish_date.date().isoformat() if article.publish_date else ""
        return Extract(_lines(article.text), article.title, day, tuple(article.authors))

    return extract


PEERS: tuple[tuple[str, Callable[[], Extractor]], ...] = (
    ("trafilatura", trafilatura_extractor),
    ("resiliparse", resiliparse_extractor),
    ("newspaper", newspaper_extractor),
)


def html_pages(pages: Path, gold: Path) -> list[tuple[Page, dict[str, Any]]]:
    """HTML pages with the article part of their gold."""
    found = []
    for path in sorted(pages.glob("*.html")):
        record = json.loads((gold / f"{path.stem}.json").read_text("utf-8"))["article"]
        if record.get("paragraphs"):
            found.append((Page(path.name, path.read_bytes(), MediaType.HTML), record))
    return found


def made_pages() -> list[tuple[Page, dict[str, Any]]]:
    """The one invented article of the tests on pages of many systems."""
    sys.path.insert(0, str(ROOT / "tests"))
    modern = importlib.import_module("article.test_modern_pages")
    older = importlib.import_module("article.test_webpages")
    gold = {
        "paragraphs": older.PARAGRAPHS,
        "title": older.TITLE,
        "published": older.DAY,
        "authors": [older.AUTHOR],
    }
    texts = [*older.PAGES.items(), *modern.P.items()]
    return [
        (Page(name, text.encode(modern.ENCODINGS.get(name, "utf-8")), MediaType.HTML), gold)
        for name, text in texts
    ]


def measure(pages: list[tuple[Page, dict[str, Any]]], extract: Extractor) -> Totals:
    """Run an extractor over pages; the first is run once before the clock starts."""
    totals = Totals()
    extract(pages[0][0], decode(pages[0][0]).text)
    for page, gold in pages:
        text = decode(page).text
        started = time.perf_counter()
        result = extract(page, text)
        totals.seconds += time.perf_counter() - started
        totals.add(result, gold)
    return totals


def main() -> None:
    """Print one table per corpus."""
    from evaluation.corpora import outside, samples  # noqa: PLC0415 - needs the path set above

    extractors = [("haengbo", ours(load()))]
    for name, make in PEERS:
        if importlib.util.find_spec(name) is None:
            print(f"{name}: not installed, left out")
        else:
            extractors.append((name, make()))
    corpora = [(c.name, html_pages(c.pages, c.gold)) for c in (samples(), *outside())]
    for corpus, pages in (*corpora, ("made in the tests", made_pages())):
        if not pages:
            continue
        print(f"\n{corpus}: {len(pages)} HTML pages")
        print("             prec.  recall F1       title      day  authors  ms/page")
        for name, extract in extractors:
            try:
                print(f"{name:12} {measure(pages, extract).row(len(pages))}")
            except (ImportError, LookupError) as error:
                print(f"{name:12} needs more than is installed: {str(error).strip()[:60]}")


if __name__ == "__main__":
    main()
