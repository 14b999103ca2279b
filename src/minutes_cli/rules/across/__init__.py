"""M9: what goes wrong from one meeting of a body to the next."""
