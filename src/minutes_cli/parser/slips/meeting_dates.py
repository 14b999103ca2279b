"""Two different dates for the meeting: title, heading, date line and page header disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from minutes_cli.model.minutes import Diagnostic
from minutes_cli.parser.passages import Text, whole
from minutes_cli.parser.slips.record import Record, quoted, slip
from minutes_cli.text.dates import DateFound, find_dates


def find(record: Record) -> Iterator[Diagnostic]:
    day = record.day
    if day is None:
        return
    told: set[str] = set()
    for where, text in _sources(record):
        dates = find_dates(str(text), default_year=day.year, day_first=record.head.day_first)
        if not dates or any(_agrees(found, day) for found in dates):
            continue
        printed = text[dates[0].start : dates[0].end]
        if str(printed) not in told:
            told.add(str(printed))
            yield slip(
                "date-conflict",
                f"the {where} says {quoted(printed)}, the date of the meeting was read as {day}",
                printed,
                "/meeting/date",
            )


def _sources(record: Record) -> Iterator[tuple[str, Text]]:
    """Texts that print the meeting's own date, with what to call each."""
    for quote in record.draft.meeting["title"].quotes if "title" in record.draft.meeting else ():
        yield "title", quote
    for stated in record.head.labelled("date"):
        yield "date line", stated
    for passage in record.head.beginning[:_HEADING_PASSAGES]:
        held = _HELD.search(str(passage.text)[:_HEADING_REACH])
        if held and not _OTHER.search(held[0]):
            yield "heading", passage.text.group(held)
    for paragraph in record.head.furniture:
        if paragraph.role == "header" and _OWN.search(paragraph.text) and not _OTHER.search(paragraph.text):
            yield "page header", whole(paragraph)


# A sentence on when the meeting was held stands among the first lines.
_HEADING_PASSAGES = 10
_HEADING_REACH = 600
_HELD = re.compile(
    r"\b(?:minutes|meeting|notes)\b[^.;]{0,150}\b(?:held|took place|convened|met)\b[^.;]{0,100}", re.IGNORECASE
)
_OWN = re.compile(r"\b(?:minutes|meeting|notes)\b", re.IGNORECASE)
# Dates beside these words are other meetings' or the paper's.
_OTHER = re.compile(
    r"\b(?:previous|last|next|approv|adopt|publish|issued|printed|updated|revis|version|draft|signed|posted|preceding|will|future)",
    re.IGNORECASE,
)


def _agrees(found: DateFound, day: date) -> bool:
    """Whether a date, or a month and year alone, may be that of the meeting."""
    if found.value is not None:
        return found.value == day
    return (found.year, found.month) == (day.year, day.month) and found.day is None
