"""A blank document filled with made-up data, and what it lacks by its template."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutes_cli.errors import UnsupportedInputError
from minutes_cli.model.template import Template
from minutes_cli.model.trial import Asked
from minutes_cli.parser.tables import fold
from minutes_cli.profiles import Profile
from minutes_cli.readers.decode import decode
from minutes_cli.readers.options import Limits
from minutes_cli.templates import filling_head, filling_people, filling_tasks
from minutes_cli.templates.demands import demand
from minutes_cli.templates.expected import Expected
from minutes_cli.templates.filling_items import Items
from minutes_cli.templates.made_up import PROSE, item_title
from minutes_cli.templates.sheet import Grid, Line, Row, Sheet
from minutes_cli.templates.words import Words, number_of
from minutes_cli.templates.work import Work

# The body and the meeting may be named in lines of their own.
_TITLES = 3
# So many rows of a table that has room for items are filled.
_MOST_ROWS = 3


class Filled(NamedTuple):
    """The filled document, what is expected back of it, and what it has no place for."""

    data: bytes
    expected: tuple[Expected, ...]
    asked: tuple[Asked, ...]


def fill(data: bytes, name: str, media_type: str, template: Template, profile: Profile, limits: Limits) -> Filled:
    """Fill a Word file or Markdown; UnsupportedInputError for another kind of file."""
    if media_type == "text/markdown":
        from minutes_cli.templates import sheet_markdown

        text = decode(data, name, limits).text
        sheet = sheet_markdown.read(text)
        work = _filled(sheet, template, profile)
        return Filled(sheet_markdown.write(text, sheet).encode(), tuple(work.expected), tuple(work.asked))
    if "wordprocessingml" in media_type:
        from minutes_cli.templates.sheet_docx import WordSheet

        word = WordSheet(data, name, limits)
        work = _filled(word.sheet, template, profile)
        return Filled(word.written(), tuple(work.expected), tuple(work.asked))
    raise UnsupportedInputError(name, "a blank document of a kind that cannot be filled", "give a .docx or .md file")


def _filled(sheet: Sheet, template: Template, profile: Profile) -> Work:
    work = Work(Words(template, profile), template)
    _Walk(work, sheet).go()
    demand(work, sheet)
    return work


class _Walk:
    """Goes through the blocks: the heading and the attendance first, then the items."""

    def __init__(self, work: Work, sheet: Sheet) -> None:
        self._work, self._sheet = work, sheet
        self._items = Items(work)
        self._in_items = False
        self._has_headings = any(line.heading for line in sheet.lines() if line.text.strip() and not line.table)
        self._first = [line for line in sheet.lines() if line.text.strip()][:_TITLES]

    def go(self) -> None:
        blocks = self._sheet.blocks
        for number, block in enumerate(blocks):
            if isinstance(block, Grid):
                self._grid(block)
            elif block not in self._work.used:
                above_table = number + 1 < len(blocks) and isinstance(blocks[number + 1], Grid)
                self._line(block, _lines_after(blocks, number), above_table)
        self._items.close()

    def _line(self, line: Line, below: Sequence[Line], above_table: bool) -> None:
        work = self._work
        if self._is_title(line):
            filling_head.fill_names(work, line)
            return
        section = work.words.section(line.text.replace("*", ""))
        label = work.words.attendance(line.text) if not self._in_items else None
        if label and not number_of(line.text) and not (section and line.heading):
            if not above_table:
                filling_people.fill_label(work, line, label, below)
            return
        next_label = work.words.next_label.match(line.text)
        if next_label and next_label["colon"] and line.heading is None and not number_of(line.text):
            self._items.close()
            self._items.fill_next_label(line, next_label.end())
            self._in_items = True
            return
        if self._is_wrapper(line) or (above_table and line.heading and not section and not number_of(line.text)):
            self._in_items = True
            if section:
                work.sections.append((section, line))
        elif self._is_item(line):
            self._in_items = True
            self._items.open(line)
        elif self._in_items:
            self._items.under(line)
        elif not filling_head.fill_labels(work, line, below[0] if below else None):
            filling_head.fill_names(work, line)

    def _is_title(self, line: Line) -> bool:
        """Whether it is the first line, or a heading right below it that names the meeting."""
        if line not in self._first or line is self._first[0]:
            return line is self._first[0]
        words = self._work.words
        named = re.search(rf"\b(?:{words.profile.alternatives('meeting.title_words')})\b", line.text, re.IGNORECASE)
        return line.heading is not None and bool(named) and not words.section(line.text) and not number_of(line.text)

    def _is_wrapper(self, line: Line) -> bool:
        """Whether a heading stands above items, or above a list of actions, and is no item itself."""
        profile = self._work.words.profile
        known = {word for key in ("items.wrappers", "actions.lists", "decisions.lists") for word in profile.words(key)}
        return line.heading is not None and fold(line.text) in known

    def _is_item(self, line: Line) -> bool:
        words = self._work.words
        text = line.text.replace("*", "")
        if not text.strip() or (not self._in_items and words.label.match(text) and ":" in text):
            return False
        section = words.section(text)
        if line.heading is not None:
            return section is not None or not words.attendance(text) or number_of(text) is not None
        if section and fold(section.title) in fold(text) and not line.slots() and ":" not in text.rstrip(": "):
            return True
        # where there are headings a number begins an entry of a list
        return not self._has_headings and number_of(text) is not None and not filling_tasks.is_action(self._work, line)

    def _grid(self, grid: Grid) -> None:
        work = self._work
        if people := filling_people.columns_of(work, grid.heads()):
            filling_people.fill_table(work, grid, people)
        elif tasks := filling_tasks.columns_of(work, grid):
            filling_tasks.fill_table(work, grid, tasks)
        elif columns := self._item_columns(grid.heads()):
            self._in_items = True
            self._item_rows(grid, *columns)
        elif columns := self._renamed_columns(grid.heads()):
            # its heads are told; what the items under them lose is no fault of its own
            before = len(work.expected)
            self._item_rows(grid, *columns)
            self._items.close()
            del work.expected[before:]
        elif not self._in_items:
            filling_head.fill_table(work, grid)

    def _item_columns(self, heads: Sequence[str]) -> tuple[int, int] | None:
        """The columns of numbers and of text; None for another table."""
        words = self._work.words
        if len(heads) < 2:
            return None
        number = next((c for c, head in enumerate(heads) if words.column(head, "items.column_number")), None)
        texts = [c for c, h in enumerate(heads) if c != number and words.column(h, "items.column_text")]
        return (number, texts[0]) if number is not None and texts else None

    def _renamed_columns(self, heads: Sequence[str]) -> tuple[int, int] | None:
        """The columns of the template's table of items where at least one of its heads is still there."""
        wanted = self._work.template.items.headers
        known = {fold(head) for head in heads} & {fold(head) for head in wanted}
        return self._item_columns(wanted) if known and len(heads) == len(wanted) else None

    def _item_rows(self, grid: Grid, number: int, text: int) -> None:
        blank = 0
        for row in grid.rows[1:]:
            self._work.used.update(row.lines())
            if len(row.cells) <= max(number, text) or not row.cells[text]:
                continue
            if not any(line.text.strip() for line in row.lines()):
                blank += 1
                if blank <= _MOST_ROWS:
                    self._blank_row(row, number, text, blank)
                continue
            first, *others = row.cells[text]
            printed = row.text(number).strip(" .)")
            if printed or self._work.words.section(first.text):
                self._items.open(first, printed or None)
            else:
                others = [first, *others]
            for line in others:
                self._items.under(line)

    def _blank_row(self, row: Row, number: int, text: int, count: int) -> None:
        line = row.cells[text][0]
        if row.cells[number]:
            row.cells[number][0].text = f"{count}."
        line.text = item_title(next(self._work.numbers))
        self._items.open(line, str(count))
        line.below.append(PROSE)
        self._items.under(line)


def _lines_after(blocks: Sequence[Line | Grid], number: int) -> list[Line]:
    """The lines that follow without a heading or a table between."""
    found: list[Line] = []
    for block in blocks[number + 1 :]:
        if not isinstance(block, Line) or block.heading is not None:
            break
        if found and not block.is_open():
            break
        found.append(block)
    return found
