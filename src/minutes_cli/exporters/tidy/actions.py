"""An action a row, followed over all meetings: as it stands now."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import Sittings
from minutes_cli.exporters.tidy.table import Cell, Column, TidyTable, joined
from minutes_cli.model.action_log import last_note
from minutes_cli.model.collection import Collection
from minutes_cli.model.tracking import TrackedAction


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    sittings = Sittings(collection)
    for one in collection.actions:
        yield (
            *(one.id, one.number, one.reference, one.state, one.text),
            joined(owner.name or owner.as_written for owner in one.owners),
            *(one.due, one.due_text, one.due_original, one.slips),
            *(one.item, joined(one.pillars), joined(one.tags), one.body, sittings.id_of(one.raised), one.raised.date),
            *(_progress(one), last_note(one)),
        )


def _progress(action: TrackedAction) -> str | None:
    """What minutes last said became of it."""
    return next((one.update for one in reversed(action.mentions) if one.update and not one.struck), None)


TABLE = TidyTable(
    "actions",
    "Actions",
    (
        Column("id", "Of the action; other tables refer to it."),
        Column("number", "In the register, such as A17."),
        Column("reference", "The action's own number as printed."),
        Column("state", "open, in_progress, proposed, closed, withdrawn or superseded."),
        Column("text", "As first raised."),
        Column("owners", "As last printed or assigned, with semicolons between."),
        Column("due", "The current due date.", "date"),
        Column("due_text", "The current due date or term as printed."),
        Column("due_original", "The first due date.", "date"),
        Column("slips", "How often the due date was moved to a later one.", "integer"),
        Column("item", "Number, or else title, of the item it was raised under."),
        Column("pillars", "Of that item, with semicolons between."),
        Column("tags", "Given by users, with semicolons between."),
        Column("body", "The organisation or committee."),
        Column("meeting", "Id of the meeting that raised it."),
        Column("raised", "Day of that meeting.", "date"),
        Column("progress", "What minutes last said became of it."),
        Column("note", "What users last noted."),
    ),
    _rows,
    links=(("meeting", ("meetings", "id")),),
)
