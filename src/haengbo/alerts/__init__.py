"""Saved searches that tell of what is new: as feeds, to webhooks, by mail.

``finding`` says what an alert finds, ``feeds`` and ``messages`` put it into words, ``telling``
sends it. What was told is kept in the ledger (``ledger.alerts``), so that nothing is told twice.
"""
