"""Standards of civic data: one module a standard, and what they share in `gathering`."""
