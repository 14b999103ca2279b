"""A weekday that is not that of its date: "Tuesday 2 November 2022" was a Wednesday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from minutes_cli.model.minutes import Diagnostic
from minutes_cli.parser.passages import Text
from minutes_cli.parser.slips.record import Record, quoted, slip
from minutes_cli.text.dates import find_dates
from minutes_cli.text.prose import mentions


def find(record: Record) -> Iterator[Diagnostic]:
    """Of the dates that became values, also those whose year stands elsewhere; of all others, those printed in full."""
    told: set[tuple[int, int]] = set()
    for path, fact in record.dated():
        value = date.fromisoformat(fact.value)
        for quote in fact.quotes[:1]:
            for found in find_dates(str(quote), default_year=value.year, day_first=record.head.day_first)[:1]:
                if found.weekday is not None and found.weekday != value.weekday():
                    told.add((id(quote.paragraph), quote.start + found.start))
                    yield _slip(quote[found.start : found.end], value, path)
    for passage in record.passages:
        if not mentions(str(passage.text), _DAYS):
            continue
        for found in find_dates(str(passage.text), day_first=record.head.day_first):
            place = (id(passage.paragraph), passage.text.start + found.start)
            full = found.value is not None and not found.inferred_year
            if full and found.value and found.weekday not in (None, found.value.weekday()) and place not in told:
                yield _slip(passage.text[found.start : found.end], found.value, None)


# What the name of every weekday holds, in full or short.
_DAYS = ("mon", "tue", "tus", "wed", "wen", "thu", "fri", "fir", "sat", "sun")


def _slip(text: Text, value: date, path: str | None) -> Diagnostic:
    return slip("weekday-mismatch", f"{quoted(text)}: {value.day} {value:%B} {value.year} is a {value:%A}", text, path)
