"""M1: the heading of the minutes."""
