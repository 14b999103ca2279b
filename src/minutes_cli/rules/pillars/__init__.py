"""M7: the pillars of the plan."""
