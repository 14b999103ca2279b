"""What tesseract left unread: short words that stand alone (numbers in a margin, page numbers) look like dirt to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from minutes_cli.readers.ocr.picture import Picture
from minutes_cli.readers.ocr.words import Seen, is_spoken

# words are wiped out with so much around them, in shares of their height: boxes are rough
_AROUND = 0.15
# darker than this in a cleaned picture is ink
_INK = 160
# less ink than a figure has, in shares of the square of the usual height of words, is not worth a second look
_LEAST_INK = 0.08
# a word that is found so is believed from this certainty on, and within these shares of the usual height
_CERTAIN = 0.6
_HEIGHT = (0.5, 1.6)
# and so far (in usual heights) from the words beside it: what is nearer are scraps of those
_APART = 0.5


def unread(seen: Sequence[Seen], picture: Picture, dots: bytes) -> bytes | None:
    """The cleaned picture without the words that were seen; None if hardly anything is left."""
    rest = bytearray(dots)
    width, height = picture.width, picture.height
    for word in seen:
        aside = _AROUND * (word.bottom - word.top)
        x0, x1 = max(int(word.x0 - aside), 0), min(int(word.x1 + aside), width)
        white = b"\xff" * (x1 - x0)
        for row in range(max(int(word.top - aside), 0), min(int(word.bottom + aside), height)):
            rest[row * width + x0 : row * width + x1] = white
    ink = len(rest.translate(None, bytes(range(_INK, 256))))
    return bytes(rest) if ink > _LEAST_INK * _usual_height(seen) ** 2 else None


def second_look(found: Sequence[Seen], seen: Sequence[Seen]) -> list[Seen]:
    """Of what was found in the rest of a page: the words."""
    usual = _usual_height(seen)
    least, most = (share * usual for share in _HEIGHT)
    return [
        replace(word, line=("rest", *word.line))
        for word in found
        if is_spoken(word.text)
        and word.certainty >= _CERTAIN
        and (not seen or least <= word.bottom - word.top <= most)
        and not any(_is_beside(word, other, _APART * usual) for other in seen)
    ]


def _is_beside(word: Seen, other: Seen, gap: float) -> bool:
    shared = min(word.bottom, other.bottom) - max(word.top, other.top)
    return shared > 0 and word.x0 - gap < other.x1 and other.x0 < word.x1 + gap


def _usual_height(seen: Sequence[Seen]) -> float:
    return median([word.bottom - word.top for word in seen if is_spoken(word.text)] or [0])
