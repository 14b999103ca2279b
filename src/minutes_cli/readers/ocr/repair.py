"""Signs that tesseract takes for others, put right where their place says what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.model.document import Word

# a bullet in front of a line is taken for one of these
_BULLETS = frozenset("¢©®°«»*e¤")
# a bullet stands further from its text than a blank is wide, in type sizes
_BULLET_GAP = 0.36
# a long dash is as wide as the type is high; what is narrower than this share of it is a short one
_LONG_DASH = 0.75
# the raised letters of "28th" are taken for marks; nobody writes an inch or a note in front of a month
_RAISED = re.compile(r"([1-9]|[12]\d|3[01])([\"”“'’‘*°™§®¢%!?\"]{1,3}|\"?[a-z§°™]{1,2}[\"”“'’‘*]?)([,.]?)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# what is put right so is hardly ever wrong
_CERTAIN = 0.95
_ORDINALS = {1: "st", 2: "nd", 3: "rd"}


def repaired(words: Sequence[Word]) -> list[Word]:
    """The words of a page in tesseract's order, some with other signs; boxes stay as they are."""
    found = [_with_dash(word) for word in words]
    for index, (word, after) in enumerate(pairwise(words)):
        if _begins_line(words, index) and word.text in _BULLETS and after.x0 - word.x1 > _BULLET_GAP * word.size:
            found[index] = word._replace(text="•", certainty=_CERTAIN)
        elif (raised := _RAISED.fullmatch(word.text)) and after.text[:3].lower() in _MONTHS:
            day = int(raised[1])
            ending = "th" if day in (11, 12, 13) else _ORDINALS.get(day % 10, "th")
            found[index] = word._replace(text=f"{day}{ending}{raised[3]}", certainty=_CERTAIN)
    return found


def _with_dash(word: Word) -> Word:
    return word._replace(text="–") if word.text == "—" and word.x1 - word.x0 < _LONG_DASH * word.size else word


def _begins_line(words: Sequence[Word], index: int) -> bool:
    return index == 0 or words[index - 1].x0 >= words[index].x0 or words[index - 1].bottom != words[index].bottom
