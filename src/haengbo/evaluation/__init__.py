"""Readings and gold → how close a reading comes to what a careful analyst would write down.

The tasks and conventions are those of the evaluation format (docs/accuracy.md). Works on plain
records (the evaluation format), so that readings of any program can be scored.
"""
