"""The parts of the OpenDocument reader: names, styles, lists, text."""
