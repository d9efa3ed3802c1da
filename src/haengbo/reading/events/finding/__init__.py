"""Clauses → triggers, and the phrases that stand in the cases of their slots."""
