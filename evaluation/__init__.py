"""The quality gate: floors on the samples' own gold, and on outside gold where it exists."""
