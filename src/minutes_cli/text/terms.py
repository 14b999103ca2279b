"""Terms as speech gives them ("by the end of the week", "tomorrow morning"), and the day that they come to."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from minutes_cli.text.dates import find_dates, weekday_of

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTH = rf"(?:{'|'.join(calendar.month_name[1:])})"
_WEEKDAY = rf"(?:{'|'.join(calendar.day_name)})"
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12}
_COUNT = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
_SEASON = r"(?:spring|summer|autumn|winter|new year|Christmas|Easter|year[ -]end|financial year|[A-Z]\w+ bank holiday)"
_GATHERING = r"(?:meeting|board|panel|committee|session|report|pack|one[ -]to[ -]one|update|review|forum|council)"
_TERM = re.compile(
    r"\b(?:"
    rf"(?:by|before|at|from|until|towards|around)\s+(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+(?:(?:the|this|next)\s+)?"
    rf"(?:week|month|quarter|year|financial year|calendar year|{_SEASON}|{_MONTH}(?:\s+\d{{4}})?)"
    rf"|(?:within|in|over|inside)\s+(?:the\s+)?(?:(?:next|coming)\s+)?(?:{_COUNT}|couple of|few|a couple of|a few)?\s*"
    r"(?:working\s+)?(?:hours?|days?|weeks?|months?|fortnight)(?:[’']\s*time)?"
    r"|(?:(?:by|before|for|from|in|during|over)\s+)?(?:(?:early|earlier|later|sometime)\s+)?(?:next|this)\s+"
    rf"(?:week|month|year|quarter|afternoon|morning|evening|spring|summer|autumn|winter|{_WEEKDAY})"
    r"|(?:by\s+)?tomorrow(?:\s+(?:morning|afternoon|evening))?|later today"
    r"|(?:on )?the same day|(?:on )?the following day"
    rf"|(?:by|on|before)\s+{_WEEKDAY}(?!\s+\d)"
    rf"|(?:at|to|before|by|for|in)\s+(?:the|our|its|her|his|their)\s+(?:(?:next|following|{_MONTH})\s+)(?:[\w-]+\s+){{0,3}}?"
    rf"{_GATHERING}"
    rf"|(?:by|before|in|over|from|during|until|for)\s+(?:the\s+)?{_SEASON}"
    rf"|(?:in|by|from|during|before|until)\s+(?:(?:early|mid|late)[ -])?{_MONTH}(?:\s+\d{{4}})?"
    r"|(?:after|outside|following)\s+(?:the|this)\s+meeting"
    r"|as soon as\s+[\w\s]{3,40}|before\s+(?:it|they)\s+(?:was|were|is|are)\s+\w+"
    r"|shortly|in due course|immediately|straight away|asap"
    r")\b"
)
_LEAD = re.compile(r"(?:by|before|on|from|until|no later than)\s+(?:the\s+)?$", re.IGNORECASE)
_LEAD_REACH = 18
_FRIDAY = 4


def find_term(text: str, day: date | None = None) -> tuple[int, int] | None:
    """Where the first term stands in `text`, its preposition included; None where there is none."""
    spans = [found.span() for found in _TERM.finditer(text)]
    for found in find_dates(text, default_year=day.year if day else None):
        lead = _LEAD.search(text, max(0, found.start - _LEAD_REACH), found.start)
        spans.append((lead.start() if lead else found.start, found.end))
    # of two that overlap the longer is whole: "by 3 June" over "by June"
    return min(spans, key=lambda span: (span[0], -span[1]), default=None)


def reckon(term: str, day: date) -> date | None:
    """The last day that `term` allows, said on `day`; None where it names no certain day.

    A week ends on its Friday, "by Friday" is the next one, "before" counts like "by".
    """
    value = " ".join(term.split())
    for found in find_dates(value, default_year=day.year, after=day):
        return found.value
    low = value.lower()
    if "same day" in low or low == "later today":
        return day
    if "tomorrow" in low or "following day" in low:
        return day + timedelta(days=1)
    if end := re.search(r"\bend of (?:(the|this|next) )?(week|month|year|[a-z]+)(?: (\d{4}))?$", low):
        return _end(end[1] or "", end[2], end[3], day)
    if span := re.search(rf"^(?:within|in|inside) (?:the )?(?:next )?({_COUNT})? ?(day|week|month|fortnight)s?", low):
        return _after(span[1], span[2], day)
    if (weekday := re.search(rf"^(?:by|on|before) ({_WEEKDAY})$", value)) is not None:
        wanted = weekday_of(weekday[1])
        return day + timedelta(days=(wanted - day.weekday() - 1) % 7 + 1) if wanted is not None else None
    return None


def _end(which: str, unit: str, year: str | None, day: date) -> date | None:
    step = 1 if which == "next" else 0
    if unit == "week":
        return day + timedelta(days=_FRIDAY - day.weekday() + 7 * (step + (day.weekday() > _FRIDAY)))
    if unit == "month":
        return _last(day.year + (day.month + step - 1) // 12, (day.month + step - 1) % 12 + 1)
    if unit == "year":
        return date(day.year + step, 12, 31)
    month = _MONTHS.get(unit)
    if month is None:
        return None
    return _last(int(year) if year else day.year + (month < day.month), month)


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _after(count: str | None, unit: str, day: date) -> date | None:
    number = 1 if count is None else int(count) if count.isdigit() else _NUMBERS[count]
    if unit == "month":
        month = day.month - 1 + number
        year, month = day.year + month // 12, month % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    return day + timedelta(days=number * {"day": 1, "week": 7, "fortnight": 14}[unit])
