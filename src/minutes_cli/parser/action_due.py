"""By when a task is to be done, as its own text says."""

from __future__ import annotations

import re
from datetime import date

from minutes_cli.parser.draft import Action, Fact, fact
from minutes_cli.text.dates import find_dates

_DUE_CUE = re.compile(
    r"\b(?:by|before|due|no later than|until|deadline:?|in time for|prior to|at|for|on|from|"
    r"within)\s+(?P<term>(?:the\s+)?(?:end of (?:the\s+)?(?:week|month|year|day|january|february|"
    r"march|april|may|june|july|august|september|october|november|december)(?:\s+\d{4})?|next (?:meeting|week|month|"
    r"board|council meeting)|(?:\d+|two|three|four|six) (?:days|weeks|months)))",
    re.IGNORECASE,
)


_ASAP = re.compile(r"\b(?:asap|as soon as possible|immediately|urgently)\b", re.IGNORECASE)


# "…, Due: 2 November": the label and its date are no part of the task.
_DUE_LABEL = re.compile(r"[\s;,(\[–—-]{0,4}\b(?:due|deadline|target)(?: date| by)?\s*:\s*$", re.IGNORECASE)
_LEADS_TO_DATE = re.compile(
    r"\b(?:by|before|until|due|on|for|from|the|than|at|and|in|of|put on|"
    r"w/c|w/e|week commencing|week ending|due:|due date:|deadline:|,|\()$|^$"
)
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


def read_due(action: Action, day: date | None) -> None:
    """The date an action's own text gives for it."""
    text = action.text.quotes[0]
    value = str(text)
    for found in find_dates(value, default_year=day.year if day else None):
        before = value[: found.start].rstrip().lower()
        when = near(found.value, day) if found.inferred_year else found.value
        if when and (day is None or found.inferred_year or when >= day) and _LEADS_TO_DATE.search(before):
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
