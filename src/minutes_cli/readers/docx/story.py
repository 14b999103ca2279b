"""One flow of text (the body, a header, a note, a text box): paragraphs and tables in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_cli.model.document import Block, Paragraph, Role
from minutes_cli.readers.docx.inline import Inline
from minutes_cli.readers.docx.looks import BODY_TEXT_LEVEL, Layout, read_layout
from minutes_cli.readers.docx.names import Element, W, child, unwrapped, value
from minutes_cli.readers.docx.reading import Origin, Piece, Reading
from minutes_cli.readers.docx.tables import read_table
from minutes_cli.readers.office.blocks import flat, is_shown
from minutes_cli.readers.office.fields import Fields
from minutes_cli.readers.office.looks import Look
from minutes_cli.readers.office.numbering import is_tick_box
from minutes_cli.readers.office.runs import Runs


@dataclass(slots=True)
class Story:
    """Reads the blocks of one flow; make one for each."""

    reading: Reading
    role: Role = "body"
    _fields: Fields = field(default_factory=Fields)
    _joined: tuple[Runs, list[Piece]] | None = None
    _around: Look = field(default_factory=Look)

    def blocks(self, parent: Element, prefix: str = "", in_cell: bool = False) -> list[Block]:
        """The blocks in `parent`, their paths starting with `prefix`.

        in_cell   keep a paragraph that has a number or a tick box and no text: the number is what the cell shows
        """
        found: list[Block] = []
        paragraphs = tables = 0
        for element in unwrapped(parent, W + "p", W + "tbl", W + "altChunk", W + "subDoc"):
            if element.tag == W + "p":
                paragraphs += 1
                if not len(element) and self._joined is None:
                    continue
                found += self._paragraph(element, f"{prefix}p[{paragraphs}]", in_cell)
            elif element.tag == W + "tbl":
                tables += 1
                found += read_table(self, element, f"{prefix}table[{tables}]")
            else:
                self.reading.notices.tell("unread-part", f"{prefix}p[{paragraphs}]" if paragraphs else None)
        return found

    def cell(self, cell: Element, prefix: str, look: Look = Look()) -> tuple[Paragraph, ...]:  # noqa: B008 (immutable)
        """The paragraphs of a table's cell, those of tables inside it too; `look` is what the table's style says."""
        outer, self._around = self._around, look
        paragraphs = tuple(flat(self.blocks(cell, prefix, in_cell=True)))
        self._around = outer
        return paragraphs

    def _paragraph(self, element: Element, block: str, in_cell: bool) -> Iterator[Block]:
        reading = self.reading
        properties = child(element, "pPr")
        style_id = value(properties, "pStyle")
        if style_id not in reading.styles.by_id:
            style_id = reading.styles.default_paragraph
        layout = read_layout(properties)
        base = reading.styles.look(style_id).over(self._around).over(reading.styles.default_look)
        runs, pieces = self._joined or (Runs(reading.limits.line_characters), [])
        self._joined = None
        inline = Inline(reading, self._fields, block, base, runs, pieces)
        inline.read(element)
        following = element.getnext()
        end_deleted = child(child(properties, "rPr"), "del") is not None
        if end_deleted:
            reading.notices.tell_deleted(block)
        if end_deleted and following is not None and following.tag == W + "p":
            # what is left of the paragraph belongs to the next
            self._joined = runs, pieces
        else:
            reading.origins.paragraphs[block] = Origin(element, pieces)
            paragraph = self._finished(runs, block, style_id, layout)
            if is_shown(paragraph, in_cell):
                yield paragraph
        for box in inline.boxes:
            reading.text_boxes += 1
            story = Story(reading, "textbox" if self.role == "body" else self.role)
            yield from story.blocks(box, f"textbox[{reading.text_boxes}]/")

    def _finished(self, runs: Runs, block: str, style_id: str | None, layout: Layout) -> Paragraph:
        reading = self.reading
        gathered = runs.gather()
        reading.notices.tell_of(runs, block)
        outline = reading.styles.outline(style_id) if layout.outline is None else layout.outline
        list_id, level = self._list_place(style_id, layout)
        label, checked = None, gathered.checked
        if list_id is not None:
            label = reading.numbering.label(list_id, level)
            definition = reading.numbering.level(list_id, level)
            if checked is None and definition is not None:
                checked = is_tick_box(definition)
        return Paragraph(
            gathered.lines,
            block=block,
            label=label,
            heading=outline + 1 if outline is not None and 0 <= outline < BODY_TEXT_LEVEL else None,
            level=level if list_id is not None else 0,
            indent=round(self._indent(style_id, layout) + gathered.indent, 2),
            size=gathered.size,
            strong=gathered.strong,
            struck=gathered.struck,
            checked=checked,
            role=self.role,
        )

    def _list_place(self, style_id: str | None, layout: Layout) -> tuple[int | None, int]:
        """The list and level of a paragraph: its own, else those of the nearest style that names a list."""
        list_id, level = layout.list_id, layout.list_level
        if list_id is None:
            for style in self.reading.styles.chain(style_id):
                if style.layout.list_id is not None:
                    list_id = style.layout.list_id
                    if level is None:
                        level = self._style_level(list_id, style_id, style.layout.list_level)
                    break
        if not list_id or list_id not in self.reading.numbering.lists:
            return None, 0
        return list_id, min(max(level or 0, 0), 8)

    def _style_level(self, list_id: int, style_id: str | None, stated: int | None) -> int:
        chain = self.reading.styles.chain(style_id)
        nearest = next((s.layout.list_level for s in chain if s.layout.list_level is not None), stated)
        return self.reading.numbering.level_of_style(list_id, style_id) if nearest is None else nearest

    def _indent(self, style_id: str | None, layout: Layout) -> float:
        """Points from the left: the paragraph's own, else its list's, else those of the nearest style that says."""
        layouts = [layout, *(style.layout for style in self.reading.styles.chain(style_id))]
        level: int | None = None
        for stated in layouts:
            level = stated.list_level if level is None else level
            if stated.indent is not None:
                return stated.indent
            if stated.list_id is not None:
                at = self._list_place(style_id, layout)[1]
                definition = self.reading.numbering.level(stated.list_id, at)
                if definition is not None and definition.indent is not None:
                    return definition.indent
        return 0.0
