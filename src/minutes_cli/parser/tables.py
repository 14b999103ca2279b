"""What a table is for: attendance, actions, the record itself, labelled fields, or mere figures.

Told from its head row first, from its content otherwise.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Literal

from minutes_cli.model.document import Cell, Table
from minutes_cli.profiles import Profile
from minutes_cli.text.names import looks_like_name
from minutes_cli.text.numbering import find_number

Kind = Literal["attendance", "actions", "items", "fields", "people", "prose", "data"]

# The head row stands among the first rows; above it there may be a title that spans the table.
_HEAD_ROWS = 3
_LONGEST_HEAD = 60
# Heads that may mean several things; a column with a plainer head is preferred.
_VAGUE = frozenset(
    (
        *("date", "by", "name", "outcome", "comments", "notes", "update", "item", "details", "position"),
        # an employer says less of a capacity than a role does
        *("organisation", "organization", "company", "affiliation", "country", "institution", "agency", "body"),
        *("employer", "force", "department"),
    )
)
_ROLES = {
    "name": "attendance.column_name",
    "role": "attendance.column_role",
    "abbreviation": "attendance.column_abbreviation",
    "status": "attendance.column_status",
    "absent": "attendance.column_absent",
    "number": "items.column_number",
    "text": "items.column_text",
    "action": "actions.column_text",
    "owner": "actions.column_owner",
    "due": "actions.column_due",
    "state": "actions.column_state",
    "update": "actions.column_update",
    "revised": "actions.column_revised",
    "reference": "actions.column_reference",
}


@dataclass(frozen=True)
class View:
    """A table with its purpose.

    head     how many rows at the top are heads
    columns  purpose of a column -> its index; only what the purpose of the table needs
    updates  of a list of actions the columns that tell what became of each, from the left
    """

    table: Table
    kind: Kind
    head: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    updates: tuple[int, ...] = ()

    @cached_property
    def rows(self) -> list[dict[int, Cell]]:
        """The rows below the head, each as column -> cell."""
        return [by_column(row) for row in self.table.rows[self.head :]]

    def cell(self, row: dict[int, Cell], purpose: str) -> Cell | None:
        index = self.columns.get(purpose)
        return row.get(index) if index is not None else None


def by_column(row: tuple[Cell, ...]) -> dict[int, Cell]:
    return {cell.column: cell for cell in row}


@lru_cache(maxsize=2048)  # one step after the other looks at the same headings and labels
def fold(text: str) -> str:
    """Lower case, white space folded, without the punctuation around a label."""
    return " ".join(text.lower().replace("’", "'").split()).strip(" :.*–-#\t")


def view_table(table: Table, profile: Profile, status_of_label: object = None) -> View:
    """Decide what `table` is for."""
    for number, row in enumerate(table.rows[:_HEAD_ROWS]):
        found = _head(row, profile)
        _name_under_status(found)
        _under_blank_heads(table, number, found)
        kind = _kind_of_head(found)
        if kind:
            columns = _columns(kind, found)
            if kind == "items" and "owner" not in columns and _are_short(table, number + 1, columns.get("action")):
                columns["owner"] = columns.pop("action")
            if kind == "items":
                columns = _numbers_apart(table, number + 1, columns)
            if kind == "attendance" and "abbreviation" not in columns:
                short = _column_of_initials(table, number + 1, set(columns.values()))
                columns |= {"abbreviation": short} if short else {}
            return View(table, kind, number + 1, columns, _updates(kind, found, columns))
        if sum(bool(cell.text.strip()) for cell in row) > 1 and len(row) > 1 and not _is_head_like(row):
            break
    return _by_content(table, profile)


def sections(table: Table, profile: Profile) -> list[Table]:
    """Cut a form that holds several tables: below rows of one cell over the whole width a new head may follow."""
    cuts = [0]
    for number in range(1, len(table.rows) - 1):
        wide = len(table.rows[number - 1]) == 1 or _is_wide(table.rows[number - 1], table.columns)
        if (
            wide
            and number - 1 > cuts[-1]
            and len(table.rows[number]) > 1
            and _kind_of_head(_head(table.rows[number], profile))
        ):
            cuts.append(number)
    if len(cuts) == 1:
        return [table]
    bounds = [*cuts, len(table.rows)]
    return [replace(table, rows=table.rows[a:b], headers=0) for a, b in itertools.pairwise(bounds)]


def _is_wide(row: tuple[Cell, ...], columns: int) -> bool:
    return any(cell.colspan >= columns - 1 and cell.text.strip() for cell in row)


def _is_head_like(row: tuple[Cell, ...]) -> bool:
    return all(len(cell.text) < 40 for cell in row)


def _head(row: tuple[Cell, ...], profile: Profile) -> dict[str, list[int]]:
    """Purpose -> the columns whose head says so."""
    found: dict[str, list[tuple[int, int]]] = {}
    for cell in row:
        if len(cell.text) > _LONGEST_HEAD:
            continue
        text = fold(re.sub(r"\([^()]*\)", " ", cell.text)) or fold(cell.text)
        if not text:
            continue
        for purpose, key in _ROLES.items():
            likeness = _match(text, profile.words(key))
            if likeness:
                found.setdefault(purpose, []).append((likeness, cell.column))
    # a head that says more ("target date") is believed before one that may mean anything ("date")
    return {purpose: [column for _, column in sorted(columns)] for purpose, columns in found.items()}


def _name_under_status(found: dict[str, list[int]]) -> None:
    """Heads such as "Present | Role | Initials": the column of the names is headed by what the people were."""
    if "name" not in found and "action" not in found and set(found) & {"role", "abbreviation"}:
        for purpose in ("status", "absent"):
            if found.get(purpose):
                found["name"] = found.pop(purpose)
                return


def _under_blank_heads(table: Table, head: int, found: dict[str, list[int]]) -> None:
    """Heads such as "Item | (blank) | Action": the record is the widest of the columns whose head says nothing."""
    tasks = found.get("action", [])
    if not tasks or _told(found) not in ([], [1]) or found.get("owner") or found.get("name"):
        return
    blank = [c.column for c in table.rows[head] if c.column < tasks[0] and not c.text.strip()]
    numbers = [c for c in range(1, tasks[0]) if _are_numbers(table, head + 1, c)]
    texts = [c for c in blank if c not in numbers]
    if numbers and texts:
        found["text"] = [max(texts, key=lambda column: sum(len(t) for t in _texts(table, head + 1, column)))]
        found["number"] = numbers[:1]


def _texts(table: Table, first: int, column: int | None) -> list[str]:
    """What the cells of a column say, below the head; empty ones left out."""
    return [c.text.strip() for row in table.rows[first:] for c in row if c.column == column and c.text.strip()]


def _are_numbers(table: Table, first: int, column: int) -> bool:
    texts = _texts(table, first, column)
    return len(texts) > 1 and all(len(t) <= _LONGEST_NUMBER and find_number(f"{t} x") for t in texts)


def _are_short(table: Table, first: int, column: int | None) -> bool:
    """Whether a column of "actions" holds nothing but who is to act: initials and names."""
    texts = _texts(table, first, column)
    return bool(texts) and all(len(line) <= _LONGEST_OWNER for text in texts for line in text.splitlines())


_LONGEST_NUMBER = 8
_LONGEST_OWNER = 16


def _column_of_initials(table: Table, first: int, taken: set[int]) -> int | None:
    """A column without a head whose cells are initials."""
    for column in range(1, table.columns + 1):
        texts = _texts(table, first, column)
        short = sum(1 for text in texts if _INITIALS.fullmatch(text))
        if column not in taken and short >= max(_LEAST_INITIALS, _MOSTLY * len(texts)):
            return column
    return None


def _is_label_alone(row: dict[int, Cell], attendance: set[str]) -> bool:
    """Whether a row holds nothing but "Present" or "Apologies"."""
    filled = [fold(cell.text) for cell in row.values() if cell.text.strip()]
    return len(filled) == 1 and filled[0] in attendance


_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z]?o?")
_LEAST_INITIALS = 3
# Among initials there may be a surname or two: "CC Roe".
_MOSTLY = 0.5


@lru_cache(maxsize=4096)
def _match(text: str, phrases: tuple[str, ...]) -> int:
    """How a head matches: 1 wholly, 2 wholly but with a word that may mean anything, 3 with one of its ends, 0 not."""
    if text in phrases or text.rstrip("s") in phrases:
        return 2 if text in _VAGUE else 1
    if len(text.split()) <= 5 and any(
        len(p) >= 4 and p not in _VAGUE and (text.startswith((f"{p} ", f"{p}/")) or text.endswith(f" {p}"))
        for p in phrases
    ):
        return 3
    return 0


def _kind_of_head(found: dict[str, list[int]]) -> Kind | None:
    def apart(*purposes: str) -> bool:
        """Whether each purpose has a column of its own."""
        used: set[int] = set()
        for purpose in purposes:
            free = [c for c in found.get(purpose, []) if c not in used]
            if not free:
                return False
            used.add(free[0])
        return True

    if apart("action", "owner", "due", "state"):
        return "actions"
    if apart("name", "abbreviation") or apart("name", "status") or apart("name", "absent"):
        return "attendance"
    if _holds_record(found):
        return "items"
    if (
        apart("action", "owner", "due")
        or apart("action", "owner", "state")
        or apart("action", "owner")
        or apart("action", "due")
    ):
        if apart("name", "role") and not apart("action", "due"):
            return "attendance"
        return "actions"
    if apart("name", "role"):
        return "attendance"
    return None


def _told(found: dict[str, list[int]]) -> list[int]:
    """The columns that tell of the items, from the left: heading, discussion, notes."""
    return sorted(set(found.get("text", [])) - set(found.get("action", [])))


def _holds_record(found: dict[str, list[int]]) -> bool:
    """Whether the columns are those of the record itself: a discussion beside numbers or headings, left of tasks."""
    told = _told(found)
    tasks = sorted(set(found.get("action", [])) - set(told))
    if not told or (tasks and tasks[0] < told[0]):
        return False
    return bool(set(found.get("number", [])) - set(told)) or len(told) > 1


def _columns(kind: Kind, found: dict[str, list[int]]) -> dict[str, int]:
    wanted = {
        "attendance": ("name", "abbreviation", "status", "absent", "role"),
        "actions": ("action", "owner", "revised", "due", "state"),
        "items": ("text", "number", "action", "owner", "revised", "due", "state"),
    }.get(kind, ())
    chosen: dict[str, int] = {}
    if kind == "items":
        told = _told(found)
        chosen |= dict(zip(("text", "discussion"), told, strict=False))
    for purpose in wanted:
        if purpose in chosen:
            continue
        for column in found.get(purpose, []):
            if column not in chosen.values():
                chosen[purpose] = column
                break
    if kind == "actions" and chosen.get("due", 99) < chosen.get("action", 0):
        del chosen["due"]  # a date in front of the task is when it was raised
    if kind == "actions" and (numbers := found.get("number") or found.get("reference")):
        first = numbers[0]
        if first not in chosen.values():
            chosen["reference"] = first
    return chosen


def _updates(kind: Kind, found: dict[str, list[int]], columns: dict[str, int]) -> tuple[int, ...]:
    """The columns that tell what became of an action; beside the discussion only that of its state."""
    told = {columns["state"]} if "state" in columns else set()
    if kind == "actions":
        others = {column for purpose, column in columns.items() if purpose != "state"}
        told |= {*found.get("update", ()), *found.get("state", ())} - others
    return tuple(sorted(told))


def _numbers_apart(table: Table, first: int, columns: dict[str, int]) -> dict[str, int]:
    """A column headed "Item" beside the discussion holds the numbers, where its cells are nothing else."""
    if "discussion" not in columns or "number" in columns:
        return columns
    column = columns["text"]
    texts = [c.text.strip() for row in table.rows[first:] for c in row if c.column == column and c.text.strip()]
    if not texts or not all(_NUMBER_ALONE.fullmatch(text) for text in texts):
        return columns
    rest = {purpose: place for purpose, place in columns.items() if purpose != "discussion"}
    return rest | {"number": column, "text": columns["discussion"]}


_NUMBER_ALONE = re.compile(r"(?:Item\s)?\(?(?:[A-Z]?\d{1,4}(?:[./-]\d{1,4}){0,3}[a-z]?|[A-Z]|[IVX]{1,5})\s?[.):]{0,2}")


def _by_content(table: Table, profile: Profile) -> View:
    if table.columns == 1:
        return View(table, "prose")
    rows = [by_column(row) for row in table.rows]
    first = [fold(row[1].text) if 1 in row else "" for row in rows]
    filled = [text for text in first if text]
    labels = set(
        profile.words("meeting.date")
        + profile.words("meeting.venue")
        + profile.words("meeting.time")
        + profile.words("meeting.chair")
    )
    attendance = {
        word
        for key in ("present", "in_attendance", "apologies", "absent")
        for word in profile.words(f"attendance.{key}")
    }
    heads = [fold(cell.text) for cell in table.rows[0]] if table.rows else []
    if len(table.rows) >= 2 and sum(h in attendance for h in heads if h) >= 2:
        return View(table, "people", 1)
    if sum(text in labels for text in filled) >= 1 and table.columns in (2, 3, 4):
        return View(table, "fields")
    if table.columns == 2 and any(text in attendance for text in filled) and len(filled) <= 8:
        return View(table, "fields")
    apart = [row for row in rows if not _is_label_alone(row, attendance)]
    column = _column_of_names(apart, table.columns)
    if table.columns >= 3 and any(text in attendance for text in filled) and column != 1:
        return View(table, "attendance", 0, {"label": 1, **_beside_names(table, 2, {1})})
    if column is not None:
        return View(table, "attendance", 0, _beside_names(table, column, set()))
    if _people_in_cells(table):
        return View(table, "people", 1 if len(table.rows) > 1 else 0)
    numbered = [text for text in (row[1].text.strip() if 1 in row else "" for row in rows) if text]
    counted = [n for n in map(find_number, (f"{t} x" for t in numbered)) if n]
    if table.columns >= 2 and len(counted) >= max(2, 0.6 * len(numbered)) and len(numbered) >= 2:
        longest = max(range(2, table.columns + 1), key=lambda c: sum(len(r[c].text) for r in rows if c in r))
        return View(table, "items", 0, {"number": 1, "text": longest})
    cells = [cell for row in table.rows for cell in row if cell.text.strip()]
    if all(len(row) == 1 for row in table.rows):
        return View(table, "prose")
    if cells and sum(len(cell.text) for cell in cells) / len(cells) > 80:
        return View(table, "prose")
    return View(table, "data")


def _beside_names(table: Table, name: int, taken: set[int]) -> dict[str, int]:
    """The columns of a list of people without heads: names, then initials where a column has them, then roles."""
    short = _column_of_initials(table, 0, {name, *taken})
    roles = [c for c in range(1, table.columns + 1) if c not in (name, short, *taken)]
    found = {"name": name, "abbreviation": short, "role": roles[0] if roles else None}
    return {purpose: column for purpose, column in found.items() if column is not None}


def _column_of_names(rows: list[dict[int, Cell]], columns: int) -> int | None:
    """The column in which nearly every row has a person's name, where there are several rows."""
    if len(rows) < 3:
        return None
    for column in range(1, min(columns, 3) + 1):
        texts = [row[column].text.strip() for row in rows if column in row and row[column].text.strip()]
        if len(texts) >= max(3, 0.7 * len(rows)) and sum(looks_like_name(t) >= 0.6 for t in texts) >= 0.8 * len(texts):
            return column
    return None


def _people_in_cells(table: Table) -> bool:
    """Whether cells hold lists of people, one a paragraph or line."""
    if len(table.rows) > 3 or table.columns > 4:
        return False
    lines = [line for row in table.rows for cell in row for line in cell.text.splitlines() if line.strip()]
    names = sum(looks_like_name(re.split(r"[,(–]", line, maxsplit=1)[0].strip()) >= 0.6 for line in lines)
    return len(lines) >= 4 and names >= 0.6 * len(lines)
