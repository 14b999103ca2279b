"""The attendance names one person twice.

Why: Heads are counted for the quorum and for votes; a name that stands twice counts twice.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew, Ada Roe
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole, Cy Dew
Fix: Take out one of the two, or, of two people of one name, say who is who.
"""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.document import Cell, Paragraph, Table
from minutes_cli.rules.attendance.people import lists, naming
from minutes_cli.rules.base import Flag, Rule, Subject, at

# A column with fewer people is none of an attendance.
_LEAST = 2


def check(subject: Subject) -> Iterator[Flag]:
    """Within one list or column: a chair may stand above the list too."""
    for listed in lists(subject):
        for number, person in enumerate(subject.minutes.attendees):
            again = naming(person.name, listed.text)[1:]
            if again:
                place = at(listed.paragraph, listed.start + again[0][0], listed.start + again[0][1])
                yield Flag(f"{person.name} stands here a second time", place, f"/attendees/{number}/name")
    yield from _in_tables(subject)


def _in_tables(subject: Subject) -> Iterator[Flag]:
    """In a table before the first item: those below it name the owners of actions."""
    order = {id(paragraph): number for number, paragraph in enumerate(subject.body)}
    item = subject.number_of(subject.place("/items/0/number", "/items/0/title"))
    people = list(enumerate(subject.minutes.attendees))
    for column in _columns(subject) if item is not None else ():
        if order.get(id(column[0].paragraphs[0]), len(order)) >= (item or 0):
            continue
        found: dict[int, list[tuple[Paragraph, tuple[int, int]]]] = {}
        for cell in column:
            hits = [(n, p, hit) for p in cell.paragraphs for n, one in people for hit in naming(one.name, p.text)]
            for number, paragraph, hit in hits if len(hits) == 1 else ():
                found.setdefault(number, []).append((paragraph, hit))
        for number, places in found.items() if len(found) >= _LEAST else ():
            for paragraph, hit in places[1:]:
                message = f"{people[number][1].name} stands here a second time"
                yield Flag(message, at(paragraph, *hit), f"/attendees/{number}/name")


def _columns(subject: Subject) -> Iterator[list[Cell]]:
    for table in subject.document.blocks:
        cells = [cell for row in table.rows for cell in row if cell.paragraphs] if isinstance(table, Table) else []
        for number in sorted({cell.column for cell in cells}):
            yield [cell for cell in cells if cell.column == number]


RULE = Rule("M202", "duplicate-attendee", "warning", check)
