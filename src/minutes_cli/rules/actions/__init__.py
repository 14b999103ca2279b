"""M4: what was promised, by whom and until when."""
