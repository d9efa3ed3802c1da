"""Tens of thousands of pages through one ingest and one server, and what both hold meanwhile."""
