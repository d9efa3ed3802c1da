"""Values → SVG drawn on the server, each with ``role="img"`` and a sentence that says the same.

Ink first, channel colour second, red third (look: docs/look.md). No chart knows the ledger.
"""
