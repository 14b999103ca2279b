"""Ids that stay the same from export to export, in every format whose programs tell things apart by one."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator

from minutes_cli.model.collection import Collection
from minutes_cli.model.tracking import TrackedAction

# The root of all of them: never to change.
_ROOT = uuid.UUID("6f1d1c0e-3a53-5b0c-9b0a-0d5a2f6c7e41")


def identity(*parts: str | None) -> uuid.UUID:
    """An id that stays while the parts do; no other parts give it."""
    return uuid.uuid5(_ROOT, "\x1f".join(part or "" for part in parts).encode("utf-8", "backslashreplace").decode())


def identified(collection: Collection, *, merged: bool = False) -> Iterator[tuple[uuid.UUID, TrackedAction]]:
    """Each action with its id; with `merged` those too that turned out to be another, for programs that hold them.

    In a register an action keeps its own id whatever corrected minutes make of its words: that and the register give
    it. Without one the body, the day on which it was raised, and its words do; where two share all that, the second
    has one of its own, for programs would take it for a newer version of the first.
    """
    seen: Counter[uuid.UUID] = Counter()
    for action in (*collection.actions, *(collection.merged if merged else ())):
        if collection.history:
            yield identity("action of a register", collection.history.origin, action.id), action
            continue
        one = identity("action", action.body, action.raised.date, action.id)
        seen[one] += 1
        yield one if seen[one] == 1 else identity(str(one), str(seen[one])), action
