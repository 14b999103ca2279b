"""Settings from `minutes.toml` or `[tool.minutes]`, found upwards from the working folder."""
