"""What stands in front of a paragraph: bullets, tick boxes, numbers."""

from __future__ import annotations

import re

from minutes_cli.model.document import Word

_BULLETS = frozenset("•●○◦▪■▫‣⁃∙·➢➤►▶❖◆◇➔")
# these are bullets only where a gap wider than a blank follows
_BULLETS_BY_GAP = frozenset(["-", "–", "—", "*", "o", "✓", "✔", "»", ">", "§"])
_GAP = 0.36
_BOXES = dict.fromkeys("☐□❏❐❑❒", False) | dict.fromkeys("☑☒✅🗹🗷", True) | {"[]": False, "[_]": False}
_TYPED_BOX = re.compile(r"\[([xX✓✔])\]$")
# "1.", "2.1", "2.1.", "a)", "(a)", "iv.", "A.", "39/20", "7a."
_NUMBER = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})+\.?|\(?(?:\d{1,3}[a-z]?|[A-Za-z]|[ivxIVX]{1,5})[.)]|\d{1,4}/\d{2,4})$")


def is_bullet(words: list[Word]) -> bool:
    """Whether a line begins with a bullet."""
    text = words[0].text
    if text in _BULLETS:
        return True
    return text in _BULLETS_BY_GAP and len(words) > 1 and words[1].x0 - words[0].x1 > _GAP * words[0].size


def is_number(words: list[Word]) -> bool:
    """Whether a line begins with a number or letter as lists have them."""
    return bool(_NUMBER.match(words[0].text))


def tick_box(words: list[Word]) -> tuple[bool, int] | None:
    """The state of the box that the words begin with and how many words it takes, None without one."""
    text = words[0].text
    if text in _BOXES:
        return _BOXES[text], 1
    if _TYPED_BOX.match(text):
        return True, 1
    if text == "[" and len(words) > 1 and words[1].text == "]":
        return False, 2
    return None


def fused_box(word: Word) -> tuple[bool, Word] | None:
    """A box without a gap before its word: its state and the word without it."""
    if len(word.text) > 1 and word.text[0] in _BOXES:
        return _BOXES[word.text[0]], word._replace(text=word.text[1:])
    return None
