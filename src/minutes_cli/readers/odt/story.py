"""One flow of OpenDocument text (the body, a header, a note, a text box): paragraphs, lists and tables in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_cli.model.document import Block, Paragraph, Role
from minutes_cli.readers.odt.inline import Inline, text_boxes
from minutes_cli.readers.odt.lists import OUTLINE, ListPlace, Lists
from minutes_cli.readers.odt.names import DRAW, OFFICE, TABLE, TEXT, Element, number
from minutes_cli.readers.odt.styles import Style, Styles
from minutes_cli.readers.odt.tables import read_table
from minutes_cli.readers.office.blocks import flat, is_shown
from minutes_cli.readers.office.notices import Notices
from minutes_cli.readers.office.numbering import LEVELS
from minutes_cli.readers.office.runs import Runs
from minutes_cli.readers.options import Limits

_PARAGRAPHS = frozenset((TEXT + "p", TEXT + "h"))
_SKIPPED = frozenset((OFFICE + "forms", OFFICE + "annotation"))


@dataclass(slots=True)
class Reading:
    """The state of reading one file; `notes` are those met, in order."""

    lists: Lists
    limits: Limits
    notices: Notices = field(default_factory=Notices)
    notes: list[Element] = field(default_factory=list)
    text_boxes: int = 0


@dataclass(slots=True)
class _Flow:
    """The blocks found so far in a cell or a whole story, and how many paragraphs and tables were met."""

    prefix: str
    in_cell: bool
    found: list[Block] = field(default_factory=list)
    paragraphs: int = 0
    tables: int = 0


@dataclass(slots=True)
class Story:
    """Reads the blocks of one flow, in the styles of its part."""

    reading: Reading
    styles: Styles
    role: Role = "body"

    def blocks(self, parent: Element, prefix: str = "", in_cell: bool = False) -> list[Block]:
        """The blocks in `parent`, their paths starting with `prefix`.

        in_cell   keep a paragraph that has a number or a tick box and no text: the number is what the cell shows
        """
        flow = _Flow(prefix, in_cell)
        self._walk(parent, flow, None)
        return flow.found

    def _walk(self, parent: Element, flow: _Flow, place: ListPlace | None) -> None:
        for element in parent:
            tag = element.tag
            if tag in _PARAGRAPHS:
                flow.paragraphs += 1
                flow.found += self._paragraph(element, f"{flow.prefix}p[{flow.paragraphs}]", flow.in_cell, place)
            elif tag == TEXT + "list":
                self._list(element, flow, self.reading.lists.enter(element, place))
            elif tag == TABLE + "table":
                flow.tables += 1
                flow.found += read_table(self, element, f"{flow.prefix}table[{flow.tables}]")
            elif tag == TEXT + "tracked-changes":
                # deletions are listed before the text, and marked in it by a point only
                block = f"{flow.prefix}p[{flow.paragraphs + 1}]"
                self.reading.notices.tell_inserted(block, sum(1 for _ in element.iter(TEXT + "insertion")))
                self.reading.notices.tell_deleted(block, sum(1 for _ in element.iter(TEXT + "deletion")))
            elif tag == TEXT + "section" and element.get(TEXT + "display") == "none":
                self.reading.notices.tell("hidden-text", f"{flow.prefix}p[{flow.paragraphs + 1}]")
            elif tag.startswith(DRAW):
                for box in text_boxes(element):
                    flow.found += self._text_box(box)
            elif tag not in _SKIPPED:
                self._walk(element, flow, place)

    def _list(self, element: Element, flow: _Flow, place: ListPlace) -> None:
        for item in element.iterchildren(TEXT + "list-item", TEXT + "list-header"):
            place.label_due = item.tag == TEXT + "list-item"
            place.restart = number(item.get(TEXT + "start-value"))
            self._walk(item, flow, place)

    def _paragraph(self, element: Element, block: str, in_cell: bool, place: ListPlace | None) -> Iterator[Block]:
        reading = self.reading
        name = element.get(TEXT + "style-name")
        chain = self.styles.chain("paragraph", name)
        runs = Runs(reading.limits.line_characters)
        inline = Inline(self.styles, reading.notices, block, runs, in_cell)
        inline.read(element, self.styles.look("paragraph", name).over(self.styles.default_look))
        reading.notes += inline.notes
        gathered = runs.gather()
        reading.notices.tell_of(runs, block)
        heading = self.styles.outline(name)
        if element.tag == TEXT + "h":
            heading = number(element.get(TEXT + "outline-level")) or 1
        label = None
        if place is not None and place.label_due:
            label = reading.lists.label(place)
            place.label_due = False
        elif place is None and element.tag == TEXT + "h" and element.get(TEXT + "is-list-header") != "true":
            outline = ListPlace(OUTLINE, 0, min(heading or 1, LEVELS) - 1)
            label = reading.lists.label(outline) if gathered.lines else None
        paragraph = Paragraph(
            gathered.lines,
            block=block,
            label=label,
            heading=heading,
            level=0 if place is None else place.level,
            indent=round(self._indent(chain, place) + gathered.indent, 2),
            size=gathered.size,
            strong=gathered.strong,
            struck=gathered.struck,
            checked=gathered.checked,
            role=self.role,
        )
        if is_shown(paragraph, in_cell):
            yield paragraph
        for box in inline.boxes:
            yield from self._text_box(box)

    def cell(self, cell: Element, prefix: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a table's cell, those of tables inside it too."""
        return tuple(flat(self.blocks(cell, prefix, in_cell=True)))

    def _text_box(self, box: Element) -> list[Block]:
        self.reading.text_boxes += 1
        story = Story(self.reading, self.styles, "textbox" if self.role == "body" else self.role)
        return story.blocks(box, f"textbox[{self.reading.text_boxes}]/")

    def _indent(self, chain: list[Style], place: ListPlace | None) -> float:
        """Points from the left: the paragraph's own, else its list's, else those of the nearest style that says."""
        if chain and chain[0].indent is not None:
            return chain[0].indent
        level = None if place is None else self.reading.lists.definition(place)
        stated = [None if level is None else level.indent, *(style.indent for style in chain)]
        return next((indent for indent in stated if indent is not None), 0.0)
