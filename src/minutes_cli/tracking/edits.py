"""What people changed in the rows of an action log: which changes of an action that makes, or why none can be made."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple

from minutes_cli.model.action_log import HEADS, LogField, LogRow, cells_of
from minutes_cli.model.tracking import ChangeKind, TrackedAction
from minutes_cli.text.brief import brief
from minutes_cli.text.cells import folded, marks, marks_in
from minutes_cli.text.dates import find_dates
from minutes_cli.text.days import day_of

_CLOSED = frozenset(("closed", "close", "done", "complete", "completed"))
_OPEN = frozenset(("open", "opened", "reopen", "reopened"))
_BETWEEN = re.compile(r"[;,\n]")
_LETTER = re.compile(r"[^\W\d_]")


class Edit(NamedTuple):
    """A change to record: kind, value and note as `minutes action` has them."""

    kind: ChangeKind
    value: str | None = None
    note: str | None = None


class Verdict(NamedTuple):
    """What becomes of a row: its edits, or why it is refused; neither where nothing was changed."""

    edits: tuple[Edit, ...] = ()
    refused: str | None = None


class _RefusedError(Exception):
    """A row that cannot be taken, and why."""


def log_row(row: int, cells: Mapping[str, object], formulas: Collection[str], faults: Mapping[str, str]) -> LogRow:
    """A row from its cells by their heads.

    formulas  heads of the cells that hold the result of one, which `cells` has
    faults    of cells that say nothing: head -> why
    """
    return LogRow(
        row=row,
        missing=tuple(name for name, head in HEADS.items() if head not in cells),
        numbers=tuple(name for name, head in HEADS.items() if _is_number(cells.get(head))),
        formulas=tuple(name for name, head in HEADS.items() if head in formulas),
        unread=next((f"{head} is {why}" for head, why in faults.items()), None),
        **{name: _text(cells.get(head)) for name, head in HEADS.items()},
    )


def _is_number(cell: object) -> bool:
    return isinstance(cell, int | float)


def _text(cell: object) -> str | None:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return None if cell is None else str(cell).strip() or None


def judge(row: LogRow, action: TrackedAction) -> Verdict:
    """What the cells of a row say against the action as it stands, and as it was when it was exported.

    A row is taken whole or not at all. What was changed in the register since the export, and not in the row, stays.
    """
    if row.unread:
        return Verdict(refused=row.unread)
    try:
        return Verdict(edits=tuple(_with_note(row, action, tuple(_edits(row, action)))))
    except _RefusedError as error:
        return Verdict(refused=str(error))


def _edits(row: LogRow, action: TrackedAction) -> Iterator[Edit]:
    """The changes but for the note."""
    current = cells_of(action)
    here, now = marks(row.cells()), marks(current)
    before = marks_in(row.exported or "")
    if not before.keys() >= now.keys():
        before = now
    if here["text"] != before["text"]:
        raise _RefusedError("its words are not those of the action: sorted in part, or reworded")
    if row.id != action.id and here["text"] != now["text"]:
        raise _RefusedError(f"{action.number} is another action in this register")
    for name, read in _READ.items():
        if name in row.missing or here[name] in (before[name], now[name]):
            continue
        edit = read(row, action)
        if edit is None:
            continue
        if before[name] != now[name]:
            raise _RefusedError(f"{HEADS[name]} was changed in the register too, to {current[name] or 'nothing'}")
        yield edit


def _with_note(row: LogRow, action: TrackedAction, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The note belongs to what was done with it, as --note does; alone it is a change of its own."""
    before = marks_in(row.exported or "").get("note")
    noted = {folded(text) for change in action.changes for text in (change.value, change.note) if text}
    if row.note is None:
        if "note" not in row.missing and before not in (None, marks({"note": None})["note"]):
            raise _RefusedError("a note cannot be taken away here: `minutes undo` does")
        return edits
    if folded(row.note) in noted or marks({"note": row.note})["note"] == before:
        return edits
    if not edits:
        return (Edit("note", row.note),)
    return (edits[0]._replace(note=row.note), *edits[1:])


def _state(row: LogRow, action: TrackedAction) -> Edit | None:
    word = folded(row.state or "").casefold()
    if word in _CLOSED:
        return Edit("close") if action.state != "closed" else None
    if word in _OPEN:
        return Edit("reopen") if action.state != "open" else None
    said = f"is “{brief(word)}”" if word else "is empty"
    raise _RefusedError(f"State {said}: people can set “open” and “closed”, the rest minutes say")


def _owners(row: LogRow, action: TrackedAction) -> Edit | None:
    names = [name for part in _BETWEEN.split(row.owners or "") if (name := folded(part))]
    if not names:
        raise _RefusedError("Owner is empty: an action can be given to others, not to nobody")
    for name in names:
        if not _LETTER.search(name):
            raise _RefusedError(f"Owner is “{brief(name)}”, no name")
    return Edit("assign", ", ".join(names))


def _due(row: LogRow, action: TrackedAction) -> Edit | None:
    text = folded(row.due or "")
    if not text:
        raise _RefusedError("Due is empty: a date can be moved, not taken away")
    if "due" in row.numbers:
        raise _RefusedError(f"Due is the number {brief(text)}: write a date, such as 2024-06-28")
    day = day_of(text) or _worded(text)
    if day is None:
        raise _RefusedError(f"Due is “{brief(text)}”, no date such as 2024-06-28")
    due = day.isoformat()
    if action.raised.date and due < action.raised.date:  # a number in a cell for dates is one, often of 1900
        raise _RefusedError(
            f"Due is {due}, before it was raised on {action.raised.date}: `minutes action due` takes it"
        )
    return Edit("due", due) if due != action.due else None


def _worded(text: str) -> date | None:
    """A date with the month in words; one in figures that Excel left as text may be read in two ways."""
    found = find_dates(text)
    whole = len(found) == 1 and found[0].text == text and not found[0].inferred_year
    return found[0].value if whole and _LETTER.search(text) else None


_READ: dict[LogField, Callable[[LogRow, TrackedAction], Edit | None]] = {
    "state": _state,
    "owners": _owners,
    "due": _due,
}
