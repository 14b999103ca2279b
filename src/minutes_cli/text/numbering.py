"""Numbers in front of headings and list entries: "2.1", "7a", "(b)", "IV.", "39/20"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

Style = Literal["integer", "dotted", "minute", "upper", "lower", "ROMAN", "roman", "code"]

_WORD = r"(?:(?:agenda\s+)?item|minute|question|topic)(?:\s+|(?=\d))(?:(?:no\.?|number)\s*)?"
_START = re.compile(
    rf"""^\s*(?:{_WORD})?(?:
      (?P<code>[A-Z]{{1,6}}[/-](?:\d{{1,4}}[/-]){{0,2}}\d{{1,4}}[a-z]?
        | [A-Z]{{1,4}}\d{{1,4}}/\d{{2,4}} | [A-Z]{{2,4}}\s\d{{1,4}}/(?:\d{{1,2}}/)?\d{{1,4}})(?=[\s.:)\]–-])
    | (?P<minute>\d{{1,4}}/\d{{2,4}})(?=[\s.:)–-])
    | (?P<dotted>\d{{1,3}}(?:\.\d{{1,2}}){{1,3}}[a-z]?)(?=[\s.:)\]–-]|$)
    | (?P<integer>\d{{1,4}}[a-zA-Z]?)(?=[\s.:)\]–-]|$)
    | \((?P<bracket>\d{{1,3}}|[a-zA-Z]|[ivxIVX]{{1,5}})\)
    | (?P<roman>[ivx]{{1,5}}|[IVX]{{1,6}})(?=[.):](?:\s|$))
    | (?P<letter>[a-zA-Z])(?=[.):](?:\s|$))
    )(?P<mark>[.:)\]]{{0,2}}(?:\s*[–|-](?=\s))?)(?:[ \t]+|$|(?<=\d[.)])(?=[A-Z]))""",
    re.VERBOSE | re.IGNORECASE,
)
# What every one of them begins with; most texts do not, which is told much faster.
_MAY_START = re.compile(r"\s*(?:[\d(]|[^\W\d_]{1,6}(?:[\d/.):-]|\s\d)|[AaIiMmQqTt][GgTtIiUuOo])")
_IN_FIGURES: tuple[Style, ...] = ("code", "minute", "dotted", "integer")
_IN_LETTERS = ("bracket", "roman", "letter")
# What has parts or brackets is a number without any further mark.
_MARKED_BY_FORM = ("code", "minute", "dotted", "bracket")
_ROMAN = {"i": 1, "v": 5, "x": 10}


class Number(NamedTuple):
    """A number at the start of a text.

    text    as printed, without trailing dot or brackets
    style   how it counts
    values  its parts as integers, for comparing with its neighbours
    end     where the text goes on behind it
    marked  whether a dot, bracket or colon follows it, or it has parts: a bare number may be anything
    """

    text: str
    style: Style
    values: tuple[int, ...]
    end: int
    marked: bool


@lru_cache(maxsize=2048)  # several steps look for those of the same lines
def find_number(text: str) -> Number | None:
    """The number that `text` begins with, if any."""
    found = _START.match(text) if _MAY_START.match(text) else None
    if not found:
        return None
    kind = next(k for k in (*_IN_FIGURES, *_IN_LETTERS) if found[k])
    value = found[kind]
    if kind == "code" and not _is_code(value):
        return None
    for style in _IN_FIGURES:
        if found[style]:
            marked = bool(found["mark"]) or kind in _MARKED_BY_FORM or found.start(kind) > 0
            return Number(value, style, _values(value, style), found.end(), marked)
    if value.isdigit():
        return Number(value, "integer", (int(value),), found.end(), True)
    if kind == "roman" or len(value) > 1:
        return Number(value, "ROMAN" if value.isupper() else "roman", (_roman(value),), found.end(), True)
    return _lettered(Number(value, "lower", (), found.end(), True))


def _is_code(value: str) -> bool:
    """Whether letters before figures are a code: "FY 2019/20" and "In 2019/20" are years."""
    letters = value.split()[0] if " " in value else value[:1]
    year = re.search(r"\b(?:19|20)\d\d/\d\d$", value)
    return value[0].isupper() and value[0].isalpha() and (" " not in value or (not year and _capitals(letters) > 1))


def _capitals(letters: str) -> int:
    return sum(map(str.isupper, letters))


def as_letter(number: Number) -> Number:
    """The same mark read as a letter: "i." may be the ninth of a lettered list."""
    return _lettered(number) if number.style in ("roman", "ROMAN") and len(number.text) == 1 else number


def as_roman(number: Number) -> Number:
    """The same mark read as a Roman numeral, where one letter is one: "v." may be the fifth of a list."""
    value = _ROMAN.get(number.text.lower()) if number.style in ("upper", "lower") else None
    if value is None:
        return number
    return number._replace(style="ROMAN" if number.text.isupper() else "roman", values=(value,))


def _values(text: str, style: Style) -> tuple[int, ...]:
    """A number's parts in figures, then the place in the alphabet of a letter behind it.

    Of a code the part that counts: the last, or the first where the year stands behind it ("C048/23").
    """
    figures = tuple(int(part) for part in re.findall(r"\d+", text))
    if style == "code" and re.match(r"[A-Za-z]+\d", text):
        return figures[:1]
    suffix = text[-1].lower() if text[-1].isalpha() else ""
    return (figures[-1:] if style == "code" else figures) + ((ord(suffix) - 96,) if suffix else ())


def _lettered(number: Number) -> Number:
    letter = number.text
    return number._replace(style="upper" if letter.isupper() else "lower", values=(ord(letter.lower()) - 96,))


def _roman(text: str) -> int:
    total, before = 0, 0
    for letter in reversed(text.lower()):
        value = _ROMAN.get(letter, 0)
        total += value if value >= before else -value
        before = max(before, value)
    return total
