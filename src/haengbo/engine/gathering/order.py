"""The stages of a collation of readings, in their order.

Comes in: readings by month, as ``lay_out`` wrote them. Goes out: events by month, relations, copies
and versions, as Parquet. Invariant: what is published is what a ledger would hold that took in all
these readings and no decision (see the package).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from haengbo import __version__, collation
from haengbo.engine.gathering import captures, crowded, happenings, publishing, reports, texts
from haengbo.engine.gathering.parcels import EVERYBODY, Step, destinations, done
from haengbo.engine.gathering.publishing import Gathered
from haengbo.engine.months import laid_out
from haengbo.engine.places import Place
from haengbo.knowledge import load

if TYPE_CHECKING:
    from haengbo.engine.engines import Engine

_DIGITS = 16
#: Pages of a batch, and of all shares one, where batches are not more than so many.
_PAGES_A_BATCH, _MOST_BATCHES = 20_000, 400
#: Fewer are dealt to some all the same, so that several can work.
_FEW_PAGES, _FEW_BATCHES = 500, 8


def gather(out: str, engine: Engine, packs: Sequence[Path] = (), batches: int = 0) -> Gathered:
    """Collate all readings that were laid out; goes on where an earlier run was broken off.

    Args:
        out: Where they are, and where events go.
        engine: What works.
        packs: Folders laid over the shipped pack.
        batches: How many readings, and keys, are dealt to; as their number asks for if omitted.

    Raises:
        UsageError: Nothing was laid out there.
    """
    files = laid_out(out)
    pack = load(tuple(packs)).version
    key = key_of(files, pack)
    there = publishing.noted(out)
    if there is not None and there.key == key:
        return there
    dealt = _dealt(files, batches or _enough(sum(pages for _, pages in files.values())))
    number = max(1, len(dealt))
    step = Step(out, f"collation/{key}-{number}", "", number, (), tuple(map(str, packs)))
    steps = [replace(step, piece=f"{n:05d}", files=names) for n, names in enumerate(dealt)]
    _stages(engine, step, steps)
    gathered = _published(engine, step, steps, (key, __version__, pack))
    Place(out).remove("collation")
    return gathered


def _enough(pages: int) -> int:
    """How many batches so many pages make."""
    few = min(_FEW_BATCHES, pages // _FEW_PAGES)
    return max(1, few, min(_MOST_BATCHES, -(-pages // _PAGES_A_BATCH)))


def _dealt(files: dict[str, tuple[str, int]], batches: int) -> list[tuple[str, ...]]:
    """Files in their order in at most so many batches of about as many pages."""
    size = sum(pages for _, pages in files.values()) / batches
    dealt: list[list[str]] = [[] for _ in range(batches)]
    before = 0
    for name, (_, pages) in files.items():
        dealt[min(batches - 1, int(before / size) if size else 0)].append(name)
        before += pages
    return [tuple(names) for names in dealt if names]


def key_of(files: dict[str, tuple[str, int]], pack: str) -> str:
    """Changes with the readings, the pack, the code and the kind of keys."""
    said = json.dumps([files, pack, __version__, collation.KEYS], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:_DIGITS]


def _stages(engine: Engine, step: Step, batches: Sequence[Step]) -> None:
    """Everything up to what is published: of batches, of shares, of all at once."""
    shares = [replace(step, piece=f"{number:05d}") for number in range(step.shares)]
    whole = [replace(step, piece=EVERYBODY)]
    done(engine, "addresses", captures.addresses, batches)
    done(engine, "recaptured", captures.recaptured, shares)
    done(engine, "captures", captures.captures, batches)
    done(engine, "versions", captures.versions, shares)
    done(engine, "sketches", texts.sketches, batches)
    done(engine, "meetings", texts.meetings, shares)
    done(engine, "near", texts.near, shares)
    done(engine, "textual", texts.textual, whole)
    done(engine, "texts", texts.texts, batches)
    done(engine, "copies", texts.copies, shares)
    done(engine, "days", crowded.days, batches)
    done(engine, "crowded", crowded.crowded, shares)
    done(engine, "reports", reports.reports, batches)
    done(engine, "alike", reports.alike, shares)
    done(engine, "groups", reports.groups, whole)
    done(engine, "together", happenings.together, batches)
    done(engine, "events", happenings.events, shares)
    done(engine, "relations", happenings.relations, shares)


def _published(
    engine: Engine, step: Step, batches: Sequence[Step], about: tuple[str, str, str]
) -> Gathered:
    """Write what was found, then that it is there."""
    publishing.forget(step.out)
    months = [replace(step, piece=month) for month in destinations(step, "events")]
    done(engine, "events-written", publishing.publish_month, months)
    relations, copies, versions = publishing.publish_rest(step, [b.piece for b in batches])
    size = publishing.sizes(step)
    gathered = Gathered(
        *about, size.reports, size.largest_block, size.events, relations, copies, versions
    )
    publishing.note(step.out, gathered)
    return gathered
