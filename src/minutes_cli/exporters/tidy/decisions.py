"""A motion, resolution or formal decision a row."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.exporters.tidy.keys import items_by_name, keyed, within
from minutes_cli.exporters.tidy.table import MEETING, UNDER, Cell, Column, TidyTable, place_columns
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Votes
from minutes_cli.model.places import NOWHERE, places_of


def _rows(collection: Collection) -> Iterator[tuple[Cell, ...]]:
    for meeting, minutes in keyed(collection):
        places, items = places_of(minutes), items_by_name(meeting, minutes)
        for position, one in enumerate(minutes.decisions):
            yield (
                *(within(meeting, one.id), meeting, minutes.meeting.date, items.get(one.item or ""), one.item),
                *(one.text, one.outcome, one.mover, one.seconder, *_votes(one.votes)),
                *places.get(f"/decisions/{position}/text", NOWHERE),
            )


def _votes(votes: Votes | None) -> tuple[int | None, int | None, int | None]:
    return (votes.for_, votes.against, votes.abstain) if votes else (None, None, None)


TABLE = TidyTable(
    "decisions",
    "Decisions",
    (
        Column("id", "Of the decision."),
        *MEETING,
        *UNDER,
        Column("text", "Verbatim."),
        Column("outcome", "carried, defeated, deferred or withdrawn."),
        Column("mover", "As printed, without courtesy title."),
        Column("seconder", "As printed, without courtesy title."),
        Column("votes_for", "Number printed.", "integer"),
        Column("votes_against", "Number printed.", "integer"),
        Column("abstentions", "Number printed.", "integer"),
        *place_columns("the text"),
    ),
    _rows,
    links=(("meeting", ("meetings", "id")), ("item", ("items", "id"))),
)
