"""The attendance of a blank document, filled: a table of people, or names behind labels."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.model.minutes import Status
from minutes_cli.parser.labels import Label
from minutes_cli.parser.tables import fold
from minutes_cli.templates.made_up import AWAY, CLERK, PRESENT, Person
from minutes_cli.templates.sheet import Grid, Line, Row
from minutes_cli.templates.work import Work

_PEOPLE: dict[Status, tuple[Person, ...]] = {
    "present": PRESENT,
    "in_attendance": (CLERK,),
    "apologies": (AWAY,),
    "absent": (),
}
_STATUS = ("Present", "Apologies")
# Where a blank table has one row the others are added.
_TABLE = (*PRESENT, CLERK)


def fill_label(work: Work, line: Line, label: Label, below: Sequence[Line]) -> None:
    """Write the people of this label behind it, or into the open lines below."""
    people = _PEOPLE[label.status]
    work.found.add({"present": "people"}.get(label.status, label.status))
    work.used.add(line)
    places = [one for one in below if one.is_open()]
    slots = [slot for slot in line.slots() if slot.start >= label.end - 1]
    rest = line.text[label.end :]
    if slots:
        each = [slot for slot in slots if slot.name.startswith("name")]
        texts = [_shown(work, person, line) for person in people]
        if len(each) > 1 and len(each) >= len(people):
            filled = [*texts, *[""] * (len(each) - len(texts))]
            line.put(list(zip(each, filled, strict=True)))
        else:
            line.put([(slots[0], ", ".join(texts) or "None"), *((slot, "") for slot in slots[1:])])
    elif rest.strip(" \t:*_.–-"):
        return
    elif places or line.heading:
        _fill_lines(work, line, people, places)
    else:
        space = "" if line.text.endswith((" ", "\t")) else " "
        line.text += space + (", ".join(_shown(work, person, line) for person in people) or "None")


def _fill_lines(work: Work, line: Line, people: Sequence[Person], places: Sequence[Line]) -> None:
    """One person a line; lines for more people than there are stay away."""
    for person, place in zip(people, places, strict=False):
        place.text = _shown(work, person, place)
        work.used.add(place)
    for place in places[len(people) :]:
        place.text = ""
        work.used.add(place)
    last = places[-1] if places else line
    last.below += [_shown(work, person, last) for person in people[len(places) :]]


def _shown(work: Work, person: Person, line: Line) -> str:
    """A person in a list of names, whom the trial expects back."""
    status: Status = next(status for status, people in _PEOPLE.items() if person in people)
    _expect(work, person, line, status)
    if work.template.attendance.abbreviations:
        work.expect("attendees", "abbreviation", person.initials, person.initials, line.place, person.name)
        return f"{person.name} ({person.initials})"
    if person in (PRESENT[0], CLERK):
        work.expect("attendees", "role", person.role, person.role, line.place, person.name)
        return f"{person.name} ({person.role})"
    return person.name


def _expect(work: Work, person: Person, line: Line, status: Status) -> None:
    work.expect("attendees", "name", person.name, person.name, line.place, person.name)
    work.expect("attendees", "status", status, status, line.place, person.name)


def fill_table(work: Work, grid: Grid, columns: dict[str, int]) -> None:
    """A person a row; rows that are left over are emptied, and missing ones are added."""
    work.found.add("people")
    if "status" in columns:
        work.found.add("apologies")
    people = (*_TABLE, AWAY) if "status" in columns else _TABLE
    whole = [row for row in grid.rows[1:] if len(row.cells) > max(columns.values())]
    rows = [row for row in whole if all(line.is_open() for line in row.cells[columns["name"]])]
    for row in grid.rows[1:]:
        work.used.update(row.lines())
    for person, row in zip(people, rows, strict=False):
        _fill_row(work, person, row, columns)
    for row in rows[len(people) :]:
        for line in row.lines():
            line.text = ""
    # a table without rows to write in is the parser's to read by its head all the same
    last = rows[-1] if rows else (whole or grid.rows)[-1]
    for person in people[len(rows) :] if last.cells[columns["name"]] else ():
        texts = [""] * len(last.cells)
        for key, value in _cells(work, person, columns).items():
            texts[columns[key]] = value
        last.below.append(texts)
        _expect_row(work, person, last.cells[columns["name"]][0], columns)


def _fill_row(work: Work, person: Person, row: Row, columns: dict[str, int]) -> None:
    values = _cells(work, person, columns)
    for key, column in columns.items():
        if row.cells[column]:
            row.cells[column][0].text = values[key]
            for line in row.cells[column][1:]:
                line.text = ""
    _expect_row(work, person, row.cells[columns["name"]][0], columns)


def _cells(work: Work, person: Person, columns: dict[str, int]) -> dict[str, str]:
    """Column -> what is written there; initials stand behind the role, or else the name, where they have no column."""
    short = f" ({person.initials})" if work.template.attendance.abbreviations and "abbreviation" not in columns else ""
    found = {"name": person.name + ("" if "role" in columns else short), "abbreviation": person.initials}
    found |= {"role": person.role + short, "status": _STATUS[person is AWAY]}
    return {key: value for key, value in found.items() if key in columns}


def _expect_row(work: Work, person: Person, line: Line, columns: dict[str, int]) -> None:
    _expect(work, person, line, "apologies" if person is AWAY else "present")
    if "role" in columns:
        work.expect("attendees", "role", person.role, person.role, line.place, person.name)
    if "abbreviation" in columns or work.template.attendance.abbreviations:
        work.expect("attendees", "abbreviation", person.initials, person.initials, line.place, person.name)


def columns_of(work: Work, heads: Sequence[str]) -> dict[str, int] | None:
    """The purpose of each column of an attendance table; None for another table."""
    found: dict[str, int] = {}
    for purpose in ("name", "role", "abbreviation", "status"):
        for column, head in enumerate(heads):
            taken = column in found.values()
            if not taken and purpose not in found and work.words.column(head, f"attendance.column_{purpose}"):
                found[purpose] = column
    named = [fold(head) for head in heads]
    wanted = [fold(head) for head in work.template.attendance.headers]
    return found if "name" in found and (len(found) > 1 or named == wanted or len(heads) == 1) else None
