"""The parts of the reader of Word 97-2003 files: header, text, formatting, styles, lists, tables (see [MS-DOC])."""
