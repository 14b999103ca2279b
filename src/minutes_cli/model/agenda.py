"""Matters arising for the next meeting of a body, as `minutes agenda` writes them."""

from __future__ import annotations

from pydantic import Field

from minutes_cli.model.minutes import Frozen
from minutes_cli.model.tracking import Sitting


class Matter(Frozen):
    """One action that is still to be done, in words."""

    number: str = Field(description="Its number in the register, else its place in the list.")
    text: str
    owners: tuple[str, ...] = ()
    due: str = Field(description="In words: '28 Mar 2024, 12 days overdue', 'by the summer', 'no date'.")
    overdue: bool = False
    history: str = Field(description="What became of it, with dates, on one line.")


class MattersArising(Frozen):
    """What a body left to do, and the meeting that will ask for it."""

    body: str | None = None
    date: str | None = Field(default=None, description="ISO date of the next meeting, where the last minutes name one.")
    time: str | None = None
    venue: str | None = None
    kind: str | None = Field(default=None, description="Name of that meeting, where one is printed.")
    last: Sitting | None = Field(default=None, description="The last meeting.")
    on: str = Field(description="ISO date to which overdue actions are counted.")
    matters: tuple[Matter, ...] = ()
