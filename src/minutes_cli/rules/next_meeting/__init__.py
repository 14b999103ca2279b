"""M6: when and where people meet again."""
