"""Attendance in tables: a person a row, people under heads, or labels beside cells of people."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from minutes_cli.model.document import Cell
from minutes_cli.model.minutes import Status
from minutes_cli.parser.draft import Fact, Person, fact
from minutes_cli.parser.entries import people_in, people_in_lines, read_odd
from minutes_cli.parser.labels import Labels
from minutes_cli.parser.passages import Text, whole
from minutes_cli.parser.tables import View, fold
from minutes_cli.profiles import Profile
from minutes_cli.text.names import looks_like_name


def people_in_table(view: View, place: int, labels: Labels, profile: Profile) -> Iterator[Person]:
    if view.kind == "attendance":
        yield from _of_rows(view, place, labels, profile)
    elif view.kind == "people":
        yield from _of_columns(view, place, labels, profile)
    else:
        for row in view.rows:
            cells = [row[c] for c in sorted(row)]
            for cell, after in itertools.pairwise(cells):
                label = labels.at_start(cell.text) if cell.text and len(cell.text) < 60 else None
                if label and after.paragraphs:
                    said = whole(cell.paragraphs[0])
                    for paragraph in after.paragraphs:
                        yield from people_in_lines(whole(paragraph), label.status, said, place)


def _of_columns(view: View, place: int, labels: Labels, profile: Profile) -> Iterator[Person]:
    """Columns of people under heads that say status or office."""
    heads = view.table.rows[0] if view.head else ()
    by_column: dict[int, tuple[Status, Text | None, Fact | None]] = {}
    for cell in heads:
        if not cell.paragraphs:
            continue
        said = whole(cell.paragraphs[0])
        label = labels.at_start(cell.text)
        plain = fold(cell.text) in profile.words("attendance.plain_groups")
        for column in range(cell.column, cell.column + cell.colspan):
            by_column[column] = (
                (label.status, said, None)
                if label
                else ("present", said, None if plain else fact(said, rule="attendance.role.group"))
            )
    cells = sorted((cell for row in view.table.rows[view.head :] for cell in row), key=lambda c: (c.column, c.row))
    for cell in cells:
        status, said_or_none, _ = by_column.get(cell.column, ("present", None, None))
        for paragraph in cell.paragraphs:
            text = whole(paragraph)
            if text:
                yield from people_in_lines(text, status, said_or_none or text, place)


def _of_rows(view: View, place: int, labels: Labels, profile: Profile) -> Iterator[Person]:
    """One person a row; a label in the first column or a merged row gives the status of what follows."""
    status: Status = "present"
    said: Text | None = None
    for head in view.table.rows[: view.head]:
        for top in head:
            named = labels.at_start(top.text) if top.column == view.columns.get("name") else None
            if named and top.paragraphs:
                status, said = named.status, whole(top.paragraphs[0])
    marks = {
        "present": set(profile.words("attendance.present_marks")),
        "absent": set(profile.words("attendance.absent_marks")),
        "apologies": set(profile.words("attendance.apologies_marks")),
    }
    group: Fact | None = None
    columns = view.columns
    heads = _status_heads(view)
    for number, row in enumerate(view.rows):
        first = next((row[c] for c in sorted(row) if row[c].text.strip()), None)
        if first is None:
            continue
        label = labels.at_start(first.text) if len(first.text) < 60 or first.colspan > 1 else None
        if label and label.end < len(first.text) and first.colspan > 1:
            yield from _in_wide_cell(first, label.status, labels, place + number)
            continue
        if label and (first.column != columns.get("name") or len([c for c in row.values() if c.text.strip()]) == 1):
            status, said, group = label.status, whole(first.paragraphs[0]), None
        cell = row.get(columns.get("name", 1))
        if cell is None or not cell.paragraphs or (label and cell is first):
            continue
        filled = [c for c in row.values() if c.text.strip()]
        if (
            len(filled) == 1
            and filled[0] is cell
            and looks_like_name(cell.text.strip()) < 0.5
            and view.table.columns > 1
        ):
            plain = fold(cell.text) in profile.words("attendance.plain_groups")
            group = None if plain else fact(whole(cell.paragraphs[0]), rule="attendance.role.group")
            continue
        if fold(cell.text) in profile.words("attendance.column_name"):
            continue
        row_status, row_said = _under_heads(row, heads) or _row_status(view, row, marks, status, said)
        role_cell = _filled(row, columns.get("role"))
        for paragraph in cell.paragraphs:
            text, at = whole(paragraph), place + number
            people = [*people_in_lines(text, row_status, row_said or text, at)]
            if not people and len(cell.paragraphs) == 1 and (role_cell or _filled(row, columns.get("status"))):
                odd = read_odd(text, row_status, row_said or text, at)
                people = [odd] if odd else []
            for person in people:
                if role_cell and not _TICK.fullmatch(role_cell.text.strip()):
                    _take_role(person, role_cell)
                elif person.role is None and group:
                    person.role = group
                short = _filled(row, columns.get("abbreviation"))
                if short and len(short.text.strip()) <= 8:
                    person.abbreviation = fact(whole(short.paragraphs[0]), rule="attendance.abbreviation.column")
                yield person


def _in_wide_cell(cell: Cell, status: Status, labels: Labels, place: int) -> Iterator[Person]:
    """People behind a label in a cell over the whole width: "Apologies: Ada Roe; Bo Poe"."""
    for paragraph in cell.paragraphs:
        text = whole(paragraph)
        label = labels.at_start(str(text))
        end = label.end if label else 0
        yield from people_in(text[end:], status, text[:end] if end else text, place)


def _filled(row: dict[int, Cell], column: int | None) -> Cell | None:
    cell = row.get(column) if column is not None else None
    return cell if cell and cell.text.strip() else None


def _status_heads(view: View) -> list[tuple[float, Status, Text]]:
    """Words "Present" and "Absent" of a head that one column shares, with where their middle is."""
    found: list[tuple[float, Status, Text]] = []
    for row in view.table.rows[: view.head]:
        for cell in row:
            for paragraph in cell.paragraphs:
                for line in paragraph.lines:
                    for word in line.words:
                        status = _HEAD_WORDS.get(word.text.lower().strip(":"))
                        if status:
                            found.append(((word.x0 + word.x1) / 2, status, whole(paragraph)))
    return found if len({status for _, status, _ in found}) > 1 else []


_HEAD_WORDS: dict[str, Status] = {
    "present": "present",
    "absent": "absent",
    "excused": "apologies",
    "apologies": "apologies",
}


def _under_heads(row: dict[int, Cell], heads: list[tuple[float, Status, Text]]) -> tuple[Status, Text] | None:
    """The status under whose word the row's only mark stands."""
    if not heads:
        return None
    marks = [
        word
        for cell in row.values()
        for paragraph in cell.paragraphs
        for line in paragraph.lines
        for word in line.words
        if _TICK.fullmatch(word.text)
    ]
    if len(marks) != 1:
        return None
    middle = (marks[0].x0 + marks[0].x1) / 2
    _, status, said = min(heads, key=lambda head: abs(head[0] - middle))
    return status, said


_TICK = re.compile(r"[xXP✓✔☑☒√•]")


def _row_status(
    view: View, row: dict[int, Cell], marks: dict[str, set[str]], status: Status, said: Text | None
) -> tuple[Status, Text | None]:
    """What the presence columns of a row say."""
    absent, present = _filled(row, view.columns.get("absent")), _filled(row, view.columns.get("status"))
    if absent and fold(absent.text) not in marks["absent"] - {"a"}:
        return "absent", whole(absent.paragraphs[0])
    if present:
        word = present.text.strip().lower()
        for kind in ("apologies", "present", "absent"):
            if word in marks[kind] or fold(word) in marks[kind]:
                return kind, whole(present.paragraphs[0])
        if word.startswith(("apolog", "excus", "regret")):
            return "apologies", whole(present.paragraphs[0])
        if word.startswith(("in attendance", "observ", "guest", "by invitation", "invited")):
            return "in_attendance", whole(present.paragraphs[0])
        if word.startswith("absent"):
            return "absent", whole(present.paragraphs[0])
    elif view.columns.get("status") and "absent" not in view.columns and view.head:
        return "absent", said
    return status, said


def _take_role(person: Person, cell: Cell) -> None:
    """The role from a cell, with initials in brackets at its end taken out of it."""
    text = whole(cell.paragraphs[0])
    found = re.search(r"\s*\(([A-Z][A-Za-z]{0,4}[A-Z]|[A-Z]{1,6}\d?)\)\s*$", str(text))
    if found:
        person.abbreviation = person.abbreviation or fact(text.group(found, 1), rule="attendance.abbreviation.bracket")
        text = text[: found.start()]
    if text:
        person.role = fact(text, rule="attendance.role.column")
