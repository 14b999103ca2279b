"""Minutes in the layout in which `minutes export` writes them: each value stands where the layout has it.

Only what is printed counts, so what somebody changes in such a document is read as changed. A document that says it is
in this layout and has none of its sections is read like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from minutes_cli.model.document import Block, Cell, Document, Paragraph, Table
from minutes_cli.parser.draft import Draft, Fact, Item, fact
from minutes_cli.parser.head import Head
from minutes_cli.parser.laid_out.rows import read_action, read_decision, read_person
from minutes_cli.parser.passages import Passage, Text, whole
from minutes_cli.text import layout

# No label is longer.
_LABEL_REACH = 20
# No outline is nested deeper.
_DEEPEST = 99

Record = TypeVar("Record")


def is_laid_out(document: Document) -> bool:
    """Whether the document says that it is in this layout, and has a section of it."""
    return document.metadata.get("format") == layout.MARK and any(map(_section, _body(document)[1:]))


def read_laid_out(document: Document) -> tuple[Draft, Head]:
    """All that stands in the sections."""
    reading = _Reading(_body(document))
    reading.read()
    head = Head(reading.draft.passages[:1], (), (), document.metadata, day_first=True, order_told=True)
    return reading.draft, head


def _body(document: Document) -> list[Block]:
    """The blocks without page headers and footers; the first is the title."""
    return [block for block in document.blocks if not isinstance(block, Paragraph) or block.role == "body"]


def _section(block: Block) -> str | None:
    """The section that a heading begins."""
    if not isinstance(block, Paragraph) or not block.heading:
        return None
    return next((name for name in layout.SECTIONS if name.casefold() == block.text.strip().casefold()), None)


class _Reading:
    """Goes through the blocks once, one section after the other."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._top = next(b.heading or 1 for b in blocks[1:] if isinstance(b, Paragraph) and _section(b))
        self.draft = Draft([])

    def read(self) -> None:
        section: str | None = None
        for block in self._blocks:
            if isinstance(block, Table):
                self._read_table(section, block)
                continue
            place = len(self.draft.passages)
            begun = _section(block) if place and block.heading == self._top else None
            text = whole(block)
            self.draft.passages.append(Passage(text, place))
            if begun:
                section = begun
            elif section is None:
                self._read_heading(text, place)
            elif section == layout.ITEMS:
                self._read_item(block, text, place)
            elif section == layout.NEXT:
                self._read_labelled(text, layout.NEXT_LABELS, self.draft.next_meeting)
        for item in self.draft.items:
            later = (other.first for other in self.draft.items if other.first > item.first)
            item.last = next(later, len(self.draft.passages))

    def _read_heading(self, text: Text, place: int) -> None:
        if place:
            self._read_labelled(text, layout.MEETING_LABELS, self.draft.meeting)
        elif str(text) != layout.UNTITLED:
            self.draft.meeting["title"] = fact(text, rule="layout.title")

    def _read_labelled(self, text: Text, labels: dict[str, str], found: dict[str, Fact]) -> bool:
        key, value = _labelled(text, labels)
        if key is None:
            return False
        if key != "date":
            found[key] = fact(value, rule="layout.label")
        elif day := layout.read_day(str(value)):
            found[key] = fact(value, day, rule="layout.label")
        return True

    def _read_item(self, block: Paragraph, text: Text, place: int) -> None:
        items = self.draft.items
        if block.heading and block.heading > self._top:
            number, title = layout.read_heading(str(text))
            items.append(
                Item(
                    fact(text[title], rule="layout.heading"),
                    fact(text[number], rule="layout.heading") if number else None,
                    block.heading - self._top,
                    place,
                )
            )
        elif items and not self._read_of_item(items[-1], text):
            items[-1].paragraphs.append(text)

    def _read_of_item(self, item: Item, text: Text) -> bool:
        """Whether it is one of the labels in bold between the heading of an item and its text."""
        key, value = _labelled(text, layout.ITEM_LABELS)
        if key is None or item.paragraphs or not text.strong_until:
            return False
        if key == "pillars":
            item.pillars = [fact(value[part], rule="layout.label") for part in layout.parts(str(value))]
        elif key == "number":
            item.number = fact(value, rule="layout.label")
        elif str(value).isdigit():
            item.level = min(int(str(value)), _DEEPEST)
        return True

    def _read_table(self, section: str | None, table: Table) -> None:
        draft = self.draft
        if section == layout.ATTENDANCE:
            draft.people.extend(_records(table, layout.PERSON_HEADS, read_person))
        elif section == layout.DECISIONS:
            draft.decisions.extend(_records(table, layout.DECISION_HEADS, lambda row: read_decision(row, draft)))
        elif section == layout.ACTIONS:
            draft.actions.extend(_records(table, layout.ACTION_HEADS, lambda row: read_action(row, draft)))


def _labelled(text: Text, labels: dict[str, str]) -> tuple[str | None, Text]:
    """The field whose label a line begins with, and what stands behind it."""
    label, colon, _ = str(text)[:_LABEL_REACH].partition(":")
    key = layout.key_of(labels, label) if colon else None
    return key, text[len(label) + 1 :]


def _records(table: Table, heads: dict[str, str], read: Callable[[dict[str, Text]], Record | None]) -> Iterator[Record]:
    """What each row below the head tells; a row without what it is about tells nothing."""
    first, *rows = table.rows or ((),)
    columns = {cell.column: key for cell in first if (key := layout.key_of(heads, cell.text))}
    for row in rows:
        told = {columns[cell.column]: text for cell in row if cell.column in columns and (text := _text(cell))}
        record = read(told)
        if record is not None:
            yield record


def _text(cell: Cell) -> Text | None:
    return next((text for paragraph in cell.paragraphs if (text := whole(paragraph))), None)
