"""``python -m evaluation.tables``: the tables of every corpus on this machine."""

from __future__ import annotations

import argparse
import sys

from evaluation.corpora import collate_corpus, outside, own, read_corpus
from haengbo.cli.evaluate import table


def main() -> int:
    """Print the tables; with ``--show TASK`` what was missed or extra in it."""
    parser = argparse.ArgumentParser(description="evaluation tables")
    parser.add_argument("--show", action="append", default=[], metavar="TASK")
    parser.add_argument("--faults", action="store_true", help="events split or merged")
    args = parser.parse_args()
    theirs = outside()
    for corpus in (*own(), *theirs):
        print(f"\n=== {corpus.name}")
        tally = read_corpus(corpus)
        print(table(tally))
        for task in () if corpus.closed else args.show:
            print(f"\n{task}:")
            print("\n".join(f"  {line}" for line in tally.misses.get(task, [])))
        across = collate_corpus(corpus)
        if across is not None:
            print("\nacross pages")
            for name, value in across.figures().items():
                print(f"{name:22} {value:.3f}")
            if args.faults:
                print("\n".join(across.faults()))
    if not theirs:
        print("\noutside gold: NOT SCORED ($HAENGBO_EVALUATION names no folder with gold)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
