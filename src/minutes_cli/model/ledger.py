"""What became of all actions of a body: the sum, each step with its proof, and what was forgotten."""

from __future__ import annotations

from pydantic import Field

from minutes_cli.model.minutes import Frozen
from minutes_cli.model.tracking import Change, Mention, Sitting, State, TrackedAction


class Transition(Frozen):
    """One step of an action from one state to another, by what a meeting's minutes say or by a user's change."""

    action: str = Field(description="Id of the action.")
    number: str | None = Field(None, description="Its number in the register.")
    text: str = Field(description="The action as first raised.")
    date: str | None = Field(None, description="Of the meeting, or the day from which the change holds.")
    before: State | None = Field(None, description="Null where the action was raised.")
    after: State
    mention: Mention | None = Field(None, description="What the minutes say, with its quote and place.")
    change: Change | None = Field(None, description="Or what a user did.")


class Ledger(Frozen):
    """The actions of one body. They balance where opened = closed + withdrawn + open."""

    body: str | None = None
    opened: int = Field(description="Actions raised, counted from their first mentions.")
    closed: int = Field(description="Steps to closed, less those that took it back.")
    withdrawn: int = Field(description="Steps to withdrawn or superseded, less those that took it back.")
    reopened: int = Field(description="How often a settled action was opened again.")
    open: int = Field(description="Actions that stand as not settled: open, in progress or proposed for closure.")
    balanced: bool
    transitions: tuple[Transition, ...] = Field((), description="In the order of their days.")


class Vanished(Frozen):
    """An unsettled action of which the last meeting's minutes say nothing."""

    action: TrackedAction
    last: Mention = Field(description="The last mention of it that stands.")
    missing: Sitting = Field(description="The body's last meeting.")
