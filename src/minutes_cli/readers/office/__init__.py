"""What the readers of word processor files (DOCX, ODT, DOC) have in common."""
