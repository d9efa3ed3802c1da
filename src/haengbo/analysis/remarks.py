"""Remarks of the press that A gave way to B → where A and B really occur, before and after.

The remark is a claim; the texts are the evidence. A claim is borne out when A does not occur after
the remark's day and B does; contradicted when A still occurs; else it cannot be decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from haengbo.analysis.texts import Text
from haengbo.analysis.wording import Use, term_of, uses
from haengbo.knowledge import Knowledge
from haengbo.ledger import Ledger, bulk
from haengbo.ledger.views import ArticleDetail


class Verdict(StrEnum):
    """What the texts say of a remark."""

    BORNE_OUT = "borne-out"
    CONTRADICTED = "contradicted"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Remark:
    """A claim that one wording gave way to another.

    Attributes:
        day: When it was printed.
        source: Page it stands on.
        old: The older wording.
        new: The newer wording.
    """

    day: str
    source: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A remark with the uses of both wordings before its day, and from its day on."""

    remark: Remark
    old_before: tuple[Use, ...]
    old_after: tuple[Use, ...]
    new_before: tuple[Use, ...]
    new_after: tuple[Use, ...]
    verdict: Verdict


def remarks_of(pages: Iterable[ArticleDetail]) -> tuple[Remark, ...]:
    """The remarks that dated pages make, each once a page, oldest first."""
    found = {
        (page.page.name, change.old, change.new): Remark(
            page.page.day, page.page.name, change.old, change.new
        )
        for page in pages
        if page.page.day is not None
        for change in page.reading.wording_changes
    }
    return tuple(sorted(found.values(), key=lambda r: (r.day, r.source, r.old)))


def remarks_in(ledger: Ledger) -> tuple[Remark, ...]:
    """The remarks of all dated pages of a ledger, oldest first: what ``remarks_of`` finds there."""
    with ledger.reading() as session:
        return tuple(Remark(r.day, r.page, r.old, r.new) for r in bulk.remarked(session))


def _split(found: Sequence[Use], day: str) -> tuple[tuple[Use, ...], tuple[Use, ...]]:
    before = tuple(use for use in found if use.text.day < day)
    return before, tuple(use for use in found if use.text.day >= day)


def check(remark: Remark, texts: Sequence[Text], knowledge: Knowledge) -> Checked:
    """Hold a remark against the texts (those of the issuers it speaks of)."""
    old_before, old_after = _split(uses(texts, term_of(remark.old, knowledge)), remark.day)
    new_before, new_after = _split(uses(texts, term_of(remark.new, knowledge)), remark.day)
    if old_after:
        verdict = Verdict.CONTRADICTED
    elif new_after and old_before:
        verdict = Verdict.BORNE_OUT
    else:
        verdict = Verdict.UNDECIDED
    return Checked(remark, old_before, old_after, new_before, new_after, verdict)
