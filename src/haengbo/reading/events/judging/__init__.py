"""Whether a trigger tells of a happening at all, how it stands, and who says so."""
