"""How the labeller is trained and measured; no part of the package that is installed."""
