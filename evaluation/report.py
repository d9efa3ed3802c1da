"""``python -m evaluation.report``: put today's tables into docs/accuracy.md, between its marks.

The README shows a few of these figures, taken from that page. Everything outside the marks is prose
and stays. The agreement of two annotators stands beside the
five real pages, as measured before the rules were written.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from evaluation.calibration import (
    apart,
    closed,
    counted,
    judged,
    learnt_first,
    learnt_from,
    left_out,
    reliability,
)
from evaluation.corpora import (
    ROOT,
    Corpus,
    collate_corpus,
    heldout,
    outside,
    read_corpus,
    retold,
    samples,
)
from haengbo import __version__
from haengbo.evaluation.tally import Tally

TARGET = ROOT / "docs" / "accuracy.md"
README = ROOT / "README.md"
#: F1 (fields: accuracy) of one annotator against the other on the five real pages.
AGREEMENT: Mapping[str, float] = {
    "actors": 0.957,
    "roles": 0.962,
    "times": 0.906,
    "events": 0.859,
    "statements+speaker": 0.912,
    "indirect+speaker": 0.519,
    "forecasts": 0.903,
    "wording_changes": 1.0,
    "omissions": 1.0,
    "events.date": 0.951,
    "events.place": 0.967,
    "events.mode": 0.967,
    "events.status": 0.984,
    "events.participants": 0.869,
    "events.reported_by": 0.967,
}
TASKS = (
    *("lines.body", "paragraphs", "actors", "roles", "times", "events", "status.other", "chains"),
    *("statements+speaker", "indirect+speaker", "forecasts", "omissions", "wording_changes"),
)
FIELDS = (
    *("lines.kind", "article.title", "article.published(day)", "article.outlet", "article.origin"),
    *("events.date", "events.place", "events.mode", "events.status", "events.participants"),
    *("events.reported_by", "statements.date", "forecasts.by", "forecasts.horizon"),
)


#: What the README tells of: a task and its name there; sets by their column in the page's table.
TOLD: Mapping[str, str] = {
    "times": "dates",
    "actors": "who is named",
    "statements+speaker": "what was said, and by whom",
    "chains": "through whom it is known",
    "forecasts": "forecasts, plans, pledges",
    "events": "what happened",
}
SETS: Mapping[str, str] = {
    "samples F1": "sample pages",
    "heldout-open F1": "kept apart, errors looked at",
    "heldout-closed F1": "kept apart, never looked at",
    "retold-closed F1": "retold after real pages, never looked at",
    "two annotators": "two people",
}


def _task_table(tallies: Mapping[str, Tally]) -> list[str]:
    names = list(tallies)
    head = [f"{name} F1 | matched/read/gold" for name in names]
    lines = [f"| task | {' | '.join(head)} | two annotators |"]
    lines.append("|---|" + "---|---|" * len(names) + "---|")
    for task in TASKS:
        cells = []
        for tally in tallies.values():
            count = tally.tasks.get(task)
            if count is None or not count.gold + count.predicted:
                cells += ["", ""]
            else:
                cells += [f"{count.f1:.3f}", f"{count.matched}/{count.predicted}/{count.gold}"]
        agreed = f"{AGREEMENT[task]:.3f}" if task in AGREEMENT else ""
        lines.append(f"| {task} | {' | '.join(cells)} | {agreed} |")
    return lines


def _field_table(tallies: Mapping[str, Tally]) -> list[str]:
    lines = [f"| field on matched pairs | {' | '.join(tallies)} | two annotators |"]
    lines.append("|---|" + "---|" * len(tallies) + "---|")
    for name in FIELDS:
        cells = []
        for tally in tallies.values():
            count = tally.fields.get(name)
            cells.append(f"{count.recall:.3f} ({count.matched}/{count.gold})" if count else "")
        agreed = f"{AGREEMENT[name]:.3f}" if name in AGREEMENT else ""
        lines.append(f"| {name} | {' | '.join(cells)} | {agreed} |")
    return lines


def _across_table(corpora: Sequence[Corpus]) -> list[str]:
    made = {c.name: across.figures() for c in corpora if (across := collate_corpus(c))}
    names = list(next(iter(made.values())))
    lines = [f"| across pages | {' | '.join(made)} |", "|---|" + "---|" * len(made)]
    for name in names:
        cells = [f"{figures[name]:.3f}" if name in figures else "" for figures in made.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines


def _reliability() -> list[str]:
    items = [*learnt_first(), *(i for corpus in learnt_from() for i in judged(corpus))]
    rated = left_out(items)
    return [
        *("```", "all but the closed pages, one group left out at a time", *reliability(rated), ""),
        *("of those the first readings of pages kept apart", *reliability(apart(rated)), ""),
        *("closed pages, by the table of all others", *reliability(closed(counted(items))), "```"),
    ]


def told(page: str) -> list[str]:
    """The README's table, out of the text of the page on accuracy.

    Raises:
        StopIteration: The page has no table of tasks, or a task or set is not in it.
    """
    rows = [[cell.strip() for cell in line.split("|")] for line in page.splitlines()]
    head = next(row for row in rows if "task" in row)
    places = [head.index(name) for name in SETS]
    lines = [f"| F1 | {' | '.join(SETS.values())} |", "|---|" + "---:|" * len(SETS)]
    for task, name in TOLD.items():
        row = next(row for row in rows if row[1:2] == [task])
        lines.append(f"| {name} | {' | '.join(row[place][:-1] or '–' for place in places)} |")
    return lines


def replaced(text: str, mark: str, lines: Sequence[str]) -> str:
    """The text with what stands between ``<!-- mark -->`` and ``<!-- /mark -->`` replaced.

    Raises:
        ValueError: The marks are not there.
    """
    pattern = re.compile(rf"(<!-- {mark} -->\n).*?(<!-- /{mark} -->)", re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"no marks for {mark}")
    body = "\n".join(lines) + "\n"
    return pattern.sub(lambda m: m.group(1) + body + m.group(2), text)


def main(target: Path = TARGET) -> int:
    """Score every corpus on this machine and write the tables."""
    corpora = (samples(), *outside())
    tallies = {corpus.name: read_corpus(corpus) for corpus in (*corpora, *heldout(), *retold())}
    text = target.read_text("utf-8")
    pages = ", ".join(f"{name}: {tally.records} pages" for name, tally in tallies.items())
    when = f"haengbo {__version__}, {dt.datetime.now(tz=dt.UTC).date().isoformat()}; {pages}."
    text = replaced(text, "when", [when])
    text = replaced(text, "tasks", _task_table(tallies))
    text = replaced(text, "fields", _field_table(tallies))
    text = replaced(text, "across", _across_table(corpora))
    text = replaced(text, "reliability", _reliability())
    target.write_text(text, "utf-8")
    README.write_text(replaced(README.read_text("utf-8"), "figures", told(text)), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
