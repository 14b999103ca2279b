"""A promise made in discussion a row."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import Sittings, items_by_name, keyed, within
from minutes_cli.exporters.tidy.table import MEETING, UNDER, Cell, Column, TidyTable, place_columns
from minutes_cli.model.collection import Collection
from minutes_cli.model.places import NOWHERE, places_of


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    actions = _actions(collection)
    for meeting, minutes in keyed(collection):
        places, items = places_of(minutes), items_by_name(meeting, minutes)
        for position, one in enumerate(minutes.commitments):
            yield (
                *(within(meeting, one.id), meeting, minutes.meeting.date, items.get(one.item or ""), one.item),
                *(one.by.name, one.by.as_written, one.text, one.when, one.when_text),
                *(one.action is not None, actions.get((meeting, one.action or ""))),
                *places.get(f"/commitments/{position}/text", NOWHERE),
            )


def _actions(collection: Collection) -> dict[tuple[str, str], str]:
    """The ids of followed actions by a meeting and the id that the action has in its minutes."""
    sittings = Sittings(collection)
    found: dict[tuple[str, str], str] = {}
    for action in collection.actions:
        for mention in action.mentions:
            meeting = sittings.id_of(mention)
            if meeting and mention.id:
                found[meeting, mention.id.rpartition("#")[2]] = action.id
    return found


TABLE = TidyTable(
    "commitments",
    "Commitments",
    (
        Column("id", "Of the commitment."),
        *MEETING,
        *UNDER,
        Column("name", "Name of the attendee who promises, where it is settled."),
        Column("as_written", "Who promises, as printed."),
        Column("text", "Verbatim."),
        Column("due", "The day that the term resolves to.", "date"),
        Column("due_text", "The term as printed."),
        Column("recorded", "Whether an action records it.", "boolean"),
        Column("action", "Id of that action."),
        *place_columns("the text"),
    ),
    _rows,
    links=(("meeting", ("meetings", "id")), ("item", ("items", "id")), ("action", ("actions", "id"))),
)
