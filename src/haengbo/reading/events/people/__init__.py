"""A trigger and its frame → who takes part, and as what."""
