"""Attempts to break what haengbo promises, each counted and seeded, with figures for the docs.

``campaigns.crash`` kills, ``campaigns.load`` crowds, ``campaigns.watch`` answers badly for an hour,
``campaigns.memory`` streams. Each prints a table and ends with 1 when a promise was broken. They
take minutes to hours; small ones of the same code run in the tests.
"""
