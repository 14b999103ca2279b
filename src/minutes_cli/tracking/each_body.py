"""Rows of many meetings, told apart by body."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from minutes_cli.tracking.likeness import same_body

Row = TypeVar("Row")


def each_body(rows: Iterable[Row], body_of: Callable[[Row], str | None]) -> list[tuple[str | None, list[Row]]]:
    """Each body by its first name with its rows in their order; one that differs in a letter or two is the same.

    Rows that name no body stay together: they may be of any.
    """
    names: list[str | None] = []
    of_name: dict[str | None, int] = {}
    groups: list[list[Row]] = []
    for row in rows:
        body = body_of(row)
        if body not in of_name:
            of_name[body] = next((n for n, name in enumerate(names) if same_body(name, body)), len(names))
            if of_name[body] == len(names):
                names.append(body)
                groups.append([])
        groups[of_name[body]].append(row)
    return list(zip(names, groups, strict=True))
