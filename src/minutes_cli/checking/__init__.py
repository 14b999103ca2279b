"""Checking: files in, findings out. `engine` runs the rules, the other files place, choose and remember findings."""
