"""Small PDF files made for tests, positions in points from the top left corner."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from minutes_cli.model.document import Document, Paragraph, Table
from minutes_cli.readers.options import Options
from minutes_cli.readers.pdf import read

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 72.0, 523.0
PITCH = 14.0
REGULAR, BOLD = "Helvetica", "Helvetica-Bold"


class Sheet:
    """A PDF that is written page by page, from top to bottom; `y` is the last baseline."""

    def __init__(self, **canvas: object) -> None:
        self._file = io.BytesIO()
        self.canvas = Canvas(self._file, pagesize=(WIDTH, HEIGHT), **canvas)
        self.y = 72.0

    def at(self, x: float, y: float, text: str, size: float = 11, font: str = REGULAR) -> Sheet:
        """Text with its baseline at y."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, text)
        self.y = y
        return self

    def lines(self, *texts: str, x: float = LEFT, font: str = REGULAR, size: float = 11) -> Sheet:
        """Lines one under the other at the usual pitch."""
        for text in texts:
            self.at(x, self.y + PITCH, text, size, font)
        return self

    def prose(self, text: str, x: float = LEFT, right: float = RIGHT, hanging: float = 0, font: str = REGULAR) -> Sheet:
        """A paragraph, wrapped between x and right; lines after the first start `hanging` points further in."""
        row = ""
        start = x
        for word in text.split(" "):
            longer = f"{row} {word}".strip()
            if row and start + stringWidth(longer, font, 11) > right:
                self.at(start, self.y + PITCH, row, font=font)
                row, start = word, x + hanging
            else:
                row = longer
        return self.at(start, self.y + PITCH, row, font=font)

    def gap(self, points: float = 8) -> Sheet:
        self.y += points
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)
        return self

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """A filled rectangle without an outline."""
        self.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Sheet:
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def table(self, xs: Sequence[float], top: float, rows: Sequence[Sequence[str]], height: float = 20) -> Sheet:
        """A ruled table of equal rows; "\\n" in a cell starts a new line."""
        tall = [max(text.count("\n") for text in row) * PITCH + height for row in rows]
        ys = [top + sum(tall[:index]) for index in range(len(rows) + 1)]
        self.grid(xs, ys)
        for y, row in zip(ys, rows, strict=False):
            for x, text in zip(xs, row, strict=False):
                for number, part in enumerate(text.split("\n")):
                    if part:
                        self.at(x + 5, y + 14 + number * PITCH, part)
        self.y = ys[-1]
        return self

    def page(self) -> Sheet:
        """End this page and begin the next."""
        self.canvas.showPage()
        self.y = 72.0
        return self

    def data(self) -> bytes:
        self.canvas.save()
        return self._file.getvalue()

    def read(self, options: Options = Options()) -> Document:  # noqa: B008 (Options is immutable)
        return read(self.data(), "test.pdf", options)


def body(document: Document) -> list[str]:
    """The texts of the body's paragraphs, those of tables left out."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph) and block.role == "body"]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    """The texts of a table's cells by row."""
    return [[cell.text for cell in row] for row in table.rows]
