"""Documents of text formats shown as lines that a test can state."""

from __future__ import annotations

from minutes_cli.model.document import Document, Paragraph, Table
from minutes_cli.readers import read


def outline(source: str | bytes, suffix: str) -> list[str]:
    """One line a paragraph and one a table's row; `suffix` chooses the reader where the content does not."""
    data = source.encode() if isinstance(source, str) else source
    return shown(read(data, f"minutes.{suffix}"))


def shown(document: Document) -> list[str]:
    """Line numbers, then marks, then the text: lines parted by " / ", cells by " | ", a cell's paragraphs by " ¶ "."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(f"{_numbers(block)} {_written(block)}")
        else:
            found.extend(_rows(block))
    return found


def _rows(table: Table) -> list[str]:
    return [
        f"row{'*' if at < table.headers else ''} "
        + " | ".join(
            (f"({cell.rowspan}x{cell.colspan})" if cell.rowspan * cell.colspan > 1 else "")
            + " ¶ ".join(_written(paragraph) for paragraph in cell.paragraphs)
            for cell in row
        )
        for at, row in enumerate(table.rows)
    ]


def _numbers(paragraph: Paragraph) -> str:
    first, last = paragraph.lines[0].number, paragraph.lines[-1].number
    return f"{first}" if first == last else f"{first}-{last}"


def _written(paragraph: Paragraph) -> str:
    marks: dict[int, str] = {}
    for spans, mark in ((paragraph.strong, "**"), (paragraph.struck, "~~")):
        for start, end in spans:
            marks[start] = marks.get(start, "") + mark
            marks[end] = mark + marks.get(end, "")
    for start in paragraph.starts[1:]:
        marks[start] = "/ " + marks.get(start, "")
    text = "".join(marks.get(at, "") + character for at, character in enumerate(f"{paragraph.text}\0"))[:-1]
    pieces = (
        f"H{paragraph.heading}" if paragraph.heading else "",
        paragraph.role if paragraph.role != "body" else "",
        ">" * paragraph.level,
        f"[{paragraph.label}]" if paragraph.label else "",
        {True: "(x)", False: "( )", None: ""}[paragraph.checked],
        text,
    )
    return " ".join(piece for piece in pieces if piece)
