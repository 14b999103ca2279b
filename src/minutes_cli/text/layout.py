"""The layout of published minutes: its words, and the values in it, each with the way there and the way back.

Exporters write documents in it and the parser reads them by it: `docs/formats/markdown.md` shows one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from minutes_cli.text.dates import find_dates
from minutes_cli.text.days import day_of, long_date

# What a document in this layout says of itself: `format` in front matter, the category of a Word file.
MARK = "minutes layout 1"
# Stands where the title would, of minutes that have none.
UNTITLED = "Minutes of a meeting"

ATTENDANCE, ITEMS, DECISIONS, ACTIONS, NEXT = "Attendance", "Items", "Decisions", "Actions", "Next meeting"
SECTIONS = (ATTENDANCE, ITEMS, DECISIONS, ACTIONS, NEXT)

# Field -> label or head of the column.
MEETING_LABELS = {
    "body": "Body",
    "date": "Date",
    "start_time": "Time",
    "end_time": "End",
    "venue": "Venue",
    "chair": "Chair",
    "minute_taker": "Minutes by",
}
NEXT_LABELS = {"date": "Date", "time": "Time", "venue": "Venue", "kind": "Meeting"}
ITEM_LABELS = {"number": "Number", "level": "Level", "pillars": "Pillars"}
PERSON_HEADS = {"name": "Name", "abbreviation": "Initials", "role": "Role", "status": "Status", "note": "Note"}
DECISION_HEADS = {
    "text": "Decision",
    "outcome": "Outcome",
    "mover": "Proposed by",
    "seconder": "Seconded by",
    "votes": "Votes",
    "item": "Item",
}
ACTION_HEADS = {
    "reference": "No.",
    "text": "Action",
    "owners": "Owner",
    "due": "Due",
    "state": "State",
    "item": "Item",
    "update": "Update",
}
STATUSES = {"present": "Present", "in_attendance": "In attendance", "apologies": "Apologies", "absent": "Absent"}
STATES = {"open": "Open", "closed": "Closed"}
OUTCOMES = {"carried": "Carried", "defeated": "Defeated", "deferred": "Deferred", "withdrawn": "Withdrawn"}
VOTES = {"for": "for", "against": "against", "abstain": "abstained"}

BETWEEN = "; "
_NUMBER = r"(?:(?=\S{0,19}\d)\S{1,20}|[A-Za-z]|[ivxlcIVXLC]{1,6})"
_NUMBERED = re.compile(rf"(?P<number>{_NUMBER})\.\s(?P<title>.+)", re.DOTALL)
# In front of a title without number that looks as if it had one.
_UNNUMBERED = "– "
_DAY = r"\d{4}-\d\d-\d\d|(?:[A-Z][a-z]{2,9} )?\d{1,2} [A-Z][a-z]{2,8} \d{4}"
DUE = re.compile(rf"(?P<due>{_DAY})(?:\s{{1,3}}“(?P<said>.+)”)?|“(?P<only>.+)”", re.DOTALL)
VOTE = re.compile(r"(?P<count>\d{1,9})\s(?P<way>for|against|abstained)\b")


def key_of(labels: Mapping[str, str], printed: str) -> str | None:
    """The field that a label or head stands for."""
    plain = " ".join(printed.split()).strip(":").casefold()
    return next((key for key, label in labels.items() if label.casefold() == plain), None)


def day_words(iso: str | None) -> str:
    """'Wednesday 2 November 2022'; a day before the year 1000, and what is no ISO date, stays as it is."""
    day = day_of(iso)
    return long_date(iso) if day and day.year >= _FOUR_DIGITS else iso or ""


_FOUR_DIGITS = 1000


def read_day(words: str) -> str | None:
    """The ISO date that `words` are or hold."""
    if day_of(words):
        return words
    for form in ("%A %d %B %Y", "%d %B %Y"):
        try:
            return datetime.strptime(words, form).date().isoformat()
        except ValueError:
            continue
    return next((found.value.isoformat() for found in find_dates(words) if found.value), None)


def due_words(due: str | None, said: str | None) -> str:
    """'28 March 2024'; '28 March 2024 “by the end of March”' where the document words it otherwise; or its words."""
    day = day_of(due)
    if due is None or day is None:
        said = said or due
        return f"“{said}”" if said and DUE.fullmatch(said) else said or ""
    if said is None:
        return due
    short = _day_month_year(day) or due
    return said if said == short != due else f"{short} “{said}”"


def _day_month_year(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}" if day.year >= _FOUR_DIGITS else ""


def vote_words(votes: Mapping[str, int | None]) -> str:
    """'5 for, 1 against, 2 abstained'; a number that is not known is left out."""
    return ", ".join(f"{votes[key]} {way}" for key, way in VOTES.items() if votes.get(key) is not None)


def heading_words(number: str | None, title: str) -> str:
    """'2.1. Title'; of an item without number that looks as if it had one '– 2.1. Title'."""
    if number and re.fullmatch(_NUMBER, number):
        return f"{number}. {title}"
    return f"{_UNNUMBERED}{title}" if _NUMBERED.fullmatch(title) or title.startswith(_UNNUMBERED) else title


def fits_heading(number: str) -> bool:
    """Whether the number can stand in front of the title; others have a line of their own."""
    return bool(re.fullmatch(_NUMBER, number))


def read_heading(words: str) -> tuple[slice | None, slice]:
    """Where number and title stand in a heading."""
    if found := _NUMBERED.fullmatch(words):
        return slice(*found.span("number")), slice(*found.span("title"))
    return None, slice(len(_UNNUMBERED) if words.startswith(_UNNUMBERED) else 0, len(words))


def owner_words(written: str, name: str | None) -> str:
    """'NN (Natasha Noorbakhsh)', the name where it is known and not what is written."""
    return f"{written} ({name})" if name and name != written else written


def read_owner(words: str, names: Iterable[str]) -> tuple[int, slice | None]:
    """Up to where the owner as written stands, and where the name, one of `names`."""
    for name in names:
        if words == name:
            return len(words), slice(0, len(words))
        if words.endswith(f" ({name})"):
            end = len(words) - len(name) - 3
            return end, slice(end + 2, len(words) - 1)
    return len(words), None


def parts(words: str) -> Sequence[slice]:
    """Where the entries of a list stand that `BETWEEN` parts."""
    found, at = [], 0
    for part in words.split(BETWEEN):
        found.append(slice(at, at + len(part)))
        at += len(part) + len(BETWEEN)
    return found
