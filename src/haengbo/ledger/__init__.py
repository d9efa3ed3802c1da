"""Readings and events → rows that keep everything; typed answers to questions about them.

``Ledger`` (module ``ledger.ledger``) is the way in; what it returns is described in
``ledger.views``. Readings, event versions and decisions are only ever added, so that any past
state can be shown. SQLite by default, PostgreSQL for teams, one code path.
"""

from __future__ import annotations

from haengbo.ledger.ledger import Ledger
from haengbo.ledger.views import EventFilter, StatementFilter

__all__ = ["EventFilter", "Ledger", "StatementFilter"]
