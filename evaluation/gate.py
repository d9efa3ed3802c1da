"""``python -m evaluation.gate``: every figure must stay at or above its pinned floor.

``floors.json`` pins, per corpus, a fingerprint of pages and gold and a floor per figure. A figure
below its floor, a missing figure or a changed corpus fails. ``--update`` re-pins: floors rise to
today's figures; lowering one needs ``--allow-regression``, so that it is seen in review.
One of sixteen made texts (``constructions``) is read too, with a floor for each file of them.
Outside gold that is not on this machine is NOT SCORED, and said so. Where it is, the samples
and the pages kept apart must not share sentences with its pages.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation import constructions
from evaluation.corpora import Corpus, collate_corpus, outside, own
from evaluation.corpora import read_corpus as score_pages
from evaluation.own_words import shared

FLOORS = Path(__file__).with_name("floors.json")
#: Figures come from counts of hundreds: a flipped item moves them by more than this.
EPSILON = 5e-4
#: Pinned below today's figure, so that a change of one item in a long list is seen, not fatal.
MARGIN = 0.005

Pinned = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Scored:
    """What was scored: its key in ``floors.json``, its fingerprint and today's figures."""

    name: str
    digest: str
    figures: dict[str, float]


def every(corpora: Sequence[Corpus]) -> Iterator[Scored]:
    """Each corpus read afresh, and the texts that are made."""
    for corpus in corpora:
        yield Scored(corpus.name, corpus.digest(), figures_of(corpus))
    made = constructions.DATA
    yield Scored("constructions", constructions.digest(made), constructions.figures(made))


def figures_of(corpus: Corpus) -> dict[str, float]:
    """Every figure of a corpus: page by page, and across pages where it has groups."""
    figures = score_pages(corpus).figures()
    across = collate_corpus(corpus)
    if across is not None:
        figures |= {f"across.{name}": value for name, value in across.figures().items()}
    figures.pop("across.b3.f1 of nothing", None)
    return figures


def faults(scored: Scored, pinned: Pinned) -> list[str]:
    """What stands against this corpus passing, one line each."""
    if scored.digest != pinned["digest"]:
        return [f"{scored.name}: pages or gold changed since the floors were pinned (--update)"]
    short = []
    for name, floor in pinned["floors"].items():
        figure = scored.figures.get(name)
        if figure is None:
            short.append(f"{scored.name}: {name}: no figure (floor {floor:.3f})")
        elif figure < floor - EPSILON:
            short.append(f"{scored.name}: {name}: {figure:.3f} < floor {floor:.3f}")
    return short


def repinned(scored: Scored, pinned: Pinned, *, allow_regression: bool) -> Pinned:
    """Floors raised to today's figures; an old floor is kept unless a regression is allowed."""
    old = pinned.get("floors", {})
    new = {}
    for name, figure in sorted(scored.figures.items()):
        floor = max(0.0, round(figure - MARGIN, 3))
        new[name] = floor if allow_regression else max(floor, old.get(name, 0.0))
    return {"digest": scored.digest, "floors": new}


def main() -> int:
    """Run the gate; 0 when every floor holds."""
    parser = argparse.ArgumentParser(description="quality gate")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    args = parser.parse_args()
    pinned: dict[str, Pinned] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    ours, theirs = own(), outside()
    against: list[str] = []
    for scored in every((*ours, *theirs)):
        old = pinned.get(scored.name, {})
        if args.update:
            old = repinned(scored, old, allow_regression=args.allow_regression)
            pinned[scored.name] = old
        if not old:
            against.append(f"{scored.name}: no floors pinned (--update)")
        else:
            against += faults(scored, old)
            print(f"{scored.name}: {len(old['floors'])} floors checked")
    against += [fault for corpus in ours for fault in shared(corpus, theirs)]
    if not theirs:
        print("outside gold: NOT SCORED ($HAENGBO_EVALUATION names no folder with gold)")
    if args.update:
        FLOORS.write_text(json.dumps(pinned, indent=1, sort_keys=True) + "\n", "utf-8")
    for line in against:
        print(f"gate: {line}", file=sys.stderr)
    print("gate: FAILED" if against else "gate: every scored floor holds")
    return 1 if against else 0


if __name__ == "__main__":
    sys.exit(main())
