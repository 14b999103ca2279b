"""A document without pages: its lines in order, each with its label, its text and its values in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from minutes_cli.model.tracing import Explanation
from minutes_cli.views.claims import row_label, row_zones
from minutes_cli.views.page.margin import line_id, margin
from minutes_cli.views.page.marks import Marks
from minutes_cli.views.page.tags import class_of, element, escaped


def listing(found: Explanation, marks: Marks) -> Iterator[str]:
    """A section for each part of the record."""
    zones = row_zones(found)
    for number, (zone, group) in enumerate(groupby(range(len(found.rows)), key=lambda row: zones[row])):
        rows = "\n".join(_row(found, marks, found.rows[row]) for row in group)
        head = element("h2", zone.capitalize(), id=f"zone{number}")
        lines = element("ol", "\n", rows, "\n", kind="lines")
        yield element("section", head, lines, kind="sheet", aria_labelledby=f"zone{number}") + "\n"


def _row(found: Explanation, marks: Marks, row: Sequence[int]) -> str:
    label = row_label(found, row)
    cells = [_cell(found, marks, index) for index in row]
    source = found.lines[row[0]].source
    where = str(source.line.number) if source.line.number is not None else ""
    content = (
        element("span", where, kind="where"),
        element("span", label, kind="label"),
        element("span", *cells, kind="text"),
        element("span", *margin(found, row), kind="margin"),
    )
    return element("li", *content, kind=class_of(label), id=line_id(row[0]))


def _cell(found: Explanation, marks: Marks, index: int) -> str:
    line = found.lines[index]
    source, text = line.source, line.source.text
    mark = source.paragraph.label if source.start == 0 else None
    pieces = [element("span", escaped(mark), " ", kind="bullet")] if mark else []
    for segment in marks.segments(index):
        words = escaped(text[segment.start : segment.end])
        pieces.append(marks.link(index, segment, words) if segment.claims else words)
    return element("span", *pieces, kind=f"cell level{source.paragraph.heading or 0}")
