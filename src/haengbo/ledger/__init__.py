"""Readings → rows; decisions of people laid over what the machine said."""
