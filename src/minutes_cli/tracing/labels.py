"""What one line was taken for, told by the values that were read from it."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.model.pointer import steps
from minutes_cli.model.tracing import Claim, Label

# Where several kinds of values stand in one line, the first of these names it.
_ORDER: tuple[Label, ...] = (
    "heading",
    "action",
    "decision",
    "commitment",
    "next meeting",
    "attendee",
    "meeting",
    "exchange",
    "prose",
)
_OF_LIST: dict[str, Label] = {
    "meeting": "meeting",
    "attendees": "attendee",
    "items": "heading",
    "actions": "action",
    "decisions": "decision",
    "commitments": "commitment",
    "next_meeting": "next meeting",
}
# Beside a heading's number, title and pillars an item holds what was said under it.
_SAID = "exchanges"


def label_of(path: str) -> Label:
    """What a value makes of the lines it stands in, by its pointer."""
    first, *rest = steps(path) or ("",)
    return "exchange" if _SAID in rest else _OF_LIST.get(first, "prose")


def in_order(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Claims on one line, those that name it first; a mere reference names nothing."""
    return tuple(sorted(claims, key=lambda claim: (claim.reference, _ORDER.index(claim.label))))
