"""Tables that a text draws with tabs or with blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutes_cli.model.document import Cell, Line, Paragraph, Table
from minutes_cli.readers.markup.marks import marked
from minutes_cli.readers.plain.lines import (
    SourceLine,
    begins_lower,
    ends_sentence,
    is_page_number,
    is_unfinished,
    line_of,
    split_bullet,
    starts_with_number,
)

# fewer rows with blanks at the same columns may be chance (double blanks after sentences)
_LEAST_ALIGNED_ROWS = 3
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_TAB_COLUMNS = 8


@dataclass
class Grid:
    """Rows found so far, each cell the lines in it.

    widths         characters in each column, 0 where there is no limit
    page_numbers   lines between the rows that are none
    """

    widths: tuple[int, ...] = ()
    rows: list[list[list[Line]]] = field(default_factory=list)
    page_numbers: list[SourceLine] = field(default_factory=list)

    def add(self, texts: Sequence[str], number: int) -> None:
        self.rows.append([[line_of(text, number)] if text.strip() else [] for text in texts])

    def table(self) -> Table:
        """The rows without the columns at the right that are empty all the way."""
        columns = max((at for row in self.rows for at, lines in enumerate(row, start=1) if lines), default=1)
        rows = tuple(
            tuple(Cell(tuple(self._paragraphs(lines, at)), number, at + 1) for at, lines in enumerate(row[:columns]))
            for number, row in enumerate(self.rows, start=1)
        )
        return Table(rows, columns, ruled=False)

    def _paragraphs(self, lines: Sequence[Line], at: int) -> Iterator[Paragraph]:
        """A cell's lines as paragraphs: a line goes on if the one before broke off or had no more room."""
        room = self.widths[at] if at < len(self.widths) else 0
        open_lines: list[Line] = []
        for line in lines:
            if open_lines and not _goes_on(open_lines[-1].text, line.text, room):
                yield marked(Paragraph(tuple(open_lines)))
                open_lines = []
            open_lines.append(line)
        if open_lines:
            yield marked(Paragraph(tuple(open_lines)))


def _goes_on(before: str, text: str, room: int) -> bool:
    if room and len(before) + 1 + len(text.split(None, 1)[0]) > room:
        return True
    return is_unfinished(before) or (begins_lower(text) and not ends_sentence(before))


def tabbed_rows(lines: Sequence[SourceLine], start: int) -> tuple[int, bool]:
    """Where the run of lines with tabs from `start` ends, and whether it is a table.

    Blank lines and page numbers belong to the run if the row after them goes on as the rows before did, lines without
    a tab if they go on in mid-sentence.
    """
    shapes: set[tuple[bool, ...]] = set()
    # numbers of columns, where they are more than those of a label and its value
    widths: set[int] = set()
    end = start
    wide = listed = 0
    apart = False
    for at in range(start, len(lines)):
        text = lines[at].text
        if not _says_something(text) or is_page_number(text):
            apart = True
            continue
        if "\t" in text:
            shape = tuple(bool(cell.strip()) for cell in text.split("\t"))
            if apart and shape not in shapes and (shape[0] or len(shape) not in widths):
                break
            shapes.add(shape)
            if len(shape) > 2:
                widths.add(len(shape))
            wide += sum(shape) > 1
            listed += shape == (True, True) and _is_marker(text.partition("\t")[0])
        elif apart or not _carries_on(lines[at - 1].text if at > start else "", text):
            break
        apart = False
        end = at + 1
    # a tab after each number or bullet makes a list, and tabs in front of lines alone an indent
    return end, end - start > 1 and wide > 0 and listed < end - start


def _says_something(text: str) -> bool:
    """Whether the line is neither blank nor debris of a conversion, such as a row with nothing but a comma."""
    return any(character.isalnum() for character in text)


def _carries_on(before: str, text: str) -> bool:
    return bool(before) and begins_lower(text.strip()) and not ends_sentence(before.strip())


def _is_marker(text: str) -> bool:
    text = text.strip() + " "
    return split_bullet(text)[0] is not None or starts_with_number(text)


def tabbed_grid(lines: Sequence[SourceLine]) -> Grid:
    """The rows of a run that `tabbed_rows` found."""
    grid = Grid()
    for line in lines:
        if is_page_number(line.text):
            grid.page_numbers.append(line)
        elif _says_something(line.text):
            texts = line.text.split("\t")
            if not _continued(grid.rows, texts, line.number):
                grid.add(texts, line.number)
    return grid


def _continued(rows: list[list[list[Line]]], texts: Sequence[str], number: int) -> bool:
    """Adds a row to the one above if all it holds is the rest of a cell that broke off in mid-sentence."""
    filled = [at for at, text in enumerate(texts) if text.strip()]
    if not rows or len(filled) != 1:
        return False
    row, at, text = rows[-1], filled[0], texts[filled[0]].strip()
    if len(texts) == 1:
        at = max(column for column, lines in enumerate(row) if lines)
    elif at == 0 or at >= len(row) or not row[at] or ends_sentence(row[at][-1].text) or not begins_lower(text):
        return False
    row[at].append(line_of(text, number))
    return True


def aligned_rows(lines: Sequence[SourceLine], start: int) -> tuple[int, tuple[int, ...]]:
    """Where the run of rows with gaps at the same columns from `start` ends, and where those columns begin if any do.

    A line that begins at one of the columns belongs to the row above; so does a blank line between two rows.
    """
    shared = _column_starts(lines[start])
    end = start + 1
    rows = 1
    for at in range(start + 1, len(lines)):
        if not shared:
            break
        line = lines[at]
        if line.is_blank:
            if at > end:
                break
            continue
        starts = shared & _column_starts(line)
        if starts and (at == end or starts == shared):
            shared = starts
            rows += 1
        elif at > end or line.indent not in shared:
            break
        end = at + 1
    return end, tuple(sorted(shared)) if rows >= _LEAST_ALIGNED_ROWS else ()


def _column_starts(line: SourceLine) -> set[int]:
    text = line.text.expandtabs(_TAB_COLUMNS)
    found = {match.end() for match in _GAP.finditer(text)}
    body = text.lstrip()
    label, rest = split_bullet(body)
    if label is None and starts_with_number(body):
        rest = body.partition(body.split(None, 1)[0])[2].lstrip()
    # the text after a bullet or number stands apart from it, but not in a column
    found.discard(len(text) - len(rest))
    return found


def aligned_grid(lines: Sequence[SourceLine], columns: tuple[int, ...]) -> Grid:
    """The rows of a run that `aligned_rows` found; a row with one cell, not the first, goes on in the row above."""
    bounds = (0, *columns)
    grid = Grid(tuple(b - a - 2 for a, b in zip(bounds, columns, strict=False)))
    for line in lines:
        text = line.text.expandtabs(_TAB_COLUMNS)
        texts = [text[a:b].strip() for a, b in zip(bounds, (*columns, len(text)), strict=True)]
        filled = [at for at, cell in enumerate(texts) if cell]
        if grid.rows and len(filled) == 1 and filled[0] > 0:
            grid.rows[-1][filled[0]].append(line_of(texts[filled[0]], line.number))
        elif filled:
            grid.add(texts, line.number)
    return grid
