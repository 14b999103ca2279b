"""A picture to a page as the PDF engines yield it."""

from __future__ import annotations

from statistics import mean

from minutes_cli.readers.ocr.picture import Picture
from minutes_cli.readers.ocr.remnant import second_look, unread
from minutes_cli.readers.ocr.repair import repaired
from minutes_cli.readers.ocr.setting import find_lean, set_words
from minutes_cli.readers.ocr.strokes import Strokes, find_strokes, without
from minutes_cli.readers.ocr.tesseract import Tesseract
from minutes_cli.readers.ocr.words import read_table
from minutes_cli.readers.pdf.geometry import Lean
from minutes_cli.readers.pdf.page import Page, Ruling

# a page whose words are less certain than this on average is a photograph or dirt: a poor scan has 0.75 and more
_CERTAIN = 0.65


def read_page(picture: Picture, number: int, tesseract: Tesseract) -> Page:
    """What stands in the picture; places are those of the page put straight, `Page.lean` leads back from them."""
    strokes = find_strokes(picture)
    dots = without(strokes, picture, picture.cleaned())
    seen = read_table(tesseract.table(picture.width, picture.height, dots, picture.dots_per_inch))
    rest = unread(seen, picture, dots)
    if rest:
        table = tesseract.table(picture.width, picture.height, rest, picture.dots_per_inch, whole=False)
        seen += second_look(read_table(table), seen)
    scale = picture.points_per_dot
    lean = find_lean(seen, picture.width, picture.height)
    page = Page(number, picture.width * scale, picture.height * scale, pictures=1.0)
    words = repaired(set_words(seen, lean, picture))
    if words and mean(word.certainty for word in words) >= _CERTAIN:
        page.add_words(words, [])
    page.rulings = _rulings(strokes, lean, scale)
    page.lean = Lean(lean.x * scale, lean.y * scale, lean.slope)
    return page


def _rulings(strokes: Strokes, lean: Lean, scale: float) -> list[Ruling]:
    """The runs as straight lines along an axis."""
    found: list[Ruling] = []
    for row, start, end in strokes.level:
        (x0, top), (x1, bottom) = lean.straight(start, row), lean.straight(end, row)
        y = scale * (top + bottom) / 2
        found.append(Ruling(scale * x0, y, scale * x1, y))
    for column, start, end in strokes.upright:
        (x0, top), (x1, bottom) = lean.straight(column, start), lean.straight(column, end)
        x = scale * (x0 + x1) / 2
        found.append(Ruling(x, scale * top, x, scale * bottom))
    return found
