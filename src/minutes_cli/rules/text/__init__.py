"""M8: the text as such, whatever it records."""
