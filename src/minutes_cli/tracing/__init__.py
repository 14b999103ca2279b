"""From values back to the source: what became of each line, and whether each value still stands in it."""
