"""How the words of a picture were set: how far the page leans, on which baselines they stand, how large they are.

Boxes of tesseract are rough: they hold a neighbour's descender or a speck. So a line's baseline is found from all of
its words, its size from how high they rise above it, and both become those of a PDF's own words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from statistics import median

from minutes_cli.model.document import Word
from minutes_cli.readers.ocr.picture import Picture
from minutes_cli.readers.ocr.weight import find_bold
from minutes_cli.readers.ocr.words import Seen, lines_of
from minutes_cli.readers.pdf.geometry import Lean
from minutes_cli.readers.pdf.page import ASCENT, DESCENT

# how high letters rise above the baseline, in type sizes: capitals, figures and "l" in common fonts, and "x"
_TALL, _SMALL = 0.71, 0.5
_SMALL_LETTERS = frozenset("aceimnorsuvwxzgpqyj")
_BELOW_THE_LINE = frozenset("gjpqy,;()[]{}|/\\@$§Qµ_&<>†‡¶ç•·-–—~=+*'\"‘’“”^°")
# two words at least this share of the page's width apart tell how far it leans
_FAR = 0.12
_FEWEST_PAIRS = 8
# of a long line so many words tell enough
_MOST_WORDS = 24
# a page that leans by less than this is straight; one that leans by more was not found to lean but misread
_STRAIGHT, _STEEPEST = 0.0004, 0.12
# a word whose foot is this far (in type sizes) from its line's belongs to another one
_OTHER_LINE = 0.35
# sizes within this share of each other are one
_SAME_SIZE = 0.13
# and where fewer letters tell the size, within this
_SAME_ROUGH_SIZE = 0.3
_ENOUGH_LETTERS = 5
_USUAL_SIZE = 11.0
_LEAST_SIZE, _LARGEST_SIZE = 4.0, 72.0


def find_lean(words: Sequence[Seen], width: float, height: float) -> Lean:
    """How far the page leans, by the feet of words that stand in one line; in the unit of the words' boxes."""
    slopes = []
    for line in lines_of(words):
        feet = [((word.x0 + word.x1) / 2, word.bottom) for word in line if _stands(word.text)]
        step = max(len(feet) // _MOST_WORDS, 1)
        slopes += [
            (b[1] - a[1]) / (b[0] - a[0]) for a, b in combinations(feet[::step], 2) if b[0] - a[0] >= _FAR * width
        ]
    slope = median(slopes) if len(slopes) >= _FEWEST_PAIRS else 0.0
    return Lean(width / 2, height / 2, slope if _STRAIGHT < abs(slope) < _STEEPEST else 0.0)


def set_words(words: Sequence[Seen], lean: Lean, picture: Picture) -> list[Word]:
    """The words of a picture as those of a PDF, in points, on the straightened page."""
    seen = lines_of(words)
    lines = [[_straightened(word, lean, picture.points_per_dot) for word in line] for line in seen]
    sizes = _rounded([_size(line) for line in lines])
    weights = find_bold(seen, sizes, picture)
    found: list[Word] = []
    for line, size, bold in zip(lines, sizes, weights, strict=True):
        foot = _foot(line, size)
        for word, is_bold in zip(line, bold, strict=True):
            base = word.bottom if _stands(word.text) and abs(word.bottom - foot) > _OTHER_LINE * size else foot
            top, bottom = base - ASCENT * size, base + DESCENT * size
            found.append(Word(word.text, word.x0, top, word.x1, bottom, size, is_bold, word.certainty))
    return found


def _straightened(word: Seen, lean: Lean, points: float) -> Seen:
    """The word in points; its box keeps its size and moves with its middle."""
    x, y = lean.straight((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)
    across, down = (word.x1 - word.x0) / 2, (word.bottom - word.top) / 2
    x0, top, x1, bottom = (points * edge for edge in (x - across, y - down, x + across, y + down))
    return replace(word, x0=x0, top=top, x1=x1, bottom=bottom)


def _stands(text: str) -> bool:
    """Whether a word stands on the baseline with all its letters."""
    return not _BELOW_THE_LINE.intersection(text) and any(letter.isalnum() for letter in text)


def _foot(line: Sequence[Seen], size: float) -> float:
    """The baseline of a line."""
    feet = [word.bottom for word in line if _stands(word.text)]
    return median(feet) if feet else median([word.bottom - DESCENT * size for word in line])


def _size(line: Sequence[Seen]) -> tuple[float, int]:
    """The type size of a line by how high its words rise above its baseline, and by how many letters it is told.

    Without a word that stands on the baseline it is told by none: then it is a rough one, or 0.
    """
    feet = [word.bottom for word in line if _stands(word.text)]
    found: list[float] = []
    for word in line:
        high = (median(feet) if feet else word.bottom - DESCENT * (word.bottom - word.top)) - word.top
        letters = [letter for letter in word.text if letter.isalnum()]
        if letters and high > 0:
            small = _SMALL_LETTERS.issuperset(letters) and not {"i", "j"}.intersection(letters)
            found += [high / (_SMALL if small else _TALL)] * len(letters)
    if not found:
        return 0.0, 0
    return min(max(median(found), _LEAST_SIZE), _LARGEST_SIZE), len(found) if feet else 0


def _rounded(sizes: Sequence[tuple[float, int]]) -> list[float]:
    """Each size as the one that it and those near it are meant to be, to half a point.

    sizes  with the number of letters that tell each
    """
    known = [(size, count) for size, count in sizes if count]
    if not known:
        return [round(2 * (size or _USUAL_SIZE)) / 2 for size, _ in sizes]
    meant = [_weighted_median(known)]
    while known := [(size, count) for size, count in known if not _is_near(meant, size, count)]:
        # the commonest size takes in those near it, then the commonest of the others
        meant.append(max(known, key=lambda one: one[1])[0])
    return [round(2 * min(meant, key=lambda one: abs(one - (size or meant[0])))) / 2 for size, _ in sizes]


def _is_near(meant: Iterable[float], size: float, count: int) -> bool:
    most = _SAME_SIZE if count >= _ENOUGH_LETTERS else _SAME_ROUGH_SIZE
    return any(abs(size - one) <= most * one for one in meant)


def _weighted_median(sizes: Iterable[tuple[float, int]]) -> float:
    return median([size for size, count in sizes for _ in range(count)])
