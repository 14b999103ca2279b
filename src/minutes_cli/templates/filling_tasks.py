"""Actions and decisions of a blank document, filled."""

from __future__ import annotations

import re

from minutes_cli.parser.tables import fold
from minutes_cli.templates.made_up import DUE, PRESENT, decision, task
from minutes_cli.templates.sheet import Grid, Line, Slot
from minutes_cli.templates.work import Work

_INITIALS = re.compile(r"\binitials?\b", re.IGNORECASE)
_DUE = re.compile(r"\b(?:date|due|when|deadline|by)\b", re.IGNORECASE)
_MOVER, _SECONDER = re.compile(r"propos|mover|moved", re.I), re.compile(r"second", re.I)
# How decisions are begun where the template does not say.
_USUAL = ("RESOLVED", "Decision:", "Motion:")


def is_action(work: Work, line: Line) -> bool:
    return work.words.starts(line.text, (work.template.actions.marker,)) is not None


def is_decision(work: Work, line: Line) -> bool:
    return work.words.starts(line.text, _markers(work)) is not None


def _markers(work: Work) -> tuple[str, ...]:
    own = work.template.decisions.marker
    return (own,) if own else _USUAL


def _behind(line: Line, marker: str) -> int:
    """Where the text behind the marker begins, emphasis aside."""
    end = line.text.casefold().find(marker.casefold().rstrip(":")) + len(marker.rstrip(":"))
    while end < len(line.text) and line.text[end] in ":*_":
        end += 1
    return end


def fill_action(work: Work, line: Line) -> None:
    """Write a task with an owner, and a due date where one is asked for."""
    marker = work.template.actions.marker
    at = _behind(line, marker)
    names = " ".join(slot.name for slot in line.slots())
    work.found.add("action-marker")
    due = work.template.actions.due or bool(_DUE.search(names))
    owner, what = _owner(work, names), task(next(work.numbers))
    space = "" if line.text[:at].endswith((" ", "\t")) else " "
    line.text = f"{line.text[:at]}{space}{owner} to {what}{f' by {DUE.written}' if due else ''}."
    _expect(work, line, what, due)


def _owner(work: Work, names: str) -> str:
    form = work.template.actions.owner
    short = _INITIALS.search(names) or (form != "name" and work.template.attendance.abbreviations)
    return PRESENT[1].initials if short else PRESENT[1].name


def _expect(work: Work, line: Line, what: str, due: bool) -> None:
    work.expect("actions", "text", what, what, line.place, what)
    work.expect("actions", "owners", PRESENT[1].name, PRESENT[1].name, line.place, what)
    if due:
        work.expect("actions", "due", DUE.read, DUE.written, line.place, what)


def fill_decision(work: Work, line: Line) -> None:
    """Write a decision, with proposer and seconder where there are places for them."""
    marker = work.words.starts(line.text, _markers(work)) or ""
    work.found.add("decision-marker")
    what = decision(next(work.numbers), marker)
    puts: list[tuple[Slot, str]] = []
    written = False
    movers: dict[str, str] = {}
    for slot in line.slots():
        if _SECONDER.search(slot.name):
            movers["seconder"] = PRESENT[2].name
            puts.append((slot, PRESENT[2].name))
        elif _MOVER.search(slot.name):
            movers["mover"] = PRESENT[0].name
            puts.append((slot, PRESENT[0].name))
        else:
            puts.append((slot, "" if written else what))
            written = True
    line.put(puts)
    if not written:
        at = _behind(line, marker)
        line.text = f"{line.text[:at]} {what}.{line.text[at:]}"
    work.expect("decisions", "text", what, what, line.place, what)
    for key, name in movers.items():
        work.expect("decisions", key, name, name, line.place, what)


def columns_of(work: Work, grid: Grid) -> dict[str, int] | None:
    """The purpose of each column of a table of actions; None for another table."""
    found: dict[str, int] = {}
    for purpose, key in (("owner", "column_owner"), ("due", "column_due"), ("action", "column_text")):
        for column, head in enumerate(grid.heads()):
            if purpose not in found and column not in found.values() and work.words.column(head, f"actions.{key}"):
                found[purpose] = column
    return found if {"action", "owner"} <= set(found) else None


def fill_table(work: Work, grid: Grid, columns: dict[str, int]) -> None:
    """One task, in the first row that is open; the others are emptied."""
    work.found.add("action-marker")
    whole = [row for row in grid.rows[1:] if len(row.cells) > max(columns.values())]
    open_rows = [row for row in whole if all(line.is_open() for line in row.cells[columns["action"]])]
    for row in grid.rows[1:]:
        work.used.update(row.lines())
    for row in open_rows:
        for line in row.lines():
            line.text = "" if line.slots() or row is not open_rows[0] else line.text
    if not open_rows or not open_rows[0].cells[columns["action"]]:
        return
    what = task(next(work.numbers))
    first = open_rows[0]
    number = next((c for c in range(len(first.cells)) if fold(grid.heads()[c]) in ("no", "no.", "#", "ref")), None)
    values = {"action": f"{what[:1].upper()}{what[1:]}", "owner": PRESENT[1].name, "due": DUE.written}
    for key, column in columns.items():
        if first.cells[column]:
            first.cells[column][0].text = values[key]
    if number is not None and first.cells[number] and not first.text(number):
        first.cells[number][0].text = "1"
    line = first.cells[columns["action"]][0]
    _expect(work, line, what[5:], "due" in columns)
