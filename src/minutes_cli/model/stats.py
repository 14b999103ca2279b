"""Figures of actions over many meetings, as `minutes stats` prints them."""

from __future__ import annotations

from pydantic import Field

from minutes_cli.model.minutes import Frozen


class Share(Frozen):
    """How many unsettled actions somebody has, or are of an age."""

    name: str
    unsettled: int
    overdue: int


class Spread(Frozen):
    """How many days something took: quartiles, the middle one being the median."""

    count: int
    lower: float
    median: float
    upper: float


class ActionStats(Frozen):
    """The actions of one body as they stood on a day."""

    body: str | None = None
    on: str = Field(description="ISO date; ages and overdue actions are counted to it.")
    actions: int
    unsettled: int = Field(description="Open, in progress, or proposed for closing.")
    settled: int
    overdue: int = Field(description="Unsettled actions whose due date is past.")
    without_date: int = Field(description="Unsettled actions without a due date.")
    owners: tuple[Share, ...] = Field(
        default=(), description="Of unsettled actions, most first; an action of two owners counts for both."
    )
    ages: tuple[Share, ...] = Field(default=(), description="Of unsettled actions, by days since they were raised.")
    closing: Spread | None = Field(default=None, description="Days from being raised to being closed.")
    carried: tuple[Share, ...] = Field(
        default=(), description="Unsettled actions by the number of later meetings that spoke of them."
    )
    slipped: int = Field(default=0, description="Actions whose due date was moved to a later one.")
    slips: int = Field(default=0, description="How often that happened in all.")
