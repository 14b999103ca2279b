"""The heads of a table's columns, where the table was read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from minutes_cli.model.tracing import SourceLine

# A cell of more words is no head.
_MOST_WORDS = 3


def column_heads(lines: Sequence[SourceLine], read: Collection[int]) -> Iterator[int]:
    """The indices of short lines at the top of a table that say what its columns hold.

    read  indices of lines that values were read from: none at the top of the table, some below
    """
    tables: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if line.table is not None:
            tables[line.table].append(index)
    for members in tables.values():
        top = [index for index in members if lines[index].row == lines[members[0]].row]
        if any(index in read for index in members[len(top) :]) and all(
            index not in read and len(lines[index].text.split()) <= _MOST_WORDS for index in top
        ):
            yield from top
