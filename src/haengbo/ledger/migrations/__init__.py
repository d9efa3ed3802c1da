"""Alembic migrations; they ship inside the package and run when a ledger is opened."""
