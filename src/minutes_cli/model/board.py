"""What one page tells of many meetings, as `minutes report` writes it."""

from __future__ import annotations

from pydantic import Field

from minutes_cli.model.attendance import Matrix
from minutes_cli.model.discussion import MadeCommitment
from minutes_cli.model.minutes import Frozen
from minutes_cli.model.records import HeldMeeting, TakenDecision
from minutes_cli.model.scrutiny import PillarHistory
from minutes_cli.model.stats import ActionStats
from minutes_cli.model.tracking import TrackedAction


class OpenAction(Frozen):
    """An unsettled action as it stands on the day."""

    action: TrackedAction
    owners: tuple[str, ...] = Field(description="Their names, or as written; one entry that says so where none is.")
    days: int | None = Field(default=None, description="Since it was raised; null where that date is unknown.")
    overdue_days: int = Field(default=0, description="Since its due date; 0 where it is not overdue.")


class OwnedActions(Frozen):
    """The unsettled actions of one owner: overdue ones first, then the oldest."""

    owner: str
    actions: tuple[OpenAction, ...]


class Board(Frozen):
    """Everything on the page; each list as its own command counts it, body by body."""

    on: str = Field(description="ISO date; what is overdue and how old is counted to it.")
    meetings: tuple[HeldMeeting, ...] = Field(default=(), description="By date.")
    stats: tuple[ActionStats, ...] = ()
    overdue: tuple[OpenAction, ...] = Field(default=(), description="The longest overdue first.")
    owned: tuple[OwnedActions, ...] = Field(
        default=(), description="In the order of the figures; an action of two owners stands with both."
    )
    attendance: tuple[Matrix, ...] = ()
    pillars: tuple[PillarHistory, ...] = ()
    decisions: tuple[TakenDecision, ...] = Field(default=(), description="Newest meeting first.")
    commitments: tuple[MadeCommitment, ...] = Field(default=(), description="Those that no action records.")
