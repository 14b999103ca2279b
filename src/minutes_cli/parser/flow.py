"""From the document's blocks to the passages that the other steps read, in reading order."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from minutes_cli.model.document import Cell, Document, Paragraph, Table
from minutes_cli.parser.passages import Passage, Text, stretches, whole
from minutes_cli.parser.tables import View, sections, view_table
from minutes_cli.profiles import Profile
from minutes_cli.text.names import looks_like_name


@dataclass(frozen=True)
class Flow:
    """The body of a document.

    passages   in reading order; `Passage.index` is the place in this list
    tables     each table's view and the index of its first passage
    furniture  page headers, footers and notes, which the record itself does not hold
    """

    passages: list[Passage]
    tables: list[tuple[View, int]]
    furniture: list[Paragraph]


def read_flow(document: Document, profile: Profile) -> Flow:
    """Put the body's paragraphs and table cells into one sequence."""
    flow = Flow([], [], [])
    for block in document.blocks:
        if isinstance(block, Table):
            for table in sections(block, profile):
                view = view_table(table, profile)
                flow.tables.append((view, len(flow.passages)))
                for passage in _of_table(view):
                    _append(flow, passage)
        elif block.role in ("header", "footer", "footnote"):
            flow.furniture.append(block)
        else:
            for passage in _of_paragraph(block):
                for part in cut_collapsed(passage):
                    _append(flow, part)
    _without_stamps(flow.passages)
    return _numbers_joined(flow)


# What a meeting's chat bot puts behind each line: "(jroe, 16:01:30)".
STAMP = re.compile(r"\s*\([\w|^`\\\[\]-]{2,30},\s\d{1,2}:\d{2}:\d{2}\)$")
_LEAST_STAMPS = 3


def _without_stamps(passages: list[Passage]) -> None:
    """Cut who wrote a line and when off its end, where a bot has put that behind every line."""
    ending = ((passage, str(passage.text)) for passage in passages)
    stamped = [(p, found) for p, value in ending if value.endswith(")") and (found := STAMP.search(value))]
    for passage, found in stamped if len(stamped) >= _LEAST_STAMPS else ():
        passage.text = passage.text[: found.start()]


_LONE_NUMBER = re.compile(
    r"^(?:\(?(?:\d{1,3}(?:\.\d{1,2}){0,2}|[A-Z]|[IVX]{1,5})[.)]{1,2}|\d{1,3}\.\d{1,2}|\d{1,4}/\d{2})$"
)


def _numbers_joined(flow: Flow) -> Flow:
    """A number that the text extraction has put on a line of its own labels the passage behind it."""
    kept: list[Passage] = []
    moved = {}
    pending: Passage | None = None
    for passage in flow.passages:
        moved[passage.index] = len(kept)
        if pending is not None:
            if not passage.label and not passage.tabular:
                passage.label, passage.label_text = str(pending.text), pending.text
            else:
                kept.append(pending)
            pending = None
        if not passage.tabular and not passage.label and passage.view is None and _LONE_NUMBER.match(str(passage.text)):
            pending = passage
            continue
        kept.append(passage)
    for index, passage in enumerate(kept):
        passage.index = index
    tables = [(view, moved.get(place, len(kept))) for view, place in flow.tables]
    return Flow(kept, tables, flow.furniture)


def _append(flow: Flow, passage: Passage) -> None:
    passage.index = len(flow.passages)
    flow.passages.append(passage)


def _of_paragraph(paragraph: Paragraph) -> Iterator[Passage]:
    """The paragraph, or its lines where the format breaks lines only on purpose."""
    text = whole(paragraph)
    if not text:
        return
    if len(paragraph.lines) > 1 and (
        _breaks_on_purpose(paragraph) or _labelled_lines(text) or _people_under_label(text)
    ):
        for number, line in enumerate(text.lines()):
            yield Passage(line, label=(paragraph.label or "") if number == 0 else "")
    elif 1 < len(paragraph.lines) <= _MOST_BROKEN and not paragraph.lines[0].words:
        for number, part in enumerate(stretches(text)):
            yield Passage(part, label=(paragraph.label or "") if number == 0 else "")
    else:
        yield Passage(text, label=paragraph.label or "")


# Minutes that a web site has collapsed into one paragraph: numbers of minutes inside the text are where items begin.
_INNER_NUMBER = re.compile(r"(?<=[\s.;])(?P<number>(?P<count>\d{1,4})/(?P<year>\d{2,4}))\s+(?=[A-Z])")
_LEAST_COLLAPSED = 3


def cut_collapsed(passage: Passage) -> list[Passage]:
    """Cut a passage that holds several numbered minutes in rising order; others come back whole."""
    value = str(passage.text)
    cuts: list[int] = []
    if len(value) > 400:
        last = None
        for found in _INNER_NUMBER.finditer(value):
            count = int(found["count"])
            if last is None or (found["year"] == last[1] and count == last[0] + 1):
                cuts.append(found.start())
                last = (count, found["year"])
    if len(cuts) < _LEAST_COLLAPSED:
        return [passage]
    bounds = [0, *cuts, len(value)]
    return [
        replace(passage, text=passage.text[a:b], label=passage.label if a == 0 else "")
        for a, b in itertools.pairwise(bounds)
        if value[a:b].strip()
    ]


def _breaks_on_purpose(paragraph: Paragraph) -> bool:
    """Whether the format breaks lines only where its author did: it has neither boxes nor source lines."""
    return not paragraph.lines[0].words and paragraph.lines[0].number is None


# A paragraph of more lines is something pasted in, such as the log of a server.
_MOST_BROKEN = 15


_LABELLED = re.compile(r"^[A-Z][\w /&’'-]{1,30}:\s")


def _labelled_lines(text: Text) -> bool:
    """Whether a paragraph is a list of labels and values, one a line."""
    labelled = sum(bool(_LABELLED.match(str(line))) for line in text.lines())
    return labelled >= 2 and labelled >= 0.5 * sum(1 for _ in text.lines())


_LONGEST_PERSON = 70
# A name and its role, either first: "Ann Roe (Chair)", "Clerk: Bo Poe".
_PARTS = re.compile(r"[,(–:]")


def _people_under_label(text: Text) -> bool:
    """Whether a paragraph is a label on a line of its own and a person on each line under it."""
    first, *rest = text.lines()
    label, people = str(first), [str(line) for line in rest]
    return (
        (label.endswith(":") or (first.strong and not text.strong))
        and len(label) <= _LONGEST_PERSON
        and all(len(p) <= _LONGEST_PERSON and p.count(",") <= 1 and " and " not in p for p in people)
        and all(any(looks_like_name(piece.strip()) >= 0.6 for piece in _PARTS.split(p, maxsplit=1)) for p in people)
    )


def _of_table(view: View) -> Iterator[Passage]:
    if view.kind == "items":
        yield from _of_items(view)
        return
    for row in view.table.rows:
        for cell in row:
            for passage in _of_cell(cell):
                passage.view, passage.row, passage.column = view, cell.row, cell.column
                yield passage


def _of_cell(cell: Cell) -> Iterator[Passage]:
    for paragraph in cell.paragraphs:
        yield from _of_paragraph(paragraph)


def _of_items(view: View) -> Iterator[Passage]:
    """The record row by row: the number goes to the first passage of the row's text."""
    aside = {
        column
        for purpose, column in view.columns.items()
        if purpose in ("owner", "due") or (purpose == "state" and "action" in view.columns)
    }
    for row in view.rows:
        number = view.cell(row, "number")
        label = next(_of_cell(number), None) if number else None
        rendered = next((p.label for p in number.paragraphs if p.label), None) if number and label is None else None
        pending, opened = label, False
        text_column = view.columns.get("text")
        for column, cell in sorted(row.items()):
            if number is not None and column == number.column and column != text_column:
                continue
            if column in aside:
                continue
            for passage in _of_cell(cell):
                passage.view, passage.row, passage.column = view, cell.row, cell.column
                if pending is not None and (column == text_column or number is None):
                    passage.label, passage.label_text, passage.opening = str(pending), pending.text, True
                    pending = None
                if column == text_column and "discussion" in view.columns and not opened:
                    passage.opening = opened = True
                if rendered and column == text_column:
                    passage.label, passage.opening, rendered = rendered, True, None
                yield passage
        if pending is not None:
            # a row that is one spanning cell, or whose text stands in its first column
            pending.view, pending.row, pending.column = view, number.row if number else 0, 1
            yield pending
