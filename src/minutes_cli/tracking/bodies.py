"""What belongs to one body: names of it are seldom printed twice alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from minutes_cli.tracking.likeness import same_body

One = TypeVar("One")


def by_body(every: Iterable[One], body: Callable[[One], str | None]) -> list[list[One]]:
    """What belongs to each body, in the order given; what names none belongs to the only one named, else together."""
    groups: list[list[One]] = []
    together: list[One] = []
    for one in every:
        together.append(one)
        group = next((group for group in groups if same_body(body(group[0]), body(one))), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    named = [group for group in groups if body(group[0]) is not None]
    return groups if len(named) != 1 else [together]
