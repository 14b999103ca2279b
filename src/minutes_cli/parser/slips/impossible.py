"""Dates and times that no calendar and no clock shows: 31/11, 30 February, "14:30pm"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from minutes_cli.model.minutes import Diagnostic
from minutes_cli.parser.passages import Text
from minutes_cli.parser.slips.record import Record, quoted, slip
from minutes_cli.text.dates import DateFound, find_dates

_HALF = r"[ap]\.?\s?m\b"
_CLOCK = re.compile(
    rf"(?<![\w.:,/£$€])(?P<hour>\d{{1,2}})(?P<sign>[:.]?)(?P<minute>\d\d)\s?(?P<half>{_HALF})", re.IGNORECASE
)
# A clock without am or pm, where the words before it tell that it is one and no length, verse or score.
_PLAIN = re.compile(
    r"\b(?:time|start(?:s|ed)?|begins|began|opened|closed|finished|ended|ends|adjourned|commenced)(?: at)?\s?:?\s"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?![\d:.%]\d)(?!\s?(?:min|hours|hrs))",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
# 29 February is a day in some years: without a year it is not impossible.
_LEAP_YEAR = 2000


def find(record: Record) -> Iterator[Diagnostic]:
    for passage in record.passages:
        value = str(passage.text)
        if not _DIGIT.search(value):
            continue
        for date in find_dates(value, day_first=record.head.day_first):
            if _is_impossible(date):
                text = passage.text[date.start : date.end]
                yield slip("impossible-date", f"{quoted(text)} is no day of any calendar", text, _path(record, text))
        for clock in _CLOCK.finditer(value):
            hour, minute = int(clock["hour"]), int(clock["minute"])
            if not clock["sign"] and (len(clock["hour"]) < 2 or minute > 59 or hour > 24):
                continue  # "1999 am" and "100 pm" are rather a year and a sum
            reason = _reason(hour, minute, clock["half"])
            if reason:
                text = passage.text[clock.start() : clock.end()]
                yield slip("impossible-time", f"{quoted(text)} {reason}", text, _path(record, text))
        for clock in _PLAIN.finditer(value) if ":" in value else ():
            hour, minute = int(clock["hour"]), int(clock["minute"])
            if _is_beyond(hour, minute) and not _CLOCK.match(value, clock.start("hour")):
                text = passage.text[clock.start("hour") : clock.end()]
                yield slip("impossible-time", f"{quoted(text)} is on no clock", text, _path(record, text))


def _is_beyond(hour: int, minute: int) -> bool:
    """Whether 24 hours do not reach so far; midnight may be the end of a day."""
    return minute > 59 or hour > 24 or (hour == 24 and minute > 0)


def _is_impossible(date: DateFound) -> bool:
    if date.value is not None or date.month is None or date.day is None:
        return False
    return date.day > monthrange(date.year or _LEAP_YEAR, date.month)[1]


def _reason(hour: int, minute: int, half: str) -> str:
    """What is wrong with a time that says am or pm; "" where nothing is."""
    side = "am" if half[0] in "aA" else "pm"
    if minute > 59 or hour > 24:
        return "is on no clock"
    if hour > 12 or (hour == 0 and side == "pm"):
        return f"counts 24 hours and says {side}"
    return ""


def _path(record: Record, text: Text) -> str | None:
    """The value that was read from this very place, or whose text holds it."""
    draft = record.draft
    facts = [(f"/meeting/{key}", draft.meeting.get(key)) for key in ("date", "start_time", "end_time")]
    facts += [(f"/next_meeting/{key}", draft.next_meeting.get(key)) for key in ("date", "time")]
    facts += [(f"/actions/{n}/due_text", action.due_text) for n, action in enumerate(draft.actions)]
    facts += [(f"/actions/{n}/text", action.text) for n, action in enumerate(draft.actions)]
    for path, fact in facts:
        for quote in fact.quotes if fact else ():
            if quote.paragraph is text.paragraph and quote.start <= text.start < quote.end:
                return path
    return None
