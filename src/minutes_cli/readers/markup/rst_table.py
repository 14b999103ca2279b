"""Tables that reStructuredText draws with rules: grids of "+---+" and columns under "====  ===="."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.model.document import Table
from minutes_cli.readers.markup.light_markup import grid
from minutes_cli.readers.plain.lines import SourceLine

_GRID_RULE = re.compile(r"\+(?:[-=]+\+)+$")
_GRID_ROW = re.compile(r"[+|].*[+|]$")
_SIMPLE_RULE = re.compile(r"=+(?: +=+)+$")


def grid_table(lines: Sequence[SourceLine], at: int) -> tuple[Table | None, int]:
    """The grid that begins on this line, None for one without rows, and how many lines it takes."""
    first = lines[at].text.strip()
    if not _GRID_RULE.match(first):
        return None, 0
    bounds = [position for position, character in enumerate(first) if character == "+"]
    rows: list[tuple[list[str], int]] = []
    open_row: list[str] | None = None
    headers = 0
    end = at + 1
    while end < len(lines) and _GRID_ROW.match(lines[end].text.strip()):
        text = lines[end].text.strip()
        if _GRID_RULE.match(text):
            headers = len(rows) if "=" in text and not headers else headers
            open_row = None
        else:
            texts = _cut(text, bounds)
            if open_row is None:
                open_row = texts
                rows.append((open_row, lines[end].number))
            else:
                open_row[:] = [f"{above} {below}".strip() for above, below in zip(open_row, texts, strict=True)]
        end += 1
    # rules without rows hold nothing
    return (grid(rows, headers) if rows else None), end - at


def _cut(text: str, bounds: Sequence[int]) -> list[str]:
    """The texts between the bars; where a bar is missing, a cell goes on and its columns share one text."""
    cells: list[str] = []
    for left, right in pairwise(bounds):
        piece = text[left:right]
        if cells and piece[:1] not in ("|", "+"):
            cells[-1] += piece
            cells.append("")
        else:
            cells.append(piece[1:])
    return [cell.strip() for cell in cells]


def simple_table(lines: Sequence[SourceLine], at: int) -> tuple[Table | None, int]:
    """The table between rules of "====  ====" that begins on this line, and how many lines it takes."""
    rule = lines[at].text.strip()
    if not _SIMPLE_RULE.match(rule):
        return None, 0
    indent = lines[at].indent
    starts = [match.start() for match in re.finditer(r"=+", rule)]
    rows: list[tuple[list[str], int]] = []
    headers = rules = 0
    end = at + 1
    while end < len(lines):
        text = lines[end].text[indent:]
        if _SIMPLE_RULE.match(text.strip()):
            rules += 1
            after = lines[end + 1].text.strip() if end + 1 < len(lines) else ""
            if rules == 2 or not after:
                return grid(rows, headers), end + 1 - at
            headers = len(rows)
        elif text.strip() and not set(text.strip()) <= {"-", " "}:
            texts = [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
            if texts[0] or not rows:
                rows.append((texts, lines[end].number))
            else:
                # a row without a first cell goes on with the row above
                rows[-1][0][:] = [f"{a} {b}".strip() for a, b in zip(rows[-1][0], texts, strict=True)]
        end += 1
    return None, 0
