"""By when a task is to be done, as its own text says."""

from __future__ import annotations

import re
from datetime import date

from minutes_cli.model.minutes import Grade
from minutes_cli.parser.draft import Action, Fact, fact
from minutes_cli.parser.passages import Text
from minutes_cli.text.dates import find_dates
from minutes_cli.text.later import later

_DUE_CUE = later(
    r"\b(?:by|before|due|no later than|until|deadline:?|in time for|prior to|at|for|on|from|"
    r"within)\s+(?P<term>(?:the\s+)?(?:end of (?:the\s+)?(?:week|month|year|day|january|february|"
    r"march|april|may|june|july|august|september|october|november|december)(?:\s+\d{4})?|next (?:meeting|week|month|"
    r"board|council meeting)|(?:\d+|two|three|four|six) (?:days|weeks|months)))",
    re.IGNORECASE,
)


_ASAP = later(r"\b(?:asap|as soon as possible|immediately|urgently)\b", re.IGNORECASE)


# "…, Due: 2 November": the label and its date are no part of the task.
_DUE_LABEL = later(r"[\s;,(\[–—-]{0,4}\b(?:due|deadline|target)(?: date| by)?\s*:\s*$", re.IGNORECASE)
_LEADS_TO_DATE = later(
    r"\b(?:by|before|until|due|on|for|from|the|than|at|and|in|of|put on|"
    r"w/c|w/e|week commencing|week ending|due:|due date:|deadline:|,|\()$|^$"
)
# These make a day that is past when the minutes are taken a due date all the same, be it a slip or an overdue one.
_BINDS_DATE = later(r"\b(?:to|will|must|shall)\b.*\b(?:by|due|due by|due:|due date:|deadline:|no later than)$")
# An action carried from the last meetings may have been due before this one.
_LATE_DAYS = 70


def near(value: date | None, day: date | None) -> date | None:
    """A day and month in the year that makes it the first such day after the meeting, or shortly before it."""
    if value is None or day is None:
        return value
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            moved = value.replace(year=year)
        except ValueError:  # 29 February
            continue
        if (day - moved).days <= _LATE_DAYS:
            return moved
    return None


def date_in(text: Text, day: date | None, rule: str) -> Fact | None:
    """The first date of a cell or behind a label; without a year the one nearest to the meeting."""
    found = next((d for d in find_dates(str(text), default_year=day.year if day else None) if d.value), None)
    when = near(found.value, day) if found and found.inferred_year else found.value if found else None
    if found is None or when is None:
        return None
    grade: Grade = "derived" if found.inferred_year else "normalised"
    return fact(text[found.start : found.end], when.isoformat(), grade=grade, rule=rule)


# "New date 16 February", "deferred to the meeting of 3 May", "now due 3 May": the date in the place of an earlier one.
_NEW_DATE = later(
    r"\b(?:(?:new|revised|amended|extended|updated|latest|current)\s"
    r"(?:(?:due|target|completion|delivery|end|forecast)\s)?(?:date|deadline|target|timescale)s?\b[^.;\d]{0,24}|"
    r"(?:revised|extended|extension|deferred|postponed|delayed|moved|put back|pushed back|slipped|rescheduled|"
    r"re-scheduled|brought forward|carried (?:over|forward)|held over|adjourned)\b"
    r"[^.;\d]{0,40}?\s(?:to|until|till|for)\b[^.;\d]{0,30}|"
    r"now (?:due|expected|scheduled|planned|anticipated|to be|targeted|aiming)\b[^.;\d]{0,40})$",
    re.IGNORECASE,
)
# "Sample drawn, due 29 March": the date that holds where no other is printed, or a later one.
_STILL_DUE = later(
    r"\b(?:due(?: date)?|deadline|target(?: date)?|on track for|"
    r"(?:to be|will be|(?:is |are )?expected|anticipated)\s[^.;\d]{0,40}?\b(?:by|before))\b[^.;\d]{0,16}$",
    re.IGNORECASE,
)
_CUE_REACH = 90


def read_new_due(action: Action, day: date | None) -> None:
    """The date that the words on a task's progress give for it: the latest of those that are plainly its due date."""
    latest: tuple[date, Text, bool] | None = None
    for text in action.update.quotes if action.update else ():
        value = str(text)
        for found in find_dates(value, default_year=day.year if day else None):
            before = value[max(0, found.start - _CUE_REACH) : found.start]
            when = near(found.value, day) if found.inferred_year else found.value
            if when is None:
                continue
            new = _NEW_DATE.search(before) is not None
            known = action.due.value if action.due else ""
            if not new and not (_STILL_DUE.search(before) and when.isoformat() > known):
                continue
            if latest is None or when > latest[0]:
                latest = when, text[found.start : found.end], found.inferred_year
    if latest is not None:
        when, quote, inferred = latest
        rule = "action.due.update"
        action.due = fact(quote, when.isoformat(), "derived" if inferred else "normalised", rule=rule)
        action.due_text = fact(quote, rule=rule)


def read_due(action: Action, day: date | None) -> None:
    """The date an action's own text gives for it."""
    text = action.text.quotes[0]
    value = str(text)
    for found in find_dates(value, default_year=day.year if day else None):
        before = value[: found.start].rstrip().lower()
        when = near(found.value, day) if found.inferred_year else found.value
        to_come = day is None or found.inferred_year or (when is not None and when >= day)
        if when and (_LEADS_TO_DATE.search(before) if to_come else _BINDS_DATE.search(before)):
            quote = text[found.start : found.end]
            action.due = Fact(
                when.isoformat(), (quote,), "derived" if found.inferred_year else "normalised", rule="action.due.text"
            )
            action.due_text = fact(quote, rule="action.due.text")
            label = _DUE_LABEL.search(value, 0, found.start)
            if label and not value[found.end :].strip(" .)]"):
                action.text = fact(text[: label.start()], rule=action.text.rule)
            return
    term = _DUE_CUE.search(value) or _ASAP.search(value)
    if term:
        action.due_text = fact(text.group(term), rule="action.due.term")
