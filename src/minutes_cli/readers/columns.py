"""Tables that a text draws with tabs or with blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutes_cli.model.document import Cell, Line, Paragraph, Table
from minutes_cli.readers.lines import (
    SourceLine,
    begins_lower,
    ends_sentence,
    is_page_number,
    line_of,
    split_bullet,
    starts_with_number,
)

# fewer rows with blanks at the same columns may be chance (double blanks after sentences)
_LEAST_ALIGNED_ROWS = 3
_GAP = re.compile(r"(?<=\S)(?: {2,})(?=\S)")


@dataclass
class Grid:
    """Rows found so far: each cell the lines in it, and what stands between rows without being one."""

    rows: list[list[list[Line]]] = field(default_factory=list)
    page_numbers: list[SourceLine] = field(default_factory=list)

    def table(self) -> Table:
        columns = max((at + 1 for row in self.rows for at, cell in enumerate(row) if cell), default=1)
        rows = tuple(
            tuple(
                Cell(tuple(_paragraphs(lines)), number, at) for at, lines in enumerate(_padded(row, columns), start=1)
            )
            for number, row in enumerate(self.rows, start=1)
        )
        return Table(rows, columns, ruled=False)


def _padded(row: list[list[Line]], columns: int) -> list[list[Line]]:
    return (row + [[] for _ in range(columns)])[:columns]


def _paragraphs(lines: list[Line]) -> Iterator[Paragraph]:
    if lines:
        yield Paragraph(tuple(lines))


def tabbed_rows(lines: Sequence[SourceLine], start: int) -> int:
    """The end of the run of tab-separated rows that begins at `start`; `start` if there is none.

    Blank lines and page numbers inside belong to the run where the row after them goes on as the rows before did.
    """
    shapes: set[tuple[bool, ...]] = set()
    end = at = start
    rows = wide = numbered = 0
    gap = False
    while at < len(lines):
        line = lines[at]
        if line.is_blank or is_page_number(line.text):
            gap = True
        elif "\t" not in line.text and not _carries_tab(line):
            break
        else:
            shape = _shape(line.text)
            if gap and shapes and shape[0] and shape not in shapes:
                break
            shapes.add(shape)
            gap = False
            rows += 1
            wide += sum(shape) > 1
            numbered += sum(shape) == 2 and len(shape) == 2 and _is_marker(line.text.split("\t")[0])
            end = at + 1
        at += 1
    is_table = rows > 1 and wide > 0 and numbered < rows
    return end if is_table else start


def _carries_tab(line: SourceLine) -> bool:
    return False


def _shape(text: str) -> tuple[bool, ...]:
    return tuple(bool(cell.strip()) for cell in text.split("\t"))


def _is_marker(text: str) -> bool:
    text = text.strip() + " "
    return split_bullet(text)[0] is not None or starts_with_number(text)


def tabbed_grid(lines: Sequence[SourceLine]) -> Grid:
    """The rows of a run that `tabbed_rows` found."""
    grid = Grid()
    for line in lines:
        if line.is_blank:
            continue
        if is_page_number(line.text):
            grid.page_numbers.append(line)
            continue
        texts = line.text.split("\t")
        if not any(c.isalnum() for c in line.text):
            # a row of nothing but punctuation is debris of a conversion
            continue
        if not _continues(grid, texts, line.number):
            grid.rows.append([[line_of(text, line.number)] if text.strip() else [] for text in texts])
    return grid


def _continues(grid: Grid, texts: list[str], number: int) -> bool:
    """Adds a row to the one above if it holds the rest of one cell that broke off in mid-sentence."""
    filled = [at for at, text in enumerate(texts) if text.strip()]
    if not grid.rows or len(filled) != 1 or filled[0] == 0:
        return False
    row, at = grid.rows[-1], filled[0]
    text = " ".join(texts[at].split())
    if at >= len(row) or not row[at] or ends_sentence(row[at][-1].text) or not begins_lower(text):
        return False
    row[at].append(Line(text, number=number))
    return True


def aligned_rows(lines: Sequence[SourceLine], start: int) -> tuple[int, tuple[int, ...]]:
    """The end of the run of rows with gaps at the same columns from `start`, and where those columns begin."""
    shared: set[int] | None = None
    at = start
    rows = 0
    while at < len(lines) and not lines[at].is_blank:
        starts = _column_starts(lines[at])
        both = starts if shared is None else shared & starts
        if not both and shared and lines[at].indent in shared and rows:
            at += 1
            continue
        if not both:
            break
        shared = both
        rows += 1
        at += 1
    return (at, tuple(sorted(shared or ()))) if rows >= _LEAST_ALIGNED_ROWS else (start, ())


def _column_starts(line: SourceLine) -> set[int]:
    text = line.text.expandtabs(8)
    found = {match.end() for match in _GAP.finditer(text)}
    body = text.lstrip()
    indent = len(text) - len(body)
    label, rest = split_bullet(body)
    if label is not None:
        found.discard(indent + len(body) - len(rest))
    elif starts_with_number(body):
        words = body.split(None, 1)
        if len(words) == 2:
            found.discard(indent + body.index(words[1], len(words[0])))
    return found


def aligned_grid(lines: Sequence[SourceLine], columns: tuple[int, ...]) -> Grid:
    """The rows of a run that `aligned_rows` found; a row with one cell, not the first, goes on in the row above."""
    grid = Grid()
    bounds = (0, *columns)
    for line in lines:
        text = line.text.expandtabs(8)
        texts = [text[a:b].strip() for a, b in zip(bounds, (*columns, len(text)), strict=True)]
        filled = [at for at, cell in enumerate(texts) if cell]
        cells = [[line_of(cell, line.number)] if cell else [] for cell in texts]
        if grid.rows and len(filled) == 1 and filled[0] > 0:
            grid.rows[-1][filled[0]].extend(cells[filled[0]])
        else:
            grid.rows.append(cells)
    return grid
