"""The due dates of an action as meetings print and move them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from minutes_cli.model.tracking import UNSETTLED, Entry
from minutes_cli.text.dates import find_dates
from minutes_cli.tracking.states import told_state
from minutes_cli.tracking.updates import date_set, said_of

# A term that tells a time, though no day; "as soon as possible" and "ongoing" move no date.
_TERM = re.compile(
    r"\d|\b(?:meeting|spring|summer|autumn|winter|quarter|week|month|year|end of|before|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)


class Due(NamedTuple):
    """A due date as set at one time.

    date   ISO; None for a term that names no day ("the June meeting")
    day    ISO date of the meeting that printed it, or from which a user's change holds; "" where no date is known
    """

    date: str | None
    text: str | None
    day: str


def dues(entries: Sequence[Entry], days: Sequence[str]) -> list[Due]:
    """The due dates that entries print, each where it is another than before.

    entries   of one action, oldest first, without those that were struck out
    days      of their meetings
    What is said of a settled action sets no date ("published on 3 October"), nor does a column that still holds the
    date of old beside an update that moved it.
    """
    found: list[Due] = []
    column: object = None
    for entry, day in zip(entries, days, strict=True):
        said = said_of(entry, entries[0])
        if entry is not entries[0] and told_state(said, entry.state) not in (None, *UNSETTLED):
            continue
        printed = _current(entry)
        moved = date_set(said, entry.sitting.date) if said else None
        new: Due | None = None
        if moved:
            new = Due(*moved, day)
        elif _sets(entry, said, found) and (printed[0] or printed[1]) != column:
            new = Due(*printed, day)
        if any(printed):
            column = printed[0] or printed[1]
        if new and (not found or (new.date or new.text) != (found[-1].date or found[-1].text)):
            found.append(new)
    return found


def slips(found: Sequence[Due]) -> int:
    """How often the date was moved to a later one."""
    dates = [due.date for due in found if due.date]
    return sum(later > earlier for earlier, later in pairwise(dates))


def _current(entry: Entry) -> tuple[str | None, str | None]:
    """ISO date and words of the due date; of a column that keeps old dates ("31/03/23 rev 28/04/23") the last."""
    held = entry.sitting.date
    dates = find_dates(entry.due_text or "", after=date.fromisoformat(held) if held else None)
    if len(dates) > 1 and dates[-1].value:
        return dates[-1].value.isoformat(), entry.due_text
    return entry.due, entry.due_text


def _sets(entry: Entry, said: str, before: Sequence[Due]) -> bool:
    """Whether an entry prints a due date that is one: no day of which its update tells, and no "ASAP" after a date."""
    if entry.due_text and entry.due_text in said:
        return False
    return bool(entry.due) or bool(entry.due_text and (not before or _TERM.search(entry.due_text)))
