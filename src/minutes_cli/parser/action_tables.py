"""Tasks in tables: a list of actions, or columns beside the discussion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from minutes_cli.model.document import Cell
from minutes_cli.parser.action_cues import Cues
from minutes_cli.parser.action_due import date_in
from minutes_cli.parser.action_task import read_task
from minutes_cli.parser.action_under import read_deeper
from minutes_cli.parser.action_update import add_told, told_beside
from minutes_cli.parser.draft import Action, Draft, fact
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text, stretches, whole
from minutes_cli.parser.tables import View, fold
from minutes_cli.parser.when import meeting_day
from minutes_cli.text.dates import find_dates


def actions_of_table(draft: Draft, view: View, place: int, cues: Cues, owners: Owners) -> Iterator[Action]:
    """One action a row."""
    item = draft.item_at(place)
    apart = item is None or (item.number is None and item.last - item.first > 1) or _announced(draft, place, cues)
    for row in view.rows:
        cell = view.cell(row, "action")
        text = _cell_text(cell)
        if (
            text is None
            or not any(c.isalpha() for c in str(text))
            or re.match(r"^\W*(?:none|nil|n/?a)\W*$", str(text), re.IGNORECASE)
        ):
            continue
        if fold(str(text)) in cues.profile.words("actions.column_text") or (
            len([c for c in row.values() if c.text.strip()]) == 1 and view.table.columns > 2
        ):
            continue
        action = read_task(text, Passage(text, place), "table", cues, owners, "action.table")
        action.listed, action.place, action.apart = True, place, apart
        under = [whole(p) for p in cell.paragraphs] if cell is not None else []
        for further in under[under.index(text) + 1 :] if text in under else ():
            read_deeper(action, further, cues, owners)
        _read_cells(action, view, row, cues, owners, meeting_day(draft))
        yield action


def _announced(draft: Draft, place: int, cues: Cues) -> bool:
    """Whether a heading that is no item stands right above a table: "Appendix A – Action log"."""
    words = [*cues.profile.words("actions.lists"), *cues.profile.words("items.closing")]
    item = draft.item_at(place)
    for passage in draft.passages[max(0, place - 2) : place]:
        if item is not None and passage.index <= item.first:
            continue
        title = fold(str(passage.text))
        if len(title) < 80 and any(title.startswith(w) or title.endswith(w) for w in words):
            return True
    return False


def _cell_text(cell: Cell | None) -> Text | None:
    """The cell's first paragraph; further ones rarely belong to the task itself."""
    if cell is None:
        return None
    for paragraph in cell.paragraphs:
        text = whole(paragraph)
        if text:
            return text
    return None


def _read_cells(action: Action, view: View, row: dict[int, Cell], cues: Cues, owners: Owners, day: date | None) -> None:
    who, due, state, reference = (_cell_text(view.cell(row, k)) for k in ("owner", "due", "state", "reference"))
    if who is not None:
        people = owners.split(who, 0.2, "action.owner.column")
        # a column headed "to be progressed by" may hold how far it has progressed
        if people or not cues.state(str(who)):
            action.owners = people or [fact(who, rule="action.owner.column_whole")]
    if due is not None and re.search(r"\w", str(due)):
        action.due = date_in(due, day, "action.due.column")
        said = cues.state(str(due))
        action.due_text = fact(due, rule="action.due.column") if not said else None
        if said:
            action.state, action.state_fact = said, fact(due, said, rule="action.state.column")
    revised = _cell_text(view.cell(row, "revised"))
    if revised is not None and (later := date_in(revised, day, "action.due.revised_column")):
        action.due, action.due_text = later, fact(revised, rule="action.due.revised_column")
    told = told_beside(view, row)
    if state is not None:
        said = cues.state(" ".join(str(whole(p)) for p in view.cell(row, "state").paragraphs))  # type: ignore[union-attr]  # it has text
        if said:
            action.state, action.state_fact = said, fact(state, said, rule="action.state.column")
    for cell in row.values():
        if (
            cell.text.strip()
            and action.state_fact is None
            and len(cell.text) < 60
            and cell is not view.cell(row, "action")
        ):
            said = "closed" if cues.closed.match(cell.text.strip()) and not cues.open.search(cell.text) else None
            if said:
                action.state, action.state_fact = (
                    "closed",
                    fact(whole(cell.paragraphs[0]), "closed", rule="action.state.cell"),
                )
                if cell.column not in view.updates:
                    told = [*told, whole(cell.paragraphs[0])]
    for text in told:
        add_told(action, text, "action.update.column")
    if reference is not None and len(str(reference)) < 20:
        action.reference = fact(reference, rule="action.reference.column")


def actions_of_columns(draft: Draft, view: View, place: int, cues: Cues, owners: Owners) -> Iterator[Action]:
    """A record whose rows have columns for the task, its owner and its date beside the discussion."""
    for row in view.rows:
        if "owner" not in view.columns:
            yield from _signed(draft, view, row, place, cues, owners)
            continue
        at = _place_of(draft, row, place)
        if "action" in view.columns:
            who, text = _cell_text(view.cell(row, "owner")), _cell_text(view.cell(row, "action"))
            told = [(who, text)] if who is not None and text is not None else []
        else:
            told = list(_tasks_told(view, row, owners, cues))
        for who, text in told:
            action = read_task(text, Passage(text, at), "table", cues, owners, "action.table.record")
            action.place, action.listed = at, True
            _read_cells(action, view, row, cues, owners, meeting_day(draft))
            if len(told) > 1:
                action.owners = owners.split(who, 0.2, "action.owner.column")
            yield action


def _place_of(draft: Draft, row: dict[int, Cell], place: int) -> int:
    """The index of the first passage that a row of the record gave."""
    own = {id(p) for cell in row.values() for p in cell.paragraphs}
    return next((p.index for p in draft.passages[place:] if id(p.paragraph) in own), place)


def _tasks_told(view: View, row: dict[int, Cell], owners: Owners, cues: Cues) -> Iterator[tuple[Text, Text]]:
    """Each owner of a row with the sentence of the discussion that is the task.

    That is one which names the owner, else one that lays a task on somebody, else (for a single owner) the last.
    """
    cell, column = view.cell(row, "discussion") or view.cell(row, "text"), view.cell(row, "owner")
    if cell is None or column is None:
        return
    people = [
        line for p in column.paragraphs for line in whole(p).lines() if owners.split(line, 0.2, "action.owner.column")
    ]
    sentences = [s for p in cell.paragraphs for s in whole(p).sentences()]
    tasks = [s for s in sentences if cues.task.match(str(s)) or _ON_ALL.match(str(s))]
    for who in people:
        named = [s for s in tasks if re.search(rf"\b{re.escape(str(who))}\b", str(s))]
        chosen = named[:1] or tasks[-1:] or (sentences[-1:] if len(people) == 1 else [])
        tasks = [s for s in tasks if s not in chosen]
        for text in chosen:
            yield who, text


# "All trustees to complete the training", "Members to reply".
_ON_ALL = re.compile(r"^(?:All\b|Members\b|Everyone\b)[\w ]{0,30}? (?:to|will|are to)\b")


_SIGNED = re.compile(r"^(?P<who>[^–—-]{2,40}?)\s+[–—-]\s+(?P<due>.{3,40})$")


def _signed(draft: Draft, view: View, row: dict[int, Cell], place: int, cues: Cues, owners: Owners) -> Iterator[Action]:
    """Tasks in a column of their own.

    Each begins with its owner ("CC – write to the county"), says who is to do it, or is signed by owner and date on the
    line under it ("CC – 19 January 2024").
    """
    cell = view.cell(row, "action")
    at = _place_of(draft, row, place)
    last: Action | None = None
    for text in (part for p in cell.paragraphs for part in stretches(whole(p))) if cell else ():
        signed = _SIGNED.match(str(text))
        people = owners.split(text[: signed.end("who")], 0.5, "action.owner.signed") if signed else []
        due = text[signed.start("due") :] if signed else text
        found = next((d for d in find_dates(str(due)) if d.value), None)
        if signed and people and last is not None and (not last.owners or (found and found.start == 0)):
            last.owners = people
            last.due_text = fact(due, rule="action.due.signed")
            if found and found.value:
                last.due = fact(due[found.start : found.end], found.value.isoformat(), rule="action.due.signed")
            yield last
            last = None
        elif text:
            if last is not None and last.owners:
                yield last
            last = read_task(text, Passage(text, at), "table", cues, owners, "action.table.signed")
            last.listed = True
    if last is not None and last.owners and cell is not None and len(last.text.value.split()) >= _LEAST_TASK_WORDS:
        yield last


# What is shorter is an owner or a word such as "Noted".
_LEAST_TASK_WORDS = 3
