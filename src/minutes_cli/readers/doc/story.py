"""One flow of text of a Word 97-2003 file (the body, a header, a note): paragraphs and tables in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_cli.model.document import Block, Paragraph, Role
from minutes_cli.readers.doc.formatting import (
    C_DELETED,
    C_INSERTED,
    C_STYLE,
    C_SYMBOL,
    P_DEPTH,
    P_IN_TABLE,
    P_LEFT,
    P_LEFT_OLD,
    P_LIST,
    P_LIST_LEVEL,
    P_ROW_END,
    Formatting,
    Modifiers,
)
from minutes_cli.readers.doc.lists import TWIP
from minutes_cli.readers.doc.styles import Styles, read_look
from minutes_cli.readers.doc.tables import TableParts
from minutes_cli.readers.doc.text import Piece, slices
from minutes_cli.readers.office.blocks import is_shown
from minutes_cli.readers.office.fields import Fields
from minutes_cli.readers.office.notices import Notices
from minutes_cli.readers.office.numbering import LEVELS, Numbering
from minutes_cli.readers.office.runs import Runs
from minutes_cli.readers.office.symbols import in_unicode, symbol
from minutes_cli.readers.options import Limits

PARAGRAPH_END, CELL_END, PAGE_END = "\r", "\x07", "\x0c"
_MARKS = re.compile(r"([\x00-\x08\x0b-\x1f])")
_LINE_ENDS = ("\x0b", "\x0e")
_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_HYPHEN, _COMMENT = "\x1e", "\x05"
# fonts are not read: a symbol is looked for in those that are used most
_SYMBOL_FONTS = ("Wingdings", "Symbol")


@dataclass(slots=True)
class Reading:
    """What all the stories of one file share."""

    pieces: list[Piece]
    limits: Limits
    notices: Notices
    runs: Formatting = field(default_factory=Formatting)
    paragraphs: Formatting = field(default_factory=Formatting)
    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)


@dataclass(slots=True)
class Story:
    """Reads the blocks of one flow; make one for each."""

    reading: Reading
    role: Role = "body"
    prefix: str = ""
    _fields: Fields = field(default_factory=Fields)
    _runs: Runs = field(init=False)
    _table: TableParts | None = None
    _paragraphs: int = 0
    _tables: int = 0

    def blocks(self, start: int, end: int) -> Iterator[Block]:
        """The blocks in some of the file's text."""
        self._runs = Runs(self.reading.limits.line_characters)
        offset = 0
        for piece in slices(self.reading.pieces, start, end):
            at = 0
            for text, properties in self._segments(piece):
                for part in _MARKS.split(text):
                    offset = piece.offset + at * piece.width
                    at += len(part)
                    if part in (PARAGRAPH_END, CELL_END, PAGE_END):
                        yield from self._end_paragraph(offset, part)
                    elif part:
                        self._part(part, offset, properties)
        if self._runs:
            yield from self._end_paragraph(offset, PARAGRAPH_END)
        yield from self._end_table()

    def _segments(self, piece: Piece) -> Iterator[tuple[str, Modifiers]]:
        """A piece cut where the formatting of its characters changes."""
        starts = self.reading.runs.starts
        at = 0
        while at < len(piece.text):
            offset = piece.offset + at * piece.width
            found = bisect_right(starts, offset)
            end = len(piece.text)
            if found < len(starts):
                end = min(end, at + max(-(-(starts[found] - offset) // piece.width), 1))
            yield piece.text[at:end], self.reading.runs.at(offset)[1]
            at = end

    def _part(self, text: str, offset: int, properties: Modifiers) -> None:
        """Add some text of one look, or a single mark."""
        notices = self.reading.notices
        if properties.get(C_DELETED, b"\0") != b"\0":
            notices.tell_deleted(self._path())
            return
        if properties.get(C_INSERTED, b"\0") != b"\0":
            notices.tell_inserted(self._path())
        if text in _LINE_ENDS:
            self._runs.end_line()
        elif text == _FIELD_BEGIN:
            self._fields.begin()
        elif text == _FIELD_RESULT:
            self._fields.separate()
        elif text == _FIELD_END:
            self._fields.end()
        elif text == _COMMENT:
            notices.tell("comments")
        elif text == _HYPHEN or text >= " " or text[0] == "\t":
            self._text("-" if text == _HYPHEN else text, offset, properties)

    def _text(self, text: str, offset: int, properties: Modifiers) -> None:
        if self._fields.in_code:
            self._fields.code(text)
            return
        styles = self.reading.styles
        base = styles.look(self.reading.paragraphs.at(offset)[0])
        own_style = int.from_bytes(properties.get(C_STYLE, b""), "little")
        styled = styles.look(own_style).toggled(base) if own_style else base
        look = read_look(properties, styled).over(styled)
        block = self._path()
        if look.hidden:
            self.reading.notices.tell("hidden-text", block)
            return
        if C_SYMBOL in properties:
            code = int.from_bytes(properties[C_SYMBOL][2:4], "little")
            text = next((shown for font in _SYMBOL_FONTS if (shown := symbol(code, font))), "")
        text, unknown = in_unicode(text, None)
        if unknown or not text:
            self.reading.notices.tell("unknown-symbol", block)
        in_link = self._fields.in_links or (own_style and styles.is_hyperlink(own_style))
        strong = look.bold or (look.underline and not in_link)
        self._runs.add(text, bool(strong), bool(look.struck), look.size or 0.0)

    def _path(self) -> str:
        return f"{self.prefix}p[{self._paragraphs + 1}]"

    def _end_paragraph(self, offset: int, mark: str) -> Iterator[Block]:
        self._fields.end_paragraph()
        style, properties = self.reading.paragraphs.at(offset)
        runs, self._runs = self._runs, Runs(self.reading.limits.line_characters)
        if properties.get(P_IN_TABLE, b"\0") == b"\0" and mark != CELL_END:
            yield from self._end_table()
            self._paragraphs += 1
            paragraph = self._paragraph(runs, f"{self.prefix}p[{self._paragraphs}]", style, properties)
            if is_shown(paragraph, in_cell=False):
                yield paragraph
            return
        if self._table is None:
            self._tables += 1
            self._table = TableParts(f"{self.prefix}table[{self._tables}]")
        depth = int.from_bytes(properties.get(P_DEPTH, b"\1"), "little")
        if mark == CELL_END and depth <= 1 and properties.get(P_ROW_END, b"\0") != b"\0":
            self._table.end_row(properties)
            return
        paragraph = self._paragraph(runs, self._table.path(), style, properties)
        if is_shown(paragraph, in_cell=True):
            self._table.cell.append(paragraph)
        if mark == CELL_END and depth <= 1:
            self._table.end_cell()

    def _end_table(self) -> Iterator[Block]:
        if self._table is not None:
            table, self._table = self._table, None
            yield from table.blocks()

    def _paragraph(self, runs: Runs, block: str, style: int, own: Modifiers) -> Paragraph:
        reading = self.reading
        gathered = runs.gather()
        reading.notices.tell_of(runs, block)

        def stated(code: int) -> bytes | None:
            return own[code] if code in own else reading.styles.paragraph(style, code)

        list_id = int.from_bytes(stated(P_LIST) or b"", "little")
        level = min(int.from_bytes(stated(P_LIST_LEVEL) or b"", "little"), LEVELS - 1)
        definition = reading.numbering.level(list_id, level)
        left = own.get(P_LEFT, own.get(P_LEFT_OLD))
        if left is None and (definition is None or definition.indent is None):
            left = stated(P_LEFT) or stated(P_LEFT_OLD)
        indent = 0.0 if definition is None or definition.indent is None else definition.indent
        if left is not None:
            indent = int.from_bytes(left, "little", signed=True) * TWIP
        return Paragraph(
            gathered.lines,
            block=block,
            label=reading.numbering.label(list_id, level) if definition is not None else None,
            heading=reading.styles.heading(style, own),
            level=level if definition is not None else 0,
            indent=round(indent + gathered.indent, 2),
            size=gathered.size,
            strong=gathered.strong,
            struck=gathered.struck,
            checked=gathered.checked,
            role=self.role,
        )
