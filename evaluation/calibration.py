"""``python -m evaluation.calibration``: does a confidence of 0.9 mean right nine times in ten?

Every item of every reading is right or wrong by the scorer's rules. The reliability table leaves
one group of pages (a story, with its copies) out at a time: what an item of the left-out group is
worth is counted on the others only. ``--write`` counts on all pages but the closed ones and writes
the pack's table, ``--picture FILE`` draws said against right. ``--first`` keeps how the closed
pages are read now, item by item, in ``first_readings.tsv``: to be run once, before anybody looks
at what is missed on them.

Three things keep a figure from promising more than pages of tomorrow hold. Pages whose errors
somebody has looked at count for little beside first readings of pages that nobody had seen. A
rule, and whatever else is seen of an item (a trait: an event with a place), is drawn toward its
kind, the kind toward all. And what is said is what the counts vouch for three times in four, so
that a rule seldom seen, or seen on few pages, says less.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

from evaluation.corpora import ROOT, Corpus, heldout, outside, samples
from evaluation.diagram import drawn
from haengbo.evaluation.score import (
    event_similarity,
    forecast_similarity,
    load_records,
    time_similarity,
)
from haengbo.evaluation.similarity import Names, covers, overlap, pair_greedily, squeeze
from haengbo.reading.confidence import (
    event_traits,
    expectation_traits,
    families,
    speech_traits,
    worth,
)

TABLE = ROOT / "src" / "haengbo" / "knowledge" / "korea" / "confidence.tsv"
#: How pages were read before anybody looked at their errors, an item a row.
FIRST = ROOT / "evaluation" / "first_readings.tsv"
#: A rule's own figure counts from this many items on; below, its family's does.
LEAST = 8
#: Weight of the next larger family's share in that of a family, in items.
PRIOR = 10.0
#: What an item counts for on pages whose errors were looked at, beside one of a first reading.
FITTED = 0.02
#: Items of one page err together: so many of them tell as much as one alone.
TOGETHER = 2.0
#: Standard errors that are taken off: a quarter of a normal distribution lies below.
CAUTION = 0.67
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001)


@dataclass(frozen=True, slots=True)
class Judged:
    """One item of a reading: its group of pages, kind, rule, and whether it is right.

    Attributes:
        group: A story with its copies, after the name of its corpus.
        kind: ``actors``, ``events`` …
        rule: That found it.
        right: By the scorer's rules.
        weight: What it counts for; less on pages whose errors were looked at.
        traits: What else is seen of it.
    """

    group: str
    kind: str
    rule: str
    right: bool
    weight: float = 1.0
    traits: tuple[str, ...] = ()


def groups_of(corpus: Corpus) -> dict[str, str]:
    """Page → group: pages of one story belong together, else each page is its own group.

    A page kept apart stays in its group when it is opened, and so does its first reading.
    """
    name = corpus.name.partition("-")[0]
    found = {path.stem: f"{name}/{path.stem}" for path in corpus.pages.iterdir()}
    if corpus.groups is not None:
        for story, pages in json.loads(corpus.groups.read_text("utf-8")).items():
            if isinstance(pages, list) and all(isinstance(page, str) for page in pages):
                found |= dict.fromkeys(pages, f"{corpus.name}/{story}")
    return found


def judged(corpus: Corpus) -> Iterator[Judged]:
    """Every item of every reading of a corpus."""
    from haengbo.cli.read import readings  # noqa: PLC0415 - loads the analyser
    from haengbo.model.page import Known  # noqa: PLC0415

    groups, gold, names = groups_of(corpus), load_records(corpus.gold), corpus.names()
    for reading in readings([str(corpus.pages)], (), Known(), 0.0):
        if reading.id in gold:
            items = judge(groups[reading.id], gold[reading.id], reading.to_dict(), names)
            yield from (replace(item, weight=1.0 if corpus.closed else FITTED) for item in items)


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
            traits = _traits(kind, item)
            yield Judged(group, kind, item["rule"], index in matched, traits=traits)
    yield from _statements(group, gold, read, names)


def _traits(kind: str, item: Mapping[str, Any]) -> tuple[str, ...]:
    if kind == "events":
        return event_traits(item["place"], len(item["participants"]))
    return expectation_traits(item["horizon"]) if kind == "forecasts" else ()


def _same_change(g: Mapping[str, Any], p: Mapping[str, Any]) -> float:
    return float(all(squeeze(g[end]) == squeeze(p[end]) for end in ("from", "to")))


def _statements(
    group: str, gold: Mapping[str, Any], read: Mapping[str, Any], names: Names
) -> Iterator[Judged]:
    """A statement is right with its words and its speaker."""
    actors = {actor["name"] for actor in read["actors"]}
    for kind, forms in (("statements", ("direct", "document")), ("indirect", ("indirect",))):
        golds, items = (
            [s for s in record.get("statements", []) if s["form"] in forms]
            for record in (gold, read)
        )
        pairs = pair_greedily(golds, items, lambda g, p: overlap(g["text"], p["text"]), 0.5)
        right = {j for i, j in pairs if _speakers(golds[i], names) == _speakers(items[j], names)}
        for index, item in enumerate(items):
            traits = speech_traits(item["speaker"], actors)
            yield Judged(group, kind, item["rule"], index in right, traits=traits)


def _speakers(statement: Mapping[str, Any], names: Names) -> set[str]:
    return {names(name) for name in statement["speaker"]}


def counted(items: Sequence[Judged]) -> dict[str, tuple[float, int]]:
    """``kind family`` → (the share right that the counts vouch for, items)."""
    shares = _shares(items)
    seen = Counter(key for item in items for key in _keys(item))
    return {
        key: (round(_vouched(*shares[key]), 3), seen[key])
        for key in sorted(shares)
        if seen[key] >= LEAST or key.endswith(" *")
    }


def _keys(item: Judged) -> list[str]:
    """What an item counts for: its rule and ever larger families, and its traits."""
    keys = (*families(item.rule), *(f"+{trait}" for trait in item.traits))
    return [f"{item.kind} {key}" for key in keys]


def _shares(items: Sequence[Judged]) -> dict[str, tuple[float, float]]:
    """``kind family`` → (share right, drawn toward the next larger family; weight behind it)."""
    right: dict[str, float] = defaultdict(float)
    weight: dict[str, float] = defaultdict(float)
    parents: dict[str, str] = {}
    for item in items:
        narrow = [f"{item.kind} {family}" for family in families(item.rule)]
        parents |= dict(pairwise([*narrow, ""]))
        parents |= {f"{item.kind} +{trait}": narrow[-1] for trait in item.traits}
        for key in (*_keys(item), ""):
            weight[key] += item.weight / TOGETHER
            right[key] += item.right * item.weight / TOGETHER
    found: dict[str, tuple[float, float]] = {}

    def share(key: str) -> float:
        if not key:
            return right[key] / weight[key]
        if key not in found:
            drawn = right[key] + PRIOR * share(parents[key])
            found[key] = drawn / (weight[key] + PRIOR), weight[key] + PRIOR
        return found[key][0]

    for key in parents:
        share(key)
    return found


def _vouched(share: float, weight: float) -> float:
    """A share less what counting so few may have added to it."""
    return share - CAUTION * math.sqrt(share * (1 - share) / (weight + 1))


def left_out(items: Sequence[Judged]) -> list[tuple[Judged, float]]:
    """Every item with what the other groups say it is worth."""
    by_group: dict[str, list[Judged]] = defaultdict(list)
    for item in items:
        by_group[item.group].append(item)
    rated = []
    for group, inside in by_group.items():
        others = [item for item in items if item.group != group]
        values = {key: value for key, (value, _) in counted(others).items()}
        rated += [(item, _said(values, item)) for item in inside]
    return rated


def _said(values: Mapping[str, float], item: Judged) -> float:
    return worth(values, item.kind, item.rule, 0.5, item.traits)


def first_readings(path: Path = FIRST) -> list[Judged]:
    """Items of pages as they were read before anybody looked at what was missed on them."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if line[:1] != "#"), delimiter="\t")
        return [
            Judged(
                *(row["page"], row["kind"], row["rule"]),
                right=row["right"] == "1",
                traits=tuple(row["traits"].split()),
            )
            for row in rows
        ]


def learnt_first() -> list[Judged]:
    """First readings of pages that are open by now; of those still closed nothing is counted."""
    shut = {group for c in heldout() if c.closed for group in groups_of(c).values()}
    return [item for item in first_readings() if item.group not in shut]


def keep_first(items: Sequence[Judged], path: Path = FIRST) -> None:
    """Add first readings to the file, pages that it has left out."""
    known = {item.group for item in first_readings(path)}
    with path.open("a", encoding="utf-8", newline="") as file:
        for item in items:
            if item.group not in known:
                row = (item.group, item.kind, item.rule, " ".join(item.traits), int(item.right))
                file.write("\t".join(map(str, row)) + "\n")


def learnt_from() -> tuple[Corpus, ...]:
    """Every corpus on this machine but the closed ones."""
    return (samples(), *outside(), *(corpus for corpus in heldout() if not corpus.closed))


def closed(table: Mapping[str, tuple[float, int]]) -> list[tuple[Judged, float]]:
    """Every item of the closed pages with what a table made without them says it is worth."""
    values = {key: value for key, (value, _) in table.items()}
    return [
        (item, _said(values, item))
        for corpus in heldout()
        if corpus.closed
        for item in judged(corpus)
    ]


def apart(rated: Sequence[tuple[Judged, float]]) -> list[tuple[Judged, float]]:
    """Those of first readings."""
    return [pair for pair in rated if pair[0].weight == 1]


def classes(rated: Sequence[tuple[Judged, float]]) -> Iterator[tuple[str, float, float, int]]:
    """By class of confidence: its name, what is said, the share right, items."""
    for low, high in pairwise(BINS):
        inside = [(item, value) for item, value in rated if low <= value < high]
        if inside:
            said = sum(value for _, value in inside) / len(inside)
            right = sum(item.right for item, _ in inside) / len(inside)
            yield f"{low:.2f} – {min(high, 1.0):.2f}", said, right, len(inside)


def reliability(rated: Sequence[tuple[Judged, float]]) -> list[str]:
    """Rows of the table: confidence said, share right, items."""
    return [
        f"{'confidence':14} {'said':>6} {'right':>6} {'items':>6}",
        *(f"{name:14} {said:6.3f} {right:6.3f} {n:6}" for name, said, right, n in classes(rated)),
    ]


def write(table: Mapping[str, tuple[float, int]], path: Path = TABLE) -> None:
    """The pack's table, sorted, with what it is in its first lines."""
    lines = [
        "# How often a rule's items were right on annotated pages (evaluation.calibration).",
        "# id: kind, rule or family; value: share right that the counts vouch for; n: items.",
        "id\tvalue\tn",
        *(f"{key}\t{value}\t{n}" for key, (value, n) in table.items()),
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> int:
    """Print the reliability table by kind and in all; with ``--write`` renew the pack's table."""
    parser = argparse.ArgumentParser(description="calibration of confidences")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--first", action="store_true", help="keep how closed pages are read now")
    parser.add_argument("--picture", type=Path, help="draw said against right")
    args = parser.parse_args()
    if args.write and not outside():
        parser.error("--write needs the outside gold too ($HAENGBO_EVALUATION)")
    if args.first:
        keep_first([item for corpus in heldout() if corpus.closed for item in judged(corpus)])
        return 0
    corpora = learnt_from()
    items = [*learnt_first(), *(item for corpus in corpora for item in judged(corpus))]
    rated, table = left_out(items), counted(items)
    names = ", ".join(("first readings", *(corpus.name for corpus in corpora)))
    print(f"{len(items)} items of {names}; one group of pages left out at a time")
    for kind in sorted({item.kind for item in items}):
        print(f"\n{kind}")
        print("\n".join(reliability([pair for pair in rated if pair[0].kind == kind])))
    last = closed(table)
    for name, pairs in (("all", rated), ("first readings", apart(rated)), ("closed", last)):
        print(f"\n{name}")
        print("\n".join(reliability(pairs)))
    if args.picture:
        series = {"처음 읽은 쪽": list(classes(apart(rated))), "닫힌 쪽": list(classes(last))}
        args.picture.write_text(drawn(series), "utf-8")
    if args.write:
        write(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
