"""Reading pictures of pages: an installed `tesseract` finds the words, all else is found in the picture here.

    Picture -> strokes (ruling lines, taken out) -> tesseract -> repair -> setting -> Page

A `Page` that comes out of it looks like one of a PDF's own: words with sizes and boxes in points, ruling lines.
"""
