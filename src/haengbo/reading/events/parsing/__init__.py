"""A sentence of the analyser → its phrases and verbs, and what belongs to each."""
