"""Runs over many documents: each gets a file of its own in a folder, and a line in the report."""
