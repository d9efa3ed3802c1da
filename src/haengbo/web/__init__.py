"""The ledger → pages for people."""
