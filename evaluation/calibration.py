"""``python -m evaluation.calibration``: does a confidence of 0.9 mean right nine times in ten?

Every item of every reading is right or wrong by the scorer's rules. The reliability table leaves
one group of pages (a story, with its copies) out at a time: what an item of the left-out group is
worth is counted on the others only. ``--write`` counts on all pages and writes the pack's table.
Outside gold joins where it is on this machine; without it only the samples are counted.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from evaluation.corpora import ROOT, Corpus, heldout, outside, samples
from haengbo.evaluation.score import (
    event_similarity,
    forecast_similarity,
    load_records,
    time_similarity,
)
from haengbo.evaluation.similarity import Names, covers, overlap, pair_greedily, squeeze
from haengbo.reading.confidence import families, worth

TABLE = ROOT / "src" / "haengbo" / "knowledge" / "korea" / "confidence.tsv"
#: A rule's own figure counts from this many items on; below, its family's does.
LEAST = 8
#: Weight of the kind's mean in a rule's figure, in items.
PRIOR = 4
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001)


@dataclass(frozen=True, slots=True)
class Judged:
    """One item of a reading: its group of pages, kind, rule, and whether it is right."""

    group: str
    kind: str
    rule: str
    right: bool


def groups_of(corpus: Corpus) -> dict[str, str]:
    """Page → group: pages of one story belong together, else each page is its own group."""
    found = {path.stem: f"{corpus.name}/{path.stem}" for path in corpus.pages.iterdir()}
    if corpus.groups is not None:
        for name, pages in json.loads(corpus.groups.read_text("utf-8")).items():
            if isinstance(pages, list) and all(isinstance(page, str) for page in pages):
                found |= dict.fromkeys(pages, f"{corpus.name}/{name}")
    return found


def judged(corpus: Corpus) -> Iterator[Judged]:
    """Every item of every reading of a corpus."""
    from haengbo.cli.read import readings  # noqa: PLC0415 - loads the analyser
    from haengbo.model.page import Known  # noqa: PLC0415

    groups, gold, names = groups_of(corpus), load_records(corpus.gold), corpus.names()
    for reading in readings([str(corpus.pages)], (), Known(), 0.0):
        if reading.id in gold:
            yield from judge(groups[reading.id], gold[reading.id], reading.to_dict(), names)


def judge(
    group: str, gold: Mapping[str, Any], read: Mapping[str, Any], names: Names
) -> Iterator[Judged]:
    """The items of one page."""
    known = {names(actor["name"]) for actor in gold.get("actors", [])}
    for actor in read["actors"]:
        yield Judged(group, "actors", actor["rule"], names(actor["name"]) in known)
    tasks: tuple[tuple[str, Any, float], ...] = (
        ("times", time_similarity, 0.3),
        ("events", partial(event_similarity, names), 0.4),
        ("forecasts", forecast_similarity, 0.4),
        ("omissions", lambda g, p: covers(g["what"], p["what"]), 0.5),
        ("wording_changes", _same_change, 0.5),
    )
    for kind, similarity, least in tasks:
        golds, items = gold.get(kind, []), read[kind]
        matched = {j for _, j in pair_greedily(golds, items, similarity, least)}
        for index, item in enumerate(items):
            yield Judged(group, kind, item["rule"], index in matched)
    yield from _statements(group, gold, read, names)


def _same_change(g: Mapping[str, Any], p: Mapping[str, Any]) -> float:
    return float(all(squeeze(g[end]) == squeeze(p[end]) for end in ("from", "to")))


def _statements(
    group: str, gold: Mapping[str, Any], read: Mapping[str, Any], names: Names
) -> Iterator[Judged]:
    """A statement is right with its words and its speaker."""
    for kind, forms in (("statements", ("direct", "document")), ("indirect", ("indirect",))):
        golds, items = (
            [s for s in record.get("statements", []) if s["form"] in forms]
            for record in (gold, read)
        )
        pairs = pair_greedily(golds, items, lambda g, p: overlap(g["text"], p["text"]), 0.5)
        right = {j for i, j in pairs if _speakers(golds[i], names) == _speakers(items[j], names)}
        for index, item in enumerate(items):
            yield Judged(group, kind, item["rule"], index in right)


def _speakers(statement: Mapping[str, Any], names: Names) -> set[str]:
    return {names(name) for name in statement["speaker"]}


def counted(items: Sequence[Judged]) -> dict[str, tuple[float, int]]:
    """``kind family`` → (share right, drawn toward the kind's mean; items)."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for item in items:
        for family in families(item.rule):
            key = f"{item.kind} {family}"
            seen[key] += 1
            right[key] += item.right
    table = {}
    for key, n in sorted(seen.items()):
        mean = right[f"{key.split(' ')[0]} *"] / seen[f"{key.split(' ')[0]} *"]
        if n >= LEAST or key.endswith(" *"):
            table[key] = (round((right[key] + PRIOR * mean) / (n + PRIOR), 3), n)
    return table


def left_out(items: Sequence[Judged]) -> list[tuple[Judged, float]]:
    """Every item with what the other groups say it is worth."""
    by_group: dict[str, list[Judged]] = defaultdict(list)
    for item in items:
        by_group[item.group].append(item)
    rated = []
    for group, inside in by_group.items():
        others = [item for item in items if item.group != group]
        values = {key: value for key, (value, _) in counted(others).items()}
        rated += [(item, worth(values, item.kind, item.rule, 0.5)) for item in inside]
    return rated


def kept_apart(table: Mapping[str, tuple[float, int]]) -> list[tuple[Judged, float]]:
    """Every item of the pages kept apart with what a table made without them says it is worth."""
    values = {key: value for key, (value, _) in table.items()}
    return [
        (item, worth(values, item.kind, item.rule, 0.5))
        for corpus in heldout()
        for item in judged(corpus)
    ]


def reliability(rated: Sequence[tuple[Judged, float]]) -> list[str]:
    """Rows of the table: confidence said, share right, items."""
    rows = [f"{'confidence':14} {'said':>6} {'right':>6} {'items':>6}"]
    for low, high in pairwise(BINS):
        inside = [(item, value) for item, value in rated if low <= value < high]
        if inside:
            said = sum(value for _, value in inside) / len(inside)
            right = sum(item.right for item, _ in inside) / len(inside)
            label = f"{low:.2f} – {min(high, 1.0):.2f}"
            rows.append(f"{label:14} {said:6.3f} {right:6.3f} {len(inside):6}")
    return rows


def write(table: Mapping[str, tuple[float, int]], path: Path = TABLE) -> None:
    """The pack's table, sorted, with what it is in its first lines."""
    lines = [
        "# How often a rule's items were right on annotated pages (evaluation.calibration).",
        "# id: kind, rule or family; value: share right, drawn toward the kind's mean; n: items.",
        "id\tvalue\tn",
        *(f"{key}\t{value}\t{n}" for key, (value, n) in table.items()),
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> int:
    """Print the reliability table by kind and in all; with ``--write`` renew the pack's table."""
    parser = argparse.ArgumentParser(description="calibration of confidences")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    corpora = (samples(), *outside())
    items = [item for corpus in corpora for item in judged(corpus)]
    rated = left_out(items)
    names = ", ".join(corpus.name for corpus in corpora)
    print(f"{len(items)} items of {names}; one group of pages left out at a time")
    for kind in sorted({item.kind for item in items}):
        print(f"\n{kind}")
        print("\n".join(reliability([pair for pair in rated if pair[0].kind == kind])))
    print("\nall")
    print("\n".join(reliability(rated)))
    table = counted(items)
    print("\npages kept apart, by the table of all others")
    print("\n".join(reliability(kept_apart(table))))
    if args.write:
        write(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
