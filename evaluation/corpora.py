"""Which pages and gold are scored, and what our readings of them are.

The samples ship with the project; pages kept apart (``heldout/README.md``, ``retold/README.md``)
stand beside this module. Outside gold is looked for in ``$HAENGBO_EVALUATION``, else in
``../shared/evaluation`` beside the checkout; where neither exists it is NOT SCORED, never ok.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from haengbo.evaluation.across import Across
from haengbo.evaluation.score import load_records, score
from haengbo.evaluation.similarity import Names
from haengbo.evaluation.tally import Tally
from haengbo.samples import gold_folder, groups_file, pages_folder

ROOT = Path(__file__).parents[1]


def fingerprint(paths: Iterable[Path]) -> str:
    """Of the names and bytes of files, in this order."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


#: Described speakers that gold calls by either name: 외무성 대변인, of the North unless it is said.
_ALIASES = Path(__file__).with_name("aliases.json")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pages with gold.

    Attributes:
        name: Key in ``floors.json``.
        pages: Folder of pages.
        gold: Folder of gold records.
        groups: File of groups for the figures across pages, if there is one.
        aliases: File of names that count as the same, where it is not this project's own.
        apart: Whether its pages were kept apart when the rules were written.
        closed: Whether nobody who writes rules may see what is missed on it.
    """

    name: str
    pages: Path
    gold: Path
    groups: Path | None = None
    aliases: Path | None = None
    closed: bool = False
    apart: bool = False

    def digest(self) -> str:
        """Fingerprint of every page and gold file: a changed corpus needs a reviewed re-pin."""
        folders = (self.pages, self.gold)
        return fingerprint(p for f in folders for p in sorted(f.iterdir()) if p.is_file())

    def names(self) -> Names:
        """How names are compared."""
        table = json.loads((self.aliases or _ALIASES).read_text("utf-8"))
        return Names(table)


def outside_folder() -> Path | None:
    """The folder of outside gold, or ``None`` where there is none on this machine."""
    given = os.environ.get("HAENGBO_EVALUATION")
    folder = Path(given) if given else ROOT.parent / "shared" / "evaluation"
    return folder if (folder / "gold").is_dir() else None


def samples() -> Corpus:
    """The corpus that the project ships."""
    return Corpus("samples", pages_folder(), gold_folder(), groups_file())


def heldout() -> tuple[Corpus, ...]:
    """The pages kept apart: the half whose errors were looked at, and the half of figures only."""
    folder = Path(__file__).with_name("heldout")
    return (
        Corpus(
            *("heldout-open", folder / "open" / "pages", folder / "open" / "gold"),
            apart=True,
        ),
        Corpus(
            *("heldout-closed", folder / "closed" / "pages", folder / "closed" / "gold"),
            closed=True,
            apart=True,
        ),
    )


def retold() -> tuple[Corpus, ...]:
    """Short texts retold after real pages: the half that was opened, and the half that is not."""
    folder = Path(__file__).with_name("retold")
    return tuple(
        Corpus(
            *(f"retold-{half}", folder / half / "pages", folder / half / "gold"),
            closed=half == "closed",
            apart=True,
        )
        for half in ("open", "closed")
    )


def own() -> tuple[Corpus, ...]:
    """Every corpus of this repository, the samples first."""
    return (samples(), *heldout(), *retold())


def outside() -> tuple[Corpus, ...]:
    """The outside corpora that exist on this machine."""
    folder = outside_folder()
    if folder is None:
        return ()
    aliases = folder / "aliases.json"
    written = folder / "written"
    return (
        Corpus("pages", folder / "pages", folder / "gold", aliases=aliases),
        Corpus("written", written / "pages", written / "gold", written / "groups.json", aliases),
    )


def read_corpus(corpus: Corpus) -> Tally:
    """Read every page of a corpus afresh and score it."""
    from haengbo.cli.read import readings  # noqa: PLC0415 - loads the analyser
    from haengbo.model.page import Known  # noqa: PLC0415

    predicted = {r.id: r.to_dict() for r in readings([str(corpus.pages)], (), Known(), 0.0)}
    return score(load_records(corpus.gold), predicted, corpus.names())


def collate_corpus(corpus: Corpus) -> Across | None:
    """Ingest a corpus into a fresh ledger and score its events; ``None`` without groups."""
    if corpus.groups is None:
        return None
    from haengbo.cli.ingest import run_ingest  # noqa: PLC0415 - loads the analyser
    from haengbo.export.records import copy_records, event_records  # noqa: PLC0415
    from haengbo.ledger import Ledger  # noqa: PLC0415
    from haengbo.ledger.views import EventFilter  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        location = str(Path(folder) / "gate.db")
        run_ingest([str(corpus.pages)], location)
        ledger = Ledger.open(location)
        events: list[dict[str, Any]] = list(event_records(ledger, EventFilter()))
        copies: list[dict[str, Any]] = list(copy_records(ledger))
        ledger.close()
    groups = json.loads(corpus.groups.read_text("utf-8"))
    return Across(load_records(corpus.gold), groups, events, copies, corpus.names())
