"""Data and no work: what a reader yields (`document`) and what the parser finds (`minutes`)."""
