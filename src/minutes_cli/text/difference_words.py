"""What the parts and fields of a comparison are called."""

from __future__ import annotations

# part -> the heading over its differences
PART_HEADINGS = {
    "meeting": "Meeting",
    "attendee": "Attendance",
    "item": "Items",
    "exchange": "Questions and answers",
    "action": "Actions",
    "decision": "Decisions",
    "commitment": "Commitments",
    "next_meeting": "Next meeting",
}
_FIELDS = {
    "due_text": "due, as printed",
    "start_time": "start",
    "end_time": "end",
    "minute_taker": "minutes by",
    "when_text": "when, as printed",
}


def field_words(field: str) -> str:
    """'votes for' for "votes/for"."""
    return _FIELDS.get(field, field.replace("/", " ").replace("_", " "))


def entry_words(part: str, number: str | None, what: str) -> str:
    """The title of an item with its number; nothing for what there is one of."""
    if part in ("meeting", "next_meeting"):
        return ""
    return f"{number} {what}" if number else what
