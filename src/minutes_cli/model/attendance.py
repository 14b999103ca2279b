"""Who came to what over many meetings, as `minutes attendance` prints it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from minutes_cli.model.minutes import Frozen
from minutes_cli.model.tracking import Sitting

# unnamed: the minutes do not name somebody who was a member before and after
Presence = Literal["present", "part", "substitute", "in_attendance", "apologies", "absent", "unnamed"]
Capacity = Literal["member", "substitute", "in_attendance"]
Clock = Literal["running", "warning", "over", "unknown"]

CAME: tuple[Presence, ...] = ("present", "part", "substitute", "in_attendance")


class Attended(Frozen):
    """How one person was there, or was not, at one meeting."""

    sitting: Sitting
    presence: Presence
    remark: str | None = Field(
        default=None, description="What the minutes print beside the name: 'until item 7', 'illness'."
    )
    stands_in_for: str | None = Field(default=None, description="Whose place a substitute took, as printed.")


class Attender(Frozen):
    """One person and the meetings of one body; names in several spellings are one person where that is sure."""

    body: str | None = None
    name: str
    also: tuple[str, ...] = Field(default=(), description="Other spellings of the name.")
    role: str | None = Field(default=None, description="As last printed.")
    capacity: Capacity
    came: int = Field(description="To how many meetings, in part or as a substitute included.")
    expected: int = Field(description="At how many meetings the person came, sent apologies or was missed.")
    rate: float | None = Field(default=None, description="Share of those attended, from 0 to 1; of members only.")
    meetings: tuple[Attended, ...] = ()


class Turnout(Frozen):
    """One meeting and how many of its members came."""

    sitting: Sitting
    came: int
    expected: int
    rate: float | None = None


class Matrix(Frozen):
    """The attendance of one body: meetings oldest first, members before others."""

    body: str | None = None
    meetings: tuple[Turnout, ...] = ()
    people: tuple[Attender, ...] = ()


class Absence(Frozen):
    """How long a member has attended nothing, by the six months of the Local Government Act 1972, section 85."""

    name: str
    bodies: tuple[str, ...] = Field(default=(), description="Where the person is a member.")
    last: str | None = Field(
        default=None, description="ISO date of the last attendance; null for none in these minutes."
    )
    ends: str | None = Field(default=None, description="ISO date on which six months without attendance end.")
    days_left: int | None = Field(default=None, description="Until then; below 0 once it is past.")
    state: Clock
    missed: int = Field(description="Meetings since then that the member did not attend.")
    approvals: tuple[str, ...] = Field(
        default=(), description="Decisions since then that speak of an absence and of the member, verbatim."
    )
