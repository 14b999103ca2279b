"""T0: blank documents, and minutes held against their template."""
