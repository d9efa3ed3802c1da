"""The ledger → files for others: JSON lines and CSV of events, copies, statements, expectations.

Short quotations and references, not whole articles: the pages are other people's work.
"""

from __future__ import annotations

from haengbo.export.formats import ExportFormat, write_lines
from haengbo.export.records import (
    copy_records,
    event_records,
    expectation_records,
    statement_records,
)

__all__ = [
    "ExportFormat",
    "copy_records",
    "event_records",
    "expectation_records",
    "statement_records",
    "write_lines",
]
