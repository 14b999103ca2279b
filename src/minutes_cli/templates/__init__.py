"""Templates: what minutes of a body must have, as TOML; blank documents made from them, and blank documents checked."""
