"""How often each pillar of a plan was before a body, as `minutes pillars` prints it."""

from __future__ import annotations

from pydantic import Field

from minutes_cli.model.minutes import Frozen


class Period(Frozen):
    """A meeting, or a quarter of a year, and what of it went to one pillar."""

    name: str = Field(description="ISO date, '2024 Q1', or the file of a meeting without a date.")
    meetings: int = Field(description="How many were held in it.")
    items: int = 0
    exchanges: int = 0


class PillarHistory(Frozen):
    """One pillar over the meetings of a body."""

    body: str | None = None
    pillar: str
    scrutinised: int = Field(description="At how many meetings an item was tagged with it.")
    meetings: int = Field(description="How many meetings were held.")
    last: str | None = Field(default=None, description="ISO date of the last meeting that touched it.")
    untouched: int = Field(description="Meetings since then that did not.")
    items: int
    exchanges: int = Field(description="Said under those items, and under items below them that have no pillar.")
    periods: tuple[Period, ...] = Field(default=(), description="Oldest first.")
