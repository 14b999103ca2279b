"""A document as the parser saw it: its lines on the left, what was made of them in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from minutes_cli.model.document import Paragraph
from minutes_cli.model.tracing import Explanation, Label
from minutes_cli.views.claims import Note, begun_on, notes, row_label, row_zones
from minutes_cli.views.header import source_in_words
from minutes_cli.views.words import QUIET, joined, plain

LABEL_STYLES: dict[Label, str] = {
    "furniture": "dim",
    "column head": "dim",
    "heading": "bold magenta",
    "meeting": "cyan",
    "attendee": "green",
    "action": "yellow",
    "decision": "red",
    "commitment": "bright_yellow",
    "next meeting": "bright_blue",
    "exchange": "bright_black",
    "prose": "dim",
    "unknown": "black on yellow",
}
_LABEL_WIDTH = max(len(label) for label in LABEL_STYLES)
# Of what the labels leave the text takes a little more than the margin.
_TEXT_RATIO, _MARGIN_RATIO = 6, 5
# Of the reasons for a heading's score so many are told in a terminal.
_REASONS = 4


class _Entry(NamedTuple):
    """One row of the listing."""

    page: int | None
    zone: str
    label: Label
    text: Text
    margin: Text
    paragraph: Paragraph

    def goes_on_with(self, other: _Entry) -> bool:
        return self.paragraph is other.paragraph and self[:3] == other[:3]


def explanation(found: Explanation) -> RenderableType:
    """Every line in order under its page and its part of the record, with its label and values."""
    return Group(source_in_words(found.minutes.source), *_sections(found))


def _sections(found: Explanation) -> Iterator[RenderableType]:
    for (page, zone), group in groupby(_entries(found), key=lambda entry: (entry.page, entry.zone)):
        yield Text()
        yield _separator(page, zone)
        table = _table()
        for entry in group:
            table.add_row(Text(entry.label, style=LABEL_STYLES[entry.label]), entry.text, entry.margin)
        yield table


def _entries(found: Explanation) -> Iterator[_Entry]:
    """The rows; lines of a paragraph that bring nothing new go on in the same one."""
    known: _Entry | None = None
    for row, zone in zip(found.rows, row_zones(found), strict=True):
        lines = [found.lines[index] for index in row]
        source = lines[0].source
        label = row_label(found, row)
        entry = _Entry(source.line.page, zone, label, _row_text(found, row), _margin(found, row), source.paragraph)
        if known is not None and not entry.margin and known.goes_on_with(entry):
            known = known._replace(text=joined([known.text, entry.text], " "))
            continue
        if known is not None:
            yield known
        known = entry
    if known is not None:
        yield known


def _separator(page: int | None, zone: str) -> RenderableType:
    words = [plain(zone, "bold")] if page is None else [plain(f"page {page}"), plain(zone, "bold")]
    return Rule(joined(words, " · "), align="left", style=QUIET)


def _table() -> Table:
    table = Table.grid(padding=(0, 2), expand=True)
    table.add_column(width=_LABEL_WIDTH, no_wrap=True)
    table.add_column(ratio=_TEXT_RATIO, overflow="fold")
    table.add_column(ratio=_MARGIN_RATIO, overflow="fold")
    return table


def _row_text(found: Explanation, row: Sequence[int]) -> Text:
    return joined([_text(found, index) for index in row], "  ")


def _text(found: Explanation, index: int) -> Text:
    """A line as printed, the stretches that became values in the colour of what they became."""
    line = found.lines[index]
    style = "dim" if line.label == "furniture" else ""
    value = line.source.text
    text = Text(overflow="fold", style=style)
    colours: list[str] = [""] * len(value)
    for claim in reversed(line.claims):
        for stretch in claim.stretches:
            if stretch.line == index and not claim.reference:
                colours[stretch.start : stretch.end] = [LABEL_STYLES[claim.label]] * (stretch.end - stretch.start)
    start = 0
    for end in range(1, len(value) + 1):
        if end == len(value) or colours[end] != colours[start]:
            text.append_text(plain(value[start:end], colours[start]))
            start = end
    mark = line.source.paragraph.label
    return joined([plain(mark, QUIET), text], " ") if mark and line.source.start == 0 else text


def _margin(found: Explanation, row: Sequence[int]) -> Text:
    """The values that begin on the row; then what to make of a line that was not understood."""
    lines = [found.lines[index] for index in row]
    told = [_note(note) for note in notes(begun_on(found, row), found.minutes)]
    for line in lines:
        if line.hint:
            told.append(plain(line.hint, "italic yellow"))
            if line.heading is not None and "heading" in line.hint:
                told.append(plain(", ".join(line.heading.reasons[:_REASONS]), QUIET))
    return Text("\n").join(told)


def _note(note: Note) -> Text:
    return joined([joined([plain(note.who, "bold"), plain(note.what)], ": "), plain(note.proof, QUIET)], "  ")
