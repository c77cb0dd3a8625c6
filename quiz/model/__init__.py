"""Floor 1: values and rules. No Qt, no YAML, no files, no clock, no global random."""
