"""Minutes as a document for people: composed once, written by each format of documents."""
