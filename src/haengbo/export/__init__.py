"""The ledger → files for others: tables, event data, bibliographies, calendars, networks.

Short quotations and references, not whole articles: the pages are other people's work.
``registry.FORMATS`` lists every format.
"""

from __future__ import annotations

from haengbo.export.formats import ExportFormat, write_lines
from haengbo.export.records import (
    copy_records,
    event_records,
    expectation_records,
    statement_records,
)
from haengbo.export.registry import FORMATS, Format, format_for, records
from haengbo.export.wanted import Subject, Wanted

__all__ = [
    "FORMATS",
    "ExportFormat",
    "Format",
    "Subject",
    "Wanted",
    "copy_records",
    "event_records",
    "expectation_records",
    "format_for",
    "records",
    "statement_records",
    "write_lines",
]
