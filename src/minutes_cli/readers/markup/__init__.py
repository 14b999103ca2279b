"""Inline marks, front matter and tables of the text formats with markup."""
