"""What differs between two versions of the minutes of one meeting, as lines to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from minutes_cli.model.minutes import Frozen, Minutes
from minutes_cli.tracking.likeness import text_likeness

# From here on two texts are one that was reworded.
_REWORDED = 70

# part of the minutes -> what one is called, and the field that names it
_PARTS = (
    ("attendees", "attendee", "name"),
    ("items", "item", "title"),
    ("actions", "action", "text"),
    ("decisions", "decision", "text"),
    ("commitments", "commitment", "text"),
)
# What follows from the text or the place, and is no difference of its own.
_DERIVED = frozenset(("id", "parent", "exchanges", "answers"))


def differences(old: Minutes, new: Minutes) -> list[str]:
    """One line for each value that differs; empty where the two say the same."""
    found = list(_fields("", old.meeting, new.meeting))
    for part, noun, name in _PARTS:
        found.extend(_rows(noun, name, getattr(old, part), getattr(new, part)))
    if old.next_meeting != new.next_meeting:
        if old.next_meeting and new.next_meeting:
            found.extend(_fields("next meeting: ", old.next_meeting, new.next_meeting))
        else:
            found.append("next meeting: " + ("no longer given" if old.next_meeting else "now given"))
    return found


def _rows(noun: str, name: str, old: Sequence[Frozen], new: Sequence[Frozen]) -> Iterator[str]:
    """Rows that are the same go together, then those that are most alike."""
    left, right = list(old), list(new)
    for row in old:
        same = next((other for other in right if _plain(other) == _plain(row)), None)
        if same is not None:
            left.remove(row)
            right.remove(same)
    alike = sorted(
        (
            (text_likeness(getattr(a, name), getattr(b, name)), -i, -j)
            for i, a in enumerate(left)
            for j, b in enumerate(right)
        ),
        reverse=True,
    )
    taken: dict[int, int] = {}
    for likeness, i, j in alike:
        if likeness >= _REWORDED and -i not in taken and -j not in taken.values():
            taken[-i] = -j
    for i, row in enumerate(left):
        text = _short(getattr(row, name))
        if i in taken:
            yield from _fields(f"{noun} “{text}”: ", row, right[taken[i]])
        else:
            yield f"{noun} removed: {text}"
    for j, row in enumerate(right):
        if j not in taken.values():
            yield f"{noun} added: {_short(getattr(row, name))}"


def _fields(lead: str, old: Frozen, new: Frozen) -> Iterator[str]:
    before, after = _plain(old), _plain(new)
    for field in before:
        if field == "paragraphs":
            old_text, new_text = Counter(old.model_dump()[field]), Counter(new.model_dump()[field])
            yield from (f"{lead}paragraph removed: {_short(text)}" for text in (old_text - new_text))
            yield from (f"{lead}paragraph added: {_short(text)}" for text in (new_text - old_text))
        elif before[field] != after[field]:
            yield f"{lead}{field.replace('_', ' ')}: {_short(before[field])} → {_short(after[field])}"


def _plain(row: Frozen) -> dict[str, object]:
    return {field: value for field, value in row.model_dump().items() if field not in _DERIVED}


def _short(value: object) -> str:
    if isinstance(value, dict):
        value = value.get("name") or value.get("as_written") or value
    if isinstance(value, list | tuple):
        return ", ".join(_short(one) for one in value)[:120] or "none"
    text = " ".join(str(value).split()) if value is not None else "none"
    return text if len(text) <= 80 else f"{text[:79]}…"
