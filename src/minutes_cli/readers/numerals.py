"""Numbers as the lists of word processors show them: 1, 01, a, A, i, I, 1st."""

from __future__ import annotations

from collections.abc import Callable

_WORTHS = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_NUMERALS = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
# Word letters no more than this (30 times z): a larger number only makes a long label.
_LARGEST = 780


def format_number(count: int, kind: str, width: int = 0) -> str:
    """A number as a list shows it; kinds of no Latin alphabet are shown in decimals."""
    if kind in ("none", "bullet"):
        return ""
    if kind in _FORMATS and 0 < count <= _LARGEST:
        return _FORMATS[kind](count)
    return str(count).zfill(2 if kind == "decimalZero" else width)


def _letters(count: int) -> str:
    """A … z, aa, bb … as Word counts."""
    repeat, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (repeat + 1)


def _roman(count: int) -> str:
    shown = ""
    for worth, numeral in zip(_WORTHS, _NUMERALS, strict=True):
        times, count = divmod(count, worth)
        shown += numeral * times
    return shown


def _ordinal(count: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{'th' if count % 100 in (11, 12, 13) else ending}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperRoman": _roman,
    "ordinal": _ordinal,
}
