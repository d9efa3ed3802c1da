"""The stages of a collation of readings, in their order.

Comes in: readings by month, as ``lay_out`` wrote them. Goes out: events by month, relations, copies
and versions, as Parquet. Invariant: what is published is what a ledger would hold that took in all
these readings and no decision (see the package).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from haengbo import __version__, collation
from haengbo.engine.gathering import captures, happenings, publishing, reports, texts
from haengbo.engine.gathering.parcels import EVERYBODY, Step, destinations, done
from haengbo.engine.gathering.publishing import Gathered
from haengbo.engine.months import laid_out
from haengbo.engine.places import Place
from haengbo.knowledge import load

if TYPE_CHECKING:
    from haengbo.engine.engines import Engine

_DIGITS = 16
#: Shares, of which there are as many as files of readings, are at most so many.
_MOST_SHARES = 1_000


def gather(out: str, engine: Engine, packs: Sequence[Path] = (), shares: int = 0) -> Gathered:
    """Collate all readings that were laid out; goes on where an earlier run was broken off.

    Args:
        out: Where they are, and where events go.
        engine: What works.
        packs: Folders laid over the shipped pack.
        shares: How many the keys are dealt to; as many as the files ask for if omitted.

    Raises:
        UsageError: Nothing was laid out there.
    """
    digests = laid_out(out)
    pack = load(tuple(packs)).version
    key = key_of(digests, pack)
    there = publishing.noted(out)
    if there is not None and there.key == key:
        return there
    files = sorted(digests)
    shares = shares or max(1, min(_MOST_SHARES, len(files)))
    step = Step(out, f"collation/{key}-{shares}", "", shares, tuple(map(str, packs)))
    _stages(engine, step, files)
    gathered = _published(engine, step, files, (key, __version__, pack))
    Place(out).remove("collation")
    return gathered


def key_of(digests: dict[str, str], pack: str) -> str:
    """Changes with the readings, the pack, the code and the kind of keys."""
    said = json.dumps([digests, pack, __version__, collation.KEYS], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:_DIGITS]


def _stages(engine: Engine, step: Step, files: Sequence[str]) -> None:
    """Everything up to what is published: of files, of shares, of all at once."""
    shares = [f"{number:05d}" for number in range(step.shares)]
    done(engine, "addresses", captures.addresses, step, files)
    done(engine, "recaptured", captures.recaptured, step, shares)
    done(engine, "captures", captures.captures, step, files)
    done(engine, "versions", captures.versions, step, shares)
    done(engine, "sketches", texts.sketches, step, files)
    done(engine, "meetings", texts.meetings, step, shares)
    done(engine, "near", texts.near, step, shares)
    done(engine, "textual", texts.textual, step, [EVERYBODY])
    done(engine, "texts", texts.texts, step, files)
    done(engine, "copies", texts.copies, step, shares)
    done(engine, "reports", reports.reports, step, files)
    done(engine, "alike", reports.alike, step, destinations(step, "reports"))
    done(engine, "groups", reports.groups, step, [EVERYBODY])
    done(engine, "together", happenings.together, step, files)
    done(engine, "events", happenings.events, step, shares)
    done(engine, "relations", happenings.relations, step, shares)


def _published(
    engine: Engine, step: Step, files: Sequence[str], about: tuple[str, str, str]
) -> Gathered:
    """Write what was found, then that it is there."""
    publishing.forget(step.out)
    months = destinations(step, "events")
    done(engine, "events-written", publishing.publish_month, step, months)
    relations, copies, versions = publishing.publish_rest(step, files)
    size = publishing.sizes(step)
    gathered = Gathered(
        *about, size.reports, size.largest_block, size.events, relations, copies, versions
    )
    publishing.note(step.out, gathered)
    return gathered
