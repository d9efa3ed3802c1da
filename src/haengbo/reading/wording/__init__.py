"""Document → remarks on wording, omissions, claimed patterns, and claims ruled out by dates.

What the page *says* about wording and silence is read here; whether it is true is for
``analysis``.
"""

from __future__ import annotations

from haengbo.model.article import Finding
from haengbo.model.reading import Omission, Pattern, WordingChange
from haengbo.reading.attribution import Attributions
from haengbo.reading.document import Document
from haengbo.reading.wording.anachronisms import anachronisms
from haengbo.reading.wording.changes import wording_changes
from haengbo.reading.wording.omissions import omissions
from haengbo.reading.wording.regularity import patterns


def find_wording_changes(document: Document) -> tuple[WordingChange, ...]:
    """Remarks that one official wording gave way to another."""
    return tuple(wording_changes(document))


def find_omissions(document: Document, attributions: Attributions) -> tuple[Omission, ...]:
    """Remarks that something was not mentioned."""
    return tuple(omissions(document, attributions))


def find_patterns(document: Document) -> tuple[Pattern, ...]:
    """Claims that each time one thing happens another follows."""
    return tuple(patterns(document))


def find_anachronisms(document: Document) -> tuple[Finding, ...]:
    """Claims that dated knowledge rules out."""
    return tuple(anachronisms(document))
