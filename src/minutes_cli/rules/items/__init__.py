"""M3: the agenda items."""
