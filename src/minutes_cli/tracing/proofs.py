"""Which values of the data must have evidence, and what each is called by what stands above it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from minutes_cli.model.pointer import field_of, look_up, steps

_FIELDS = {
    "meeting": ("title", "body", "date", "start_time", "end_time", "venue", "chair", "minute_taker"),
    "attendees": ("name", "role", "abbreviation", "status", "note"),
    "items": ("number", "title"),
    "actions": ("text", "due", "due_text", "state", "item", "reference", "update"),
    "decisions": ("text", "outcome", "mover", "seconder", "item"),
    "commitments": ("text", "when_text", "when", "action"),
    "next_meeting": ("date", "time", "venue", "kind"),
}
# What an entry is known by, whatever its place in its list.
_NAMES = {"attendees": "name", "items": "title"}
_NAME = "text"
_EXCHANGE = ("text", "kind", "answers")


def pointers_to_prove(data: Mapping[str, object]) -> Iterator[str]:
    """The JSON Pointers of all values that must have evidence."""
    for key, fields in _FIELDS.items():
        rows = data.get(key)
        entries = (
            [(f"/{key}/{n}", row) for n, row in enumerate(rows)] if isinstance(rows, list) else [(f"/{key}", rows)]
        )
        for entry, row in entries:
            if isinstance(row, Mapping):
                yield from (f"{entry}/{field}" for field in fields if row.get(field) is not None)
                for number, said in enumerate(row.get("exchanges") or ()):
                    path = f"{entry}/exchanges/{number}"
                    yield from (f"{path}/{field}" for field in _EXCHANGE if said.get(field) is not None)


def name_of_entry(data: object, pointer: str) -> tuple[str, str] | None:
    """The kind and the name of the innermost attendee, item, action or the like that holds the value."""
    parts = steps(pointer)
    for end in range(len(parts) - 1, 1, -1):
        key, number = parts[end - 2 : end]
        if not number.isdigit() or key == "owners":
            continue
        entry = "/" + "/".join(parts[:end])
        try:
            name = look_up(data, f"{entry}/{_NAMES.get(key, _NAME)}")
        except LookupError:
            continue
        return field_of(entry), str(name)
    return None
