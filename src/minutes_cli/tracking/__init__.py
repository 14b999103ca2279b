"""Actions over meetings: pure functions, Minutes -> TrackedAction."""
