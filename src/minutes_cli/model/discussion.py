"""What was said and promised, each with its meeting, item and place: as `exchanges` and `commitments` print it."""

from __future__ import annotations

from pydantic import Field

from minutes_cli.model.minutes import Commitment, Exchange
from minutes_cli.model.tracking import Sitting


class SaidExchange(Exchange):
    """One exchange and where it was said."""

    answered_by: tuple[str, ...] = Field((), description="Ids of the exchanges that answer it.")
    item: str | None = Field(None, description="Number, or else title, of the item.")
    title: str = Field(description="Title of the item.")
    label: str = Field(
        description="The speaker in short: initials or office as the attendance gives it, else the name."
    )
    page: int | None = Field(None, description="From 1; only in formats with pages.")
    line: int | None = Field(None, description="From 1; only in formats with lines.")
    said: Sitting


class MadeCommitment(Commitment):
    """One promise and where it was made."""

    page: int | None = Field(None, description="From 1; only in formats with pages.")
    line: int | None = Field(None, description="From 1; only in formats with lines.")
    made: Sitting
