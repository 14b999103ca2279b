"""Dates as minutes print them: in words or numbers, with or without a year, and as scanners misread them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from minutes_cli.text.prose import mentions

_MONTHS = (
    "january jan januray janurary",
    "february feb febuary febrary feburary",
    "march mar",
    "april apr apirl",
    "may",
    "june jun",
    "july jul",
    "august aug agust",
    "september sept sep septmber setember",
    "october oct ocotber octber",
    "november nov novemeber novmber",
    "december dec decmber decemeber",
)
_WEEKDAYS = (
    "monday mon",
    "tuesday tues tue tuseday tusday",
    "wednesday weds wed wednesay wedneday wednsday wensday",
    "thursday thurs thur thu thusday thrusday",
    "friday fri firday",
    "saturday sat saterday satuday",
    "sunday sun",
)
_MONTH_OF = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_WEEKDAY_OF = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
# Lower-case words of everyday prose: "members may 2…", "march 3 miles".
_ALSO_PROSE = frozenset({"may", "march", "mar"})

# A two-digit year below this is of this century (the oldest dates quoted in minutes are of the 1900s).
_PIVOT = 50
# A run of eight digits outside these years is rather a reference number.
_COMPACT_YEARS = range(1950, 2101)
# A 29 February comes back within eight years, even over a century that has none.
_LEAP_SEARCH = 9
# Characters that scanners put for digits.
_UNSCAN = str.maketrans("OolI", "0011")
# How far before a date its weekday is looked for: "Wednesday, the ".
_WEEKDAY_REACH = 24
# What is numbered: "Action 3 – 12 June" is no range of days.
_COUNTED = re.compile(r"(?i)\b(?:item|action|minute|page|section|paper|point|no)s?\.?\s?\Z")
# A two-digit year does not stand behind a line or sentence end.
_BREAK = re.compile(r"\n|\.\s")


_DIGIT = re.compile(r"\d")
# what every date in words and in numbers holds: the long patterns need not be tried without it. Most that stands
# between a number and the first letters of its month is " th  of the  "
_DIGITS = re.compile(r"\d{1,9}")
_MONTH_REACH = 26
_MONTH_STARTS = tuple(dict.fromkeys(word[:3] for word in _MONTH_OF))
_IN_NUMBERS = re.compile(r"\d\s?[./-]\s?\d|\d{8}")


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text.

    value           None where the date is incomplete or impossible (31/11)
    weekday         as printed, Monday is 0; it may contradict the value
    inferred_year   the year is not printed with this date
    """

    start: int
    end: int
    text: str
    value: date | None
    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    inferred_year: bool


def find_dates(
    text: str, *, default_year: int | None = None, after: date | None = None, day_first: bool = True
) -> list[DateFound]:
    """All dates in a text, in order, not overlapping.

    default_year   the year of dates that print none
    after          instead: such a date is the first of its kind after this day (next meetings, due dates)
    day_first      how 2/11/2022 is read; 6/20/23 has one possible reading and is read so
    Two days of one month ("22 & 23 June") are one date: the first day, the span of both. Month and year alone
    have no day and no value. A date that lacks the year in "5 June to 7 June 2023" takes that of its partner.
    """
    return list(_dates(text, default_year, after, day_first)) if _DIGIT.search(text) else []


@lru_cache(maxsize=2048)
def _dates(text: str, default_year: int | None, after: date | None, day_first: bool) -> tuple[DateFound, ...]:
    """The dates of a text with figures; several steps look for those of the same lines."""
    found: list[DateFound] = []
    for start, end, year, month, day in _apart(list(_candidates(text, day_first))):
        left, weekday = _weekday_before(text, start)
        right, later = _weekday_after(text, end)
        start, end = left, right if weekday is None else end
        weekday = later if weekday is None else weekday
        found.append(DateFound(start, end, text[start:end], None, year, month, day, weekday, False))
    for index in range(len(found) - 2, -1, -1):
        found[index] = _with_partner(text, found[index], found[index + 1])
    return tuple(_dated(one, default_year, after) for one in found)


def weekday_of(name: str) -> int | None:
    """Monday is 0; abbreviations, plurals and common slips count."""
    word = name.strip().strip(".,").casefold()
    return _WEEKDAY_OF.get(word, _WEEKDAY_OF.get(word.removesuffix("s")))


def iso(found: DateFound) -> str | None:
    return None if found.value is None else found.value.isoformat()


def is_day_first(text: str) -> bool | None:
    """Guess from a whole document how it writes numeric dates; None where nothing tells.

    Numbers that can only be days decide; without them the order of dates in words does (6 June, June 6).
    """
    patterns = _patterns()
    pairs = [(int(hit["one"]), int(hit["two"])) for hit in patterns["numeric"].finditer(text)]
    score = sum((one > 12 >= two) - (two > 12 >= one) for one, two in pairs)
    if not score:
        hits = [hit for hit in _apart(list(_in_words(text))) if hit[4] is not None]
        score = sum(1 if text[hit[0]] in "0123456789OlI" else -1 for hit in hits)
    return None if not score else score > 0


_Hit = tuple[int, int, int | None, int, int | None]
"""start, end, year, month, day"""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    month = r"(?P<month>(?i:" + "|".join(sorted(_MONTH_OF, key=len, reverse=True)) + r"))(?![^\W\d_])"
    weekday = r"(?i:" + "|".join(sorted(_WEEKDAY_OF, key=len, reverse=True)) + r")(?![^\W\d_])"
    number = r"(?:[0-3OolI]?\d|[1-3][OolI])"
    ordinal = r"(?P<ordinal{0}>\s{{0,2}}(?:(?i:st|nd|rd|th)(?![^\W\d_A-Z])|[ˢᵗⁿᵈʳʰ]{{2}}))?"
    start = r"(?<![\w£$€#])(?<!\d[.,:/\-–])"
    end = r"(?![\d%])(?![.,:/]\d)(?!\s?(?i:[ap]\.?m\b))"
    join = r"\s{0,2}(?:[-–—‑/&+]|(?i:and|to)(?=\s))\s{0,2}"
    full_year = r"(?:1[5-9]|2[0O])[\dOolI]{2}(?!\d)(?!\s{0,2}(?i:hrs?|hours|h)\b)"
    long_year = rf"{full_year}|(?<=[’'‘])\d\d(?!\d)"
    # A bare two-digit year stands in "12-Aug-20" or at the end of something: "4 Dec 18, at 7 pm".
    joined_year = r"(?<=[-–‑/.])(?<!\s[-–‑/.])\d\d(?![\d%:])(?![.,]\d)"
    last_year = r"(?<=\s)\d\d(?=\s{0,3}(?:$|[,;)\]\n]|\.(?:\s|$)|(?i:at)\b|@))"
    year, any_year = rf"(?P<year>{long_year})", rf"(?P<year>{long_year}|{joined_year}|{last_year})"
    two_days = rf"(?:(?P<first>{number}){ordinal.format(1)}(?P<join>{join}))?"
    between = r"[\s.\-–‑/]{0,4}(?:(?i:day)\s{1,3})?(?:(?i:of)\s{1,3})?"
    day_month = rf"{start}{two_days}(?P<day>{number}){ordinal.format(2)}{between}{month}"
    month_day = (
        rf"(?<![^\W_]){month}[.,]?\s{{0,4}}(?:(?i:the)\s{{1,3}})?(?P<day>{number}){ordinal.format(2)}"
        rf"(?:{join}(?P<second>{number}){ordinal.format(3)}(?!\s{{0,3}}(?i:{'|'.join(_MONTH_OF)})\b))?{end}"
    )
    three = r"(?P<one>\d{1,2})\s?(?P<sign>[./\-])\s?(?P<two>\d{1,2})\s?(?P=sign)\s?(?P<year>\d{4}|\d\d)"
    return {
        "day_month": re.compile(rf"{day_month}(?:[\s.,\-–‑/]{{0,4}}[’'‘]?{any_year})?"),
        "month_day": re.compile(rf"{month_day}(?:[\s,]{{1,4}}[’'‘]?{year})?"),
        "month_year": re.compile(rf"(?<![^\W_]){month}(?:[\s.,\-–‑/]{{1,4}}|(?=[’'‘]))[’'‘]?{year}"),
        "year_month_day": re.compile(rf"(?<![\w/.,])(?P<year>{full_year})[\s\-]{month}[\s\-](?P<day>{number}){end}"),
        "iso": re.compile(
            r"(?<![^\W_])(?<!\d[./\-])(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)"
            r"(?P<day>\d{1,2})(?!\d)(?![./\-]\d)"
        ),
        "compact": re.compile(
            r"(?<![^\W_])(?<![.,/£$€])(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?![^\W_])(?![.,/-]\d)"
        ),
        "numeric": re.compile(rf"(?<![^\W_])(?<![£$€.])(?<!\d[./,\-–]){three}(?!\d)(?![./\-]\d)(?!%)"),
        "no_year": re.compile(r"(?<![\w£$€./])(?<!\d[-–])(?P<one>\d{1,2})/(?P<two>\d{1,2})(?![\w%/”″\"]|\.\d)"),
        "weekday_before": re.compile(rf"(?<![^\W_])(?P<weekday>{weekday})[\s.,\-–:]{{0,4}}(?:(?i:the)\s{{1,3}})?\Z"),
        "weekday_after": re.compile(rf"\s?\((?P<weekday>{weekday})\.?\)|(?<=\d)[\sT]\s?(?P<bare>{weekday})(?=\s|\Z)"),
    }


def _candidates(text: str, day_first: bool) -> Iterator[_Hit]:
    if any(
        mentions(text[max(hit.start() - _MONTH_REACH, 0) : hit.end() + _MONTH_REACH], _MONTH_STARTS)
        for hit in _DIGITS.finditer(text)
    ):
        yield from _in_words(text)
    if _IN_NUMBERS.search(text):
        yield from _in_numbers(text, day_first)


def _in_words(text: str) -> Iterator[_Hit]:
    patterns = _patterns()
    dated_months = set()
    for hit in patterns["month_day"].finditer(text):
        year, day = _year(hit["year"]), _number(hit["day"])
        if 1 <= day <= 31 and not _is_prose(hit["month"], year) and not _sentence_ends(text, hit):
            yield hit.start(), hit.end(), year, _month(hit["month"]), day
            if year is not None:
                dated_months.add(hit.start())
    for hit in patterns["day_month"].finditer(text):
        start, end, year, day = hit.start(), hit.end(), _year(hit["year"]), _number(hit["day"])
        if hit.start("month") in dated_months:
            continue  # "Ordinance 3 of September 13, 1982"
        if year is not None and len(hit["year"]) == 2 and _BREAK.search(text, hit.end("month"), hit.start("year")):
            end, year = hit.end("month"), None
        if not 1 <= day <= 31 or _is_prose(hit["month"], year) or _is_list_number(text, hit):
            continue
        if hit["first"]:
            first = _number(hit["first"])
            if 1 <= first < day and not _counted(text, hit):
                day = first
            else:
                start = hit.start("day")
        yield start, end, year, _month(hit["month"]), day
    for hit in patterns["month_year"].finditer(text):
        if not _is_prose(hit["month"], None):
            yield hit.start(), hit.end(), _year(hit["year"]), _month(hit["month"]), None
    for hit in patterns["year_month_day"].finditer(text):
        if 1 <= _number(hit["day"]) <= 31 and not hit["month"].islower():
            yield hit.start(), hit.end(), _year(hit["year"]), _month(hit["month"]), _number(hit["day"])


def _is_prose(month: str, year: int | None) -> bool:
    return year is None and month.islower() and month in _ALSO_PROSE


def _sentence_ends(text: str, hit: re.Match[str]) -> bool:
    """Whether month and day have a sentence or list number between: "by June.", "5. Services"."""
    gap = text[hit.end("month") : hit.start("day")]
    in_full = _MONTHS[_month(hit["month"]) - 1].split()[0] == hit["month"].casefold()
    return (in_full and "." in gap) or ("\n" in gap and text[hit.end() : hit.end() + 1] == ".")


def _is_list_number(text: str, hit: re.Match[str]) -> bool:
    """Whether the day is the number of a list item: "2. June 2022 accounts" at the start of a line."""
    if hit["ordinal2"] or hit["first"] or not re.compile(r"\.\s").match(text, hit.end("day")):
        return False
    return not text[text.rfind("\n", 0, hit.start()) + 1 : hit.start()].strip(" \t*#\u00a0")


def _counted(text: str, hit: re.Match[str]) -> bool:
    """Whether the first number counts something else: "Action 3 – 12 June"."""
    spaced = hit["join"][:1].isspace() and not hit["ordinal1"]
    before = text[max(0, hit.start() - _WEEKDAY_REACH) : hit.start()]
    return spaced and bool(_COUNTED.search(before))


def _in_numbers(text: str, day_first: bool) -> Iterator[_Hit]:
    patterns = _patterns()
    for name in ("iso", "compact"):
        for hit in patterns[name].finditer(text):
            year, month, day = int(hit["year"]), int(hit["month"]), int(hit["day"])
            plausible = name == "iso" or (year in _COMPACT_YEARS and _real(year, month, day) is not None)
            if plausible and 1 <= month <= 12 and 1 <= day <= 31:
                yield hit.start(), hit.end(), year, month, day
    for hit in patterns["numeric"].finditer(text):
        pair = _day_and_month(int(hit["one"]), int(hit["two"]), day_first)
        if pair and not _is_section(text, hit):
            yield hit.start(), hit.end(), _year(hit["year"]), pair[1], pair[0]
    for hit in patterns["no_year"].finditer(text):
        one, two = int(hit["one"]), int(hit["two"])
        day, month = (one, two) if day_first else (two, one)
        if 1 <= day <= 31 and 1 <= month <= 12 and _is_short_date(text, hit):
            yield hit.start(), hit.end(), None, month, day


_DATE_CUE = r"(?:date|dated|due|deadline|on|until|till|before|since|from|w/?c|w/?e|held|day|{0})\b[\s.:,(]{{0,3}}\Z"


def _is_section(text: str, hit: re.Match[str]) -> bool:
    """2.11.22 is a section or version number, unless digits are padded, or the words before or the cell say a date."""
    if hit["sign"] != "." or len(hit["year"]) == 4 or (len(hit["one"]) == len(hit["two"]) == 2):
        return False
    before = text[max(0, hit.start() - _WEEKDAY_REACH) : hit.start()]
    cued = re.search(r"(?i)(?<![^\W_])" + _DATE_CUE.format("by"), before) or _patterns()["weekday_before"].search(
        before
    )
    return not cued and text.strip() != hit[0]


def _is_short_date(text: str, hit: re.Match[str]) -> bool:
    """Day and month without a year need a cue or a cell of their own; small fractions ("by 2/3") more than "by"."""
    before = text[max(0, hit.start() - _WEEKDAY_REACH) : hit.start()]
    if _patterns()["weekday_before"].search(before):
        return True
    fraction = int(hit["one"]) < int(hit["two"]) <= 10 and "0" not in (hit["one"][0], hit["two"][0])
    if fraction and re.match(r"(?i)\s?(?:of\b|majority|vote|rds?\b|ths?\b)", text[hit.end() :][:12]):
        return False
    cue = re.search(r"(?i)(?<![^\W_])" + _DATE_CUE.format("due" if fraction else "by"), before)
    return bool(cue) or (not fraction and text.strip() == hit[0])


def _day_and_month(one: int, two: int, day_first: bool) -> tuple[int, int] | None:
    """Day and month of two numbers: the preferred reading where it is possible, else the other, else none."""
    for day, month in ((one, two), (two, one)) if day_first else ((two, one), (one, two)):
        if 1 <= day <= 31 and 1 <= month <= 12:
            return day, month
    return None


def _apart(hits: list[_Hit]) -> list[_Hit]:
    """Keep the earliest, then the longest; what overlaps an earlier one falls."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit[0], -hit[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


def _weekday_before(text: str, start: int) -> tuple[int, int | None]:
    reach = max(0, start - _WEEKDAY_REACH)
    hit = _patterns()["weekday_before"].search(text[reach:start])
    return (reach + hit.start(), weekday_of(hit["weekday"])) if hit else (start, None)


def _weekday_after(text: str, end: int) -> tuple[int, int | None]:
    hit = _patterns()["weekday_after"].match(text, end)
    return (hit.end(), weekday_of(hit["weekday"] or hit["bare"])) if hit else (end, None)


def _with_partner(text: str, one: DateFound, other: DateFound) -> DateFound:
    """Share the year of "5 June – 7 June 2023"."""
    if one.year is None and other.year is not None and other.day is not None:
        gap = text[one.end : other.start].strip().casefold()
        if gap in {"-", "–", "—", "to", "and", ", and", "&", "until", ",", "/", "or"}:
            return replace(one, year=other.year, inferred_year=True)
    return one


def _dated(found: DateFound, default_year: int | None, after: date | None) -> DateFound:
    month, day = found.month, found.day
    if month is None or day is None:
        return found
    if found.year is not None:
        return replace(found, value=_real(found.year, month, day))
    if after is not None:
        days = (_real(year, month, day) for year in range(after.year, after.year + _LEAP_SEARCH))
        value = next((one for one in days if one is not None and one > after), None)
        return found if value is None else replace(found, value=value, year=value.year, inferred_year=True)
    if default_year is None:
        return found
    return replace(found, value=_real(default_year, month, day), year=default_year, inferred_year=True)


def _real(year: int, month: int, day: int) -> date | None:
    possible = 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if possible else None


def _number(digits: str) -> int:
    return int(digits.translate(_UNSCAN))


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    number = _number(digits)
    if len(digits) == 4:
        return number
    return number + (2000 if number < _PIVOT else 1900)


def _month(word: str) -> int:
    return _MONTH_OF[word.casefold()]
