"""Pure helpers from strings to values; they import nothing of the project."""
