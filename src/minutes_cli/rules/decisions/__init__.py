"""M5: what was moved, and how it was voted on."""
