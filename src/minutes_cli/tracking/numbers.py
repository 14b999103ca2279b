"""What the printed number of an action points to: a running number, or an action of an earlier meeting."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from minutes_cli.text.dates import find_dates

# A number this long is a running one ("52/21", "550a"), given once; with a point it is more likely an item's ("12.10").
RUNNING_DIGITS = 3

_LEAD = re.compile(r"^(?:(?:action|item|point|minute|min|ref|reference|number|no|ap|ai|a)s?\b[\s.:#]*){1,3}(?=.)")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"\b(?P<name>{'|'.join(MONTHS)})[a-z]{{0,6}}\b\.?(?:\W{{0,2}}(?P<year>(?:20)?\d\d)(?=\W+\d))?")
# "09/1", "2023-09/1": month of the meeting and number; a year takes two or four figures and comes last ("52/21")
_BY_MONTH = re.compile(
    r"^(?:(?P<year>20\d\d)[-/.])?(?P<month>0[1-9]|1[0-2])[/.-](?P<number>\d{1,2})(?P<letter>[a-z]?)$"
)
_NUMBER = re.compile(r"(?<![^\W_])(?P<number>\d{1,4}(?:\.\d{1,2})?)(?P<letter>[a-z]?)(?![^\W_])")
_WITH_LETTER = re.compile(r"^(?P<number>\d[\d./-]{0,11}?)[ ./(-]?(?P<letter>[a-z])\)?$")
# "AP3" is number 3
_SERIES = re.compile(r"^[a-z]{1,3}(?=\d{1,3}$)")


class Number(NamedTuple):
    """The number of an action.

    plain    in small letters, without "Action", "No" and spaces; "" for none
    running  whether numbers of its kind are given once and never again
    month    of the meeting that the number names, with its day and year where they stand too
    place    the number within that meeting: of the action, or of the item it was raised under
    letter   which of the actions under that item: "a" the first
    """

    plain: str = ""
    running: bool = False
    year: int | None = None
    month: int | None = None
    day: int | None = None
    place: str = ""
    letter: str = ""


NONE = Number()


def running_number(printed: str | None) -> str | None:
    """A reference of a kind that is given once, in the form in which it is compared: 550a for "Action 550a"."""
    number = read_number(printed)
    return number.plain if number.running else None


@lru_cache(maxsize=4096)
def read_number(printed: str | None) -> Number:
    """What a printed reference says: "Action 550a", "AP3", "52/21", "3 (Sept)", "09/1", "Nov 2a", "4 of 12 May"."""
    text = " ".join((printed or "").casefold().split())
    bare = _LEAD.sub("", text).strip(" .:#()[]–—-")
    plain = bare.replace(" ", "")
    if not plain:
        return NONE
    running = sum(c.isdigit() for c in plain) >= RUNNING_DIGITS and "." not in plain
    if by_month := _BY_MONTH.match(plain):
        year = int(by_month["year"]) if by_month["year"] else None
        month = int(by_month["month"])
        return Number(plain, running, year, month, None, by_month["number"], by_month["letter"])
    for found in find_dates(bare):
        rest = _NUMBER.search(f"{bare[: found.start]} {bare[found.end :]}")
        if rest and found.month and found.day:
            return Number(plain, False, found.year, found.month, found.day, rest["number"], rest["letter"])
    if named := _MONTH.search(bare):
        rest = _NUMBER.search(f"{bare[: named.start()]} {bare[named.end() :]}")
        if rest:
            year = int(named["year"]) % 100 + 2000 if named["year"] else None
            month = MONTHS.index(named["name"]) + 1
            return Number(plain, False, year, month, None, rest["number"], rest["letter"])
    if lettered := _WITH_LETTER.match(plain):
        return Number(plain, running, place=lettered["number"], letter=lettered["letter"])
    return Number(plain, running, place=_SERIES.sub("", plain))
