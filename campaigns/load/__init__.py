"""Readers, editors and an ingest at one ledger at once: what failed, was lost, how long it took."""
