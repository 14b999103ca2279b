"""What plain text shows by its lines alone: wrapping, lists, columns, torn paragraphs."""
