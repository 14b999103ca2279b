"""Why the data of minutes say what they say: for each value its words, rule and sureness, and what else was weighed."""

from __future__ import annotations

from pydantic import Field

from minutes_cli.model.minutes import Evidence, Frozen, Grade


class Weighed(Frozen):
    """A reading that was not taken, and the rule that would have read it."""

    value: str
    rule: str | None = None
    explanation: str | None = None


class Reason(Frozen):
    """One value and all that speaks for it."""

    path: str = Field(description="JSON Pointer to the value.")
    value: str | int | None = Field(description="As it stands in the data.")
    places: tuple[Evidence, ...] = Field(description="Where it was read; a value that runs over pages has several.")
    rule: str | None = Field(None, description="Name of the rule that read it.")
    explanation: str | None = Field(None, description="The rule in a sentence.")
    grade: Grade
    confidence: float
    checked: str = Field(description="The rule, or the family of rules, whose values were checked by hand.")
    right: int = Field(description="How many of them were right.")
    cases: int = Field(description="How many were checked.")
    holder: str | None = Field(None, description="Pointer to the value that this one belongs to, such as its action.")
    weighed: tuple[Weighed, ...] = ()


class Why(Frozen):
    """The reasons of all values at and below a pointer."""

    file: str
    path: str
    reasons: tuple[Reason, ...]
    note: str | None = Field(None, description="Why there are no reasons, where there are none.")
