"""JSON Pointers (RFC 6901), by which evidence and diagnostics name a value in the data of minutes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

# No list is longer; Python refuses to read numbers of thousands of digits.
_INDEX = re.compile(r"0|[1-9][0-9]{0,9}")


def steps(pointer: str) -> tuple[str, ...]:
    """The keys and indices of a pointer, unescaped; none for the pointer to the whole."""
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])


def look_up(data: object, pointer: str) -> object:
    """What `pointer` leads to in `data`, made of mappings and sequences; LookupError where it leads nowhere."""
    if pointer and not pointer.startswith("/"):
        raise LookupError(pointer)
    for step in steps(pointer):
        if isinstance(data, Mapping):
            data = data[step]
        elif isinstance(data, Sequence) and not isinstance(data, str) and _INDEX.fullmatch(step):
            data = data[int(step)]
        else:
            raise LookupError(pointer)
    return data


def field_of(pointer: str) -> str:
    """The pointer without its indices, the same for all values of one kind: "/actions/*/due"."""
    return "".join(f"/{'*' if step.isdigit() else step}" for step in steps(pointer))


def owner_of(pointer: str) -> str:
    """The pointer to the attendee, item, action or other entry that holds the value: "/actions/0"; "" outside lists."""
    first, *rest = steps(pointer) or ("",)
    return f"/{first}/{rest[0]}" if rest and rest[0].isdigit() else ""
